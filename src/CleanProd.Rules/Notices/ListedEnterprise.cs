using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists.Review;

namespace CleanProd.Rules.Notices;

/// <summary>An enterprise of a published list, with all that its notice is composed of: what was signed and published, not judged again.</summary>
/// <param name="FacilityId">Its identity.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Where it is; the list's jurisdiction where that is not known.</param>
public sealed record ListedEnterprise(FacilityId FacilityId, string Name, RegionCode Region)
{
    /// <summary>统一社会信用代码 where <see cref="FacilityId"/> is another identity.</summary>
    public string? CreditCode { get; init; }

    /// <summary>Address; null where it was not reported.</summary>
    public string? Address { get; init; }

    /// <summary>Day of the publication that put it on the list, where that is not the list at hand: its periods count from then.</summary>
    public DateOnly? ListedOn { get; init; }

    /// <summary>The classes it stands in, with their reasons; after an amendment those in force. Empty for one that has left the list.</summary>
    public IReadOnlyList<ListedClass> Classes { get; init; } = [];

    /// <summary>Why it left the list; empty for one that stands on it.</summary>
    public IReadOnlyList<EntryReason> LeftFor { get; init; } = [];
}

/// <summary>A class in which an enterprise is listed.</summary>
/// <param name="ClassId">The class.</param>
/// <param name="Reasons">Why, with the deciding values.</param>
public sealed record ListedClass(string ClassId, IReadOnlyList<EntryReason> Reasons);
