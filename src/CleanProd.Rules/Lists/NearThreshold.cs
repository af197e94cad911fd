using CleanProd.Rules.Rules;
using CleanProd.Rules.Determinations;

namespace CleanProd.Rules.Lists;

/// <summary>A facility that stands close to the line of a rule, on either side: the first to check by hand.</summary>
/// <param name="Determination">The facility.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Margin">How close.</param>
public sealed record NearThreshold(Determination Determination, Place Place, RuleDetermination Rule, Margin Margin)
{
    /// <summary>Not triggered counts as near from this share of the threshold.</summary>
    public const decimal From = 0.8m;

    /// <summary>Triggered counts as near up to this multiple of the threshold.</summary>
    public const decimal UpTo = 1.1m;

    /// <summary>
    /// Whether a rule is close to flipping. A not-triggered ratio above 1, and a triggered one below 1, belongs to a condition that
    /// triggers below its threshold (uptime under 90 %): there <see cref="UpTo"/> counts in both directions.
    /// </summary>
    public static bool IsNear(RuleDetermination rule) => (rule.Outcome, rule.Margin) switch
    {
        (Outcome.NotTriggered, { } margin) => margin.Ratio is >= From and <= UpTo,
        (Outcome.Triggered, { } margin) => margin.Ratio <= UpTo && margin.Ratio * UpTo >= 1m,
        _ => false,
    };
}
