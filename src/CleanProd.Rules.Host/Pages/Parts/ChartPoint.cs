using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Pages.Parts;

/// <summary>A value to be drawn.</summary>
/// <param name="At">When.</param>
/// <param name="Value">The value.</param>
/// <param name="Limit">The upper limit it was held against; null where there was none.</param>
/// <param name="Over">Whether it was judged to be over: the chart judges nothing.</param>
/// <param name="Source">The row it was read from.</param>
/// <param name="Import">The import that brought it.</param>
public sealed record ChartPoint(DateTime At, decimal Value, decimal? Limit, bool Over, SourceRef Source, long? Import)
{
    /// <summary>The lower limit, where there is one: of pH.</summary>
    public decimal? LimitLow { get; init; }
}
