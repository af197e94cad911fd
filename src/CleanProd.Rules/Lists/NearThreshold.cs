using System.Globalization;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Rules;

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
    /// Whether a rule is close to flipping. A condition that triggers below its threshold (uptime under 90 %) has its ratio turned over,
    /// so that 1 is the line there too; it is near only within <see cref="UpTo"/>, or every monitor that ran all year would be near.
    /// </summary>
    public static bool IsNear(RuleDetermination rule) => (rule.Outcome, rule.Margin) switch
    {
        (Outcome.NotTriggered, { } margin) => margin.Ratio >= From && (margin.Ratio * UpTo >= 1m || !IsFalling(margin)),
        (Outcome.Triggered, { } margin) => margin.Ratio <= UpTo,
        _ => false,
    };

    /// <summary>Of rules that were decided by a number, the one that stands nearest to its line; null when there is none.</summary>
    public static RuleDetermination? NearestOf(IEnumerable<RuleDetermination> rules) =>
        rules.Where(r => r is { Margin: not null, Outcome: Outcome.Triggered or Outcome.NotTriggered }).MinBy(r => Math.Abs(r.Margin!.Ratio - 1m));

    /// <summary>Below the line although the value is above its threshold.</summary>
    private static bool IsFalling(Margin margin) =>
        margin.Ratio < 1m && Number(margin.Value) is { } value && Number(margin.Threshold) is { } threshold && value > threshold;

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
