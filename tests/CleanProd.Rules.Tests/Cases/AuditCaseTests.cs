using CleanProd.Rules.Notices;
using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Records;
using CleanProd.Rules.Lists;
using Xunit;
using static CleanProd.Rules.Tests.Cases.InventedCase;

namespace CleanProd.Rules.Tests.Cases;

public class AuditCaseTests
{
    [Fact]
    public void A_case_runs_from_publication_to_its_close()
    {
        var audit = Come(CaseStage.Closed);
        Assert.Equal(10, audit.Version);
        Assert.Equal(Published.AddDays(80), audit.LastDayOf(CaseAct.AcceptancePassed));
        Assert.False(audit.IsUnderway);
        Assert.Equal("list-7/91440101MA59XYZ12A", audit.Id.Value);
    }

    [Fact]
    public void The_table_has_each_act_once_in_order_and_leads_to_every_stage()
    {
        Assert.Equal(Enum.GetValues<CaseAct>(), CaseTransitions.Table.Select(l => l.Act));
        var reached = CaseTransitions.Table.SelectMany(l => l.Moves).Select(m => m.To).OfType<CaseStage>().Append(CaseStage.Published).Distinct().Order();
        Assert.Equal(Enum.GetValues<CaseStage>(), reached);
        Assert.All(CaseTransitions.Table, l => Assert.Equal(l.Moves.SelectMany(m => m.From).Distinct().Count(), l.Moves.Sum(m => m.From.Count)));
    }

    [Fact]
    public void Nobody_is_notified_before_the_list_is_published()
    {
        var opened = AuditCase.Opened(Opening("G1a"), City, At(Published));
        Assert.Equal("not_opened", Refusal(() => AuditCase.Open(opened with { Act = CaseAct.Notified, Detail = new ServiceDetail(ServiceMethod.Direct, "1") }, Today)));
        Assert.Equal("not_published", Refusal(() => AuditCase.Open(opened with { On = Published.AddDays(-1) }, Today)));
        Assert.Equal("date_future", Refusal(() => AuditCase.Open(opened, Published.AddDays(-1))));
        Assert.Equal("date_backwards", Refusal(() => Open().Do(CaseAct.Notified, -1)));
    }

    [Fact]
    public void Days_neither_run_backwards_nor_ahead_of_today()
    {
        var audit = Open().Do(CaseAct.Notified, 10);
        Assert.Equal("date_backwards", Refusal(() => audit.Do(CaseAct.Started, 9)));
        Assert.Equal(CaseStage.Started, audit.Do(CaseAct.Started, 10).Stage);
        var act = audit.Act(CaseAct.Started, Published.AddDays(20));
        Assert.Equal("date_future", Refusal(() => audit.Apply(act, Published.AddDays(19))));
        Assert.Equal(CaseStage.Started, audit.Apply(act, Published.AddDays(20)).Stage);
    }

    [Fact]
    public void Of_two_who_act_on_one_version_the_second_is_told()
    {
        var read = Open();
        var first = read.Do(CaseAct.Notified, 3);
        Assert.Equal("stale_version", Refusal(() => first.Apply(read.Act(CaseAct.Notified, Published.AddDays(4)), Today)));
    }

    [Theory]
    [InlineData(CaseStage.Notified, CaseAct.ReportFiled)]
    [InlineData(CaseStage.Notified, CaseAct.EvaluationPassed)]
    [InlineData(CaseStage.Started, CaseAct.MeasuresDone)]
    [InlineData(CaseStage.EvaluationPassed, CaseAct.AcceptancePassed)]
    [InlineData(CaseStage.MeasuresDone, CaseAct.Closed)]
    [InlineData(CaseStage.Accepted, CaseAct.Withdrawn)]
    [InlineData(CaseStage.Closed, CaseAct.Suspended)]
    public void An_act_out_of_place_is_refused(CaseStage stage, CaseAct act) =>
        Assert.Equal("illegal_transition", Refusal(() => Come(stage).Do(act, 200)));

    [Fact]
    public void An_announcement_after_the_start_is_late_and_does_not_move_the_case_back()
    {
        var audit = Open().Do(CaseAct.Notified, 5).Do(CaseAct.Started, 20).Do(CaseAct.Announced, 40);
        Assert.Equal(CaseStage.Started, audit.Stage);
        Assert.Equal(Published.AddDays(40), audit.FirstDayOf(CaseAct.Announced));
    }

    [Fact]
    public void What_was_never_announced_cannot_be_verified() =>
        Assert.Equal("not_announced", Refusal(() => Open().Do(CaseAct.Notified, 5).Do(CaseAct.Started, 20).Do(CaseAct.AnnouncementVerified, 30)));

    [Fact]
    public void Proof_reason_detail_and_actor_are_asked_for()
    {
        var audit = Open();
        var served = audit.Act(CaseAct.Notified, Published);
        Assert.Equal("document_required", Refusal(() => audit.Apply(served with { Document = null }, Today)));
        Assert.Equal("wrong_detail", Refusal(() => audit.Apply(served with { Detail = new NoDetail() }, Today)));
        Assert.Equal("wrong_actor", Refusal(() => audit.Apply(served with { Actor = Enterprise }, Today)));
        Assert.Equal("wrong_facility", Refusal(() => audit.Apply(audit.Act(CaseAct.Started, Published) with { Actor = new EnterpriseActor("e2", "他", new("X")) }, Today)));
        Assert.Equal("out_of_region", Refusal(() => audit.Apply(served with { Actor = new OfficerActor(new("u2", "赵", Department.Environment, new("4403"))) }, Today)));
        Assert.Equal("reason_required", Refusal(() => audit.Apply(audit.Act(CaseAct.Suspended, Published) with { Reason = " " }, Today)));
        Assert.Equal("plan_incomplete", Refusal(() => audit.Do(CaseAct.PlanFiled, 1, new PlanDetail(new AuditPlan(["甲"], "乙公司", null)))));
        Assert.Equal("detail_incomplete", Refusal(() => audit.Do(CaseAct.Withdrawn, 1, new WithdrawalDetail(""))));
        Assert.Equal("wrong_grounds", Refusal(() => audit.Do(CaseAct.Announced, 1, new AnnouncementDetail("网站", ["G3"]))));
        Assert.Equal("wrong_case", Refusal(() => audit.Apply(served with { Case = new("other") }, Today)));
    }

    [Fact]
    public void While_production_stands_still_nothing_proceeds_but_what_must()
    {
        var still = Come(CaseStage.Started).Do(CaseAct.Suspended, 100);
        Assert.Equal("suspended", Refusal(() => still.Do(CaseAct.ReportFiled, 110)));
        Assert.Equal("suspended", Refusal(() => still.Do(CaseAct.Suspended, 110)));
        Assert.Equal(CaseStage.EnterpriseClosed, still.Do(CaseAct.EnterpriseClosed, 110).Stage);
        var again = still.Do(CaseAct.Resumed, 130);
        Assert.Equal(new Suspension(Published.AddDays(100), Published.AddDays(130)), Assert.Single(again.Suspensions));
        Assert.Equal("not_suspended", Refusal(() => again.Do(CaseAct.Resumed, 131)));
        Assert.Equal(CaseStage.ReportFiled, again.Do(CaseAct.ReportFiled, 140).Stage);
    }

    [Fact]
    public void Where_no_evaluation_is_required_the_department_accepts_on_the_report()
    {
        var required = Come(CaseStage.ReportFiled);
        Assert.Equal("evaluation_required", Refusal(() => required.Do(CaseAct.AcceptancePassed, 60)));
        var spared = Open(Opening("G1a") with { EvaluationRequired = false }).Do(CaseAct.Started, 10).Do(CaseAct.ReportFiled, 50);
        Assert.Equal(CaseStage.Accepted, spared.Do(CaseAct.AcceptancePassed, 60).Stage);
        Assert.Equal(CaseStage.EvaluationPassed, spared.Do(CaseAct.EvaluationPassed, 60).Stage);
    }

    [Fact]
    public void A_failed_evaluation_repeats_the_audit_and_a_failed_acceptance_can_be_put_right()
    {
        var failed = Come(CaseStage.ReportFiled).Do(CaseAct.EvaluationFailed, 60);
        Assert.Equal(CaseStage.EvaluationPassed, failed.Do(CaseAct.ReportFiled, 70).Do(CaseAct.EvaluationPassed, 80).Stage);
        Assert.Equal(CaseStage.Accepted, Come(CaseStage.MeasuresDone).Do(CaseAct.AcceptanceFailed, 80).Do(CaseAct.AcceptancePassed, 120).Stage);
    }

    [Fact]
    public void Possible_acts_are_those_of_the_table()
    {
        Assert.Contains(CaseAct.Started, Open().PossibleActs);
        Assert.DoesNotContain(CaseAct.ReportFiled, Open().PossibleActs);
        Assert.DoesNotContain(CaseAct.Started, Open().Do(CaseAct.Suspended, 1).PossibleActs);
        Assert.Empty(Open().Do(CaseAct.Withdrawn, 1).PossibleActs);
    }

    [Fact]
    public void A_history_that_does_not_begin_with_publication_is_none()
    {
        Assert.Equal("not_opened", Refusal(() => AuditCase.Replay([])));
        Assert.Equal("stale_version", Refusal(() => AuditCase.Replay(Come(CaseStage.Started).History.Where((_, i) => i != 2))));
    }
}
