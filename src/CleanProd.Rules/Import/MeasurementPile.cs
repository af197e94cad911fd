using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>A measured value while its series is gathered.</summary>
/// <param name="Point">The value.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Record">The source's own number of the report.</param>
internal readonly record struct MeasuredPoint(SeriesPoint Point, Unit Unit, string? Record);

/// <summary>What the points of a group share before the pollutant is resolved with the medium of its outlet.</summary>
internal readonly record struct MeasurementKey(
    FacilityId Facility, OutletId Outlet, string Pollutant, bool PollutantAsWritten, AveragingWindow Window, DataOrigin Origin);

/// <summary>
/// Measured values until all files are read: the same settling as <see cref="FactPile{T}"/>, but as structures in one list per series,
/// since there are millions of them.
/// </summary>
internal sealed class MeasurementPile
{
    private readonly Dictionary<MeasurementKey, List<MeasuredPoint>> _groups = [];

    internal void Add(MeasurementKey key, MeasuredPoint point)
    {
        if (!_groups.TryGetValue(key, out var list)) _groups[key] = list = [];
        list.Add(point);
    }

    internal Dictionary<FacilityId, List<MeasurementSeries>> Settle(
        FindingLog log, Action<FacilityId, FactTable, SourceRef> refused, Func<MeasurementKey, PollutantCode> pollutant)
    {
        var series = new Dictionary<FacilityId, List<MeasurementSeries>>();
        var groups = _groups
            .GroupBy(g => (g.Key.Facility, g.Key.Outlet, Pollutant: pollutant(g.Key), g.Key.Window, g.Key.Origin))
            .OrderBy(g => g.Key.Facility).ThenBy(g => g.Key.Outlet).ThenBy(g => g.Key.Pollutant).ThenBy(g => g.Key.Window).ThenBy(g => g.Key.Origin);
        foreach (var group in groups)
        {
            var (facility, outlet, code, window, origin) = group.Key;
            var points = group.SelectMany(g => g.Value).ToArray();
            Array.Sort(points, ByTime);
            var kept = Kept(points, log, source => refused(facility, FactTables.Measurements, source));
            foreach (var unit in kept.GroupBy(p => p.Unit).OrderBy(u => u.Key.Symbol, StringComparer.Ordinal))
            {
                if (!series.TryGetValue(facility, out var list)) series[facility] = list = [];
                list.Add(MeasurementSeries.Pack(new SeriesKey(facility, outlet, code, window, origin, unit.Key), unit.Select(p => p.Point)));
            }
        }

        foreach (var list in series.Values) list.Sort((a, b) => a.Key.CompareTo(b.Key));
        return series;
    }

    private static List<MeasuredPoint> Kept(MeasuredPoint[] points, FindingLog log, Action<SourceRef> refused)
    {
        var kept = new List<MeasuredPoint>(points.Length);
        for (var start = 0; start < points.Length;)
        {
            var end = start + 1;
            while (end < points.Length && points[end].Point.At == points[start].Point.At && points[end].Record == points[start].Record) end++;
            var contradicted = false;
            for (var i = start + 1; i < end; i++) contradicted |= !SameContent(points[start], points[i]);
            if (!contradicted) kept.Add(points[start]);
            for (var i = start; i < end && end - start > 1; i++)
            {
                var source = points[i].Point.Source;
                if (contradicted)
                {
                    log.Add("contradiction", source, null, null, points[i == start ? start + 1 : start].Point.Source.ToString());
                    refused(source);
                }
                else if (i > start)
                {
                    log.Duplicate(source, points[start].Point.Source);
                }
            }

            start = end;
        }

        return kept;
    }

    private static bool SameContent(MeasuredPoint a, MeasuredPoint b) =>
        a.Unit.Equals(b.Unit) && (a.Point with { Source = default }).Equals(b.Point with { Source = default });

    private static int ByTime(MeasuredPoint a, MeasuredPoint b)
    {
        var c = a.Point.At.CompareTo(b.Point.At);
        if (c == 0) c = string.CompareOrdinal(a.Record, b.Record);
        return c != 0 ? c : SourceOrder.Instance.Compare(a.Point.Source, b.Point.Source);
    }
}
