using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Enterprises;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>In which order results are asked for.</summary>
internal enum ResultSort
{
    /// <summary>Listed first, then data missing, not listed, not applicable.</summary>
    Outcome,

    /// <summary>By name.</summary>
    Name,

    /// <summary>By identity.</summary>
    Identity,

    /// <summary>By division code.</summary>
    Place,

    /// <summary>By industry code.</summary>
    Industry,

    /// <summary>By the number nearest to its line, the largest first; without a number last.</summary>
    Margin,
}

/// <summary>Which results somebody asks for, as it stands in an address; what is null is not asked for.</summary>
/// <param name="Year">The screened year.</param>
/// <param name="Run">A screening; null for what stands for the year.</param>
internal sealed record ResultQuestion(int Year, long? Run)
{
    /// <summary>With this outcome.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>Listed on this ground.</summary>
    public string? Ground { get; init; }

    /// <summary>Within this region.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>Whose industry code begins with this.</summary>
    public string? Industry { get; init; }

    /// <summary>With this in the name, identity or credit code, or in the initials of the name's pinyin.</summary>
    public string? Text { get; init; }

    /// <summary>Only those of which a rule is close to flipping.</summary>
    public bool Near { get; init; }

    /// <summary>Only those that lack a fact of this kind: <c>monitoring</c>, <c>discharges</c> …</summary>
    public string? Missing { get; init; }

    /// <summary>How it stands against the year before.</summary>
    public ResultChange? Change { get; init; }

    /// <summary>The order.</summary>
    public ResultSort Sort { get; init; }

    /// <summary>Whether the order is turned round.</summary>
    public bool Descending { get; init; }
}

/// <summary>A result with what stands beside it in a list.</summary>
/// <param name="Row">What was decided.</param>
/// <param name="Ratio">Value over threshold of the rule nearest to its line.</param>
/// <param name="Nearest">Ground and subject of that rule.</param>
/// <param name="Missing">Facts that would decide and are absent, in words.</param>
internal sealed record ResultLine(ResultRow Row, decimal? Ratio, Wording Nearest, IReadOnlyList<Wording> Missing);
