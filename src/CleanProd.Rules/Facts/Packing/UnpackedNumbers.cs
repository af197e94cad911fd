namespace CleanProd.Rules.Facts.Packing;

/// <summary>A column of whole numbers in memory that is used again.</summary>
internal sealed class UnpackedNumbers
{
    private long[] _numbers = [];
    private long _first, _step;
    private int _count;

    /// <summary>Whether each number is the one before plus the same step.</summary>
    internal bool IsRegular { get; private set; }

    /// <summary>The one number of the column; null where there are several.</summary>
    internal long? Only => IsRegular && _step == 0 ? _first : null;

    /// <summary>The numbers; empty where they are regular.</summary>
    internal ReadOnlySpan<long> Several => IsRegular ? [] : _numbers.AsSpan(0, _count);

    /// <summary>The first of the numbers of some places, which must not fall, that is no less than another; the last place where there is none.</summary>
    internal int First(long number, int from, int to)
    {
        if (IsRegular && _step > 0)
        {
            // How many steps lie before it.
            var steps = number <= _first ? 0 : ((number - _first - 1) / _step) + 1;
            return (int)Math.Clamp(steps, from, to);
        }

        while (from < to)
        {
            var middle = (int)(((uint)from + (uint)to) >> 1);
            if (this[middle] < number) from = middle + 1;
            else to = middle;
        }

        return from;
    }

    internal long this[int i] => IsRegular ? unchecked(_first + (i * _step)) : _numbers[i];

    internal void Read(ref ChunkReader reader, int count)
    {
        var numbers = Room(count);
        IsRegular = IntegerColumn.Unpack(ref reader, numbers);
        (_first, _step) = (numbers[0], 0);
    }

    /// <summary>Reads what <see cref="IntegerColumn.WriteDeltas"/> wrote.</summary>
    internal void ReadDeltas(ref ChunkReader reader, int count)
    {
        _first = reader.Signed();
        (_step, _count) = (0, count);
        IsRegular = count == 1;
        if (IsRegular) return;
        var numbers = Room(count);
        IsRegular = IntegerColumn.Unpack(ref reader, numbers[1..]);
        _step = numbers[1];
        if (IsRegular) return;
        numbers[0] = _first;
        for (var i = 1; i < numbers.Length; i++) numbers[i] = unchecked(numbers[i - 1] + numbers[i]);
    }

    private Span<long> Room(int count)
    {
        _count = count;
        if (_numbers.Length < count) _numbers = new long[Math.Max(count, 512)];
        return _numbers.AsSpan(0, count);
    }
}
