using CleanProd.Rules.Cases;
using CleanProd.Rules.Facts;
using Xunit;
using static CleanProd.Rules.Tests.Cases.InventedCase;

namespace CleanProd.Rules.Tests.Cases;

public class CaseFactTests
{
    [Fact]
    public void An_accepted_case_is_an_accepted_audit()
    {
        var fact = Of(Come(CaseStage.Closed))!;
        Assert.Equal((Published, Published.AddDays(40), Published.AddDays(50), Published.AddDays(80), "合格"), (fact.ListedOn, fact.StartedOn, fact.ReportedOn, fact.AcceptedOn, fact.Result));
    }

    [Fact]
    public void A_failure_is_told_with_its_day_until_it_is_put_right()
    {
        var failed = Come(CaseStage.MeasuresDone).Do(CaseAct.AcceptanceFailed, 80);
        Assert.Equal((Published.AddDays(80), "不合格"), (Of(failed)!.AcceptedOn, Of(failed)!.Result));
        Assert.Equal("合格", Of(failed.Do(CaseAct.AcceptancePassed, 90))!.Result);
        var evaluated = Come(CaseStage.ReportFiled).Do(CaseAct.EvaluationFailed, 60);
        Assert.Equal("不合格", Of(evaluated)!.Result);
        Assert.Null(Of(evaluated.Do(CaseAct.ReportFiled, 70))!.Result);
    }

    [Fact]
    public void What_was_taken_off_or_carried_over_is_no_audit_of_its_own()
    {
        Assert.Null(Of(Open().Do(CaseAct.Withdrawn, 5)));
        Assert.Null(Of(Come(CaseStage.MeasuresDone).Do(CaseAct.AcceptanceFailed, 80).Do(CaseAct.RolledOver, 90)));
        Assert.Null(Of(Open())!.StartedOn);
    }

    private static AuditRecord? Of(AuditCase audit) => CaseFact.Of(audit, new SourceRef("cases", null, 1));
}
