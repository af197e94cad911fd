using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>
/// Audits that the service recorded itself. A screening sees them beside the imported ones: what the bureau knows need not be imported again.
/// </summary>
internal interface IRecordedAudits
{
    /// <summary>Audits by facility as they were recorded at a time.</summary>
    Task<ILookup<FacilityId, AuditRecord>> KnownAtAsync(DateTimeOffset knownAt, RegionCode region, CancellationToken ct);
}
