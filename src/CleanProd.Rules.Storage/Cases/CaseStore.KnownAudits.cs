using CleanProd.Rules.Cases;
using CleanProd.Rules.Facts;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Cases;

// What the next screening is told of the audits that the bureau itself has recorded.
public sealed partial class CaseStore
{
    /// <summary>Cases of a region as rows of the table <c>audits</c>, by what was recorded until a time.</summary>
    /// <param name="knownAt">The time.</param>
    /// <param name="region">Where the enterprises lie.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<AuditRecord>> AuditsKnownAtAsync(DateTimeOffset knownAt, RegionCode region, CancellationToken ct = default) =>
        store.ReadAsync<IReadOnlyList<AuditRecord>>(async context =>
        {
            var cases = context.Set<CaseRow>().Where(c => c.Region.StartsWith(region.Value)).Select(c => c.Id);
            var acts = await context.Set<CaseEventRow>().Where(e => cases.Contains(e.Aggregate)).OrderBy(e => e.Aggregate).ThenBy(e => e.Seq).ToListAsync(ct);
            var audits = new List<AuditRecord>();
            foreach (var history in acts.GroupBy(e => e.Aggregate))
            {
                var known = history.Select(e => CaseJson.Read<CaseEvent>(e.Content)).TakeWhile(e => e.At <= knownAt).ToArray();
                if (known.Length > 0 && CaseFact.Of(AuditCase.Replay(known), new SourceRef(FormattableString.Invariant($"cases/{history.Key}"), null, known.Length)) is { } audit)
                    audits.Add(audit);
            }

            return audits;
        });
}
