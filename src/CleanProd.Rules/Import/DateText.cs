using System.Globalization;
using CleanProd.Rules.Import.Measurements;

namespace CleanProd.Rules.Import;

/// <summary>Days and times in ISO form; another order of day and month is never guessed.</summary>
internal static class DateText
{
    internal const string DateForm = "2024-03-05";
    internal const string MomentForm = "2024-03-05, 2024-03-05 13:00, 2024-03-05T13:00:00";

    private static readonly string[] Moments =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss",
    ];

    internal static bool TryMoment(string text, out DateTime moment) =>
        MomentBytes.TryRead(text, out moment) || DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment);

    /// <summary>A day; a time of midnight, as workbooks store days, is the day.</summary>
    internal static bool TryDay(string text, out DateOnly day)
    {
        day = default;
        if (!TryMoment(text, out var moment) || moment.TimeOfDay != TimeSpan.Zero) return false;
        day = DateOnly.FromDateTime(moment);
        return true;
    }

    /// <summary>Rewrites a day or time of a map's format in ISO form; null when it is not one.</summary>
    internal static string? FromFormat(string text, IReadOnlyList<string> formats) =>
        DateTime.TryParseExact(text, [.. formats], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? Iso(moment)
            : null;

    internal static string Iso(DateTime moment) =>
        moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}
