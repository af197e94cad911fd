using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Cases;

/// <summary>A case as the row of the table <c>audits</c> that the next screening reads, so that rules see what the bureau itself recorded.</summary>
public static class CaseFact
{
    /// <summary>
    /// The row; null for a case that was taken off its list, and for one that was rolled over: from the publication of the next list its
    /// successor speaks for it, so record <see cref="CaseAct.RolledOver"/> on that day and not before.
    /// </summary>
    /// <param name="audit">The case.</param>
    /// <param name="source">Where its history is kept.</param>
    public static AuditRecord? Of(AuditCase audit, SourceRef source)
    {
        if (audit.Stage is CaseStage.Withdrawn or CaseStage.RolledOver) return null;
        var verdict = audit.History.LastOrDefault(e => e.Act is CaseAct.AcceptancePassed or CaseAct.AcceptanceFailed or CaseAct.EvaluationFailed);
        // A report filed again after a failed evaluation is a new try, on which nothing is decided yet.
        if (verdict?.Act == CaseAct.EvaluationFailed && audit.Stage != CaseStage.EvaluationFailed) verdict = null;
        return new(audit.Opening.Facility, AuditKind.Mandatory, source)
        {
            ListedOn = audit.Opening.List.PublishedOn,
            StartedOn = audit.FirstDayOf(CaseAct.Started),
            ReportedOn = audit.FirstDayOf(CaseAct.ReportFiled),
            AcceptedOn = verdict?.On,
            Result = verdict?.Act switch { null => null, CaseAct.AcceptancePassed => "合格", _ => "不合格" },
        };
    }
}
