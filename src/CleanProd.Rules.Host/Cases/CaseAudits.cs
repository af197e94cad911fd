using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Storage.Cases;

namespace CleanProd.Rules.Host.Cases;

/// <summary>Tells screenings of the audits that stand in the bureau's own cases.</summary>
internal sealed class CaseAudits(CaseStore cases) : IRecordedAudits
{
    public async Task<ILookup<FacilityId, AuditRecord>> KnownAtAsync(DateTimeOffset knownAt, RegionCode region, CancellationToken ct) =>
        (await cases.AuditsKnownAtAsync(knownAt, region, ct)).ToLookup(a => a.FacilityId);
}
