using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Enterprises;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

// The rows that a screening would see.
internal static partial class EnterprisesApi
{
    /// <summary>A row of a table in its own columns.</summary>
    internal sealed record RowAnswer(string Table, IReadOnlyDictionary<string, object> Values, SourceAnswer Source);

    /// <summary>A series without its values.</summary>
    internal sealed record SeriesHead(
        string OutletId, string Pollutant, string PollutantName, AveragingWindow Window, DataOrigin Origin, string Unit, int Count, DateTime First, DateTime Last);

    /// <summary>A row that does not hold any more.</summary>
    internal sealed record SupersededAnswer(string Table, string Key, SourceAnswer Earlier, SourceAnswer? Later, long By);

    /// <summary>A table of which a row about the enterprise was refused, so that it is known to be incomplete.</summary>
    internal sealed record RefusedAnswer(string Table, SourceAnswer First);

    /// <summary>The facts of an enterprise.</summary>
    internal sealed record FactsAnswer(
        string FacilityId, int? Year, DateTimeOffset KnownAt, IReadOnlyList<string> TablesGiven, IReadOnlyList<CellAnswer> Facility, IReadOnlyList<OutletAnswer> Outlets,
        IReadOnlyList<SeriesHead> Series, IReadOnlyList<RowAnswer> Rows, IReadOnlyList<RefusedAnswer> Refused, IReadOnlyList<SupersededAnswer> Superseded);

    private static async Task<Ok<FactsAnswer>> FactsAsync(
        string facility, int? year, DateTimeOffset? known_at, Store store, EnterpriseStore enterprises, IEnumerable<IRecordedAudits> recorded, ReferenceData reference, CancellationToken ct)
    {
        var (id, at) = (new FacilityId(facility), known_at ?? store.Clock.GetUtcNow());
        var facts = await enterprises.FactsAsync(id, at, ct) ?? throw new KeyNotFoundException();
        // The gate has found it.
        var place = (await store.ReadFactsAsync(f => f.FindFacilityAsync(id, ct), ct))!.Region;
        var given = await store.ReadFactsAsync(f => f.TablesGivenKnownAsync(at, place, ct), ct);
        var audits = new List<FactRow>();
        foreach (var keeper in recorded) audits.AddRange(EnterpriseFacts.Recorded((await keeper.KnownAtAsync(at, place, ct))[id]));
        var cells = facts.Cells.Where(c => c.Column is not ("facility_id" or "outlet_id")).ToLookup(c => c.Outlet);
        return TypedResults.Ok(new FactsAnswer(
            facility, year, at, [.. given], [.. cells[null].Select(Cell)], [.. facts.Records.Outlets.Select(o => new OutletAnswer(o.Id.Value, [.. cells[o.Id.Value].Select(Cell)]))],
            [.. facts.Series.Where(s => year is null || (s.First.Year <= year && s.Last.Year >= year)).Select(s => Head(s, reference))],
            [.. facts.Rows.Concat(audits).Where(r => year is null || Concerns(r, year.Value)).Select(r => new RowAnswer(r.Table, r.Values.ToDictionary(v => v.Key, v => Plain(v.Value), StringComparer.Ordinal), Source(r.Import, r.Source)))],
            [.. facts.Records.RefusedIn.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => new RefusedAnswer(r.Key, Source(null, r.Value)))],
            [.. facts.Merged.Superseded.Select(Superseded)]));
    }

    private static SeriesHead Head(HeldSeries s, ReferenceData reference) => new(
        s.Key.OutletId.Value, s.Key.Pollutant.Value, reference.Pollutants.NameOf(s.Key.Pollutant), s.Key.Window, s.Key.Origin, s.Key.Unit.Symbol, s.Count, s.First, s.Last);

    private static SupersededAnswer Superseded(SupersededFact s) =>
        new(s.Table, s.Key, Source(s.EarlierImport, s.Earlier), s.Later is { } later ? Source(s.LaterImport, later) : null, s.LaterImport);

    // Rows of other years judge nothing, but a rule may ask for earlier indicators, and discharges of the eleven months before belong to the rolling
    // twelve. What has no year holds until it is said otherwise.
    private static bool Concerns(FactRow row, int year)
    {
        if (row.Values.TryGetValue("year", out var of)) return row.Table == FactTables.Indicators.Name ? (int)of <= year : (int)of == year;
        if (!row.Values.TryGetValue("from", out var from)) return true;
        var first = row.Table == FactTables.Discharges.Name ? new DateOnly(year - 1, 2, 1) : new DateOnly(year, 1, 1);
        return (DateOnly)from <= new DateOnly(year, 12, 31) && (!row.Values.TryGetValue("to", out var to) || (DateOnly)to >= first);
    }
}
