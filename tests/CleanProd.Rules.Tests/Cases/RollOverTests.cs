using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Duties;
using Xunit;
using static CleanProd.Rules.Tests.Cases.InventedCase;

namespace CleanProd.Rules.Tests.Cases;

public class RollOverTests
{
    [Fact]
    public void A_failed_acceptance_goes_into_the_next_batch()
    {
        var failed = Come(CaseStage.MeasuresDone).Do(CaseAct.AcceptanceFailed, 80);
        var row = RowOf(failed, Published.AddDays(90))!;
        Assert.Equal((RollOverCause.AcceptanceFailed, Published.AddDays(80), failed.Id), (row.Cause, row.Since, row.Case));
        Assert.Contains("深圳市2024年", row.Citation.Zh, StringComparison.Ordinal);
        Assert.Equal(CaseStage.RolledOver, failed.Do(CaseAct.RolledOver, 90, row.Detail).Stage);
    }

    [Fact]
    public void A_report_is_overdue_the_day_after_its_last_day_and_not_before()
    {
        var audit = Come(CaseStage.Started);
        var due = new DateOnly(2025, 12, 31);
        Assert.Null(RowOf(audit, due));
        var row = RowOf(audit, due.AddDays(1))!;
        Assert.Equal((RollOverCause.ReportOverdue, due), (row.Cause, row.Since));
        Assert.Equal("not_overdue", Refusal(() => audit.Do(CaseAct.RolledOver, due, row.Detail)));
        Assert.Equal(CaseStage.RolledOver, audit.Do(CaseAct.RolledOver, due.AddDays(1), row.Detail).Stage);
    }

    [Fact]
    public void A_case_that_is_on_its_way_or_accepted_stays_where_it_is()
    {
        Assert.Null(RowOf(Come(CaseStage.ReportFiled), new(2027, 1, 1)));
        Assert.Null(RowOf(Come(CaseStage.Closed), new(2027, 1, 1)));
        Assert.Equal("illegal_transition", Refusal(() => Come(CaseStage.Accepted).Do(CaseAct.RolledOver, 300)));
    }

    [Fact]
    public void The_cause_recorded_is_the_cause_there_is()
    {
        var failed = Come(CaseStage.ReportFiled).Do(CaseAct.EvaluationFailed, 60);
        Assert.Equal("wrong_cause", Refusal(() => failed.Do(CaseAct.RolledOver, 90, new RollOverDetail(RollOverCause.AcceptanceFailed, null))));
        Assert.Equal(RollOverCause.EvaluationFailed, RowOf(failed, Published.AddDays(90))!.Cause);
    }

    private static RollOverRow? RowOf(AuditCase audit, DateOnly today) => RollOver.Of(audit, CaseDuties.Of(audit, Law(), today));
}
