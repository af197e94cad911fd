using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Rules;

/// <summary>How a rule of a province or city stands to one of a wider jurisdiction.</summary>
public enum OverlayRelation
{
    /// <summary>A ground of its own beside the others.</summary>
    Adds,

    /// <summary>Lists at least whom the wider rule lists; the wider rule stays and both are shown.</summary>
    Tightens,

    /// <summary>Speaks in place of the wider rule within its jurisdiction.</summary>
    Replaces,
}

/// <summary>What a rule says of its place among rules of other jurisdictions.</summary>
/// <param name="Relation">How it stands to the wider rule.</param>
/// <param name="Rule">Name of the wider rule; null for a ground of its own.</param>
/// <param name="Loosens">Whether the law lets it list fewer than the wider rule: never assumed, always said.</param>
/// <param name="Citation">The clause that allows it.</param>
public sealed record OverlayMark(OverlayRelation Relation, string? Rule, bool Loosens, Wording Citation);
