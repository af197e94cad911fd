using System.Globalization;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Pages.Shell;

/// <summary>Days as sentences have them. The names are written here because no culture is loaded.</summary>
internal static class DayWords
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>2025年1月15日, 15 January 2025.</summary>
    internal static Wording Of(DateOnly day) => new(
        string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日"),
        string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year}"));

    /// <summary>The ISO form, for tables and addresses.</summary>
    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
