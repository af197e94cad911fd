using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Host.Pages.Parts;

namespace CleanProd.Rules.Host.Pages.Enterprises;

/// <summary>
/// Of a year of hourly values a picture shows no more than its points are apart: every value at which the limit changes stays, and of the others the lowest and
/// the highest of each stretch; of the values that are over all, or where they are too many the furthest of each stretch. The table of values leaves nothing out.
/// </summary>
internal static class ChartThinning
{
    // Two to a stretch: about one for each point of the picture's width.
    private const int Stretches = 350;

    internal static IReadOnlyList<ChartPoint> Of(IReadOnlyList<JudgedPoint> points, Func<JudgedPoint, ChartPoint> draw)
    {
        if (points.Count <= Stretches * 2) return [.. points.Select(draw)];
        var kept = new SortedSet<int>();
        var (first, span) = (points[0].At.Ticks, Math.Max(1, points[^1].At.Ticks - points[0].At.Ticks + 1));
        var (stretch, low, high, over) = (-1L, -1, -1, -1);
        var eachOver = points.Count(p => p.Standing == PointStanding.Exceeds) <= Stretches;
        for (var i = 0; i < points.Count; i++)
        {
            var p = points[i];
            var isOver = p.Standing == PointStanding.Exceeds;
            if ((isOver && eachOver) || i == 0 || i == points.Count - 1) kept.Add(i);
            else if (p.High != points[i - 1].High || p.Low != points[i - 1].Low) kept.UnionWith([i - 1, i]);
            var at = (long)((Int128)(p.At.Ticks - first) * Stretches / span);
            if (at != stretch)
            {
                Keep();
                (stretch, low, high, over) = (at, i, i, -1);
            }
            else
            {
                if (p.Value.Number < points[low].Value.Number) low = i;
                if (p.Value.Number > points[high].Value.Number) high = i;
            }

            if (isOver && (over < 0 || (p.Ratio ?? 0) > (points[over].Ratio ?? 0))) over = i;
        }

        Keep();
        return [.. kept.Select(i => draw(points[i]))];

        void Keep()
        {
            if (low >= 0) kept.UnionWith([low, high]);
            if (over >= 0) kept.Add(over);
        }
    }
}
