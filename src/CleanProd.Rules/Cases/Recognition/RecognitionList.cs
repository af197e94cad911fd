using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Cases.Recognition;

/// <summary>One enterprise of a recognition list.</summary>
/// <param name="Facility">The enterprise.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Where it lies.</param>
/// <param name="Industry">Industry code; null when unknown.</param>
/// <param name="Certificate">Its certificate.</param>
/// <param name="RevokedOn">Day the certificate was revoked; null when it was not.</param>
public sealed record RecognitionEntry(FacilityId Facility, string Name, RegionCode Region, string? Industry, Certificate Certificate, DateOnly? RevokedOn);

/// <summary>The enterprises that a list recognises (清洁生产企业名单), by region, then identity.</summary>
/// <param name="Id">Identity of the list.</param>
/// <param name="Entries">Its enterprises.</param>
public sealed record RecognitionList(string Id, IReadOnlyList<RecognitionEntry> Entries)
{
    /// <summary>Years a certificate of Guangzhou is generally valid (a city notice of 2021).</summary>
    public const int GuangzhouYears = 5;

    /// <summary>The content of a list, from voluntary audits of any state.</summary>
    public static RecognitionList Of(string id, IEnumerable<VoluntaryAudit> audits) => new(id,
    [
        .. audits.Where(a => a.Certificate?.List == id)
            .Select(a => new RecognitionEntry(
                a.Application.Facility, a.Application.Name, a.Application.Region, a.Application.Industry, a.Certificate!,
                a.History[^1] is { Act: VoluntaryAct.Revoked, On: var on } ? on : null))
            .OrderBy(e => e.Region).ThenBy(e => e.Facility),
    ]);
}
