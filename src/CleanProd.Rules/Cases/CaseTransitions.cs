using CleanProd.Rules.Facts;
using static CleanProd.Rules.Cases.CaseAct;

namespace CleanProd.Rules.Cases;

/// <summary>Who may do an act.</summary>
public enum ActBy
{
    /// <summary>An officer.</summary>
    Officer,

    /// <summary>The enterprise, or an officer who records what the enterprise handed in on paper.</summary>
    Enterprise,
}

/// <summary>One line of the table: an act, who may do it, what it must carry, and where it leads from where.</summary>
/// <param name="Act">The act.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="By">Who may do it.</param>
/// <param name="Detail">Type of <see cref="CaseEvent.Detail"/>.</param>
/// <param name="Reason">Whether a reason is asked for.</param>
/// <param name="Document">Whether a document is asked for.</param>
/// <param name="WhileSuspended">Whether it can be done while production is stopped.</param>
/// <param name="Moves">From which stages to which; an act leads nowhere from a stage that is not named.</param>
public sealed record CaseTransition(
    CaseAct Act, Wording Name, ActBy By, Type Detail, bool Reason, bool Document, bool WhileSuspended, IReadOnlyList<CaseMove> Moves);

/// <summary>A move of the table.</summary>
/// <param name="From">Stages the act can be done in.</param>
/// <param name="To">Stage it leads to; null when the stage stays.</param>
public sealed record CaseMove(IReadOnlyList<CaseStage> From, CaseStage? To);

/// <summary>
/// The one table of acts. Announcement, plan and start are duties of their own clocks, so that a later one does not wait for an
/// earlier one, and a late one does not move the case back. What a line cannot say (the announcement exists, evaluation is
/// required, an order has expired) is a guard of <c>CaseGuards</c> and <c>PenaltyGuards</c>.
/// </summary>
public static class CaseTransitions
{
    private static readonly CaseStage[] BeforeStart = [CaseStage.Published, CaseStage.Notified, CaseStage.Announced, CaseStage.PlanFiled];
    private static readonly CaseStage[] BeforeReport = [.. BeforeStart, CaseStage.Started];
    private static readonly CaseStage[] Underway =
        [.. BeforeReport, CaseStage.ReportFiled, CaseStage.EvaluationPassed, CaseStage.EvaluationFailed, CaseStage.MeasuresDone, CaseStage.Rejected];
    private static readonly CaseStage[] Punishable = [.. Underway, CaseStage.Accepted, CaseStage.Closed, CaseStage.RolledOver];

    /// <summary>Every act once, in the order of <see cref="CaseAct"/>.</summary>
    public static IReadOnlyList<CaseTransition> Table { get; } =
    [
        Line<OpeningDetail>(Opened, "名单公布、立案", "list published, case opened", ActBy.Officer, "", []),
        Line<ServiceDetail>(Notified, "书面通知送达", "notice served", ActBy.Officer, "D S", [Move(CaseStage.Notified, CaseStage.Published), Stay(Underway[1..])]),
        Line<AnnouncementDetail>(Announced, "企业公布信息", "enterprise announced", ActBy.Enterprise, "S", [Move(CaseStage.Announced, CaseStage.Published, CaseStage.Notified), Stay(Underway[2..])]),
        Line<VerificationDetail>(AnnouncementVerified, "核查公布情况", "announcement checked", ActBy.Officer, "S", [Stay(Underway[2..])]),
        Line<PlanDetail>(PlanFiled, "审核计划备案", "plan filed", ActBy.Enterprise, "", [Move(CaseStage.PlanFiled, BeforeStart[..3]), Stay(CaseStage.PlanFiled, CaseStage.Started)]),
        Line<NoDetail>(Started, "启动审核", "audit started", ActBy.Enterprise, "", [Move(CaseStage.Started, BeforeStart)]),
        Line<NoDetail>(ReportFiled, "报送审核报告", "report filed", ActBy.Enterprise, "D", [Move(CaseStage.ReportFiled, CaseStage.Started, CaseStage.EvaluationFailed), Stay(CaseStage.ReportFiled)]),
        Line<EvaluationDetail>(EvaluationPassed, "评估通过", "evaluation passed", ActBy.Officer, "S", [Move(CaseStage.EvaluationPassed, CaseStage.ReportFiled)]),
        Line<EvaluationDetail>(EvaluationFailed, "评估不通过", "evaluation not passed", ActBy.Officer, "R S", [Move(CaseStage.EvaluationFailed, CaseStage.ReportFiled)]),
        Line<NoDetail>(MeasuresDone, "方案实施完成", "measures done", ActBy.Enterprise, "", [Move(CaseStage.MeasuresDone, CaseStage.EvaluationPassed)]),
        Line<NoDetail>(AcceptancePassed, "验收合格", "accepted", ActBy.Officer, "", [Move(CaseStage.Accepted, CaseStage.ReportFiled, CaseStage.MeasuresDone, CaseStage.Rejected)]),
        Line<NoDetail>(AcceptanceFailed, "验收不合格", "acceptance failed", ActBy.Officer, "R", [Move(CaseStage.Rejected, CaseStage.ReportFiled, CaseStage.MeasuresDone, CaseStage.Rejected)]),
        Line<NoDetail>(Closed, "结案", "closed", ActBy.Officer, "", [Move(CaseStage.Closed, CaseStage.Accepted)]),
        Line<NoDetail>(Suspended, "停产", "production stopped", ActBy.Officer, "R", [Stay(Underway)]),
        Line<NoDetail>(Resumed, "恢复生产", "production resumed", ActBy.Officer, "S", [Stay(Underway)]),
        Line<NoDetail>(EnterpriseClosed, "企业关闭、搬迁", "enterprise closed", ActBy.Officer, "R S", [Move(CaseStage.EnterpriseClosed, Underway)]),
        Line<WithdrawalDetail>(Withdrawn, "移出名单", "taken off the list", ActBy.Officer, "R S", [Move(CaseStage.Withdrawn, Underway)]),
        Line<GroundsDetail>(GroundsChanged, "更正列入原因", "grounds changed by amendment", ActBy.Officer, "R S", [Stay(Underway)]),
        Line<RollOverDetail>(RolledOver, "滚动列入下一批", "rolled over", ActBy.Officer, "R", [Move(CaseStage.RolledOver, [.. BeforeReport, CaseStage.EvaluationFailed, CaseStage.Rejected])]),
        Line<CorrectionOrderDetail>(CorrectionOrdered, "责令限期改正", "correction ordered", ActBy.Officer, "R D S", [Stay(Punishable)]),
        Line<OrderDetail>(Corrected, "已改正", "corrected", ActBy.Officer, "S", [Stay(Punishable)]),
        Line<OrderDetail>(CorrectionRefused, "拒不改正", "correction refused", ActBy.Officer, "R S", [Stay(Punishable)]),
        Line<FineDetail>(Fined, "罚款", "fined", ActBy.Officer, "R D S", [Stay(Punishable)]),
    ];

    /// <summary>The line of an act.</summary>
    public static CaseTransition Of(CaseAct act) => Table[(int)act];

    /// <summary>Whether a case in this stage still waits for something of its round.</summary>
    public static bool IsUnderway(CaseStage stage) => Underway.Contains(stage);

    /// <summary>The move of an act from a stage; null when it is not legal there.</summary>
    public static CaseMove? MoveOf(CaseAct act, CaseStage from) => Of(act).Moves.FirstOrDefault(m => m.From.Contains(from));

    // R: a reason, D: a document, S: also while production is stopped.
    private static CaseTransition Line<TDetail>(CaseAct act, string zh, string en, ActBy by, string asks, CaseMove[] moves) where TDetail : CaseDetail =>
        new(act, new(zh, en), by, typeof(TDetail), asks.Contains('R', StringComparison.Ordinal), asks.Contains('D', StringComparison.Ordinal), asks.Contains('S', StringComparison.Ordinal), moves);

    private static CaseMove Move(CaseStage to, params CaseStage[] from) => new(from, to);

    private static CaseMove Stay(params CaseStage[] from) => new(from, null);
}
