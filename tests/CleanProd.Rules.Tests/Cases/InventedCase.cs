using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Duties;
using CleanProd.Rules.Cases.Records;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Notices;
using Xunit;

namespace CleanProd.Rules.Tests.Cases;

/// <summary>A case of an invented plating works in Guangzhou, and short ways to act in it.</summary>
internal static class InventedCase
{
    internal static readonly FacilityId Works = new("91440101MA59XYZ12A");
    internal static readonly RegionCode Guangzhou = new("4401");
    internal static readonly DateOnly Published = new(2024, 12, 31);
    internal static readonly DateOnly Today = new(2035, 1, 1);
    internal static readonly DocumentRef Proof = new("送达回证.pdf", new string('a', 64));
    internal static readonly Actor City = new OfficerActor(new("u1", "李科长", Department.Environment, Guangzhou));
    internal static readonly Actor Enterprise = new EnterpriseActor("e1", "王厂长", Works);

    internal static CaseOpening Opening(params string[] grounds) => OpeningOn(Published, grounds);

    internal static CaseOpening OpeningOn(DateOnly published, params string[] grounds) => new(
        Works, "某电镀厂", new("440103"),
        new("list-7", published.Year, published, published, new("《清洁生产审核办法》", "Measures 2016")) { Packs = ["cn-measures-2016@0f"] }, grounds)
    {
        Classes = ["double_over"],
        Industry = "C3360",
    };

    internal static AuditCase Open(params string[] grounds) => Open(Opening(grounds.Length == 0 ? ["G1a"] : grounds));

    internal static AuditCase Open(CaseOpening opening) => AuditCase.Open(AuditCase.Opened(opening, City, At(opening.List.PublishedOn)), Today);

    /// <summary>Does an act with all that it may be asked for.</summary>
    internal static AuditCase Do(this AuditCase audit, CaseAct act, DateOnly on, CaseDetail? detail = null) => audit.Apply(audit.Act(act, on, detail), Today);

    internal static AuditCase Do(this AuditCase audit, CaseAct act, int days, CaseDetail? detail = null) => audit.Do(act, audit.Opening.List.PublishedOn.AddDays(days), detail);

    internal static CaseEvent Act(this AuditCase audit, CaseAct act, DateOnly on, CaseDetail? detail = null) =>
        audit.Make(act, CaseTransitions.Of(act).By == ActBy.Enterprise ? Enterprise : City, on, At(on), detail ?? Usual(audit, act)) with { Reason = "理由", Document = Proof };

    internal static string Refusal(Action act) => Assert.Throws<RefusedActException>(act).Code;

    /// <summary>A case that has come to a stage the usual way, an act every ten days.</summary>
    internal static AuditCase Come(CaseStage stage, params string[] grounds)
    {
        CaseAct[] way = [CaseAct.Notified, CaseAct.Announced, CaseAct.PlanFiled, CaseAct.Started, CaseAct.ReportFiled, CaseAct.EvaluationPassed, CaseAct.MeasuresDone, CaseAct.AcceptancePassed, CaseAct.Closed];
        var audit = Open(grounds);
        for (var i = 0; audit.Stage != stage; i++) audit = audit.Do(way[i], 10 * (i + 1));
        return audit;
    }

    internal static DutyLaw Law(string pack = "rules/cn/measures-2016.json") => new(
        NoticeTermsReader.Read(Shipped.Pack(pack).NoticeJson!), new WorkingCalendar(Shipped.Reference.Holidays, Shipped.Reference.MakeUpWorkdays), Shipped.Reference.AuditIntervals);

    internal static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(9, 30)), TimeSpan.FromHours(8));

    private static CaseDetail Usual(AuditCase audit, CaseAct act) => act switch
    {
        CaseAct.Notified => new ServiceDetail(ServiceMethod.Mail, "粤环函〔2025〕1号"),
        CaseAct.Announced => new AnnouncementDetail("本单位网站", audit.Opening.Grounds),
        CaseAct.AnnouncementVerified => new VerificationDetail(true, ""),
        CaseAct.PlanFiled => new PlanDetail(AuditPlan.By("某咨询公司", "合同1号")),
        CaseAct.EvaluationPassed => new EvaluationDetail(82.5m),
        CaseAct.EvaluationFailed => new EvaluationDetail(55m),
        CaseAct.Withdrawn => new WithdrawalDetail("list-7-1"),
        CaseAct.GroundsChanged => new GroundsDetail("list-7-1", ["G1a", "G3"], ["double_over", "toxic"]),
        CaseAct.RolledOver => new RollOverDetail(RollOverCause.AcceptanceFailed, null),
        _ => new NoDetail(),
    };
}
