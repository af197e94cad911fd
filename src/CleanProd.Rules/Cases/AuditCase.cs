using CleanProd.Rules.Cases.Penalties;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Cases;

/// <summary>A time in which production stood still.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Day production resumed; null while it stands.</param>
public sealed record Suspension(DateOnly From, DateOnly? To);

/// <summary>
/// One facility's way from a published list to acceptance: the fold of its <see cref="CaseEvent"/>s. Immutable; every change is an act
/// that <see cref="CaseTransitions"/> allows, and an act that it does not allow is refused with nothing changed.
/// </summary>
/// <remarks>
/// A store keeps the events, unique by case and sequence, and gets the case back by <see cref="Replay"/>. To act: read the case, make
/// the event with <see cref="Make"/>, check it with <see cref="Apply"/>, append it; a second writer meets the unique key and is told.
/// </remarks>
public sealed record AuditCase
{
    private AuditCase(CaseOpening opening) => Opening = opening;

    /// <summary>Its identity.</summary>
    public CaseId Id => Opening.Id;

    /// <summary>What it opened with; grounds and classes as the latest amendment gives them.</summary>
    public CaseOpening Opening { get; private init; }

    /// <summary>Sequence of its last act.</summary>
    public int Version => History.Count;

    /// <summary>How far it has come.</summary>
    public CaseStage Stage { get; private init; }

    /// <summary>Every act, in order.</summary>
    public IReadOnlyList<CaseEvent> History { get; private init; } = [];

    /// <summary>Times in which production stood still, in order.</summary>
    public IReadOnlyList<Suspension> Suspensions { get; private init; } = [];

    /// <summary>Orders to correct, in order.</summary>
    public IReadOnlyList<CorrectionOrder> Orders { get; private init; } = [];

    /// <summary>Day of the last act.</summary>
    public DateOnly LastActOn => History[^1].On;

    /// <summary>Whether production stands still now.</summary>
    public bool IsSuspended => Suspensions.Count > 0 && Suspensions[^1].To is null;

    /// <summary>Whether the round still waits for something (not accepted, closed, rolled over, withdrawn).</summary>
    public bool IsUnderway => CaseTransitions.IsUnderway(Stage);

    /// <summary>Its stage for people.</summary>
    public Wording StageName => Stage switch
    {
        CaseStage.Published => new("已公布", "published"),
        CaseStage.Notified => new("已通知", "notified"),
        CaseStage.Announced => new("已公布信息", "announced"),
        CaseStage.PlanFiled => new("计划已备案", "plan filed"),
        CaseStage.Started => new("审核中", "audit under way"),
        CaseStage.ReportFiled => new("报告已报送", "report filed"),
        CaseStage.EvaluationPassed => new("评估通过", "evaluation passed"),
        CaseStage.EvaluationFailed => new("评估不通过", "evaluation not passed"),
        CaseStage.MeasuresDone => new("方案已完成", "measures done"),
        CaseStage.Accepted => new("验收合格", "accepted"),
        CaseStage.Rejected => new("验收不合格", "acceptance failed"),
        CaseStage.Closed => new("已结案", "closed"),
        CaseStage.RolledOver => new("滚入下一批", "rolled over"),
        CaseStage.EnterpriseClosed => new("企业已关闭", "enterprise closed"),
        _ => new("已移出名单", "taken off the list"),
    };

    /// <summary>The first event of a case. Its day is the day of publication.</summary>
    public static CaseEvent Opened(CaseOpening opening, Actor actor, DateTimeOffset at) => new()
    {
        Case = opening.Id, Sequence = 1, Act = CaseAct.Opened, Actor = actor, On = opening.List.PublishedOn, At = at, Detail = new OpeningDetail(opening),
    };

    /// <summary>The case that a first event opens.</summary>
    /// <exception cref="Lists.RefusedActException"><c>not_opened</c>, <c>not_published</c>, <c>grounds_required</c>, <c>date_future</c> …</exception>
    public static AuditCase Open(CaseEvent opened, DateOnly today)
    {
        ActGuard.Happened(opened, today);
        return Begin(opened);
    }

    /// <summary>The case that its recorded events make. The table is checked again; today is not, because they were recorded when they had happened.</summary>
    /// <exception cref="Lists.RefusedActException">The events are no legal history.</exception>
    public static AuditCase Replay(IEnumerable<CaseEvent> events)
    {
        AuditCase? audit = null;
        foreach (var act in events) audit = audit is null ? Begin(act) : audit.Next(act);
        return audit ?? throw ActGuard.Refused("not_opened", "案件没有任何记录。", "A case has at least the event that opens it.");
    }

    /// <summary>An event that continues this case; <see cref="Apply"/> says whether it is allowed.</summary>
    public CaseEvent Make(CaseAct act, Actor actor, DateOnly on, DateTimeOffset at, CaseDetail? detail = null) => new()
    {
        Case = Id, Sequence = Version + 1, Act = act, Actor = actor, On = on, At = at, Detail = detail ?? new NoDetail(),
    };

    /// <summary>The case after an act.</summary>
    /// <param name="act">The act; its sequence must be the next.</param>
    /// <param name="today">Today in China: nothing later can be recorded.</param>
    /// <exception cref="Lists.RefusedActException">The act is not allowed now; the code says which rule stands against it.</exception>
    public AuditCase Apply(CaseEvent act, DateOnly today)
    {
        ActGuard.Happened(act, today);
        return Next(act);
    }

    /// <summary>Acts that the table of moves allows now; a guard may still ask for more.</summary>
    public IReadOnlyList<CaseAct> PossibleActs =>
        [.. CaseTransitions.Table.Where(l => CaseTransitions.MoveOf(l.Act, Stage) is not null && (!IsSuspended || l.WhileSuspended)).Select(l => l.Act)];

    /// <summary>
    /// Day of the publication that first listed it on one of some grounds: that of the list, or of an amendment. None or none of its own
    /// names the list's.
    /// </summary>
    public DateOnly ListedOn(IReadOnlyList<string> grounds) => History
        .Where(e => e.Detail switch
        {
            OpeningDetail opened => opened.Opening.Grounds.Intersect(grounds, StringComparer.Ordinal).Any(),
            GroundsDetail change => change.Grounds.Intersect(grounds, StringComparer.Ordinal).Any(),
            _ => false,
        })
        .Select(e => (DateOnly?)e.On).FirstOrDefault() ?? Opening.List.PublishedOn;

    /// <summary>Day an act was first done; null when it was not.</summary>
    public DateOnly? FirstDayOf(CaseAct act) => History.FirstOrDefault(e => e.Act == act)?.On;

    /// <summary>Day an act was last done; null when it was not.</summary>
    public DateOnly? LastDayOf(CaseAct act) => History.LastOrDefault(e => e.Act == act)?.On;

    private static AuditCase Begin(CaseEvent act) => new(CaseGuards.CheckOpening(act)) { Stage = CaseStage.Published, History = [act] };

    private AuditCase Next(CaseEvent act) => this with
    {
        Stage = CaseGuards.Check(this, act),
        History = [.. History, act],
        Opening = act.Detail is GroundsDetail change ? Opening with { Grounds = change.Grounds, Classes = change.Classes } : Opening,
        Suspensions = act.Act switch
        {
            CaseAct.Suspended => [.. Suspensions, new(act.On, null)],
            CaseAct.Resumed => [.. Suspensions.SkipLast(1), Suspensions[^1] with { To = act.On }],
            _ => Suspensions,
        },
        Orders = CorrectionOrder.After(Orders, act),
    };
}
