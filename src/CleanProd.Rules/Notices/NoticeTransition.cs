using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using static CleanProd.Rules.Notices.NoticeAct;
using static CleanProd.Rules.Notices.NoticeState;

namespace CleanProd.Rules.Notices;

/// <summary>One line of the table of what may be done with a notice.</summary>
/// <param name="From">State before.</param>
/// <param name="Act">What is done.</param>
/// <param name="To">State after.</param>
public sealed record NoticeTransition(NoticeState From, NoticeAct Act, NoticeState To)
{
    /// <summary>The one table. What is not in it is refused.</summary>
    public static readonly IReadOnlyList<NoticeTransition> All =
    [
        new(Numbered, Issue, Issued),
        new(Issued, Send, Sent),
        new(Sent, Send, Sent),
        new(Served, Send, Served),
        new(Acknowledged, Send, Acknowledged),
        new(Issued, Serve, Served),
        new(Sent, Serve, Served),
        new(Served, CorrectService, Served),
        new(Acknowledged, CorrectService, Acknowledged),
        new(Issued, Acknowledge, Acknowledged),
        new(Sent, Acknowledge, Acknowledged),
        new(Served, Acknowledge, Acknowledged),
        new(Numbered, Replace, Replaced),
        new(Issued, Replace, Replaced),
        new(Sent, Replace, Replaced),
        new(Served, Replace, Replaced),
        new(Acknowledged, Replace, Replaced),
        new(Numbered, Withdraw, Withdrawn),
        new(Issued, Withdraw, Withdrawn),
        new(Sent, Withdraw, Withdrawn),
        new(Served, Withdraw, Withdrawn),
        new(Acknowledged, Withdraw, Withdrawn),
        // The document of one that was replaced or taken back before it was written is still owed to its number.
        new(Replaced, Issue, Replaced),
        new(Withdrawn, Issue, Withdrawn),
    ];

    /// <summary>The state after an act.</summary>
    /// <exception cref="RefusedActException"><c>illegal_transition</c>.</exception>
    public static NoticeState After(NoticeState state, NoticeAct act) =>
        All.FirstOrDefault(t => t.From == state && t.Act == act)?.To ?? throw new RefusedActException("illegal_transition", new(
            $"通知书{Name(state).Zh}，不能{Name(act).Zh}。", $"The notice is {Name(state).En}: it cannot be {Name(act).En}."));

    /// <summary>Whether a notice still binds.</summary>
    public static bool Binds(NoticeState state) => state is not (Replaced or Withdrawn);

    /// <summary>A state in words.</summary>
    public static Wording Name(NoticeState state) => state switch
    {
        Numbered => new("已编号、文书尚未制发", "numbered, its document not yet written"),
        Issued => new("已制发", "issued"),
        Sent => new("已发送", "sent"),
        Served => new("已送达", "served"),
        Acknowledged => new("已签收", "acknowledged"),
        Replaced => new("已被代替", "replaced"),
        _ => new("已撤回", "withdrawn"),
    };

    private static Wording Name(NoticeAct act) => act switch
    {
        NoticeAct.Number => new("编号", "numbered"),
        Issue => new("制发", "issued"),
        Send => new("发送", "sent"),
        Serve => new("登记送达（如需更正，请说明理由）", "served (to correct the proof, give a reason)"),
        CorrectService => new("更正送达登记", "corrected in its proof of service"),
        Acknowledge => new("签收", "acknowledged"),
        Replace => new("重新制发", "replaced"),
        _ => new("撤回", "withdrawn"),
    };
}
