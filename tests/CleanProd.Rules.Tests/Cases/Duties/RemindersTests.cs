using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Duties;
using Xunit;
using static CleanProd.Rules.Tests.Cases.InventedCase;

namespace CleanProd.Rules.Tests.Cases.Duties;

public class RemindersTests
{
    [Fact]
    public void A_reminder_falls_so_many_days_before_on_and_after_the_last_day()
    {
        var due = new DateOnly(2025, 2, 28);
        Assert.Equal([-30, -7, 0, 1, 30], Enumerable.Range(-40, 80).SelectMany(d => On(Open(), due.AddDays(d))).Where(r => r.Duty.Duty == "start").Select(r => r.Offset));
        Assert.Equal("list-7/91440101MA59XYZ12A/start/2025-02-28/-7", Assert.Single(On(Open(), due.AddDays(-7)), r => r.Duty.Duty == "start").Key);
    }

    [Fact]
    public void A_service_that_stood_still_makes_the_same_reminders_afterwards()
    {
        var audit = Open();
        var through = new DateOnly(2025, 3, 20);
        var daily = Enumerable.Range(1, through.DayNumber - Published.DayNumber).SelectMany(d => On(audit, Published.AddDays(d))).Select(r => r.Key).ToArray();
        var atOnce = Reminders.Between(CaseDuties.Of(audit, Law(), through), Published, through, Reminders.UsualOffsets).Select(r => r.Key);
        Assert.NotEmpty(daily);
        Assert.Equal(daily, atOnce);
        Assert.Equal(daily.Length, daily.Distinct().Count());
    }

    [Fact]
    public void Nobody_is_reminded_of_what_is_done_paused_or_lapsed()
    {
        var due = new DateOnly(2025, 2, 28);
        Assert.DoesNotContain(On(Open().Do(CaseAct.Started, 30), due), r => r.Duty.Duty == "start");
        Assert.Empty(On(Open().Do(CaseAct.Suspended, 30), due));
        Assert.Empty(On(Open().Do(CaseAct.Withdrawn, 30), due));
    }

    [Fact]
    public void The_overdue_list_names_the_longest_overdue_first()
    {
        var today = new DateOnly(2025, 3, 10);
        var other = Open(Opening("G1a") with { Facility = new("B") });
        var list = OverdueLine.List([(Open(), Duties(Open(), today)), (other, Duties(other, today))], today);
        Assert.Equal(
            [("91440101MA59XYZ12A", "announce", 33), ("B", "announce", 33), ("91440101MA59XYZ12A", "start", 10), ("B", "start", 10)],
            list.Select(l => (l.Opening.Facility.Value, l.Duty.Duty, l.DaysLate)));
        Assert.Empty(OverdueLine.List([(other, Duties(other, new(2025, 2, 5)))], new(2025, 2, 5)));
    }

    private static IReadOnlyList<Reminder> On(AuditCase audit, DateOnly day) => Reminders.On(Duties(audit, day), day, Reminders.UsualOffsets);

    private static IReadOnlyList<CaseDuty> Duties(AuditCase audit, DateOnly day) => CaseDuties.Of(audit, Law(), day);
}
