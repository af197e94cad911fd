using CleanProd.Rules.Facts.Packing;

namespace CleanProd.Rules.Facts.Building;

/// <summary>
/// Places of the values of a series that are not plain: qualified, flagged, or with another limit reported with them than the most usual, which is taken to be
/// that of the first.
/// </summary>
internal struct OddPlaces
{
    [ThreadStatic]
    private static int[]? _ofThread;

    private readonly int[] _places;
    private readonly int _count;
    private int _at;

    private OddPlaces(int[] places, int count, int model) => (_places, _count, Model) = (places, count, model);

    /// <summary>A place whose reported limit is that of all plain values.</summary>
    internal int Model { get; }

    /// <summary>The next odd place; beyond all places where there is none.</summary>
    internal readonly int Next => _at < _count ? _places[_at] : int.MaxValue;

    internal void Step() => _at++;

    internal void SkipTo(int place)
    {
        while (Next < place) _at++;
    }

    internal static OddPlaces Of(SeriesColumns columns, int from, int to)
    {
        if (_ofThread is null || _ofThread.Length < to - from) _ofThread = new int[Math.Max(to - from, 512)];
        var places = _ofThread;
        var (count, qualifiers, flags) = (0, columns.Qualifiers, columns.Flags);
        var isStated = !columns.Highs.IsEmpty || !columns.Lows.IsEmpty;
        if (qualifiers.Only == (long)ValueQualifier.Exact && flags.Only is { } only && IsPlain(only) && !isStated) return new(places, 0, from);
        for (var i = from; i < to; i++)
            if (qualifiers[i] != (long)ValueQualifier.Exact || !IsPlain(flags[i]) || (isStated && !(columns.Highs.IsSame(i, from) && columns.Lows.IsSame(i, from)))) places[count++] = i;
        return new(places, count, from);
    }

    private static bool IsPlain(long flag) => flag is '\0' or 'N';
}
