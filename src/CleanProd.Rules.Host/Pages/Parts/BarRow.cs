using CleanProd.Rules.Determinations;

namespace CleanProd.Rules.Host.Pages.Parts;

/// <summary>A row of bars.</summary>
/// <param name="Name">What it counts.</param>
/// <param name="Path">Where those that are counted are shown.</param>
/// <param name="Counts">How many of each outcome, in the order in which they are drawn.</param>
public sealed record BarRow(string Name, string Path, IReadOnlyList<(Outcome Outcome, int Count)> Counts);
