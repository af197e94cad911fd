using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Cases.Duties;

/// <summary>A reminder that falls due.</summary>
/// <param name="Key">The same for the same reminder whenever it is computed: unique in a store, it is made once.</param>
/// <param name="Day">Day it falls on.</param>
/// <param name="Offset">Days from the last day: −30 is thirty days before, 0 on it, 7 a week after.</param>
/// <param name="Duty">The duty.</param>
/// <param name="Text">What to tell.</param>
public sealed record Reminder(string Key, DateOnly Day, int Offset, CaseDuty Duty, Wording Text);

/// <summary>What to remind of, by days before, on and after the last day of each duty that is not done.</summary>
public static class Reminders
{
    /// <summary>Thirty and seven days before, on the day, one and thirty days after.</summary>
    public static IReadOnlyList<int> UsualOffsets { get; } = [-30, -7, 0, 1, 30];

    /// <summary>The reminders of one day.</summary>
    /// <param name="duties">Duties as they stand on that day (<see cref="CaseDuties.Of"/>).</param>
    /// <param name="day">The day.</param>
    /// <param name="offsets">Days from the last day.</param>
    public static IReadOnlyList<Reminder> On(IEnumerable<CaseDuty> duties, DateOnly day, IReadOnlyList<int> offsets) => Between(duties, day.AddDays(-1), day, offsets);

    /// <summary>
    /// The reminders of the days after one and through another, so that a service that stood still catches up. Ordered by day, case, duty.
    /// </summary>
    /// <remarks>
    /// The key holds case, duty, last day and offset: a last day that moves (a suspension, a holiday announced late) makes new reminders.
    /// A duty that is done, lapsed or paused has none.
    /// </remarks>
    /// <param name="duties">Duties as they stand on the last of the days.</param>
    /// <param name="after">Day before the first.</param>
    /// <param name="through">Last day.</param>
    /// <param name="offsets">Days from the last day.</param>
    public static IReadOnlyList<Reminder> Between(IEnumerable<CaseDuty> duties, DateOnly after, DateOnly through, IReadOnlyList<int> offsets) =>
    [
        .. from duty in duties
           where duty.State is DutyState.Open or DutyState.Overdue
           from offset in offsets.Distinct()
           let day = duty.Due.On.AddDays(offset)
           where day > after && day <= through
           orderby day, duty.Case, duty.Duty, offset
           select new Reminder($"{duty.Case}/{duty.Duty}/{ActGuard.Iso(duty.Due.On)}/{PlainNumber.Text(offset)}", day, offset, duty, TextOf(duty, offset)),
    ];

    private static Wording TextOf(CaseDuty duty, int offset)
    {
        var due = ActGuard.Iso(duty.Due.On);
        return offset switch
        {
            < 0 => new($"{duty.Text.Zh}：还有{-offset}日到期（{due}）", $"{duty.Text.En}: due in {Days(-offset)} ({due})"),
            0 => new($"{duty.Text.Zh}：今日到期（{due}）", $"{duty.Text.En}: due today ({due})"),
            _ => new($"{duty.Text.Zh}：已逾期{offset}日（{due}到期）", $"{duty.Text.En}: {Days(offset)} overdue (was due {due})"),
        };
    }

    private static string Days(int count) => count == 1 ? "1 day" : $"{PlainNumber.Text(count)} days";
}

/// <summary>A line of the overdue list.</summary>
/// <param name="Opening">Enterprise and list.</param>
/// <param name="Duty">The duty.</param>
/// <param name="DaysLate">Calendar days since its last day.</param>
internal sealed record OverdueLine(CaseOpening Opening, CaseDuty Duty, int DaysLate)
{
    /// <summary>What is overdue on a day, the longest first, then by case and duty.</summary>
    /// <param name="cases">Cases with their duties as they stand on the day.</param>
    /// <param name="today">The day.</param>
    public static IReadOnlyList<OverdueLine> List(IEnumerable<(AuditCase Case, IReadOnlyList<CaseDuty> Duties)> cases, DateOnly today) =>
    [
        .. cases.SelectMany(c => c.Duties.Where(d => d.State == DutyState.Overdue).Select(d => new OverdueLine(c.Case.Opening, d, d.DaysLate(today))))
            .OrderByDescending(l => l.DaysLate).ThenBy(l => l.Duty.Case).ThenBy(l => l.Duty.Duty, StringComparer.Ordinal),
    ];
}
