using System.Globalization;

namespace CleanProd.Rules.Notices;

/// <summary>
/// Statutory holidays and the weekend days worked to make up for them (国务院办公厅 notice on holidays, every year). Weekends are
/// days of rest unless made up; outside the years of the table only weekends are known, which <see cref="Covers"/> tells.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly HashSet<DateOnly> _holidays;
    private readonly HashSet<DateOnly> _workdays;
    private readonly HashSet<int> _years;

    /// <summary>A calendar of these days.</summary>
    public WorkingCalendar(IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> makeUpWorkdays)
    {
        _holidays = holidays.ToHashSet();
        _workdays = makeUpWorkdays.ToHashSet();
        _years = _holidays.Concat(_workdays).Select(d => d.Year).ToHashSet();
    }

    /// <summary>A calendar that knows only weekends.</summary>
    public static readonly WorkingCalendar WeekendsOnly = new([], []);

    /// <summary>
    /// Reads a table <c>date,kind,…</c> where kind is <c>holiday</c> or <c>workday</c>; further columns are for people.
    /// Throws <see cref="FormatException"/> with the line when a line is not of this form.
    /// </summary>
    public static WorkingCalendar Read(TextReader table)
    {
        var holidays = new List<DateOnly>();
        var workdays = new List<DateOnly>();
        var number = 0;
        while (table.ReadLine() is { } line)
        {
            number++;
            var cells = line.Trim('\uFEFF').Split(',');
            if (line.Length == 0 || number == 1 && cells[0] == "date") continue;
            var kind = cells.Length > 1 ? cells[1] : "";
            if (!DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || kind is not ("holiday" or "workday"))
                throw new FormatException($"Calendar line {number}: expected a date and 'holiday' or 'workday', found '{line}'.");
            (kind == "holiday" ? holidays : workdays).Add(day);
        }

        return new(holidays, workdays);
    }

    /// <summary>Whether the holidays of the day's year are known.</summary>
    public bool Covers(DateOnly day) => _years.Contains(day.Year);

    /// <summary>Whether people work on a day.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        _workdays.Contains(day) || !_holidays.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day itself when people work on it, else the next on which they do.</summary>
    public DateOnly WorkingDayFrom(DateOnly day)
    {
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }
}
