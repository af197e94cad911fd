using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Storage.Cases;

namespace CleanProd.Rules.Host.Cases;

/// <summary>Cases as a screening sees them.</summary>
internal sealed class RecordedAudits(CaseStore cases) : IRecordedAudits
{
    public async Task<ILookup<FacilityId, AuditRecord>> KnownAtAsync(DateTimeOffset knownAt, RegionCode region, CancellationToken ct) =>
        (await cases.AuditsAsync(knownAt, region, ct)).ToLookup(a => a.FacilityId);
}
