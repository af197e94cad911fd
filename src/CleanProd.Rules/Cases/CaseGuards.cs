using CleanProd.Rules.Cases.Penalties;
using static CleanProd.Rules.Cases.ActGuard;

namespace CleanProd.Rules.Cases;

/// <summary>What an act must satisfy beyond the table of moves.</summary>
internal static class CaseGuards
{
    /// <summary>Checks an act on a case that is open, and gives the stage it leads to.</summary>
    internal static CaseStage Check(AuditCase audit, CaseEvent act)
    {
        Continues(act, audit.Version, audit.LastActOn);
        if (act.Case != audit.Id) throw Refused("wrong_case", $"行为属于案件{act.Case}，不属于{audit.Id}。", $"The act belongs to case {act.Case}, not to {audit.Id}.");
        var line = CaseTransitions.Of(act.Act);
        Form(act, line);
        Competent(act, audit.Opening.Facility, audit.Opening.Region);
        if (CaseTransitions.MoveOf(act.Act, audit.Stage) is not { } move)
            throw Refused("illegal_transition", $"当前状态（{audit.StageName.Zh}）不能办理“{line.Name.Zh}”。", $"'{line.Name.En}' is not possible in the state '{audit.StageName.En}'.");
        if (audit.IsSuspended && !line.WhileSuspended)
            throw Refused("suspended", $"企业停产期间不能办理“{line.Name.Zh}”，请先登记恢复生产。", $"'{line.Name.En}' waits until production has resumed.");
        Particular(audit, act);
        PenaltyGuards.Check(audit, act);
        return move.To ?? audit.Stage;
    }

    /// <summary>Checks the act that opens a case.</summary>
    internal static CaseOpening CheckOpening(CaseEvent act)
    {
        Continues(act, 0, null);
        if (act.Act != CaseAct.Opened || act.Detail is not OpeningDetail { Opening: var opening })
            throw Refused("not_opened", "案件自名单公布立案起始。", "A case begins with the publication of its list.");
        Form(act, CaseTransitions.Of(CaseAct.Opened));
        Competent(act, opening.Facility, opening.Region);
        if (act.Case != opening.Id) throw Refused("wrong_case", $"案件编号应为{opening.Id}。", $"The case must bear the id {opening.Id}.");
        if (!IsEachOnce(opening.Grounds))
            throw Refused("grounds_required", "列入原因不得为空、不得重复。", "A case needs its grounds, each once.");
        if (opening.List.DeterminedOn > opening.List.PublishedOn || act.On != opening.List.PublishedOn)
            throw Refused("not_published", "立案日为名单公布之日，且不早于确定之日。", "A case opens on the day its list is published, which does not lie before its determination.");
        return opening;
    }

    private static bool IsEachOnce(IReadOnlyList<string> grounds) => grounds.Count > 0 && grounds.Distinct(StringComparer.Ordinal).Count() == grounds.Count;

    private static void Form(CaseEvent act, CaseTransition line)
    {
        if (act.Detail.GetType() != line.Detail)
            throw Refused("wrong_detail", $"“{line.Name.Zh}”的内容格式不符。", $"'{line.Name.En}' carries a {line.Detail.Name}, not a {act.Detail.GetType().Name}.");
        if (line.By == ActBy.Officer && act.Actor is not OfficerActor)
            throw Refused("wrong_actor", $"“{line.Name.Zh}”由主管部门办理。", $"'{line.Name.En}' is an act of the department.");
        if (line.Reason) Reasoned(act);
        if (line.Document) Documented(act);
    }

    private static void Particular(AuditCase audit, CaseEvent act)
    {
        switch (act)
        {
            case { Detail: AnnouncementDetail announcement } when announcement.Grounds.Count == 0 || announcement.Grounds.Except(audit.Opening.Grounds, StringComparer.Ordinal).Any():
                throw Refused("wrong_grounds", "公布内容须对应本案的列入原因。", "An announcement covers grounds of the case.");
            case { Detail: GroundsDetail change } when !IsEachOnce(change.Grounds) || change.Grounds.Order(StringComparer.Ordinal).SequenceEqual(audit.Opening.Grounds.Order(StringComparer.Ordinal)) && change.Classes.SequenceEqual(audit.Opening.Classes, StringComparer.Ordinal):
                throw Refused("wrong_grounds", "更正后的列入原因不得为空、重复，也不得与原来相同。", "The new grounds are others than before, each once, and not none.");
            case { Detail: ServiceDetail { NoticeNumber: "" } or AnnouncementDetail { Channel: "" } or WithdrawalDetail { AmendmentList: "" } or GroundsDetail { AmendmentList: "" } }:
                throw Refused("detail_incomplete", "请填通知书文号、公布渠道或者更正名单。", "Give the number of the notice, the channel of the announcement or the amendment list.");
            case { Detail: PlanDetail { Plan.IsWhole: false } }:
                throw Refused("plan_incomplete", "须填自行审核小组，或者咨询机构及合同，二者取一。", "Name either the own team, or the consultancy and its contract.");
            case { Act: CaseAct.AnnouncementVerified } when audit.FirstDayOf(CaseAct.Announced) is null:
                throw Refused("not_announced", "企业尚未公布，无从核查。", "Nothing was announced yet that could be checked.");
            case { Act: CaseAct.AcceptancePassed or CaseAct.AcceptanceFailed } when audit.Stage == CaseStage.ReportFiled && audit.Opening.EvaluationRequired:
                throw Refused("evaluation_required", "本案须先评估，后验收。", "This case must be evaluated before acceptance.");
            case { Act: CaseAct.Resumed } when !audit.IsSuspended:
                throw Refused("not_suspended", "企业不在停产状态。", "Production is not stopped.");
            case { Detail: RollOverDetail rollOver }:
                RollOver.Check(audit, rollOver, act.On);
                break;
        }
    }
}
