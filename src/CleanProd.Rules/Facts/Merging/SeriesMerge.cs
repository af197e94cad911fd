using System.Globalization;

namespace CleanProd.Rules.Facts.Merging;

/// <summary>
/// Merges measurement series point by point. What a later import says of one outlet, pollutant, window, origin and time supersedes every
/// earlier value of that time, in whatever unit it was given: a correction from µg/L to mg/L is one measurement, not two.
/// </summary>
internal static class SeriesMerge
{
    private readonly record struct Held(long Import, Unit Unit, SeriesPoint Point);

    private readonly record struct Site(OutletId Outlet, PollutantCode Pollutant, AveragingWindow Window, DataOrigin Origin)
    {
        internal static Site Of(SeriesKey key) => new(key.OutletId, key.Pollutant, key.Window, key.Origin);
    }

    internal static IReadOnlyList<MeasurementSeries> Merge(IReadOnlyList<FactLayer> layers, List<SupersededFact> superseded)
    {
        var told = new Dictionary<Site, List<(ImportScope Scope, MeasurementSeries Series)>>();
        foreach (var layer in layers)
        {
            foreach (var series in layer.Records.Series)
            {
                if (!told.TryGetValue(Site.Of(series.Key), out var list)) told.Add(Site.Of(series.Key), list = []);
                list.Add((layer.Scope, series));
            }
        }

        var replacing = layers.Select(l => l.Scope).Where(s => s.Mode == ImportMode.Replaces && s.Years.ContainsKey(FactTables.Measurements.Name)).ToArray();
        return
        [
            .. told.Select(t => (t.Key, Told: t.Value.GroupBy(v => v.Scope, v => v.Series).ToDictionary(g => g.Key, g => g.ToArray())))
                // Nearly always one import tells of it, and its packed bytes are kept as they are.
                .SelectMany(t => t.Told.Count == 1 && replacing.Length == 0 ? t.Told.Values.Single() : Merge(t.Key, layers, t.Told, superseded))
                .OrderBy(s => s.Key),
        ];
    }

    private static IEnumerable<MeasurementSeries> Merge(
        Site site, IReadOnlyList<FactLayer> layers, Dictionary<ImportScope, MeasurementSeries[]> told, List<SupersededFact> superseded)
    {
        var held = new SortedDictionary<DateTime, List<Held>>();
        foreach (var layer in layers) Add(site, held, layer.Scope, told.GetValueOrDefault(layer.Scope) ?? [], superseded);
        var facility = layers[0].Records.Facility.Id;
        return held.Values.SelectMany(h => h).GroupBy(h => h.Unit)
            .Select(unit => MeasurementSeries.Pack(
                new(facility, site.Outlet, site.Pollutant, site.Window, site.Origin, unit.Key), unit.Select(h => h.Point)));
    }

    private static void Add(
        Site site, SortedDictionary<DateTime, List<Held>> held, ImportScope scope, MeasurementSeries[] series, List<SupersededFact> superseded)
    {
        var gone = new List<Held>();
        foreach (var time in held.Keys.Where(t => scope.Replaces(FactTables.Measurements.Name, t.Year)).ToArray())
        {
            gone.AddRange(held[time]);
            held.Remove(time);
        }

        foreach (var same in series.SelectMany(s => s.Points().Select(p => new Held(scope.Import, s.Key.Unit, p))).GroupBy(h => h.Point.At))
        {
            if (held.TryGetValue(same.Key, out var earlier)) gone.AddRange(earlier);
            held[same.Key] = [.. same];
        }

        foreach (var point in gone)
        {
            var now = held.TryGetValue(point.Point.At, out var later) ? later : [];
            if (now.Any(n => n.Unit.Equals(point.Unit) && (n.Point with { Source = default }).Equals(point.Point with { Source = default }))) continue;
            superseded.Add(new(
                FactTables.Measurements.Name, Name(site, point.Point.At), point.Point.Source, point.Import,
                now.Count == 0 ? null : now[0].Point.Source, scope.Import));
        }
    }

    private static string Name(Site site, DateTime at) =>
        string.Create(CultureInfo.InvariantCulture, $"{site.Outlet} {site.Pollutant} {site.Window} {site.Origin} {at:yyyy-MM-dd HH:mm:ss}");
}
