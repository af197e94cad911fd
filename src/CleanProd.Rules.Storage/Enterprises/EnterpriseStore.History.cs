using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Lists;
using CleanProd.Rules.Storage.Notices;
using CleanProd.Rules.Storage.Screenings;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Enterprises;

// What was decided about an enterprise over the years, and what came of it.
public sealed partial class EnterpriseStore
{
    /// <summary>Determinations of an enterprise by finished screenings, the newest first.</summary>
    /// <param name="facility">The enterprise.</param>
    /// <param name="year">Only of this year; null for all.</param>
    /// <param name="run">Only of this screening; null for all.</param>
    /// <param name="withDry">Whether dry runs are told.</param>
    /// <param name="before">Only screenings with a smaller number; null from the newest on.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<HistoricDetermination>> HistoryAsync(
        FacilityId facility, int? year, long? run, bool withDry, long? before, int most, CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<HistoricDetermination>>(async c =>
    {
        var found = await (
            from r in c.Set<ScreeningEntry>()
            join d in c.Set<DeterminationEntry>() on r.Id equals d.RunId
            where d.FacilityId == facility.Value && r.State == ScreeningState.Finished && (before == null || r.Id < before)
                && (year == null || r.Year == year) && (run == null || r.Id == run) && (withDry || r.Kind != ScreeningKind.Dry)
            orderby r.Id descending
            select new { Run = r, Determination = d }).Take(most).ToListAsync(ct);
        var runs = found.ConvertAll(f => (long?)f.Run.Id);
        var entries = (await (
            from l in c.Set<ListRow>()
            join e in c.Set<ListEntryRow>() on l.Id equals e.ListId
            where runs.Contains(l.RunId) && e.FacilityId == facility.Value
            orderby l.Id, e.EntryNo
            select new { l.RunId, As = new ListedAs(l.Id, l.Kind, l.Year, l.State, e.EntryNo, e.ClassId, e.State, e.Included) }).ToListAsync(ct)).ToLookup(e => e.RunId, e => e.As);
        var notices = (await c.Set<Notice>().Where(n => n.FacilityId == facility.Value).OrderBy(n => n.Id)
            .Select(n => new NotifiedBy(n.Id, n.ListId, n.Number, n.Kind, n.State, n.IssuedOn, n.ServedOn, n.DocumentSha256 != null)).ToListAsync(ct)).ToLookup(n => n.List);
        var cases = (await c.Set<CaseRow>().Where(r => r.FacilityId == facility.Value).OrderBy(r => r.Id)
            .Select(r => new { r.ListId, r.Id, r.Stage, r.NextDueOn }).ToListAsync(ct)).ToLookup(r => r.ListId, StringComparer.Ordinal);
        return
        [
            .. found.Select(f =>
            {
                var listed = entries[f.Run.Id].ToArray();
                var lists = listed.Select(l => l.List).Distinct().ToArray();
                return new HistoricDetermination(
                    ScreeningHead.Of(f.Run), ScreenedFacility.Of(f.Determination), listed, [.. lists.SelectMany(l => notices[l])],
                    [.. lists.SelectMany(l => cases[l.ToString(CultureInfo.InvariantCulture)].Select(r => new FollowedIn(r.Id, l, r.Stage, r.NextDueOn)))]);
            }),
        ];
    });
}
