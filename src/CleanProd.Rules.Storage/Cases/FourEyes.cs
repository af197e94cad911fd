using CleanProd.Rules.Cases;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>
/// Acts of a case that need another account than an earlier one. Who filed a report on behalf of the enterprise does not judge it: the
/// department evaluates and accepts what somebody else handed in (2016 Measures Arts 20–24). Who found that a correction was refused does
/// not fine: an administrative penalty needs two officers at least (行政处罚法 2021, Art. 42) and its facts are reviewed by another.
/// </summary>
internal static class FourEyes
{
    private static readonly (CaseAct Act, CaseAct Earlier)[] Table =
    [
        (CaseAct.EvaluationPassed, CaseAct.ReportFiled),
        (CaseAct.EvaluationFailed, CaseAct.ReportFiled),
        (CaseAct.AcceptancePassed, CaseAct.ReportFiled),
        (CaseAct.AcceptanceFailed, CaseAct.ReportFiled),
        (CaseAct.Fined, CaseAct.CorrectionRefused),
    ];

    /// <exception cref="RefusedActException"><c>four_eyes</c>.</exception>
    internal static void Check(AuditCase audit, CaseEvent act)
    {
        foreach (var (_, earlier) in Table.Where(l => l.Act == act.Act))
        {
            if (audit.History.LastOrDefault(e => e.Act == earlier) is not { } before || Acts.AccountOf(before.Actor) != Acts.AccountOf(act.Actor)) continue;
            var (now, then) = (CaseTransitions.Of(act.Act).Name, CaseTransitions.Of(earlier).Name);
            throw new RefusedActException("four_eyes", new(
                $"“{then.Zh}”由您办理，“{now.Zh}”须由他人办理。", $"You recorded '{then.En}'; '{now.En}' needs somebody else."));
        }
    }
}
