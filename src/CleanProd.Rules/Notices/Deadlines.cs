namespace CleanProd.Rules.Notices;

/// <summary>The last day of a period.</summary>
/// <param name="On">Last day on which the duty can be done.</param>
/// <param name="Corresponding">Last day before holidays are looked at.</param>
/// <param name="HolidaysKnown">False when the calendar does not cover the year of the last day: a holiday may still move it.</param>
public sealed record Deadline(DateOnly On, DateOnly Corresponding, bool HolidaysKnown);

/// <summary>
/// Counting of periods after 《民法典》 Arts 200–203, applied to administrative periods by analogy: years, months and days by the
/// solar calendar (Art. 200); the first day does not count (Art. 201); a period in months or years ends on the corresponding day, or
/// on the last day of the month where there is none (Art. 202); when the last day is a statutory day of rest, the day after the rest
/// is the last day (Art. 203; weekends are days of rest).
/// </summary>
public static class Deadlines
{
    /// <summary>The last day of a period that counts from a day.</summary>
    /// <param name="anchor">Day of publication, service …; not counted itself.</param>
    /// <param name="period">How long.</param>
    /// <param name="calendar">Holidays and make-up working days.</param>
    public static Deadline Of(DateOnly anchor, NoticePeriod period, WorkingCalendar calendar)
    {
        var corresponding = anchor.AddMonths(checked(period.Years * 12 + period.Months)).AddDays(period.Days);
        for (var left = period.WorkingDays; left > 0; left--)
            corresponding = calendar.WorkingDayFrom(corresponding.AddDays(1));
        var last = calendar.WorkingDayFrom(corresponding);
        var known = calendar.Covers(corresponding) && calendar.Covers(last) && (period.WorkingDays == 0 || calendar.Covers(anchor));
        return new(last, corresponding, known);
    }
}
