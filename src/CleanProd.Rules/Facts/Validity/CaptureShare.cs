namespace CleanProd.Rules.Facts.Validity;

/// <summary>How much of the time that had to be monitored automatically has valid data (数据捕集率).</summary>
internal static class CaptureShare
{
    /// <summary>Valid windows over due ones; windows within a recorded standstill are not due. Null where none was due.</summary>
    /// <param name="valid">Number of valid windows.</param>
    /// <param name="window">Hour or day.</param>
    /// <param name="period">The days.</param>
    /// <param name="outages">Recorded standstills of the outlet.</param>
    public static decimal? Of(int valid, AveragingWindow window, ReportingPeriod period, IReadOnlyList<Outage> outages)
    {
        var due = Due(window, period, outages);
        return due == 0 ? null : (decimal)valid / due;
    }

    /// <summary>Number of windows that had to be monitored.</summary>
    public static int Due(AveragingWindow window, ReportingPeriod period, IReadOnlyList<Outage> outages)
    {
        ArgumentNullException.ThrowIfNull(outages);
        var days = period.To.DayNumber - period.From.DayNumber + 1;
        var due = window == AveragingWindow.Hour ? days * 24 : days;
        if (!outages.Any(o => o.Kind == OutageKind.Shutdown)) return due;
        var step = window == AveragingWindow.Hour ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);
        var end = period.To.AddDays(1).ToDateTime(TimeOnly.MinValue);
        for (var at = period.From.ToDateTime(TimeOnly.MinValue); at < end; at += step)
            if (outages.Any(o => o.Kind == OutageKind.Shutdown && o.From <= at && at + step <= o.Until)) due--;
        return due;
    }
}
