namespace CleanProd.Rules.Rules;

/// <summary>The comparison nearest to flipping the outcome.</summary>
/// <param name="Ratio">Value over threshold: at 1 the comparison stands on the line.</param>
/// <param name="Condition">The comparison as written in the rule.</param>
/// <param name="Subject">What it is about: outlet and pollutant, product …; null for the facility as a whole.</param>
/// <param name="Value">The left value in plain notation, where it is a number.</param>
/// <param name="Threshold">The right value in plain notation.</param>
public sealed record Margin(decimal Ratio, string Condition, string? Subject, string? Value, string? Threshold);
