namespace CleanProd.Rules.Facts.Packing;

/// <summary>
/// Exact decimals as whole numbers with a scale each, none with a trailing zero behind the point, until they are brought to one scale.
/// Its arrays are used again for the next series.
/// </summary>
internal sealed class GatheredNumbers
{
    private long[] _there = new long[512];
    private long[] _whole = new long[512];
    private byte[] _scales = new byte[512];
    private int _rows;

    /// <summary>How many rows have a number.</summary>
    internal int Count { get; private set; }

    /// <summary>The scale of all of them, after <see cref="Level"/>.</summary>
    internal byte Scale { get; private set; }

    /// <summary>1 for a row that has a number, 0 for one that has none.</summary>
    internal ReadOnlySpan<long> There => _there.AsSpan(0, _rows);

    /// <summary>The numbers that are there.</summary>
    internal ReadOnlySpan<long> Whole => _whole.AsSpan(0, Count);

    internal void Clear() => (_rows, Count, Scale) = (0, 0, 0);

    internal void AddNone()
    {
        if (_rows == _there.Length) Array.Resize(ref _there, _rows * 2);
        _there[_rows++] = 0;
    }

    internal void Add(long whole, byte scale)
    {
        if (_rows == _there.Length) Array.Resize(ref _there, _rows * 2);
        if (Count == _whole.Length)
        {
            Array.Resize(ref _whole, Count * 2);
            Array.Resize(ref _scales, Count * 2);
        }

        _there[_rows++] = 1;
        _whole[Count] = whole;
        _scales[Count++] = scale;
        if (scale > Scale) Scale = scale;
    }

    /// <summary>Brings all numbers to the smallest scale that holds them; false when one takes more than 64 bits then.</summary>
    internal bool Level()
    {
        for (var i = 0; i < Count; i++)
        {
            for (var missing = Scale - _scales[i]; missing > 0; missing--)
            {
                if (_whole[i] is > long.MaxValue / 10 or < long.MinValue / 10) return false;
                _whole[i] *= 10;
            }
        }

        return true;
    }
}
