using CleanProd.Rules.Cases;
using CleanProd.Rules.Facts;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Cases;

// Cases as facts: what the bureau recorded itself need not be imported again.
public sealed partial class CaseStore
{
    /// <summary>The audits of a region as they were recorded at a time.</summary>
    public Task<IReadOnlyList<AuditRecord>> AuditsAsync(DateTimeOffset knownAt, RegionCode region, CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<AuditRecord>>(async context =>
    {
        var acts = await context.Set<CaseEventRow>().AsNoTracking()
            .Join(context.Set<CaseRow>().Where(c => c.Region.StartsWith(region.Value)), e => e.Aggregate, c => c.Id, (e, _) => e).OrderBy(e => e.Aggregate).ThenBy(e => e.Seq).ToListAsync(ct);
        return
        [
            .. from act in acts
               let read = CaseJson.Read<CaseEvent>(act.Content)
               where read.At <= knownAt
               group read by act.Aggregate into one
               let fact = CaseFact.Of(AuditCase.Replay(one), new SourceRef($"case/{PlainNumber.Text(one.Key)}", null, 1))
               where fact is not null
               select fact,
        ];
    });
}
