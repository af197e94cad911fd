namespace CleanProd.Rules.Facts.Words;

/// <summary>The enterprise that is judged.</summary>
[Word("facility")]
public sealed class FacilityFact
{
    /// <summary>Credit code or foreign identity. Never missing.</summary>
    [Example("facility.Id != \"\"")]
    public required string Id { get; init; }

    /// <summary>Name. Never missing.</summary>
    [Example("facility.Name.Contains(\"电镀\")")]
    public required string Name { get; init; }

    /// <summary>GB/T 2260 code of the place, or its name where the register does not know it. Missing when not reported.</summary>
    [Example("facility.Region == \"440100\"")]
    public string? Region { get; init; }

    /// <summary>GB/T 4754-2017 code with its letter, or the name where the register does not know it. Missing when not reported.</summary>
    [Example("facility.Industry == \"C3360\"")]
    public string? Industry { get; init; }

    /// <summary><c>operating</c>, <c>suspended</c> or <c>closed</c>; operating when the source says nothing.</summary>
    [OneOf("operating", "suspended", "closed")]
    [Example("facility.Status != \"closed\"")]
    public string Status { get; init; } = "operating";

    /// <summary>Whether it is a key polluting unit (重点排污单位). Missing when not reported.</summary>
    [Example("facility.KeySource == true")]
    public bool? KeySource { get; init; }

    /// <summary>Day the environmental impact document was approved. Missing when not reported.</summary>
    [Example("facility.EiaApprovedOn != null")]
    public DateTime? EiaApprovedOn { get; init; }

    /// <summary>
    /// Whether a mandatory energy limit per unit of product exists for the industry or for a product reported in the year, by the
    /// reference tables. Unknown while the industry is not reported or not known to the register, or an energy row was refused.
    /// </summary>
    [UnknownWhileNull(nameof(EnergyLimitBasis))]
    [Example("facility.HasEnergyLimit")]
    public bool HasEnergyLimit { get; init; }

    /// <summary>What <see cref="HasEnergyLimit"/> rests on; null while that cannot be told.</summary>
    [NotAWord]
    public string? EnergyLimitBasis { get; init; }

    /// <summary>Whether the place lies under one of the given division codes, separated by commas. Unknown while the place is not reported.</summary>
    [UnknownWhileNull(nameof(Region))]
    [Example("facility.RegionIn(\"44\")")]
    public bool RegionIn(string prefixes) => StartsWithAny(Region, prefixes);

    /// <summary>Whether the industry lies under one of the given industry codes, separated by commas. Unknown while the industry is not reported.</summary>
    [UnknownWhileNull(nameof(Industry))]
    [Example("facility.IndustryIn(\"C336,C17\")")]
    public bool IndustryIn(string prefixes) => StartsWithAny(Industry, prefixes);

    private static bool StartsWithAny(string? code, string prefixes)
    {
        if (code is null) return false;
        foreach (var prefix in prefixes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (code.StartsWith(prefix, StringComparison.Ordinal)) return true;
        return false;
    }
}

/// <summary>The days that are judged.</summary>
[Word("period")]
public sealed class PeriodFact
{
    /// <summary>Year of the last day. Never missing.</summary>
    [Example("period.Year >= 2016")]
    public required int Year { get; init; }

    /// <summary>First day. Never missing.</summary>
    [Example("period.From.Year == period.Year")]
    public required DateTime From { get; init; }

    /// <summary>Last day. Never missing.</summary>
    [Example("period.To >= period.From")]
    public required DateTime To { get; init; }
}
