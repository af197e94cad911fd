using System.Numerics;
using CleanProd.Rules.Facts.Packing;

namespace CleanProd.Rules.Facts.Building;

/// <summary>
/// Places of the values of a series that are not plain: qualified, flagged, or with another limit reported with them than the first, which is taken for that
/// of most.
/// </summary>
internal struct OddPlaces
{
    private const int PlacesOfWord = 64;

    [ThreadStatic]
    private static ulong[]? _ofThread;

    // One bit a place.
    private readonly ulong[] _places;
    private readonly int _from, _to;
    private int _next;

    private OddPlaces(ulong[] places, int from, int to) => (_places, _from, _to, _next) = (places, from, to, int.MaxValue);

    /// <summary>A place whose reported limit is that of all plain values.</summary>
    internal readonly int Model => _from;

    /// <summary>The next odd place; beyond all places where there is none.</summary>
    internal readonly int Next => _next;

    /// <summary>Goes on to the first odd place that is no less than another.</summary>
    internal void SkipTo(int place)
    {
        for (var at = place - _from; at < _to - _from; at = (at | (PlacesOfWord - 1)) + 1)
        {
            if (_places[at / PlacesOfWord] >> (at % PlacesOfWord) is var word and not 0)
            {
                _next = _from + at + BitOperations.TrailingZeroCount(word);
                return;
            }
        }

        _next = int.MaxValue;
    }

    internal static OddPlaces Of(UnpackedSeries columns, int from, int to)
    {
        var words = ((to - from) / PlacesOfWord) + 1;
        if (_ofThread is null || _ofThread.Length < words) _ofThread = new ulong[Math.Max(words, 16)];
        _ofThread.AsSpan(0, words).Clear();
        var odd = new OddPlaces(_ofThread, from, to);
        if (odd.Mark(columns.Qualifiers, (long)ValueQualifier.Exact, (long)ValueQualifier.Exact) | odd.Mark(columns.Flags, '\0', 'N') | odd.Mark(columns.Lows) | odd.Mark(columns.Highs)) odd.SkipTo(from);
        return odd;
    }

    private readonly bool Mark(UnpackedNumbers column, long plain, long orPlain)
    {
        if (column.Only is { } only)
        {
            if (only == plain || only == orPlain) return false;
            for (var i = _from; i < _to; i++) Mark(i);
            return true;
        }

        if (column.IsRegular)
        {
            for (var i = _from; i < _to; i++)
                if (column[i] != plain && column[i] != orPlain) Mark(i);
            return true;
        }

        var found = false;
        var rest = column.Several[_from.._to];
        for (var at = _from; rest.IndexOfAnyExcept(plain, orPlain) is var next and >= 0; found = true)
        {
            Mark(at + next);
            at += next + 1;
            rest = rest[(next + 1)..];
        }

        return found;
    }

    private readonly bool Mark(UnpackedDecimals stated)
    {
        if (stated.IsOne) return false;
        for (var i = _from; i < _to; i++)
            if (!stated.IsSame(i, _from)) Mark(i);
        return true;
    }

    private readonly void Mark(int place) => _places[(place - _from) / PlacesOfWord] |= 1ul << ((place - _from) % PlacesOfWord);
}
