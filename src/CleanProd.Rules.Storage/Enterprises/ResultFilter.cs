using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.Enterprises;

/// <summary>How an enterprise stands against the year before.</summary>
public enum ResultChange
{
    /// <summary>Listed, and not the year before.</summary>
    Joined,

    /// <summary>Listed the year before, and not any more.</summary>
    Left,

    /// <summary>Listed in both, on other grounds.</summary>
    OtherGrounds,

    /// <summary>Another outcome than the year before, or none then.</summary>
    Changed,
}

/// <summary>In which order results are told; those that are equal by identity.</summary>
public enum ResultOrder
{
    /// <summary>By identity.</summary>
    Identity,

    /// <summary>By name.</summary>
    Name,

    /// <summary>By division code.</summary>
    Place,

    /// <summary>By industry code.</summary>
    Industry,

    /// <summary>Listed first, then data missing, not listed, not applicable.</summary>
    Outcome,
}

/// <summary>Which results are asked for; what is null is not asked for.</summary>
/// <param name="Year">The screened year.</param>
public sealed record ResultFilter(int Year)
{
    /// <summary>What this screening decided; null for what the latest finished screenings of the year decided, each place by the latest that reaches it.</summary>
    public long? Run { get; init; }

    /// <summary>With this outcome.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>Listed on this ground.</summary>
    public string? Ground { get; init; }

    /// <summary>Within this region.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>Whose industry code begins with this.</summary>
    public string? Industry { get; init; }

    /// <summary>With this in the name, the identity or the credit code.</summary>
    public string? Text { get; init; }

    /// <summary>Identities that fit <see cref="Text"/> in another way, such as by the initials of their names.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Only these identities; null for all.</summary>
    public IReadOnlyList<string>? Among { get; init; }

    /// <summary>How it stands against the year before.</summary>
    public ResultChange? Change { get; init; }

    /// <summary>Within what the asker reaches.</summary>
    public Reach Reach { get; init; } = Reach.Everything;
}

/// <summary>Where a result is kept: what a finished screening decided stays where it is.</summary>
/// <param name="Run">The screening.</param>
/// <param name="Number">Its number in the screening.</param>
public readonly record struct ResultPlace(long Run, int Number);

/// <summary>A result by identity.</summary>
/// <param name="Place">Where it is kept.</param>
/// <param name="FacilityId">The enterprise.</param>
public readonly record struct PlacedResult(ResultPlace Place, string FacilityId);

/// <summary>What was decided about an enterprise, in a line.</summary>
/// <param name="Run">The screening.</param>
/// <param name="FacilityId">The enterprise.</param>
/// <param name="Name">Its name as it was known then.</param>
/// <param name="Region">Where it lies.</param>
/// <param name="Industry">Code of its industry as it is known now.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Grounds">Grounds that list it.</param>
/// <param name="Before">Its outcome in the year before; null when it was not judged.</param>
/// <param name="GroundsBefore">Grounds that listed it then.</param>
public sealed record ResultRow(
    long Run, FacilityId FacilityId, string Name, RegionCode Region, string? Industry, Outcome Outcome, IReadOnlyList<string> Grounds, Outcome? Before, IReadOnlyList<string> GroundsBefore);
