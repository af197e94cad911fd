using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Objections;
using Xunit;
using static CleanProd.Rules.Tests.Cases.InventedCase;

namespace CleanProd.Rules.Tests.Cases.Objections;

public class ObjectionTests
{
    [Fact]
    public void An_objection_with_a_data_correction_is_upheld_when_the_outcome_changed()
    {
        var objection = Do(Do(Filed(), ObjectionAct.AcceptedForRedetermination, new CorrectionDetail("import-12")), ObjectionAct.Upheld, new UpholdingDetail("triggered", "not_triggered", "list-7-1"));
        Assert.Equal((ObjectionState.Upheld, false, 3), (objection.State, objection.IsOpen, objection.Version));
        Assert.Equal(ObjectionState.Upheld, Objection.Replay(objection.History).State);
    }

    [Fact]
    public void Upheld_means_that_the_outcome_changed()
    {
        var accepted = Do(Filed(), ObjectionAct.AcceptedForRedetermination, new CorrectionDetail("import-12"));
        Assert.Equal("outcome_unchanged", Refusal(() => Do(accepted, ObjectionAct.Upheld, new UpholdingDetail("triggered", "triggered", "list-7-1"))));
        Assert.Equal("outcome_unchanged", Refusal(() => Do(accepted, ObjectionAct.Upheld, new UpholdingDetail("triggered", "not_triggered", ""))));
        Assert.Equal("illegal_transition", Refusal(() => Do(Filed(), ObjectionAct.Upheld, new UpholdingDetail("a", "b", "c"))));
        Assert.Equal("correction_required", Refusal(() => Do(Filed(), ObjectionAct.AcceptedForRedetermination, new CorrectionDetail(""))));
    }

    [Fact]
    public void A_dismissal_gives_its_reason_and_ends_the_objection()
    {
        Assert.Equal("reason_required", Refusal(() => Filed().Apply(Act(Filed(), ObjectionAct.Dismissed) with { Reason = "" }, Today)));
        var dismissed = Do(Filed(), ObjectionAct.Dismissed);
        Assert.Equal(ObjectionState.Dismissed, dismissed.State);
        Assert.Equal("illegal_transition", Refusal(() => Do(dismissed, ObjectionAct.Withdrawn)));
    }

    [Fact]
    public void The_enterprise_files_and_withdraws_and_the_department_decides()
    {
        Assert.Equal(ObjectionState.Withdrawn, Do(Filed(), ObjectionAct.Withdrawn).State);
        Assert.Equal("wrong_actor", Refusal(() => Filed().Apply(Act(Filed(), ObjectionAct.Withdrawn) with { Actor = City }, Today)));
        Assert.Equal("wrong_actor", Refusal(() => Filed().Apply(Act(Filed(), ObjectionAct.Dismissed) with { Actor = Enterprise }, Today)));
        Assert.Equal("wrong_actor", Refusal(() => Objection.Open(Filing() with { Actor = City }, Today)));
        Assert.Equal("wrong_facility", Refusal(() => Objection.Open(Filing() with { Actor = new EnterpriseActor("e9", "他", new("X")) }, Today)));
    }

    [Fact]
    public void It_follows_publication_and_gives_a_reason()
    {
        Assert.Equal("not_published", Refusal(() => Objection.Open(Filing() with { On = Published.AddDays(-1) }, Today)));
        Assert.Equal("reason_required", Refusal(() => Objection.Open(Filing() with { Reason = "" }, Today)));
        Assert.Equal("date_future", Refusal(() => Objection.Open(Filing(), Published)));
        Assert.Equal("date_backwards", Refusal(() => Filed().Apply(Act(Filed(), ObjectionAct.Dismissed) with { On = Published }, Today)));
        Assert.Equal("stale_version", Refusal(() => Filed().Apply(Act(Filed(), ObjectionAct.Dismissed) with { Sequence = 3 }, Today)));
        Assert.Equal("not_filed", Refusal(() => Objection.Replay([])));
    }

    private static ObjectionEvent Filing() => new()
    {
        Objection = "o1", Sequence = 1, Act = ObjectionAct.Filed, Actor = Enterprise, On = Published.AddDays(5), At = At(Published.AddDays(5)), Reason = "监测数据有误",
        Detail = new FilingDetail(Open().Id, Works, Guangzhou, Published, [Proof]),
    };

    private static Objection Filed() => Objection.Open(Filing(), Today);

    private static Objection Do(Objection objection, ObjectionAct act, ObjectionDetail? detail = null) => objection.Apply(Act(objection, act, detail), Today);

    private static ObjectionEvent Act(Objection objection, ObjectionAct act, ObjectionDetail? detail = null) => new()
    {
        Objection = objection.Id, Sequence = objection.Version + 1, Act = act, Actor = act == ObjectionAct.Withdrawn ? Enterprise : City,
        On = Published.AddDays(10), At = At(Published.AddDays(10)), Reason = "理由", Detail = detail ?? new NoObjectionDetail(),
    };
}
