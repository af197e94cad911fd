namespace CleanProd.Rules.Facts.Packing;

/// <summary>The points of one series column by column, in order of time, on their way into a chunk. It is used again for the next series.</summary>
internal sealed class GatheredColumns
{
    private long[] _ticks = new long[512];
    private long[] _qualifiers = new long[512];
    private long[] _flags = new long[512];
    private long[] _placeOf = new long[512];
    private long[] _rows = new long[512];

    internal int Count { get; private set; }

    internal Span<long> Ticks => _ticks.AsSpan(0, Count);

    internal ReadOnlySpan<long> Qualifiers => _qualifiers.AsSpan(0, Count);

    internal ReadOnlySpan<long> Flags => _flags.AsSpan(0, Count);

    internal ReadOnlySpan<long> PlaceOf => _placeOf.AsSpan(0, Count);

    internal ReadOnlySpan<long> Rows => _rows.AsSpan(0, Count);

    internal GatheredNumbers Values { get; } = new();

    internal GatheredNumbers Lows { get; } = new();

    internal GatheredNumbers Highs { get; } = new();

    internal GatheredNumbers Volumes { get; } = new();

    /// <summary>Files and sheets in the order in which points first name them.</summary>
    internal List<(string File, string? Sheet)> Places { get; } = [];

    internal void Clear()
    {
        Count = 0;
        Places.Clear();
        foreach (var column in (ReadOnlySpan<GatheredNumbers>)[Values, Lows, Highs, Volumes]) column.Clear();
    }

    /// <summary>Adds what a point has beside its numbers.</summary>
    internal void Add(long ticks, byte qualifier, char flag, int place, int row)
    {
        if (Count == _ticks.Length) Grow();
        _ticks[Count] = ticks;
        _qualifiers[Count] = qualifier;
        _flags[Count] = flag;
        _placeOf[Count] = place;
        _rows[Count++] = row;
    }

    /// <summary>Brings the numbers of each column to one scale; false when some take more than 64 bits then.</summary>
    internal bool Level() => Values.Level() && Lows.Level() && Highs.Level() && Volumes.Level();

    private void Grow()
    {
        Array.Resize(ref _ticks, Count * 2);
        Array.Resize(ref _qualifiers, Count * 2);
        Array.Resize(ref _flags, Count * 2);
        Array.Resize(ref _placeOf, Count * 2);
        Array.Resize(ref _rows, Count * 2);
    }
}
