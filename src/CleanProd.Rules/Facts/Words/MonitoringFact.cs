namespace CleanProd.Rules.Facts.Words;

/// <summary>
/// One outlet, pollutant, averaging window and origin over the period, with the limit resolved per value. There is one item for
/// each combination that was measured or summarised. The list is incomplete, so that "any" cannot be answered with no, when
/// nothing was monitored, when an outlet has no values, or when a row about the facility was refused.
/// </summary>
[Word("monitoring")]
public sealed class MonitoringFact : IEvidenceFact
{
    /// <summary>Monthly largest ratios, the month's first day as key: certain exceedances and what indeterminate values could reach.</summary>
    [NotAWord]
    public IReadOnlyList<MonthRatio> Months { get => field ??= Detail?.Months() ?? []; init; }

    /// <summary>Ratios of the single values, largest first.</summary>
    [NotAWord]
    public IReadOnlyList<decimal> Ratios { get => field ??= Detail?.Ratios() ?? []; init; }

    /// <summary>Those of them that are lower bounds: of values only known to lie above a number.</summary>
    [NotAWord]
    public IReadOnlyList<decimal> OpenRatios { get; init; } = [];

    /// <summary>Outlet as its source numbers it. Never missing.</summary>
    [Example("monitoring.Any(m => m.OutletId == \"DW001\")")]
    public required string OutletId { get; init; }

    /// <summary><c>water</c> or <c>air</c>. Missing when the outlet is not described and the pollutant's code does not tell.</summary>
    [OneOf("water", "air")]
    [Example("monitoring.Any(m => m.Medium == \"water\")")]
    public string? Medium { get; init; }

    /// <summary>Pollutant code, or the name as written where the register does not know it. Never missing.</summary>
    [Example("monitoring.Any(m => m.Pollutant == \"w01018\")")]
    public required string Pollutant { get; init; }

    /// <summary>Name of the pollutant for people. Never missing.</summary>
    [Example("monitoring.Any(m => m.PollutantName == \"化学需氧量\")")]
    public required string PollutantName { get; init; }

    /// <summary>Unit of all values and limits of the item. Never missing.</summary>
    [Example("monitoring.Any(m => m.Unit == \"mg/L\")")]
    public required string Unit { get; init; }

    /// <summary>Upper limit of all the values, in <see cref="Unit"/>; none when no upper limit applies, unknown when it differs between them.</summary>
    [NullMeansNone(nameof(LimitUnknown))]
    [NeverNegative]
    [InUnitOf(nameof(Unit))]
    [Example("monitoring.Any(m => m.MaxValue > m.LimitHigh)")]
    public decimal? LimitHigh { get; init; }

    /// <summary>Whether an upper limit applied to any of the values. Never missing.</summary>
    [Example("monitoring.Any(m => m.HasUpperLimit)")]
    public bool HasUpperLimit { get; init; }

    /// <summary>Lower limit of all the values, in <see cref="Unit"/>; none when no lower limit applies, unknown when it differs between them.</summary>
    [NullMeansNone(nameof(LimitUnknown))]
    [InUnitOf(nameof(Unit))]
    [Example("monitoring.Any(m => m.MinValue < m.LimitLow)")]
    public decimal? LimitLow { get; init; }

    /// <summary>True when no limit is known though one may exist, so that nothing can be judged.</summary>
    [Example("monitoring.Any(m => m.LimitUnknown)")]
    public bool LimitUnknown { get; init; }

    /// <summary><c>automatic</c>, <c>self</c> or <c>supervision</c>. Missing when not reported.</summary>
    [OneOf("automatic", "self", "supervision")]
    [Example("monitoring.Any(m => m.Origin == \"supervision\")")]
    public string? Origin { get; init; }

    /// <summary><c>instant</c>, <c>hour</c>, <c>day</c>, <c>month</c>, or <c>year</c> for a summary. Never missing.</summary>
    [OneOf("instant", "hour", "day", "month", "year")]
    [Example("monitoring.Any(m => m.Window == \"month\")")]
    public required string Window { get; init; }

    /// <summary>Number of values that count. Missing in a summary that does not give it.</summary>
    [NeverNegative]
    [InUnit("1")]
    [Example("monitoring.Any(m => m.ValidCount >= 12)")]
    public int? ValidCount { get; init; }

    /// <summary>Number of values outside their limit; a count of certain exceedances, to which indeterminate values may add.</summary>
    [NeverNegative]
    [UpTo(nameof(PossibleExceedanceCount))]
    [MarginBy(nameof(MaxRatio))]
    [InUnit("1")]
    [Example("monitoring.Any(m => m.ExceedanceCount > 0)")]
    public required int ExceedanceCount { get; init; }

    /// <summary>Exceedances if every indeterminate value were one.</summary>
    [NotAWord]
    public required int PossibleExceedanceCount { get; init; }

    /// <summary>Number of days with an exceedance. Missing in a summary.</summary>
    [NeverNegative]
    [InUnit("d")]
    [Example("monitoring.Any(m => m.ExceedanceDays >= 7)")]
    public int? ExceedanceDays { get; init; }

    /// <summary>Number of values that can neither be called compliant nor exceeding (below a detection limit above the limit, no limit known).</summary>
    [NeverNegative]
    [InUnit("1")]
    [Example("monitoring.Any(m => m.IndeterminateCount > 0)")]
    public required int IndeterminateCount { get; init; }

    /// <summary>Whether a value above the largest exact one may be hidden in what could not be told.</summary>
    [NotAWord]
    public bool MaxIsOpen { get; init; }

    /// <summary>Upper bound of <see cref="MaxValue"/>.</summary>
    [NotAWord]
    public decimal? MaxValueAtMost => MaxIsOpen ? null : MaxValue;

    /// <summary>Upper bound of <see cref="MaxRatio"/>.</summary>
    [NotAWord]
    public decimal? MaxRatioAtMost => MaxIsOpen ? null : MaxRatio;

    /// <summary>Largest exact value; a lower bound while some values are only known to lie above a number. Missing when no exact value was reported.</summary>
    [UpTo(nameof(MaxValueAtMost))]
    [InUnitOf(nameof(Unit))]
    [Example("monitoring.Any(m => m.Unit == \"mg/L\" and m.MaxValue > 100)")]
    public decimal? MaxValue { get; init; }

    /// <summary>Smallest value. Missing when no exact value was reported.</summary>
    [InUnitOf(nameof(Unit))]
    [Example("monitoring.Any(m => m.Pollutant == \"w01001\" and m.Unit == \"无量纲\" and m.MinValue < 6)")]
    public decimal? MinValue { get; init; }

    /// <summary>Largest value over its limit; a lower bound while some values could not be judged. Missing when none could be.</summary>
    [NeverNegative]
    [UpTo(nameof(MaxRatioAtMost))]
    [InUnit("1")]
    [Example("monitoring.Any(m => m.MaxRatio >= 1.4)")]
    public decimal? MaxRatio { get; init; }

    /// <summary>Arithmetic mean of the exact values; never given for pH. Missing in a summary.</summary>
    [InUnitOf(nameof(Unit))]
    [Example("monitoring.Any(m => m.Unit == \"mg/m3\" and m.Mean > 50)")]
    public decimal? Mean { get; init; }

    /// <summary>Share of the period's windows that have a valid value, 0 to 1; only for automatic hours and days, missing otherwise.</summary>
    [NeverNegative]
    [InUnit("1")]
    [Example("monitoring.Any(m => m.Capture < 0.75)")]
    public decimal? Capture { get; init; }

    /// <summary>Day of the first exceedance; none when there was none.</summary>
    [NullMeansNone]
    [Example("monitoring.Any(m => m.FirstExceededOn != null)")]
    public DateTime? FirstExceededOn { get; init; }

    /// <summary>Day of the last exceedance; none when there was none.</summary>
    [NullMeansNone]
    [Example("monitoring.Any(m => m.LastExceededOn != null)")]
    public DateTime? LastExceededOn { get; init; }

    /// <summary>Months of the period in which the largest value over its limit reached the ratio (≥).</summary>
    [NeverNegative]
    [UpTo(nameof(PossibleMonthsAtOrOver))]
    [InUnit("mo")]
    [Example("monitoring.Any(m => m.MonthsAtOrOver(1.4) >= 2)")]
    public int MonthsAtOrOver([InUnit("1")] decimal ratio) => CountMonths(m => m.Certain is { } r && r >= ratio);

    /// <summary>Months of the period in which the largest value over its limit was above the ratio (&gt;).</summary>
    [NeverNegative]
    [UpTo(nameof(PossibleMonthsOver))]
    [InUnit("mo")]
    [Example("monitoring.Any(m => m.MonthsOver(1) >= 4)")]
    public int MonthsOver([InUnit("1")] decimal ratio) => CountMonths(m => m.Certain is { } r && r > ratio);

    /// <summary>Values over their limit by the ratio or more (≥).</summary>
    [NeverNegative]
    [UpTo(nameof(PossibleCountAtOrOver))]
    [InUnit("1")]
    [Example("monitoring.Any(m => m.CountAtOrOver(1.4) * 3 >= m.ValidCount)")]
    public int CountAtOrOver([InUnit("1")] decimal ratio)
    {
        var count = 0;
        foreach (var r in Ratios)
        {
            if (r < ratio) break;
            count++;
        }

        return count;
    }

    /// <summary>Upper bound of <see cref="MonthsAtOrOver"/>.</summary>
    [NotAWord]
    public int PossibleMonthsAtOrOver(decimal ratio) => CountMonths(m => m.HasIndeterminate || m.Certain is { } r && r >= ratio);

    /// <summary>Upper bound of <see cref="MonthsOver"/>.</summary>
    [NotAWord]
    public int PossibleMonthsOver(decimal ratio) => CountMonths(m => m.HasIndeterminate || m.Certain is { } r && r > ratio);

    /// <summary>Upper bound of <see cref="CountAtOrOver"/>.</summary>
    [NotAWord]
    public int PossibleCountAtOrOver(decimal ratio)
    {
        var count = CountAtOrOver(ratio) + IndeterminateCount;
        foreach (var r in OpenRatios)
            if (r < ratio) count++;
        return count;
    }

    /// <summary>The choices made before the values were judged: what does not count and why, which means were formed, what was converted.</summary>
    [NotAWord]
    public IReadOnlyList<ReadingNote> Readings { get => field ??= Detail?.Readings() ?? []; init; }

    /// <inheritdoc/>
    [NotAWord]
    public IReadOnlyList<Evidence> Evidence { get => field ??= Detail?.Evidence() ?? []; init; }

    /// <summary>Reads months, ratios, readings and evidence when they are asked for.</summary>
    internal IMonitoringDetail? Detail { get; init; }

    /// <inheritdoc/>
    [NotAWord]
    public string Subject => $"{OutletId} {PollutantName}";

    private int CountMonths(Func<MonthRatio, bool> test)
    {
        var count = 0;
        foreach (var month in Months)
            if (test(month)) count++;
        return count;
    }
}
