namespace CleanProd.Rules.Facts.Validity;

/// <summary>How much valid data a mean needs before it may be used.</summary>
internal static class MeanValidity
{
    /// <summary>Minutes of valid data in the clock hour (permit technical specifications; HJ 212-2017 annex D: 45 minute means).</summary>
    public const int MinutesOfHour = 45;

    /// <summary>Valid hourly means in the day (HJ 212-2017 annex D; GB 18484-2020 9.4: m ≥ 20).</summary>
    public const int HoursOfDay = 20;

    /// <summary>Share of the quarter from which automatic data may be used for totals (排污许可 actual-discharge rules: missing more than 25 % cannot support a total).</summary>
    public const decimal ShareOfQuarter = 0.75m;

    /// <summary>Whether an hourly mean is valid: 44 minutes are not enough, 45 are.</summary>
    public static bool HourStands(int validMinutes) => validMinutes >= MinutesOfHour;

    /// <summary>Whether a daily mean is valid: 19 hours are not enough, 20 are.</summary>
    public static bool DayStands(int validHours) => validHours >= HoursOfDay;

    /// <summary>Whether a quarter's automatic data supports a total: exactly 75 % does.</summary>
    public static bool Supports(decimal captureShare) => captureShare >= ShareOfQuarter;

    /// <summary>Whether a mean that was reported ready-made can still be valid when so much of its stretch is known to hold no valid data.</summary>
    public static bool MayStand(AveragingWindow window, TimeSpan lost) => window switch
    {
        AveragingWindow.Hour => lost <= TimeSpan.FromMinutes(60 - MinutesOfHour),
        AveragingWindow.Day => lost <= TimeSpan.FromHours(24 - HoursOfDay),
        _ => true,
    };
}
