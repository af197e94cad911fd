using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Duties;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>Reads cases back from their acts, with their duties.</summary>
/// <param name="laws">Law of the packs.</param>
internal sealed class CaseReader(IDutyLaws laws)
{
    /// <summary>A case; null when there is none.</summary>
    internal static async Task<AuditCase?> FindAsync(StoreContext context, long id, CancellationToken ct) =>
        (await ReadAsync(context, [id], ct)).TryGetValue(id, out var audit) ? audit : null;

    /// <summary>Cases by number.</summary>
    internal static async Task<Dictionary<long, AuditCase>> ReadAsync(StoreContext context, IReadOnlyList<long> ids, CancellationToken ct)
    {
        var acts = await context.Set<CaseEventRow>().AsNoTracking().Where(e => ids.Contains(e.Aggregate)).OrderBy(e => e.Aggregate).ThenBy(e => e.Seq).ToListAsync(ct);
        return acts.GroupBy(e => e.Aggregate).ToDictionary(g => g.Key, g => AuditCase.Replay(g.Select(e => CaseJson.Read<CaseEvent>(e.Content))));
    }

    /// <summary>The duties of a case on a day.</summary>
    internal async Task<IReadOnlyList<CaseDuty>> DutiesAsync(StoreContext context, AuditCase audit, DateOnly today, CancellationToken ct)
    {
        var law = await laws.OfAsync(audit.Opening.List.Packs, ct);
        var (facility, key, accepted) = (audit.Opening.Facility.Value, audit.Id.Value, audit.LastDayOf(CaseAct.AcceptancePassed));
        var next = accepted is null ? null : await context.Set<CaseRow>().AsNoTracking()
            .Where(c => c.FacilityId == facility && c.Key != key && c.StartedOn > accepted).MinAsync(c => c.StartedOn, ct);
        return CaseDuties.Of(audit, law, today, next);
    }
}
