using CleanProd.Rules.Cases;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>A case that may go into the next batch.</summary>
/// <param name="Id">The case's number.</param>
/// <param name="Row">Why and since when.</param>
public sealed record RollOverLine(long Id, RollOverRow Row);

// Roll-over: failed and overdue cases are put up for a later list, and carried by it when it is published.
public sealed partial class CaseStore
{
    /// <summary>What can be rolled over today.</summary>
    public Task<IReadOnlyList<RollOverLine>> RollOverAsync(CaseFilter filter, CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<RollOverLine>>(async context =>
    {
        var today = Today;
        // Only what failed, or has not reported in time, can be rolled over: the index knows both.
        var ids = await Wanted(context, filter)
            .Where(c => c.Stage == CaseStage.EvaluationFailed || c.Stage == CaseStage.Rejected
                || c.Underway && context.Set<CaseDutyRow>().Any(d => d.CaseId == c.Id && d.Duty == "report" && d.Waits && d.DueOn < today))
            .OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct);
        var lines = new List<RollOverLine>();
        foreach (var (id, audit) in (await CaseReader.ReadAsync(context, ids, ct)).OrderBy(c => c.Key))
        {
            if (RollOver.Of(audit, await _reader.DutiesAsync(context, audit, today, ct)) is { } row) lines.Add(new(id, row));
        }

        return lines;
    });

    /// <summary>Notes that cases were put up for a list, in the transaction that puts them up.</summary>
    internal static async Task PutUpAsync(StoreSession session, IReadOnlyList<long> cases, string list, CancellationToken ct)
    {
        var known = await session.Context.Set<CaseRollOverRow>().Where(r => r.ListId == list).Select(r => r.CaseId).ToListAsync(ct);
        session.Context.AddRange(cases.Except(known).Select(c => new CaseRollOverRow { CaseId = c, ListId = list, At = session.Now }));
    }

    // The successor speaks for the enterprise from the publication on.
    private async Task CarryOverAsync(StoreSession session, Publication publication, HashSet<FacilityId> listed, CancellationToken ct)
    {
        var (context, today) = (session.Context, LegalDay.Of(session.Now));
        var ids = await context.Set<CaseRollOverRow>().Where(r => r.ListId == publication.Id).Select(r => r.CaseId).ToListAsync(ct);
        foreach (var id in ids.Order())
        {
            await session.LockAsync($"case/{id}", ct);
            var audit = (await CaseReader.FindAsync(context, id, ct))!;
            var on = publication.List.PublishedOn > audit.LastActOn ? publication.List.PublishedOn : audit.LastActOn;
            if (!listed.Contains(audit.Opening.Facility) || RollOver.Of(audit, await _reader.DutiesAsync(context, audit, today, ct)) is not { } row) continue;
            // Put right in the meantime, or not yet overdue on the day of the list: it goes on by itself.
            if (row.Cause == RollOverCause.ReportOverdue && row.Since >= on) continue;
            await AppendAsync(session, id, audit, audit.Make(CaseAct.RolledOver, Program, on, session.Now, row.Detail) with { Reason = $"滚动列入{publication.List.Number}" }, ct);
        }
    }
}
