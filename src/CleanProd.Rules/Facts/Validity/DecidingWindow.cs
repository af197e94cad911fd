namespace CleanProd.Rules.Facts.Validity;

/// <summary>
/// Which mean of automatic data decides where the permit does not say: any hourly mean for air (排污许可证申请与核发技术规范: 任一小时浓度均值),
/// any daily mean for water (the same, recalled), each value for pH, which is never averaged. A sample of the authority or of a laboratory is
/// judged as it was taken (GB 4287-2012 6.2, GB 39731-2020 7.2: 现场即时采样).
/// </summary>
internal static class DecidingWindow
{
    /// <summary>The window that decides; null when each value decides by itself.</summary>
    public static AveragingWindow? Of(Medium medium, DataOrigin origin, bool isPh) => (medium, origin, isPh) switch
    {
        (_, not DataOrigin.Automatic, _) or (_, _, true) => null,
        (Medium.Water, _, _) => AveragingWindow.Day,
        (Medium.Air, _, _) => AveragingWindow.Hour,
        _ => null,
    };

    /// <summary>Whether a pH is a mean: pH值不计算平均值, 可列出范围 (排污许可 and supervision practice). Such a number shows neither compliance nor exceedance.</summary>
    public static bool IsMeanOfPh(AveragingWindow window, bool isPh) =>
        isPh && window is (AveragingWindow.Hour or AveragingWindow.Day or AveragingWindow.Month);
}
