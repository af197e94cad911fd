using System.Collections.Concurrent;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import.Measurements;

/// <summary>
/// Makes series of piles: equal points of one time count once, contradicting ones are kept out, all of them, and what remains does not depend on the
/// order of rows, files or threads.
/// </summary>
internal sealed class SeriesSettling(PointPlaces places, ImportMeans means, FindingLog log, Action<FacilityId, FactTable, SourceRef> refused)
{
    internal Dictionary<FacilityId, List<MeasurementSeries>> Settle(IReadOnlyList<PointPiles> piles, Func<MeasurementKey, PollutantCode> pollutant)
    {
        var groups = Groups(piles, pollutant);
        var packed = new MeasurementSeries?[groups.Length];
        var chunks = groups.Sum(g => g.Piles.Sum(p => (long)p.Piles.CountOf(p.Pile))) > means.MostInMemory ? means.Scratch : null;
        Parallel.ForEach(
            Partitioner.Create(0, Math.Max(1, groups.Length), Math.Clamp(groups.Length / 64, 1, 256)), new ParallelOptions { MaxDegreeOfParallelism = means.Threads },
            () => new SeriesPacker(places, means.Scratch, chunks),
            (range, _, packer) =>
            {
                for (var i = range.Item1; i < Math.Min(range.Item2, groups.Length); i++)
                    if (groups[i].Unit is { } unit) packed[i] = packer.TryPack(groups[i].Key(unit), groups[i].Piles);
                return packer;
            },
            _ => { });
        var series = new Dictionary<FacilityId, List<MeasurementSeries>>();
        for (var i = 0; i < groups.Length; i++)
        {
            var made = packed[i] is { } one ? [one] : Compared(groups[i]).ToArray();
            if (made.Length == 0) continue;
            if (!series.TryGetValue(groups[i].Facility, out var list)) series[groups[i].Facility] = list = [];
            list.AddRange(made);
        }

        foreach (var list in series.Values) list.Sort((a, b) => a.Key.CompareTo(b.Key));
        return series;
    }

    private static SeriesGroup[] Groups(IReadOnlyList<PointPiles> piles, Func<MeasurementKey, PollutantCode> pollutant)
    {
        var groups = new Dictionary<(FacilityId, OutletId, PollutantCode, AveragingWindow, DataOrigin), List<(PointPiles, int)>>();
        foreach (var some in piles)
        {
            for (var pile = 0; pile < some.Count; pile++)
            {
                if (some.CountOf(pile) == 0 && some.LargeOf(pile).Count == 0) continue;
                var key = some.NameOf(pile).Key;
                var shared = (key.Facility, key.Outlet, pollutant(key), key.Window, key.Origin);
                if (!groups.TryGetValue(shared, out var list)) groups.Add(shared, list = []);
                list.Add((some, pile));
            }
        }

        return
        [
            .. groups.Select(g => new SeriesGroup(g.Key.Item1, g.Key.Item2, g.Key.Item3, g.Key.Item4, g.Key.Item5, [.. g.Value]))
                .OrderBy(g => g.Facility).ThenBy(g => g.Outlet).ThenBy(g => g.Pollutant).ThenBy(g => g.Window).ThenBy(g => g.Origin),
        ];
    }

    // The second look: points one by one, in whatever units and reports.
    private IEnumerable<MeasurementSeries> Compared(SeriesGroup group)
    {
        var points = Points(group);
        Array.Sort(points, ByTime);
        var kept = Kept(points, source => refused(group.Facility, FactTables.Measurements, source));
        return kept.GroupBy(p => p.Unit).OrderBy(u => u.Key.Symbol, StringComparer.Ordinal)
            .Select(unit => MeasurementSeries.Pack(group.Key(unit.Key), unit.Select(p => p.Point)));
    }

    private MeasuredPoint[] Points(SeriesGroup group)
    {
        var points = new List<MeasuredPoint>();
        var (buffer, records) = (new PointBuffer(), new Dictionary<int, string>());
        foreach (var (piles, pile) in group.Piles)
        {
            buffer.Clear();
            records.Clear();
            piles.Read(pile, buffer, records, means.Scratch);
            for (var i = 0; i < buffer.Count; i++)
                points.Add(new(buffer.AsRead(i).ToPoint(places), piles.NameOf(pile).Unit, records.GetValueOrDefault(i)));
            points.AddRange(piles.LargeOf(pile));
        }

        return [.. points];
    }

    private List<MeasuredPoint> Kept(MeasuredPoint[] points, Action<SourceRef> refused)
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

    /// <summary>Piles whose points tell of one thing.</summary>
    private sealed record SeriesGroup(
        FacilityId Facility, OutletId Outlet, PollutantCode Pollutant, AveragingWindow Window, DataOrigin Origin, (PointPiles Piles, int Pile)[] Piles)
    {
        /// <summary>The unit that all of them share; null when there are several.</summary>
        internal Unit? Unit => Array.TrueForAll(Piles, p => p.Piles.NameOf(p.Pile).Unit.Equals(Piles[0].Piles.NameOf(Piles[0].Pile).Unit))
            ? Piles[0].Piles.NameOf(Piles[0].Pile).Unit
            : null;

        internal SeriesKey Key(Unit unit) => new(Facility, Outlet, Pollutant, Window, Origin, unit);
    }
}
