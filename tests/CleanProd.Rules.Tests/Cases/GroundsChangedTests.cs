using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Duties;
using Xunit;
using static CleanProd.Rules.Tests.Cases.InventedCase;

namespace CleanProd.Rules.Tests.Cases;

public class GroundsChangedTests
{
    private static readonly GroundsDetail AndToxic = new("list-7-1", ["G1a", "G3"], ["double_over", "toxic"]);

    [Fact]
    public void What_an_added_ground_asks_for_is_owed_from_the_amendment_on_and_everything_else_from_the_list_on()
    {
        var audit = Open("G1a").Do(CaseAct.Announced, 5, new AnnouncementDetail("报纸", ["G1a"])).Do(CaseAct.GroundsChanged, new DateOnly(2025, 3, 12), AndToxic);
        Assert.Equal(["G1a", "G3"], audit.Opening.Grounds);
        Assert.Equal(["G1a"], ((OpeningDetail)audit.History[0].Detail).Opening.Grounds);

        var duties = CaseDuties.Of(audit, Law(), new(2025, 3, 12));
        Assert.Equal((new DateOnly(2025, 3, 12), DutyState.Open), Of(duties, "announce")); // and not overdue since January
        Assert.Equal((Published, DutyState.Overdue), Of(duties, "start"));
        audit = audit.Do(CaseAct.Announced, new DateOnly(2025, 3, 20), new AnnouncementDetail("网站", ["G3"]));
        Assert.Equal(DutyState.DoneInTime, Of(CaseDuties.Of(audit, Law(), new(2025, 6, 1)), "announce").State);
    }

    [Fact]
    public void An_announcement_that_was_overdue_before_the_amendment_stays_overdue()
    {
        var audit = Open("G1a").Do(CaseAct.GroundsChanged, new DateOnly(2025, 3, 12), AndToxic);
        Assert.Equal((Published, DutyState.Overdue), Of(CaseDuties.Of(audit, Law(), new(2025, 3, 13)), "announce"));
    }

    [Fact]
    public void A_ground_that_an_amendment_took_away_asks_for_nothing_any_more()
    {
        var audit = Open("G1a", "G3").Do(CaseAct.Announced, 5, new AnnouncementDetail("报纸", ["G1a"]))
            .Do(CaseAct.GroundsChanged, new DateOnly(2025, 3, 12), new GroundsDetail("list-7-1", ["G1a"], ["double_over"]));
        Assert.Equal(DutyState.DoneInTime, Of(CaseDuties.Of(audit, Law(), new(2025, 6, 1)), "announce").State);
        Assert.Equal("wrong_grounds", Refusal(() => audit.Do(CaseAct.Announced, new DateOnly(2025, 3, 12), new AnnouncementDetail("网站", ["G3"]))));
    }

    [Fact]
    public void The_same_grounds_and_no_grounds_are_no_change()
    {
        Assert.Equal("wrong_grounds", Refusal(() => Open("G1a").Do(CaseAct.GroundsChanged, 9, new GroundsDetail("list-7-1", ["G1a"], ["double_over"]))));
        Assert.Equal("wrong_grounds", Refusal(() => Open("G1a").Do(CaseAct.GroundsChanged, 9, new GroundsDetail("list-7-1", [], ["toxic"]))));
        Assert.Equal("detail_incomplete", Refusal(() => Open("G1a").Do(CaseAct.GroundsChanged, 9, AndToxic with { AmendmentList = "" })));
    }

    private static (DateOnly From, DutyState State) Of(IReadOnlyList<CaseDuty> duties, string duty)
    {
        var one = duties.Single(d => d.Duty == duty);
        return (one.AnchoredOn, one.State);
    }
}
