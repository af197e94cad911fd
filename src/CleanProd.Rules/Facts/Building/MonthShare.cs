using CleanProd.Rules.Facts.Validity;

namespace CleanProd.Rules.Facts.Building;

/// <summary>How complete a month of a series is: counted as the yearly capture is, by the same rules of validity.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Valid">Values that count.</param>
/// <param name="Due">Windows that had to be monitored, recorded standstills taken off; null where nobody says how many there have to be.</param>
public sealed record MonthShare(DateOnly Month, int Valid, int? Due)
{
    /// <summary>Valid over due; null where none was due.</summary>
    public decimal? Share => Due is > 0 and var due ? (decimal)Valid / due : null;

    /// <summary>The months of a year.</summary>
    internal static IReadOnlyList<MonthShare> Of(ReadSeries series, ReportingPeriod period)
    {
        var valid = new Dictionary<DateOnly, int>();
        foreach (var value in series.Values)
        {
            if (value.By == JudgedBy.Nothing || value.Point.Value.Qualifier == ValueQualifier.Missing) continue;
            var month = new DateOnly(value.Point.At.Year, value.Point.At.Month, 1);
            valid[month] = valid.GetValueOrDefault(month) + 1;
        }

        var isDue = series.Key is { Origin: DataOrigin.Automatic, Window: AveragingWindow.Hour or AveragingWindow.Day };
        var months = new List<MonthShare>(12);
        for (var month = new DateOnly(period.From.Year, period.From.Month, 1); month <= period.To; month = month.AddMonths(1))
        {
            var due = isDue ? CaptureShare.Due(series.Key.Window, new(month, month.AddMonths(1).AddDays(-1)), series.Outages) : (int?)null;
            months.Add(new(month, valid.GetValueOrDefault(month), due));
        }

        return months;
    }
}
