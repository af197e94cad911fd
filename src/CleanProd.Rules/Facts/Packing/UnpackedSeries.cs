namespace CleanProd.Rules.Facts.Packing;

/// <summary>
/// One series unpacked column by column, numbers as whole ones at the scale of their column, into memory that the next series uses again. What few
/// values are asked for (volume and source row) is unpacked when the first is.
/// </summary>
internal sealed class UnpackedSeries
{
    [ThreadStatic]
    private static UnpackedSeries? _ofThread;

    private readonly UnpackedNumbers _times = new(), _qualifiers = new(), _flags = new(), _placeOf = new(), _rows = new();
    private readonly UnpackedDecimals _values = new(), _lows = new(), _highs = new(), _volumes = new();
    private ReadOnlyMemory<byte> _chunk;
    private (string File, string? Sheet)[] _places = [];
    private long _step;
    private int _tail;
    private bool _hasTail;

    /// <summary>The columns of the running thread: what was unpacked before is gone.</summary>
    internal static UnpackedSeries OfThread => _ofThread ??= new();

    /// <summary>Number of values.</summary>
    internal int Count { get; private set; }

    /// <summary>The values as whole numbers.</summary>
    internal ReadOnlySpan<long> Whole => _values.Whole;

    /// <summary>Puts another number in the place of one, until the next series is unpacked.</summary>
    internal void Replace(int i, long number) => _values.Replace(i, number);

    /// <summary>Digits after the point of the values.</summary>
    internal byte Scale => _values.Scale;

    internal UnpackedNumbers Qualifiers => _qualifiers;

    internal UnpackedNumbers Flags => _flags;

    internal UnpackedDecimals Lows => _lows;

    internal UnpackedDecimals Highs => _highs;

    /// <summary>
    /// Unpacks a chunk whose checksum was looked at before. False when it is of a form that only the slow way reads: numbers of more than 64 bits,
    /// or times out of order.
    /// </summary>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    internal bool TryRead(ReadOnlyMemory<byte> chunk)
    {
        var bytes = SeriesCodec.Body(chunk.Span);
        var reader = new ChunkReader(bytes);
        _chunk = chunk;
        _hasTail = false;
        Count = SeriesCodec.Header(ref reader);
        if (Count == 0) return false;
        _step = SeriesCodec.StepOf(ref reader);
        _times.ReadDeltas(ref reader, Count);
        _qualifiers.Read(ref reader, Count);
        _values.Read(ref reader, Count);
        _flags.Read(ref reader, Count);
        _lows.ReadOptional(ref reader, Count);
        _highs.ReadOptional(ref reader, Count);
        _tail = bytes.Length - reader.Left;
        return !_values.IsWide && InOrder();
    }

    /// <summary>Time of a value.</summary>
    internal DateTime At(int i) => new(unchecked(_times[i] * _step));

    /// <summary>The first value from a day on, among those from one place to another; the latter where there is none.</summary>
    internal int First(DateOnly day, int from, int to)
    {
        // Times are counted in steps: the first step that is not before the day.
        var ticks = day.DayNumber * TimeSpan.TicksPerDay;
        return _times.First((ticks + _step - 1) / _step, from, to);
    }

    internal ValueQualifier Qualifier(int i) => (ValueQualifier)_qualifiers[i];

    internal char Flag(int i) => (char)_flags[i];

    /// <summary>The number of a value.</summary>
    internal decimal Value(int i) => _values[i];

    /// <summary>One value; its volume and its source only where they are asked for.</summary>
    internal SeriesPoint Point(int i, bool whole)
    {
        if (whole) ReadTail();
        return new(At(i), new(Qualifier(i), _values[i]), whole ? Source(i) : default)
        {
            Flag = Flag(i),
            LimitLow = _lows.OrNull(i),
            LimitHigh = _highs.OrNull(i),
            VolumeM3 = whole ? _volumes.OrNull(i) : null,
        };
    }

    private SourceRef Source(int i)
    {
        var (file, sheet) = _places[_placeOf[i]];
        return new(file, sheet, (int)_rows[i]);
    }

    private void ReadTail()
    {
        if (_hasTail) return;
        var reader = new ChunkReader(SeriesCodec.Body(_chunk.Span)[_tail..]);
        _volumes.ReadOptional(ref reader, Count);
        _places = SeriesCodec.ReadPlaces(ref reader);
        _placeOf.Read(ref reader, Count);
        _rows.ReadDeltas(ref reader, Count);
        _hasTail = true;
    }

    private bool InOrder()
    {
        var most = DateTime.MaxValue.Ticks / _step;
        if (_times[0] < 0 || _times[Count - 1] > most) return false;
        if (_times.IsRegular) return _times[0] <= _times[Count - 1];
        for (var i = 1; i < Count; i++)
            if (_times[i] < _times[i - 1]) return false;
        return true;
    }
}
