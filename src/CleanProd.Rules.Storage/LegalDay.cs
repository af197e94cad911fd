namespace CleanProd.Rules.Storage;

/// <summary>Days as Chinese law counts them: those of Beijing time, UTC+8, which has known no summer time since 1991.</summary>
public static class LegalDay
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>The day of a moment.</summary>
    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Beijing).DateTime);

    /// <summary>A moment as people in China write it: 2025-03-03 09:15.</summary>
    public static string TextOf(DateTimeOffset at) => at.ToOffset(Beijing).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
