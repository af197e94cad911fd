namespace CleanProd.Rules.Storage;

/// <summary>Days as Chinese law counts them: those of Beijing time, UTC+8, which has known no summer time since 1991.</summary>
public static class LegalDay
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>The day of a moment.</summary>
    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Beijing).DateTime);
}
