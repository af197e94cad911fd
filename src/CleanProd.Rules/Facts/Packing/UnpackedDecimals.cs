namespace CleanProd.Rules.Facts.Packing;

/// <summary>A column of decimals as whole numbers at one scale, in memory that is used again; some may be absent.</summary>
internal sealed class UnpackedDecimals
{
    private long[] _whole = [];
    private long[] _there = [];
    private decimal[]? _wide;
    private int _count, _present;
    private bool _isRun;

    /// <summary>The whole numbers; meaningless where a number is absent or <see cref="IsWide"/>.</summary>
    internal ReadOnlySpan<long> Whole => _whole.AsSpan(0, _count);

    internal void Replace(int i, long number) => _whole[i] = number;

    /// <summary>Digits after the point.</summary>
    internal byte Scale { get; private set; }

    /// <summary>Whether a number needs more than 64 bits, so that there are no whole ones.</summary>
    internal bool IsWide => _wide is not null;

    /// <summary>Whether it holds one number everywhere, or none anywhere.</summary>
    internal bool IsOne => _present == 0 || (_present == _count && _isRun);

    internal decimal this[int i]
    {
        get
        {
            if (_wide is not null) return _wide[i];
            var size = unchecked(_whole[i] < 0 ? 0ul - (ulong)_whole[i] : (ulong)_whole[i]);
            return unchecked(new decimal((int)size, (int)(size >> 32), 0, _whole[i] < 0, Scale));
        }
    }

    /// <summary>The number, null where it is absent.</summary>
    internal decimal? OrNull(int i) => IsThere(i) ? this[i] : null;

    /// <summary>Whether two places hold the same, or both nothing.</summary>
    internal bool IsSame(int i, int as1)
    {
        var (a, b) = (IsThere(i), IsThere(as1));
        return a == b && (!a || (_wide is null ? _whole[i] == _whole[as1] : _wide[i] == _wide[as1]));
    }

    internal void Read(ref ChunkReader reader, int count)
    {
        (_count, _present) = (count, count);
        ReadNumbers(ref reader, count);
    }

    /// <summary>Reads what <see cref="DecimalColumn.WriteOptional"/> wrote.</summary>
    internal void ReadOptional(ref ChunkReader reader, int count)
    {
        (_count, _present, _wide) = (count, reader.Count(), null);
        if (_present == 0) return;
        if (_there.Length < count) _there = new long[Math.Max(count, 512)];
        var there = _there.AsSpan(0, count);
        IntegerColumn.Unpack(ref reader, there);
        if (count - there.Count(0L) != _present) throw new InvalidDataException(ChunkReader.Damaged);
        ReadNumbers(ref reader, _present);
        if (_present < count) Spread(there);
    }

    private bool IsThere(int i) => _present == _count || (_present > 0 && _there[i] != 0);

    private void ReadNumbers(ref ChunkReader reader, int count)
    {
        if (_whole.Length < _count) _whole = new long[Math.Max(_count, 512)];
        _wide = DecimalColumn.Unpack(ref reader, _whole.AsSpan(0, count), out var scale, out _isRun);
        Scale = scale;
    }

    // From the numbers that are there, one after another, to their places; from the end, so that none is written over.
    private void Spread(ReadOnlySpan<long> there)
    {
        if (_wide is not null) Array.Resize(ref _wide, _count);
        var next = _present;
        for (var i = _count - 1; i >= 0; i--)
        {
            if (there[i] == 0) continue;
            next--;
            if (_wide is null) _whole[i] = _whole[next];
            else _wide[i] = _wide[next];
        }
    }
}
