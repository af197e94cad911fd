using CleanProd.Rules.Cases.Duties;
using CleanProd.Rules.Facts;
using static CleanProd.Rules.Cases.ActGuard;

namespace CleanProd.Rules.Cases;

/// <summary>Why a case goes into the next batch.</summary>
public enum RollOverCause
{
    /// <summary>Evaluation not passed.</summary>
    EvaluationFailed,

    /// <summary>不合格 at acceptance.</summary>
    AcceptanceFailed,

    /// <summary>No report when its last day had passed.</summary>
    ReportOverdue,
}

/// <summary>A case that goes into the next batch: a row for the next candidate list.</summary>
/// <param name="Case">The case it comes from.</param>
/// <param name="Opening">Enterprise, earlier list and earlier grounds.</param>
/// <param name="Cause">Why.</param>
/// <param name="Since">Day of the failed decision, or the last day for the report.</param>
/// <param name="Citation">Practice it rests on.</param>
public sealed record RollOverRow(CaseId Case, CaseOpening Opening, RollOverCause Cause, DateOnly Since, Wording Citation)
{
    /// <summary>The detail of the act that carries the case over.</summary>
    public RollOverDetail Detail => new(Cause, Cause == RollOverCause.ReportOverdue ? Since : null);
}

/// <summary>
/// Re-listing: overdue or failed cases roll into the next batch (Qingyuan 2019 second batch, Shenzhen 2024). No national text that orders
/// it is at hand, so that it proposes and people decide.
/// </summary>
public static class RollOver
{
    /// <summary>The notices that practise it.</summary>
    public static readonly Wording Citation = new(
        "广东省各市强制性清洁生产审核名单通知中的滚动列入安排（清远市2019年第二批、深圳市2024年名单）", "Roll-over in list notices of cities of Guangdong (Qingyuan 2019 second batch, Shenzhen 2024)");

    /// <summary>The row of a case on a day; null when nothing carries it over.</summary>
    /// <param name="audit">The case.</param>
    /// <param name="duties">Its duties on that day (<see cref="CaseDuties.Of"/>).</param>
    public static RollOverRow? Of(AuditCase audit, IReadOnlyList<CaseDuty> duties) => audit.Stage switch
    {
        CaseStage.EvaluationFailed => Row(audit, RollOverCause.EvaluationFailed, audit.LastDayOf(CaseAct.EvaluationFailed)!.Value),
        CaseStage.Rejected => Row(audit, RollOverCause.AcceptanceFailed, audit.LastDayOf(CaseAct.AcceptanceFailed)!.Value),
        <= CaseStage.Started when duties.FirstOrDefault(d => d is { Duty: "report", State: DutyState.Overdue }) is { } report => Row(audit, RollOverCause.ReportOverdue, report.Due.On),
        _ => null,
    };

    internal static void Check(AuditCase audit, RollOverDetail detail, DateOnly on)
    {
        var cause = audit.Stage switch
        {
            CaseStage.EvaluationFailed => RollOverCause.EvaluationFailed,
            CaseStage.Rejected => RollOverCause.AcceptanceFailed,
            _ => RollOverCause.ReportOverdue,
        };
        if (detail.Cause != cause || detail.ReportDueOn is null == (cause == RollOverCause.ReportOverdue))
            throw Refused("wrong_cause", "滚动列入的原因与案件状态不符。", "The cause of the roll-over does not match the state of the case.");
        if (detail.ReportDueOn is { } due && on <= due)
            throw Refused("not_overdue", $"审核报告的期限至{Iso(due)}（含当日），尚未逾期。", $"The report may be filed until {Iso(due)}: it is not overdue.");
    }

    private static RollOverRow Row(AuditCase audit, RollOverCause cause, DateOnly since) => new(audit.Id, audit.Opening, cause, since, Citation);
}
