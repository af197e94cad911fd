using System.Globalization;

namespace CleanProd.Rules.Facts;

/// <summary>The days that facts are judged over; both ends belong to it.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; never before <paramref name="From"/>.</param>
public readonly record struct ReportingPeriod(DateOnly From, DateOnly To)
{
    /// <summary>1 January to 31 December of a year.</summary>
    public static ReportingPeriod OfYear(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>
    /// The whole months that end with the month of a day: six ending on 2026-03-31 are October 2025 to March 2026.
    /// A day that is not the last of its month ends the period on that day.
    /// </summary>
    public static ReportingPeriod MonthsEnding(DateOnly end, int months)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        var first = new DateOnly(end.Year, end.Month, 1).AddMonths(1 - months);
        return new(first, end);
    }

    /// <summary>Whether a day lies inside.</summary>
    public bool Contains(DateOnly day) => day >= From && day <= To;

    /// <summary>Whether the two share a day.</summary>
    public bool Overlaps(ReportingPeriod other) => From <= other.To && other.From <= To;

    /// <summary>Whether it covers the other whole.</summary>
    public bool Covers(ReportingPeriod other) => From <= other.From && To >= other.To;

    /// <summary>The year of the last day: what outputs call the screened year.</summary>
    public int Year => To.Year;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}");
}
