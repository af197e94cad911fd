using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Cases;

// Overviews: from the index rows alone.
public sealed partial class CaseStore
{
    /// <summary>Cases by number.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="after">Only with a larger number; null from the first on.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<CaseLine>> ListAsync(CaseFilter filter, long? after, int most, CancellationToken ct = default) =>
        store.ReadAsync<IReadOnlyList<CaseLine>>(async context => [
            .. (await Wanted(context, filter).Where(c => after == null || c.Id > after).OrderBy(c => c.Id).Take(most).ToListAsync(ct)).Select(Line),
        ]);

    /// <summary>What is overdue on a day, the longest first.</summary>
    /// <param name="filter">Of which cases.</param>
    /// <param name="on">The day.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<DutyLine>> OverdueAsync(CaseFilter filter, DateOnly on, int most, CancellationToken ct = default) =>
        DutiesAsync(filter, d => d.Where(r => r.Waits && r.DueOn < on), most, ct);

    /// <summary>Last days of duties that are not done, in order.</summary>
    /// <param name="filter">Of which cases.</param>
    /// <param name="from">First day.</param>
    /// <param name="through">Last day.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<DutyLine>> CalendarAsync(CaseFilter filter, DateOnly from, DateOnly through, int most, CancellationToken ct = default) =>
        DutiesAsync(filter, d => d.Where(r => r.Waits && r.DueOn >= from && r.DueOn <= through), most, ct);

    private Task<IReadOnlyList<DutyLine>> DutiesAsync(CaseFilter filter, Func<IQueryable<CaseDutyRow>, IQueryable<CaseDutyRow>> which, int most, CancellationToken ct) =>
        store.ReadAsync<IReadOnlyList<DutyLine>>(async context =>
        {
            var found = await which(context.Set<CaseDutyRow>())
                .Join(Wanted(context, filter), d => d.CaseId, c => c.Id, (d, c) => new { d, c })
                .OrderBy(p => p.d.DueOn).ThenBy(p => p.c.Id).ThenBy(p => p.d.Duty).Take(most).ToListAsync(ct);
            return [.. found.Select(p => new DutyLine(Line(p.c), p.d.Read()))];
        });

    internal static IQueryable<CaseRow> Wanted(StoreContext context, CaseFilter filter)
    {
        var rows = context.Set<CaseRow>().Within(filter.Reach, c => c.Region, c => c.FacilityId);
        if (filter.Region.Value.Length > 0) rows = rows.Where(c => c.Region.StartsWith(filter.Region.Value));
        if (filter.Stage is { } stage) rows = rows.Where(c => c.Stage == stage);
        if (filter.Underway is { } underway) rows = rows.Where(c => c.Underway == underway);
        if (filter.List is { } list) rows = rows.Where(c => c.ListId == list);
        if (filter.Facility is { } facility) rows = rows.Where(c => c.FacilityId == facility.Value);
        if (filter.Text is { } text) rows = rows.Where(c => c.Name.Contains(text) || c.FacilityId.Contains(text));
        if (filter.OverdueOn is { } day) rows = rows.Where(c => context.Set<CaseDutyRow>().Any(d => d.CaseId == c.Id && d.Waits && d.DueOn < day));
        if (filter.Due is { } due) rows = rows.Where(c => context.Set<CaseDutyRow>().Any(d => d.CaseId == c.Id && d.Waits && d.DueOn >= due.From && d.DueOn <= due.Through));
        return rows;
    }

    internal static CaseLine Line(CaseRow c) =>
        new(c.Id, c.ListId, c.ListYear, new FacilityId(c.FacilityId), c.Name, new RegionCode(c.Region), c.PublishedOn, c.Stage, c.NextDueOn);
}
