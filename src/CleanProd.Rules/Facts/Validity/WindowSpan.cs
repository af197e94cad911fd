namespace CleanProd.Rules.Facts.Validity;

/// <summary>The stretch of time that a value of a window stands for.</summary>
internal static class WindowSpan
{
    /// <summary>First moment of the clock hour, day or month that holds a moment; a single sample belongs to its clock hour.</summary>
    public static DateTime Start(DateTime at, AveragingWindow window) => window switch
    {
        AveragingWindow.Instant or AveragingWindow.Hour => at.Date.AddHours(at.Hour),
        AveragingWindow.Day => at.Date,
        AveragingWindow.Month => new(at.Year, at.Month, 1),
        _ => new(at.Year, 1, 1),
    };

    /// <summary>First moment after the stretch; a single sample ends where it begins.</summary>
    public static DateTime End(DateTime at, AveragingWindow window) => window switch
    {
        AveragingWindow.Instant => at,
        AveragingWindow.Hour => Start(at, window).AddHours(1),
        AveragingWindow.Day => Start(at, window).AddDays(1),
        AveragingWindow.Month => Start(at, window).AddMonths(1),
        _ => Start(at, window).AddYears(1),
    };
}
