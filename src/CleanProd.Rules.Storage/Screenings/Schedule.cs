using System.Globalization;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.Screenings;

/// <summary>A yearly order: every year, on a day and hour of Beijing time, the year before is screened.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Region">The jurisdiction.</param>
/// <param name="Month">Month, 1 to 12.</param>
/// <param name="Day">Day of the month.</param>
/// <param name="Hour">Full hour, 0 to 23.</param>
/// <param name="Enabled">Whether it fires.</param>
/// <param name="Version">Number of changes so far.</param>
/// <param name="Since">Occurrences up to this time are none: the schedule was not there, or not so.</param>
public sealed record Schedule(long Id, string Name, RegionCode Region, int Month, int Day, int Hour, bool Enabled, int Version, DateTimeOffset Since)
{
    /// <summary>The zone in which schedules are told; without summer time since 1992.</summary>
    public const string Zone = "Asia/Shanghai";

    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day in China at a time.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    /// <summary>The occurrence in a calendar year.</summary>
    public ScheduleOccurrence In(int year)
    {
        var due = new DateTimeOffset(year, Month, Day, Hour, 0, 0, Offset);
        return new(string.Create(CultureInfo.InvariantCulture, $"schedule/{Id}/{year}"), due.ToUniversalTime(), year - 1, new DateOnly(year, Month, Day));
    }

    /// <summary>Occurrences that are due, the earliest first: also those that nobody was there to see.</summary>
    public IEnumerable<ScheduleOccurrence> DueBy(DateTimeOffset now) => !Enabled ? [] : Enumerable
        .Range(Since.ToOffset(Offset).Year, now.ToOffset(Offset).Year - Since.ToOffset(Offset).Year + 1)
        .Select(In).Where(o => o.DueAt > Since && o.DueAt <= now);

    /// <summary>The next occurrence after a time; null while the schedule is off.</summary>
    public ScheduleOccurrence? NextAfter(DateTimeOffset now)
    {
        if (!Enabled) return null;
        var thisYear = In(now.ToOffset(Offset).Year);
        return thisYear.DueAt > now ? thisYear : In(now.ToOffset(Offset).Year + 1);
    }

    /// <summary>When it runs next, in words.</summary>
    public Wording NextInWords(DateTimeOffset now)
    {
        if (NextAfter(now) is not { } next) return new("已停用，不会自动运行。", "Switched off: it does not run.");
        var local = next.DueAt.ToOffset(Offset);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"下次运行：{local:yyyy年M月d日 HH:mm}（北京时间），筛查{next.ScreenedYear}年度。"),
            string.Create(CultureInfo.InvariantCulture, $"Next run: {local:d MMMM yyyy HH:mm} (Beijing time), screening {next.ScreenedYear}."));
    }

    internal static Schedule Of(ScheduleEntry e) => new(e.Id, e.Name, new(e.Region), e.Month, e.Day, e.Hour, e.Enabled, e.Version, e.Since);
}

/// <summary>One occurrence of a schedule; year and dates come from the time it was due, never from when it ran.</summary>
/// <param name="Key">Its name: it is screened once, whatever fires it.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="ScreenedYear">The year that is screened.</param>
/// <param name="AsOf">The determination date.</param>
public sealed record ScheduleOccurrence(string Key, DateTimeOffset DueAt, int ScreenedYear, DateOnly AsOf);

/// <summary>What is to be kept of a schedule.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Region">The jurisdiction.</param>
/// <param name="Month">Month, 1 to 12.</param>
/// <param name="Day">Day of the month; there every year.</param>
/// <param name="Hour">Full hour, 0 to 23, Beijing time.</param>
/// <param name="Enabled">Whether it fires.</param>
public sealed record ScheduleTerms(string Name, RegionCode Region, int Month, int Day, int Hour, bool Enabled);
