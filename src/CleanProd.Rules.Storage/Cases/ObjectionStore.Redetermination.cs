using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Objections;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Cases;

// From the accepted objection to the amendment: the corrected data are screened, and what they change goes into an amendment.
public sealed partial class ObjectionStore
{
    /// <summary>Starts the screening of every accepted objection that has none yet: what a killed process left behind too.</summary>
    public async Task RedetermineAsync(IRedeterminations redeterminations, CancellationToken ct = default)
    {
        var waiting = await store.ReadAsync(c => c.Set<ObjectionRow>().Where(o => o.State == ObjectionState.UnderRedetermination && o.Run == null).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(ct));
        foreach (var id in waiting)
        {
            var (objection, list) = await store.ReadAsync(async context =>
            {
                var row = await context.Set<ObjectionRow>().SingleAsync(o => o.Id == id, ct);
                return (await StoredAsync(context, row, ct), await context.Set<CaseRow>().Where(c => c.Id == row.CaseId).Select(c => c.ListId).SingleAsync(ct));
            });
            var accepted = objection.Objection.History.Last(e => e.Act == ObjectionAct.AcceptedForRedetermination);
            var filing = objection.Objection.Filing;
            var run = await redeterminations.StartAsync(id, filing.Facility, list, Acts.Officer(accepted.Actor, filing.Region), ct);
            await store.WriteAsync(
                async session =>
                {
                    await session.LockAsync($"objection/{id}", ct);
                    var row = await session.Context.Set<ObjectionRow>().SingleAsync(o => o.Id == id, ct);
                    row.Run ??= run;
                },
                ct);
        }
    }

    /// <summary>Upholds an objection: what the screening of the corrected data changed goes into an amendment, or nothing is done.</summary>
    /// <exception cref="KeyNotFoundException">There is no such objection.</exception>
    /// <exception cref="RefusedActException">
    /// <c>not_redetermined</c>: the screening has not ended; <c>outcome_unchanged</c>: it says the same as before, so dismiss; <c>stale_version</c> …
    /// </exception>
    public async Task<StoredObjection> UpholdAsync(long id, WantedAct wanted, IRedeterminations redeterminations, IAmendments amendments, CancellationToken ct = default)
    {
        var objection = await ReadAsync(id, ct);
        var result = objection.Run is { } run ? await redeterminations.ResultAsync(run, objection.Objection.Filing.Facility, ct) : null;
        return await store.WriteAsync(
            session => ActAsync(session, id, ObjectionAct.Upheld, wanted, (s, stored) => AmendedAsync(s, stored, result, wanted, amendments, ct), ct), ct);
    }

    private static async Task<ObjectionDetail> AmendedAsync(
        StoreSession session, StoredObjection stored, Redetermination? result, WantedAct wanted, IAmendments amendments, CancellationToken ct)
    {
        if (result is null || stored.Run is not { } run) throw new RefusedActException("not_redetermined", new("重新判定尚未完成。", "The re-determination has not ended yet."));
        var audit = (await CaseReader.FindAsync(session.Context, stored.CaseId, ct))!;
        var before = string.Join(' ', audit.Opening.Grounds.Order(StringComparer.Ordinal));
        var after = result.Grounds.Count > 0 ? string.Join(' ', result.Grounds.Order(StringComparer.Ordinal)) : result.Outcome;
        if (before == after)
            throw new RefusedActException("outcome_unchanged", new("重新判定结果与公布的一致，异议不成立的请予以驳回。", "The re-determination says the same as the list: dismiss the objection."));
        var list = await amendments.DraftAsync(session, audit.Opening.List.Id, audit.Opening.Facility, run, Acts.Officer(wanted.By, audit.Opening.Region), wanted.Reason, ct);
        return new UpholdingDetail(before, after, list);
    }
}
