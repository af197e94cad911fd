using System.Text.Json.Serialization;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Cases.Recognition;

/// <summary>What can be done on the voluntary track.</summary>
public enum VoluntaryAct
{
    /// <summary>The enterprise applies.</summary>
    Applied,

    /// <summary>Accepted on site (现场验收通过).</summary>
    AcceptedOnSite,

    /// <summary>Refused on site.</summary>
    Refused,

    /// <summary>Named in a recognition list, with a certificate.</summary>
    Recognised,

    /// <summary>The certificate is revoked.</summary>
    Revoked,
}

/// <summary>How a voluntary audit stands.</summary>
public enum VoluntaryState
{
    /// <summary>Applied.</summary>
    Applied,

    /// <summary>Accepted on site, not yet named.</summary>
    AcceptedOnSite,

    /// <summary>Refused on site.</summary>
    Refused,

    /// <summary>Named; the certificate is valid.</summary>
    Recognised,

    /// <summary>The certificate has run out.</summary>
    Expired,

    /// <summary>The certificate was revoked.</summary>
    Revoked,
}

/// <summary>What one kind of act says.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(NoVoluntaryDetail), "none")]
[JsonDerivedType(typeof(ApplicationDetail), "application")]
[JsonDerivedType(typeof(RecognitionDetail), "recognition")]
public abstract record VoluntaryDetail;

/// <summary>Nothing further.</summary>
public sealed record NoVoluntaryDetail : VoluntaryDetail;

/// <summary>Who applies.</summary>
/// <param name="Facility">The enterprise.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Where it lies.</param>
/// <param name="Industry">Industry code with its letter; null when unknown.</param>
public sealed record ApplicationDetail(FacilityId Facility, string Name, RegionCode Region, string? Industry) : VoluntaryDetail;

/// <summary>Named in a recognition list; the act's day is the day of the list.</summary>
/// <param name="List">Identity of the recognition list.</param>
/// <param name="Certificate">Number of the certificate.</param>
/// <param name="Years">Years it is valid: the place sets them (Guangzhou: generally 5, <see cref="RecognitionList.GuangzhouYears"/>).</param>
public sealed record RecognitionDetail(string List, string Certificate, int Years) : VoluntaryDetail;

/// <summary>One act of a voluntary audit.</summary>
public sealed record VoluntaryEvent : RecordedAct
{
    /// <summary>Identity of the voluntary audit in its store.</summary>
    public required string Audit { get; init; }

    /// <summary>What was done.</summary>
    public required VoluntaryAct Act { get; init; }

    /// <summary>What that kind of act says.</summary>
    public VoluntaryDetail Detail { get; init; } = new NoVoluntaryDetail();
}
