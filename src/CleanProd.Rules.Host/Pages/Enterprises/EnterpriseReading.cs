using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Pages.Parts;
using CleanProd.Rules.Host.Policy;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Enterprises;
using CleanProd.Rules.Storage.Screenings;
using Actor = CleanProd.Rules.Host.Access.Actor;

namespace CleanProd.Rules.Host.Pages.Enterprises;

/// <summary>
/// Gathers the page of an enterprise from the stores that the API reads. Values are read as the chosen screening read them: its imports, its reference
/// tables, its determination date.
/// </summary>
internal sealed class EnterpriseReading(Store store, EnterpriseStore enterprises, CaseStore cases, LawBooks books, ForesightDesk foresight) : IPageReader
{
    private const int MostRuns = 40;

    /// <summary>The day by Beijing time.</summary>
    internal DateOnly Today => cases.Today;

    /// <summary>The enterprise and what was decided about it; dry runs and lists under review are the bureau's alone.</summary>
    internal async Task<EnterpriseFile> FileAsync(FacilityId facility, bool inside, CancellationToken ct)
    {
        // The gate has found it.
        var known = await store.ReadFactsAsync(f => f.FindFacilityAsync(facility, ct), ct) ?? throw new KeyNotFoundException();
        var names = await store.ReadFactsAsync(f => f.NamesKnownAsync(facility, store.Clock.GetUtcNow(), ct), ct);
        var history = await enterprises.HistoryAsync(facility, null, null, inside, null, MostRuns, ct);
        return new(known, [.. names.Select(n => n.Name).Where(n => n != known.Name).Distinct()], inside ? history : [.. history.Select(Public)]);
    }

    /// <summary>What a screening saw of the enterprise.</summary>
    /// <param name="judged">What it decided.</param>
    /// <param name="reach">What the reader reaches.</param>
    /// <param name="ct">Breaks it off.</param>
    internal async Task<EnterpriseSheet> SheetAsync(HistoricDetermination judged, Reach reach, CancellationToken ct)
    {
        var (facts, layers, readable) = await FactsAsync(judged, reach, ct);
        var wanted = judged.Facility.Determination.Rules.SelectMany(r => r.Evidence).Select(e => e.Source).ToHashSet();
        var imports = new Dictionary<SourceRef, long>();
        foreach (var layer in layers)
            foreach (var source in layer.Records.Sources().Where(wanted.Contains)) imports[source] = layer.Scope.Import;
        return new(facts, source => imports.TryGetValue(source, out var import) && readable.Contains(import) ? import : null, await Task.Run(() => CardsAsync(judged, facts, readable, ct), ct), readable);
    }

    /// <summary>All values of a series, gaps included.</summary>
    internal async Task<IReadOnlyList<ToldPoint>> ValuesAsync(HistoricDetermination judged, SeriesKey key, Reach reach, CancellationToken ct)
    {
        var (facts, _, readable) = await FactsAsync(judged, reach, ct);
        var import = facts.ImportsOf(key);
        var series = JudgedSeries.Of(facts.Records, key.Pollutant, key.OutletId, judged.Run.Year, await books.ReferenceOfAsync(judged.Run), judged.Run.AsOf);
        return [.. series.Where(s => (s.Key.Window, s.Key.Origin) == (key.Window, key.Origin)).SelectMany(s => s.Points).Select(p => new ToldPoint(p, import(p.At, p.Source) is { } told && readable.Contains(told) ? told : null))];
    }

    /// <summary>Why one of two determinations came out otherwise.</summary>
    internal Task<WhyChanged> WhyAsync(HistoricDetermination before, HistoricDetermination after, CancellationToken ct) =>
        Task.Run(() => foresight.WhyAsync(after.Facility.FacilityId, When(before), When(after), ct), ct);

    /// <summary>The cases that came of its listing, with their duties.</summary>
    internal async Task<IReadOnlyList<FollowedCase>> CasesAsync(EnterpriseFile file, Actor actor, CancellationToken ct)
    {
        if (!actor.Grants.Any(g => g.Role.Has(Permission.ReadCases))) return [];
        var found = new List<FollowedCase>();
        foreach (var line in await cases.ListAsync(new CaseFilter(actor.Scope.Reach) { Facility = file.Known.Id }, null, MostRuns, ct))
        {
            var notices = file.History.SelectMany(h => h.Cases.Where(c => c.Case == line.Id).SelectMany(c => h.Notices.Where(n => n.List == c.List))).Distinct();
            found.Add(new(await cases.ReadAsync(line.Id, ct), [.. notices]));
        }

        return found;
    }

    // The same cut as the API makes.
    private static HistoricDetermination Public(HistoricDetermination h) => h with
    {
        Entries = [.. h.Entries.Where(e => e.ListState == CleanProd.Rules.Lists.Publication.ListState.Published)], Notices = [.. h.Notices.Where(n => n.IsWritten)],
    };

    private static JudgedWhen When(HistoricDetermination judged) => new(judged.Run.Year, judged.Run.AsOf, judged.Run.KnownAt);

    private async Task<(EnterpriseFacts Facts, IReadOnlyList<FactLayer> Layers, HashSet<long> Readable)> FactsAsync(HistoricDetermination judged, Reach reach, CancellationToken ct)
    {
        await using var facts = await store.OpenFactsAsync(ct);
        var imports = await facts.ImportsAsync(judged.Run.Imports, ct);
        var layers = await facts.LayersAsync(judged.Facility.FacilityId, imports, ct);
        return (new EnterpriseFacts(layers), layers, [.. imports.Where(i => reach.Covers(i.Region)).Select(i => i.Id)]);
    }

    private async Task<IReadOnlyList<SeriesCard>> CardsAsync(HistoricDetermination judged, EnterpriseFacts facts, HashSet<long> readable, CancellationToken ct)
    {
        var reference = await books.ReferenceOfAsync(judged.Run);
        var cited = judged.Facility.Determination.Rules.SelectMany(r => r.Evidence).Select(e => (e.OutletId, e.Pollutant)).ToHashSet();
        var cards = new List<SeriesCard>();
        foreach (var pollutant in facts.Records.Series.Select(s => s.Key.Pollutant).Distinct())
        {
            ct.ThrowIfCancellationRequested();
            foreach (var series in JudgedSeries.Of(facts.Records, pollutant, null, judged.Run.Year, reference, judged.Run.AsOf))
                {
                var import = facts.ImportsOf(series.Key);
                cards.Add(Card(series, reference.Pollutants.NameOf(pollutant), (at, source) => import(at, source) is { } told && readable.Contains(told) ? told : null));
            }
        }

        // What is over, then what evidence shows, then what is judged at all.
        return [.. cards.OrderByDescending(c => c.Over > 0).ThenByDescending(c => cited.Contains((c.Key.OutletId.Value, c.Key.Pollutant.Value))).ThenByDescending(c => c.Judged > 0).ThenBy(c => c.Key)];
    }

    private static SeriesCard Card(JudgedSeries series, string name, Func<DateTime, SourceRef, long?> import)
    {
        var numbers = series.Points.Where(p => p.Value.Qualifier is not (ValueQualifier.Missing or ValueQualifier.NotDetected)).ToArray();
        var drawn = ChartThinning.Of(numbers, p => new ChartPoint(p.At, p.Compared?.Number ?? p.Value.Number, p.High, p.Standing == PointStanding.Exceeds, p.Source, import(p.At, p.Source)) { LimitLow = p.Low });
        return new(
            series.Key, name, drawn, series.Points.Count, series.Points.Count(p => p.Standing != PointStanding.NotJudged), series.Points.Count(p => p.Standing == PointStanding.Exceeds),
            [.. series.Points.Select(p => p.Basis).OfType<string>().Distinct()], series.Months);
    }
}
