using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Screenings;
using CleanProd.Rules.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Enterprises;

/// <summary>Enterprises to look at: found by what is known of them now, with what is known of one of them at a time.</summary>
/// <param name="store">Where they are.</param>
public sealed partial class EnterpriseStore(Store store)
{
    /// <summary>Enterprises in the order of their identities, as the database orders texts.</summary>
    /// <param name="filter">Which; an outcome or ground asks for a year.</param>
    /// <param name="after">Only those after this one.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<ListedEnterprise>> FindAsync(EnterpriseFilter filter, FacilityId? after, int most, CancellationToken ct = default) =>
        store.ReadAsync<IReadOnlyList<ListedEnterprise>>(async c =>
        {
            var known = Known(c, filter, after);
            if (filter.Year is not { } year)
            {
                var rows = await known.OrderBy(f => EF.Property<string>(f, "facility_id")).Take(most).ToListAsync(ct);
                return [.. rows.Select(f => new ListedEnterprise(Read(f), null))];
            }

            var judged = await JudgedAsync(c, year, filter, ct);
            if (filter.Outcome is not null || filter.Ground is not null) known = known.Where(f => judged.Any(d => d.FacilityId == EF.Property<string>(f, "facility_id")));
            var page = await known.OrderBy(f => EF.Property<string>(f, "facility_id")).Take(most).ToListAsync(ct);
            var ids = page.ConvertAll(f => (string)f["facility_id"]);
            var decided = await judged.Where(d => EF.Parameter(ids).Contains(d.FacilityId))
                .Select(d => new { d.FacilityId, d.RunId, d.Outcome, d.Grounds }).ToDictionaryAsync(d => d.FacilityId, d => new JudgedYear(d.RunId, d.Outcome, Grounds(d.Grounds)), ct);
            return [.. page.Select(f => new ListedEnterprise(Read(f), decided.GetValueOrDefault((string)f["facility_id"])))];
        });

    /// <summary>What was known of an enterprise at a time; null when nobody had named it.</summary>
    public Task<EnterpriseFacts?> FactsAsync(FacilityId facility, DateTimeOffset knownAt, CancellationToken ct = default) => store.ReadFactsAsync(
        async facts => await facts.LayersAsync(facility, knownAt, ct) is { Count: > 0 } layers ? new EnterpriseFacts(layers) : null, ct);

    private static IQueryable<Dictionary<string, object>> Known(StoreContext context, EnterpriseFilter filter, FacilityId? after)
    {
        var known = context.Set<Dictionary<string, object>>(KnownTables.Facilities.Name)
            .Within(filter.Reach, f => EF.Property<string>(f, "region_code"), f => EF.Property<string>(f, "facility_id"));
        if (after is { } id) known = known.Where(f => string.Compare(EF.Property<string>(f, "facility_id"), id.Value) > 0);
        if (filter.Region is { } region) known = known.Where(f => EF.Property<string>(f, "region_code").StartsWith(region.Value));
        if (filter.Industry is { } industry) known = known.Where(f => EF.Property<string>(f, "industry").StartsWith(industry));
        if (filter.Status is { } status)
        {
            var word = Words<FacilityStatus>.Text(status);
            known = known.Where(f => EF.Property<string>(f, "status") == word);
        }

        return filter.Text is not { } text
            ? known
            : known.Where(f => EF.Property<string>(f, "name").Contains(text) || EF.Property<string>(f, "facility_id").Contains(text)
                || EF.Property<string>(f, "credit_code").Contains(text));
    }

    // What the latest finished screening that reaches a place decided there. A dry run decides nothing.
    private static async Task<IQueryable<DeterminationEntry>> JudgedAsync(StoreContext context, int year, EnterpriseFilter filter, CancellationToken ct)
    {
        var runs = await RunsAsync(context, year, ct);
        var all = context.Set<DeterminationEntry>().Where(d => runs.Contains(d.RunId));
        var judged = runs.Count < 2 ? all : all.Where(d => !all.Any(later => later.FacilityId == d.FacilityId && later.RunId > d.RunId));
        if (filter.Outcome is { } outcome) judged = judged.Where(d => d.Outcome == outcome);
        return filter.Ground is { } ground ? judged.Where(d => d.Grounds.Contains($" {ground} ")) : judged;
    }

    private static KnownFacility Read(Dictionary<string, object> row) => new(
        new((string)row["facility_id"]), (string)row["name"], new((string)row["region_code"]), row["industry"] as string, row["credit_code"] as string,
        Words<FacilityStatus>.Member((string)row["status"]), Convert.ToInt64(row["last_import_id"], CultureInfo.InvariantCulture));
}
