namespace CleanProd.Rules.Facts.Totals;

/// <summary>The permitted yearly quantity binds any twelve consecutive months, not only the calendar year (HJ 942-2018: 年许可排放量).</summary>
internal static class RollingYear
{
    /// <summary>Largest sum of twelve consecutive months that end in the period; null while no such twelve are all known.</summary>
    /// <param name="months">Quantities by first day of the month.</param>
    /// <param name="period">The period.</param>
    public static decimal? Maximum(IReadOnlyDictionary<DateOnly, decimal> months, ReportingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(months);
        decimal? largest = null;
        for (var end = new DateOnly(period.From.Year, period.From.Month, 1); end <= period.To; end = end.AddMonths(1))
        {
            decimal? sum = 0m;
            for (var back = 0; back < 12 && sum is not null; back++) sum = months.TryGetValue(end.AddMonths(-back), out var month) ? sum + month : null;
            if (largest is null || sum > largest) largest = sum;
        }

        return largest;
    }
}
