using System.Globalization;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Notices;

/// <summary>Dates as documents write them.</summary>
public static class DateText
{
    /// <summary>2025年1月15日; 15 January 2025.</summary>
    public static Wording Of(DateOnly day) => new(
        day.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture),
        day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
}
