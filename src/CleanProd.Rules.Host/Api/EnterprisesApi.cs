using System.Globalization;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Enterprises;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

/// <summary>Everything about enterprises: who they are, what is known of them, how their values stand, what was decided and why.</summary>
internal static partial class EnterprisesApi
{
    internal static void MapEnterprises(this IEndpointRouteBuilder api)
    {
        api.MapGet("/enterprises", ListAsync).Needs(Permission.ReadEnterprises, Target.Scoped)
            .WithSummary("Enterprises by a part of name, identity or credit code, by region, beginning of the industry code, status, and outcome or ground of a year.");
        api.MapGet("/enterprises/{facility}", ShowAsync).Needs(Permission.ReadEnterprises, Target.Facility)
            .WithSummary("An enterprise and its outlets as known at a time (now when none is given), each cell with import, file, sheet and row.");
        api.MapGet("/enterprises/{facility}/facts", FactsAsync).Needs(Permission.ReadEnterprises, Target.Facility)
            .WithSummary("All rows about an enterprise that a screening of the year would see at a time, with import, file, sheet and row; its series without values.");
        api.MapGet("/enterprises/{facility}/series", SeriesAsync).Needs(Permission.ReadEnterprises, Target.Facility)
            .WithSummary("Measured values of a pollutant with flag and source row, each with the limit it is held against and how it stands.");
        api.MapGet("/enterprises/{facility}/determinations", DeterminationsAsync).Needs(Permission.ReadEnterprises, Target.Facility)
            .WithSummary("What screenings decided about an enterprise, with evidence and what is missing, and the lists, notices and cases that came of it.");
        api.MapGet("/enterprises/{facility}/determinations/{run}/evidence", EvidenceAsync).Needs(Permission.ReadEnterprises, Target.Facility)
            .WithSummary("The evidence pack of what a screening decided: one file (zip) from which the enterprise, a court or anybody can reach the determination again.");
    }

    /// <summary>An enterprise in a list.</summary>
    internal sealed record EnterpriseRow(
        string FacilityId, string Name, string Region, string? Industry, string? CreditCode, FacilityStatus Status, int? Year, long? Run, Outcome? Outcome, IReadOnlyList<string> Grounds);

    /// <summary>Where something stands.</summary>
    internal sealed record SourceAnswer(long? Import, string File, string? Sheet, int Row);

    /// <summary>A name that an enterprise bore.</summary>
    internal sealed record NameAnswer(string Name, DateTimeOffset KnownAt, long Import);

    /// <summary>A cell of a description.</summary>
    internal sealed record CellAnswer(string Column, object Value, SourceAnswer Source);

    /// <summary>An outlet.</summary>
    internal sealed record OutletAnswer(string OutletId, IReadOnlyList<CellAnswer> Cells);

    /// <summary>An enterprise.</summary>
    internal sealed record EnterpriseAnswer(
        string FacilityId, string Name, string Region, DateTimeOffset KnownAt, IReadOnlyList<CellAnswer> Cells, IReadOnlyList<OutletAnswer> Outlets, IReadOnlyList<NameAnswer> Names);

    private static async Task<Ok<Page<EnterpriseRow>>> ListAsync(
        Actor actor, EnterpriseStore enterprises, string? search, string? region, string? industry, Word<FacilityStatus>? status, int? year, Word<Outcome>? outcome, string? ground,
        string? after, int? limit, CancellationToken ct)
    {
        if (year is null && (outcome is not null || ground is not null))
            throw new RefusedActException("year_required", new("按判定结果或条款查询须指明年度（year）。", "Outcome and ground are of a year: give year."));
        var most = Page<EnterpriseRow>.Limit(limit);
        var filter = new EnterpriseFilter
        {
            Text = search is { Length: > 0 } ? search.Trim() : null, Region = region is null ? null : RegionCode.Of(region), Industry = industry, Status = status?.Value,
            Year = year, Outcome = outcome?.Value, Ground = ground, Reach = actor.Scope.Reach,
        };
        var found = await enterprises.FindAsync(filter, after is null ? null : new FacilityId(after), most + 1, ct);
        return TypedResults.Ok(new Page<EnterpriseRow>(
            [.. found.Take(most).Select(e => Row(e, year))], found.Count > most ? found[most - 1].Facility.Id.Value : null));
    }

    private static async Task<Ok<EnterpriseAnswer>> ShowAsync(string facility, DateTimeOffset? known_at, Store store, EnterpriseStore enterprises, CancellationToken ct)
    {
        var (id, at) = (new FacilityId(facility), known_at ?? store.Clock.GetUtcNow());
        var facts = await enterprises.FactsAsync(id, at, ct) ?? throw new KeyNotFoundException();
        var names = await store.ReadFactsAsync(f => f.NamesKnownAsync(id, at, ct), ct);
        // Where it lies is told by the jurisdiction when no row does.
        var now = await store.ReadFactsAsync(f => f.FindFacilityAsync(id, ct), ct);
        var cells = facts.Cells.Where(c => c.Column is not ("facility_id" or "outlet_id")).ToLookup(c => c.Outlet);
        return TypedResults.Ok(new EnterpriseAnswer(
            facility, facts.Records.Facility.Name, now?.Region.Value ?? facts.Records.Facility.Region ?? "", at, [.. cells[null].Select(Cell)],
            [.. facts.Records.Outlets.Select(o => new OutletAnswer(o.Id.Value, [.. cells[o.Id.Value].Select(Cell)]))],
            [.. names.Select(n => new NameAnswer(n.Name, n.KnownAt, n.Import))]));
    }

    private static EnterpriseRow Row(ListedEnterprise e, int? year) => new(
        e.Facility.Id.Value, e.Facility.Name, e.Facility.Region.Value, e.Facility.Industry, e.Facility.CreditCode, e.Facility.Status, year, e.Judged?.Run, e.Judged?.Outcome,
        e.Judged?.Grounds ?? []);

    private static CellAnswer Cell(DescribedCell c) => new(c.Column, Plain(c.Value), Source(c.Import, c.Source));

    private static SourceAnswer Source(long? import, SourceRef source) => new(import, source.File, source.Sheet, source.Row);

    // Exact, without trailing zeros: the same from both databases.
    private static object Plain(object value) => value is decimal number ? Plain(number) : value;

    private static decimal Plain(decimal number) => decimal.Parse(PlainNumber.Text(number), CultureInfo.InvariantCulture);
}
