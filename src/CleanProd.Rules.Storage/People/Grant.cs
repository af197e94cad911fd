using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Storage.People;

/// <summary>A role of an account within a jurisdiction or over one facility.</summary>
public sealed class Grant
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>Whose.</summary>
    public required Guid AccountId { get; set; }

    /// <summary>Which role.</summary>
    public required Role Role { get; set; }

    /// <summary>Division code that everything reached must lie in; empty for the whole country. Of no meaning where a facility is named.</summary>
    public required string Region { get; set; }

    /// <summary>The side of government acted for.</summary>
    public required Department Department { get; set; }

    /// <summary>The one facility reached; null for a role over a region.</summary>
    public string? FacilityId { get; set; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset GivenAt { get; set; }

    /// <summary>When it was taken back; null while it holds.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The jurisdiction.</summary>
    internal RegionCode RegionCode => new(Region);
}
