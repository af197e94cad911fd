namespace CleanProd.Rules.Facts.Building;

/// <summary>The largest, the smallest and the mean of the exact values of an item.</summary>
internal readonly record struct ExactNumbers(decimal? Max, decimal? Min, decimal? Mean)
{
    internal static ExactNumbers Of(decimal[] exact) => exact.Length == 0 ? default : new(exact.Max(), exact.Min(), exact.Sum() / exact.Length);
}
