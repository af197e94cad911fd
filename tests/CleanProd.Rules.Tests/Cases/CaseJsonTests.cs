using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Objections;
using CleanProd.Rules.Cases.Penalties;
using CleanProd.Rules.Cases.Recognition;
using CleanProd.Rules.Cases.Records;
using CleanProd.Rules.Facts;
using Xunit;
using static CleanProd.Rules.Tests.Cases.InventedCase;

namespace CleanProd.Rules.Tests.Cases;

public class CaseJsonTests
{
    [Fact]
    public void An_event_has_stable_names()
    {
        var audit = Open();
        Assert.Equal(
            """{"case":"list-7/91440101MA59XYZ12A","act":"notified","detail":{"kind":"service","method":"mail","notice_number":"粤环函〔2025〕1号"},"sequence":2,"actor":{"kind":"officer","officer":{"id":"u1","name":"李科长","department":"environment","region":"4401"}},"on":"2025-01-05","at":"2025-01-05T09:30:00+08:00","reason":"","document":{"name":"送达回证.pdf","sha256":"aa"}}""",
            CaseJson.Write(audit.Act(CaseAct.Notified, Published.AddDays(5)) with { Reason = "", Document = new("送达回证.pdf", "aa") }));
    }

    public static TheoryData<string> Details => [.. AllDetails.Select(d => d.GetType().Name)];

    private static CaseDetail[] AllDetails =>
    [
        new NoDetail(), new OpeningDetail(Opening("G1a", "G3") with { PreviousAuditOn = new(2020, 2, 29) }), new ServiceDetail(ServiceMethod.PublicNotice, "1号"),
        new AnnouncementDetail("报纸", ["G1a"]), new VerificationDetail(false, "浓度不实"), new PlanDetail(AuditPlan.Own("甲", "乙")), new EvaluationDetail(null),
        new WithdrawalDetail("a"), new GroundsDetail("a", ["G1a", "G3"], ["double_over", "toxic"]), new RollOverDetail(RollOverCause.ReportOverdue, Published),
        new CorrectionOrderDetail("1", "law-2012-39-1", Breach.UntruthfulReport, "report", Published), new OrderDetail("1"),
        new FineDetail("law-2012-39-1", Breach.NotAudited, new(123456.78m), null),
    ];

    [Fact]
    public void Every_detail_that_the_table_names_is_tried_here() =>
        Assert.Equal(CaseTransitions.Table.Select(l => l.Detail.Name).Distinct().Order(), AllDetails.Select(d => d.GetType().Name).Order());

    [Theory]
    [MemberData(nameof(Details))]
    public void Every_detail_survives_writing_and_reading(string name)
    {
        var written = CaseJson.Write(AllDetails.Single(d => d.GetType().Name == name));
        var read = CaseJson.Read<CaseDetail>(written);
        Assert.Equal(name, read.GetType().Name);
        Assert.Equal(written, CaseJson.Write(read));
    }

    [Fact]
    public void A_case_comes_back_from_its_written_events()
    {
        var audit = Come(CaseStage.Closed, "G1a", "G3");
        var again = AuditCase.Replay(audit.History.Select(e => CaseJson.Read<CaseEvent>(CaseJson.Write(e))));
        Assert.Equal(audit.History.Select(CaseJson.Write), again.History.Select(CaseJson.Write));
        Assert.Equal((audit.Stage, audit.Version, audit.Id), (again.Stage, again.Version, again.Id));
    }

    [Fact]
    public void The_kind_is_found_wherever_a_database_puts_it()
    {
        var detail = Assert.IsType<ServiceDetail>(CaseJson.Read<CaseDetail>("""{"method":"direct","notice_number":"1","kind":"service"}"""));
        Assert.Equal(ServiceMethod.Direct, detail.Method);
    }

    [Theory]
    [InlineData("""{"kind":"service","method":"direct"}""")]
    [InlineData("""{"kind":"service","method":"direct","notice_number":null}""")]
    [InlineData("""{"kind":"service","method":0,"notice_number":"1"}""")]
    [InlineData("""{"kind":"service","method":"pigeon","notice_number":"1"}""")]
    [InlineData("""{"kind":"service","method":"direct","notice_number":"1","x":1}""")]
    [InlineData("""{"kind":"unheard_of"}""")]
    [InlineData("null")]
    public void What_is_not_of_this_form_is_refused(string json) => Assert.Throws<FormatException>(() => CaseJson.Read<CaseDetail>(json));

    [Fact]
    public void Files_objections_and_voluntary_audits_survive_too()
    {
        var file = new AuditFile(Works, "某厂", Guangzhou, AuditKind.Voluntary)
        {
            Plan = AuditPlan.Own("甲"), OutputValue = new(616070m), AcceptedOn = Published, EvaluationScore = 70.5m,
            Measures = [new("F1", "回用水", MeasureKind.ComprehensiveUse, CostClass.High, new(9772.4m), new(-3.10m), MeasureStatus.Done)],
        };
        Assert.Equal(CaseJson.Write(file), CaseJson.Write(CaseJson.Read<AuditFile>(CaseJson.Write(file))));
        Assert.Contains("\"annual_benefit\":-3.1,", CaseJson.Write(file), StringComparison.Ordinal);
        var filed = new ObjectionEvent
        {
            Objection = "o1", Sequence = 1, Act = ObjectionAct.Filed, Actor = Enterprise, On = Published, At = At(Published), Reason = "数据有误",
            Detail = new FilingDetail(new("c"), Works, Guangzhou, Published, [Proof]),
        };
        Assert.Equal(CaseJson.Write(filed), CaseJson.Write(CaseJson.Read<ObjectionEvent>(CaseJson.Write(filed))));
        var named = new VoluntaryEvent { Audit = "v1", Sequence = 3, Act = VoluntaryAct.Recognised, Actor = City, On = Published, At = At(Published), Detail = new RecognitionDetail("l", "1", 5) };
        Assert.Equal(named, CaseJson.Read<VoluntaryEvent>(CaseJson.Write(named)));
    }
}
