using static CleanProd.Rules.Cases.ActGuard;

namespace CleanProd.Rules.Cases.Recognition;

/// <summary>A certificate of a cleaner-production enterprise.</summary>
/// <param name="List">Recognition list that names it.</param>
/// <param name="Number">Number.</param>
/// <param name="From">First day.</param>
/// <param name="Through">Last day: the corresponding day of the last year, rest or not.</param>
public sealed record Certificate(string List, string Number, DateOnly From, DateOnly Through);

/// <summary>
/// A voluntary audit (2004 and 2016 Measures Art. 7): applied → accepted on site | refused → recognised → expired by the clock, or
/// revoked. A track of its own beside the mandatory one. The fold of its <see cref="VoluntaryEvent"/>s; immutable.
/// </summary>
public sealed record VoluntaryAudit
{
    private VoluntaryAudit(VoluntaryEvent applied, ApplicationDetail application) => (Id, Application, History) = (applied.Audit, application, [applied]);

    /// <summary>Its identity.</summary>
    public string Id { get; }

    /// <summary>Who applied.</summary>
    public ApplicationDetail Application { get; }

    /// <summary>Every act, in order.</summary>
    public IReadOnlyList<VoluntaryEvent> History { get; private init; }

    /// <summary>The certificate; null until recognised.</summary>
    public Certificate? Certificate { get; private init; }

    /// <summary>Sequence of the last act.</summary>
    public int Version => History.Count;

    private VoluntaryState Recorded { get; init; }

    /// <summary>The one table: from which state to which.</summary>
    private static readonly (VoluntaryAct Act, VoluntaryState From, VoluntaryState To, Type Detail, bool Reason)[] Table =
    [
        (VoluntaryAct.AcceptedOnSite, VoluntaryState.Applied, VoluntaryState.AcceptedOnSite, typeof(NoVoluntaryDetail), false),
        (VoluntaryAct.Refused, VoluntaryState.Applied, VoluntaryState.Refused, typeof(NoVoluntaryDetail), true),
        (VoluntaryAct.Recognised, VoluntaryState.AcceptedOnSite, VoluntaryState.Recognised, typeof(RecognitionDetail), false),
        (VoluntaryAct.Revoked, VoluntaryState.Recognised, VoluntaryState.Revoked, typeof(NoVoluntaryDetail), true),
    ];

    /// <summary>How it stands on a day: expiry follows from the clock.</summary>
    public VoluntaryState StateOn(DateOnly day) =>
        Recorded == VoluntaryState.Recognised && day > Certificate!.Through ? VoluntaryState.Expired : Recorded;

    /// <summary>Whether its certificate was valid on a day, before any later revocation.</summary>
    public bool IsValidOn(DateOnly day) =>
        Certificate is { } certificate && certificate.From <= day && day <= certificate.Through
        && !(History[^1] is { Act: VoluntaryAct.Revoked, On: var revoked } && day >= revoked);

    /// <summary>The voluntary audit that a first event applies for.</summary>
    /// <exception cref="Lists.RefusedActException"><c>not_applied</c>, <c>wrong_actor</c>, <c>date_future</c> …</exception>
    public static VoluntaryAudit Open(VoluntaryEvent applied, DateOnly today)
    {
        Happened(applied, today);
        return Begin(applied);
    }

    /// <summary>The voluntary audit that its recorded events make.</summary>
    public static VoluntaryAudit Replay(IEnumerable<VoluntaryEvent> events)
    {
        VoluntaryAudit? audit = null;
        foreach (var act in events) audit = audit is null ? Begin(act) : audit.Next(act);
        return audit ?? throw Refused("not_applied", "自愿审核没有任何记录。", "A voluntary audit has at least its application.");
    }

    /// <summary>The voluntary audit after an act.</summary>
    /// <exception cref="Lists.RefusedActException">The act is not allowed now.</exception>
    public VoluntaryAudit Apply(VoluntaryEvent act, DateOnly today)
    {
        Happened(act, today);
        return Next(act);
    }

    private static VoluntaryAudit Begin(VoluntaryEvent act)
    {
        Continues(act, 0, null);
        if (act.Act != VoluntaryAct.Applied || act.Detail is not ApplicationDetail application) throw Refused("not_applied", "自愿审核自申请起始。", "A voluntary audit begins with its application.");
        Competent(act, application.Facility, application.Region);
        return new(act, application);
    }

    private VoluntaryAudit Next(VoluntaryEvent act)
    {
        Continues(act, Version, History[^1].On);
        if (act.Audit != Id) throw Refused("wrong_audit", $"行为不属于自愿审核{Id}。", $"The act does not belong to voluntary audit {Id}.");
        var state = StateOn(act.On);
        var line = Array.Find(Table, l => l.Act == act.Act && l.From == state);
        if (line.Detail is null) throw Refused("illegal_transition", "自愿审核当前状态不能办理此事。", $"'{act.Act}' is not possible while it is '{state}'.");
        if (line.Detail != act.Detail.GetType()) throw Refused("wrong_detail", "内容格式不符。", $"'{act.Act}' carries a {line.Detail.Name}.");
        if (act.Actor is not OfficerActor) throw Refused("wrong_actor", "由主管部门办理。", "This is an act of the department.");
        Competent(act, Application.Facility, Application.Region);
        if (line.Reason) Reasoned(act);
        if (act.Detail is not RecognitionDetail named) return this with { Recorded = line.To, History = [.. History, act] };
        if (named.Years is < 1 or > 10 || named.Certificate.Length == 0 || named.List.Length == 0)
            throw Refused("certificate_invalid", "请填证书编号、名单和1至10年的有效期。", "A certificate has a list, a number and 1 to 10 years.");
        return this with { Recorded = line.To, History = [.. History, act], Certificate = new(named.List, named.Certificate, act.On, act.On.AddYears(named.Years)) };
    }
}
