using static CleanProd.Rules.Cases.ActGuard;

namespace CleanProd.Rules.Cases.Objections;

/// <summary>
/// An enterprise's objection to being listed: filed → accepted for re-determination → upheld | dismissed; withdrawn by the enterprise.
/// The fold of its <see cref="ObjectionEvent"/>s; immutable.
/// </summary>
/// <remarks>
/// No text at hand sets a period in which an objection must be filed or answered (the notice names administrative reconsideration and
/// action before the court, which are not this), so that it has no deadline. It does not stop the case's clocks.
/// </remarks>
public sealed record Objection
{
    private Objection(ObjectionEvent filed, FilingDetail filing) => (Id, Filing, History) = (filed.Objection, filing, [filed]);

    /// <summary>Its identity.</summary>
    public string Id { get; }

    /// <summary>What is objected to.</summary>
    public FilingDetail Filing { get; }

    /// <summary>Every act, in order.</summary>
    public IReadOnlyList<ObjectionEvent> History { get; private init; }

    /// <summary>How it stands.</summary>
    public ObjectionState State { get; private init; }

    /// <summary>Sequence of the last act.</summary>
    public int Version => History.Count;

    /// <summary>Whether it waits for the department.</summary>
    public bool IsOpen => State is ObjectionState.Filed or ObjectionState.UnderRedetermination;

    /// <summary>The one table: from which state, by whom, to which; R asks for a reason, E is an act of the enterprise alone.</summary>
    private static readonly (ObjectionAct Act, ObjectionState From, ObjectionState To, Type Detail, string Asks)[] Table =
    [
        (ObjectionAct.AcceptedForRedetermination, ObjectionState.Filed, ObjectionState.UnderRedetermination, typeof(CorrectionDetail), ""),
        (ObjectionAct.Upheld, ObjectionState.UnderRedetermination, ObjectionState.Upheld, typeof(UpholdingDetail), "R"),
        (ObjectionAct.Dismissed, ObjectionState.Filed, ObjectionState.Dismissed, typeof(NoObjectionDetail), "R"),
        (ObjectionAct.Dismissed, ObjectionState.UnderRedetermination, ObjectionState.Dismissed, typeof(NoObjectionDetail), "R"),
        (ObjectionAct.Withdrawn, ObjectionState.Filed, ObjectionState.Withdrawn, typeof(NoObjectionDetail), "E"),
        (ObjectionAct.Withdrawn, ObjectionState.UnderRedetermination, ObjectionState.Withdrawn, typeof(NoObjectionDetail), "E"),
    ];

    /// <summary>The objection that a first event files.</summary>
    /// <exception cref="Lists.RefusedActException"><c>not_filed</c>, <c>wrong_actor</c>, <c>reason_required</c>, <c>not_published</c>, <c>date_future</c> …</exception>
    public static Objection Open(ObjectionEvent filed, DateOnly today)
    {
        Happened(filed, today);
        return Begin(filed);
    }

    /// <summary>The objection that its recorded events make.</summary>
    public static Objection Replay(IEnumerable<ObjectionEvent> events)
    {
        Objection? objection = null;
        foreach (var act in events) objection = objection is null ? Begin(act) : objection.Next(act);
        return objection ?? throw Refused("not_filed", "异议没有任何记录。", "An objection has at least the event that files it.");
    }

    /// <summary>The objection after an act.</summary>
    /// <exception cref="Lists.RefusedActException">The act is not allowed now.</exception>
    public Objection Apply(ObjectionEvent act, DateOnly today)
    {
        Happened(act, today);
        return Next(act);
    }

    private static Objection Begin(ObjectionEvent act)
    {
        Continues(act, 0, null);
        if (act.Act != ObjectionAct.Filed || act.Detail is not FilingDetail filing) throw Refused("not_filed", "异议自企业提出起始。", "An objection begins with its filing.");
        if (act.Actor is not EnterpriseActor) throw Refused("wrong_actor", "异议由企业提出。", "An objection is filed by the enterprise.");
        Competent(act, filing.Facility, filing.Region);
        Reasoned(act);
        if (act.On < filing.PublishedOn) throw Refused("not_published", "名单公布后方可提出异议。", "An objection follows the publication of the list.");
        return new(act, filing);
    }

    private Objection Next(ObjectionEvent act)
    {
        Continues(act, Version, History[^1].On);
        if (act.Objection != Id) throw Refused("wrong_objection", $"行为不属于异议{Id}。", $"The act does not belong to objection {Id}.");
        var line = Array.Find(Table, l => l.Act == act.Act && l.From == State);
        if (line.Detail is null) throw Refused("illegal_transition", "异议当前状态不能办理此事。", $"'{act.Act}' is not possible while the objection is '{State}'.");
        if (line.Detail != act.Detail.GetType()) throw Refused("wrong_detail", "内容格式不符。", $"'{act.Act}' carries a {line.Detail.Name}.");
        if (line.Asks == "E" != act.Actor is EnterpriseActor) throw Refused("wrong_actor", "撤回由企业办理，其余由主管部门办理。", "The enterprise withdraws; the department does the rest.");
        Competent(act, Filing.Facility, Filing.Region);
        if (line.Asks == "R") Reasoned(act);
        if (act.Detail is UpholdingDetail upheld && (upheld.OutcomeBefore == upheld.OutcomeAfter || upheld.AmendmentList.Length == 0))
            throw Refused("outcome_unchanged", "重新判定结果未变或者未列明更正名单，不能认定异议成立。", "Upheld means that the outcome changed and an amendment list says so.");
        if (act.Detail is CorrectionDetail { Correction.Length: 0 }) throw Refused("correction_required", "请指明所更正的数据。", "Name the data correction.");
        return this with { State = line.To, History = [.. History, act] };
    }
}
