using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Duties;
using CleanProd.Rules.Cases.Penalties;
using CleanProd.Rules.Notices;
using FsCheck.Xunit;
using Xunit;
using static CleanProd.Rules.Tests.Cases.InventedCase;

namespace CleanProd.Rules.Tests.Cases.Duties;

public class CaseDutiesTests
{
    [Fact]
    public void A_list_of_31_December_is_announced_by_the_end_of_January_moved_over_the_holidays_and_started_by_the_end_of_February()
    {
        var duties = CaseDuties.Of(Open("G1a"), Law(), Published);
        // 31 January 2025 lies in the Spring Festival, which ends on 4 February.
        Assert.Equal((new(2025, 1, 31), new DateOnly(2025, 2, 5)), Due(duties, "announce"));
        Assert.Equal((new(2025, 2, 28), new DateOnly(2025, 2, 28)), Due(duties, "start"));
        Assert.Equal((new(2025, 12, 31), new DateOnly(2025, 12, 31)), Due(duties, "report"));
        Assert.True(duties.All(d => d.Due.HolidaysKnown));
        var leap = CaseDuties.Of(Open(OpeningOn(new(2023, 12, 31), "G1a")), Law(), Published);
        Assert.Equal(new DateOnly(2024, 2, 29), Due(leap, "start").On);
        Assert.Equal((new(2024, 12, 31), new DateOnly(2024, 12, 31)), Due(leap, "report"));
    }

    [Fact]
    public void Both_grounds_owe_both_announcements_and_the_repeat_after_five_years()
    {
        var audit = Open(Opening("G1a", "G3") with { PreviousAuditOn = new(2020, 3, 2) }).Do(CaseAct.Announced, 10, new AnnouncementDetail("报纸", ["G1a"]));
        Assert.Equal(DutyState.Open, State(audit, "announce", 31));
        audit = audit.Do(CaseAct.Announced, 20, new AnnouncementDetail("网站", ["G3"]));
        Assert.Equal((DutyState.DoneInTime, Published.AddDays(20)), (State(audit, "announce", 31), Of(audit, "announce", 31).DoneOn!.Value));
        Assert.Equal(new DateOnly(2025, 3, 3), Of(audit, "repeat", 31).Due.On); // 2 March 2025 is a Sunday
        Assert.Equal(["G1a G1b", "", "G3"], AnnouncementContents.For(["G3", "G1a"]).Select(i => string.Join(' ', i.Grounds)).OrderBy(t => t.Length == 0 ? 1 : t == "G3" ? 2 : 0));
        Assert.Equal(2, AnnouncementContents.For(["G1b"]).Count);
    }

    [Fact]
    public void What_only_one_ground_owes_is_done_when_that_ground_is_covered()
    {
        var audit = Open(OpeningOn(new(2008, 6, 2), "G1a", "G3")).Do(CaseAct.Announced, 10, new AnnouncementDetail("报纸", ["G1a"]));
        var duties = CaseDuties.Of(audit, Law("rules/cn/measures-2004.json"), new(2008, 6, 20));
        Assert.Equal(DutyState.DoneInTime, duties.Single(d => d.Duty == "announce").State);
        Assert.Equal(45, WorkingDaysBetween(new(2008, 6, 2), Due(duties, "file_plan").On));
        Assert.DoesNotContain(CaseDuties.Of(Open("G3"), Law("rules/cn/measures-2004.json"), Published), d => d.Duty == "announce");
        // The procedure of 2005 was not yet issued.
        Assert.DoesNotContain(CaseDuties.Of(Open(OpeningOn(new(2005, 6, 1), "G1a")), Law("rules/cn/measures-2004.json"), Published), d => d.Duty == "file_plan");
    }

    [Fact]
    public void A_duty_is_open_through_its_last_day_then_overdue_and_done_late_after_it()
    {
        var audit = Open();
        Assert.Equal(DutyState.Open, State(audit, "start", 59)); // 28 February
        var overdue = Of(audit, "start", 60);
        Assert.Equal((DutyState.Overdue, 1), (overdue.State, overdue.DaysLate(Published.AddDays(60))));
        Assert.Equal(DutyState.DoneInTime, State(audit.Do(CaseAct.Started, 59), "start", 200));
        var late = Of(audit.Do(CaseAct.Started, 62), "start", 200);
        Assert.Equal((DutyState.DoneLate, 3), (late.State, late.DaysLate(Published.AddDays(200))));
    }

    [Fact]
    public void Every_last_day_stands_on_its_clause()
    {
        Assert.Equal("《清洁生产审核办法》第十一条", Of(Open(), "announce", 0).Citation.Zh);
        Assert.Equal(["publication"], CaseDuties.Of(Open(), Law(), Published).Select(d => d.Anchor).Distinct());
    }

    [Fact]
    public void Time_in_which_production_stands_still_is_added()
    {
        var still = Open().Do(CaseAct.Suspended, 20);
        Assert.Equal(DutyState.Paused, State(still, "start", 100));
        var again = still.Do(CaseAct.Resumed, 50);
        // 28 February and 30 days: 30 March 2025 is a Sunday.
        Assert.Equal(new DateOnly(2025, 3, 31), Of(again, "start", 60).Due.On);
        Assert.Equal(DutyState.Open, State(again, "start", 60));
        // What was overdue before stays overdue.
        Assert.Equal((new(2025, 2, 28), DutyState.Overdue), (Of(Open().Do(CaseAct.Suspended, 70), "start", 100).Due.On, State(Open().Do(CaseAct.Suspended, 70), "start", 100)));
    }

    [Fact]
    public void What_ended_owes_nothing_more()
    {
        Assert.All(CaseDuties.Of(Open().Do(CaseAct.Withdrawn, 5), Law(), new(2027, 1, 1)), d => Assert.Equal(DutyState.Lapsed, d.State));
        var announced = Open().Do(CaseAct.Announced, 3).Do(CaseAct.EnterpriseClosed, 5);
        Assert.Equal(DutyState.DoneInTime, State(announced, "announce", 900));
    }

    [Fact]
    public void An_order_to_correct_is_a_duty_with_the_day_it_names()
    {
        var by = Published.AddDays(32); // 1 February 2025, a holiday: the organ's day does not move
        var audit = Open().Do(CaseAct.CorrectionOrdered, 10, new CorrectionOrderDetail("7号", "law-2012-39-1", Breach.NotAudited, "start", by));
        Assert.Equal((by, DutyState.Open), (Of(audit, "correct:7号", 32).Due.On, State(audit, "correct:7号", 32)));
        Assert.Equal(DutyState.Overdue, State(audit, "correct:7号", 33));
        Assert.Equal(DutyState.DoneInTime, State(audit.Do(CaseAct.Corrected, 30, new OrderDetail("7号")), "correct:7号", 33));
    }

    [Fact]
    public void A_local_rule_may_count_from_service_or_determination_or_evaluation()
    {
        var text = Facts("审核");
        var law = Law() with
        {
            Terms = NoticeTerms.None with
            {
                Duties =
                [
                    new("start", new(Months: 1), "service", text, text, []), new("report", new(Years: 1), "determination", text, text, []),
                    new("acceptance", new(Years: 1), "evaluation", text, text, []),
                ],
            },
        };
        Assert.Equal(["report"], CaseDuties.Of(Open(), law, Published).Select(d => d.Duty));
        Assert.Equal(new DateOnly(2025, 2, 10), Due(CaseDuties.Of(Open().Do(CaseAct.Notified, 10), law, Published), "start").On);
        Assert.Equal(new DateOnly(2026, 3, 2), Due(CaseDuties.Of(Come(CaseStage.EvaluationPassed), law, Published), "acceptance").On);
        var wrong = law with { Terms = NoticeTerms.None with { Duties = [new("start", new(Months: 1), "moon", text, text, [])] } };
        Assert.Throws<FormatException>(() => CaseDuties.Of(Open(), wrong, Published));
    }

    [Fact]
    public void Where_two_packs_owe_one_duty_the_earlier_day_binds()
    {
        var law = Law();
        var stricter = law with { Terms = NoticeTerms.Of([law.Terms, NoticeTerms.None with { Duties = [new("start", new(Months: 1), "publication", Facts("启动"), Facts("市规定"), [])] }]) };
        var start = Assert.Single(CaseDuties.Of(Open(), stricter, Published), d => d.Duty == "start");
        Assert.Equal("市规定", start.Citation.Zh);
    }

    [Property(MaxTest = 200)]
    public void A_later_publication_never_ends_a_period_earlier(ushort start, byte step)
    {
        var first = new DateOnly(2010, 1, 1).AddDays(start % 5500);
        var earlier = CaseDuties.Of(Open(OpeningOn(first, "G1a", "G3")), Law(), Today);
        var later = CaseDuties.Of(Open(OpeningOn(first.AddDays(step), "G1a", "G3")), Law(), Today);
        Assert.Equal(3, earlier.Count);
        Assert.All(earlier, d => Assert.True(d.Due.On <= Due(later, d.Duty).On));
    }

    internal static CleanProd.Rules.Facts.Wording Facts(string text) => CleanProd.Rules.Facts.Wording.Same(text);

    private static (DateOnly Corresponding, DateOnly On) Due(IEnumerable<CaseDuty> duties, string duty) =>
        duties.Where(d => d.Duty == duty).Select(d => (d.Due.Corresponding, d.Due.On)).Single();

    private static CaseDuty Of(AuditCase audit, string duty, int day) => CaseDuties.Of(audit, Law(), Published.AddDays(day)).Single(d => d.Duty == duty);

    private static DutyState State(AuditCase audit, string duty, int day) => Of(audit, duty, day).State;

    private static int WorkingDaysBetween(DateOnly after, DateOnly through) =>
        Enumerable.Range(1, through.DayNumber - after.DayNumber).Count(d => Law().Calendar.IsWorkingDay(after.AddDays(d)));
}
