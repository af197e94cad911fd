using CleanProd.Rules.Facts;
using System.Globalization;

namespace CleanProd.Rules.Lists;

/// <summary>Dates as sentences write them; tables keep ISO.</summary>
public static class DateText
{
    /// <summary>2025年1月15日; 15 January 2025.</summary>
    public static Wording Of(DateOnly day) => new(
        day.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture),
        day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));

    /// <summary>A date, a date with a time (<c>2024-03-04 10:00</c>) or a year as evidence gives it; any other text stays as it is.</summary>
    public static Wording Of(string at)
    {
        if (at.Length == 4 && at.All(char.IsAsciiDigit)) return new(at + "年", at);
        if (at.Length < 10 || !DateOnly.TryParseExact(at[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Wording.Same(at);
        var date = Of(day);
        var time = at[10..].TrimStart('T', ' ');
        return time.Length == 0 ? date : new($"{date.Zh} {time}", $"{date.En} {time}");
    }
}
