namespace CleanProd.Rules.Facts.Words;

/// <summary>The largest ratio of one month.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Certain">Largest value over its limit among the values that could be judged; null when there is none.</param>
/// <param name="HasIndeterminate">Whether a value of the month could not be judged, or is only known to lie above its number.</param>
public readonly record struct MonthRatio(DateOnly Month, decimal? Certain, bool HasIndeterminate);
