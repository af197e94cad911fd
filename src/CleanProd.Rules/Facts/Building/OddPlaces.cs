using System.Numerics;
using CleanProd.Rules.Facts.Packing;

namespace CleanProd.Rules.Facts.Building;

/// <summary>
/// Places of the values of a series that are not plain: qualified, flagged, or with another limit reported with them than the first, which is taken for that
/// of most; and those that are marked afterwards, because they exceed.
/// </summary>
internal readonly struct OddPlaces
{
    private const int PlacesOfWord = 64;

    [ThreadStatic]
    private static ulong[]? _ofThread;

    // One bit a place.
    private readonly ulong[] _places;
    private readonly int _from, _to;

    private OddPlaces(ulong[] places, int from, int to) => (_places, _from, _to) = (places, from, to);

    /// <summary>A place whose reported limit is that of all plain values.</summary>
    internal int Model => _from;

    /// <summary>The first odd place that is no less than another; the end of all places where there is none.</summary>
    internal int Next(int place) => Find(place, 0);

    /// <summary>The first plain place that is no less than another; the end of all places where there is none.</summary>
    internal int NextPlain(int place) => Find(place, ulong.MaxValue);

    internal void Mark(int place) => _places[(place - _from) / PlacesOfWord] |= 1ul << ((place - _from) % PlacesOfWord);

    internal static OddPlaces Of(UnpackedSeries columns, int from, int to)
    {
        var words = ((to - from) / PlacesOfWord) + 1;
        if (_ofThread is null || _ofThread.Length < words) _ofThread = new ulong[Math.Max(words, 16)];
        _ofThread.AsSpan(0, words).Clear();
        var odd = new OddPlaces(_ofThread, from, to);
        odd.Mark(columns.Qualifiers, (long)ValueQualifier.Exact, (long)ValueQualifier.Exact);
        odd.Mark(columns.Flags, '\0', 'N');
        odd.Mark(columns.Lows);
        odd.Mark(columns.Highs);
        return odd;
    }

    private int Find(int place, ulong turned)
    {
        for (var at = place - _from; at < _to - _from; at = (at | (PlacesOfWord - 1)) + 1)
            if ((_places[at / PlacesOfWord] ^ turned) >> (at % PlacesOfWord) is var word and not 0) return Math.Min(_from + at + BitOperations.TrailingZeroCount(word), _to);
        return _to;
    }

    private void Mark(UnpackedNumbers column, long plain, long orPlain)
    {
        if (column.Only is { } only && (only == plain || only == orPlain)) return;
        if (column.IsRegular)
        {
            for (var i = _from; i < _to; i++)
                if (column[i] != plain && column[i] != orPlain) Mark(i);
            return;
        }

        var at = _from;
        var rest = column.Several[_from.._to];
        while (rest.IndexOfAnyExcept(plain, orPlain) is var next and >= 0)
        {
            Mark(at + next);
            at += next + 1;
            rest = rest[(next + 1)..];
        }
    }

    private void Mark(UnpackedDecimals stated)
    {
        if (stated.IsOne) return;
        for (var i = _from; i < _to; i++)
            if (!stated.IsSame(i, _from)) Mark(i);
    }
}
