using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Storage.Policy;

/// <summary>A draft of a rule pack: the fold of its acts. Whoever wrote on it never releases it.</summary>
public sealed record Draft
{
    // The one table: from which state by which act to which; who must not have written it.
    private static readonly (DraftAct Act, DraftState From, DraftState To, bool OtherThanAuthor, bool Reason)[] Table =
    [
        (DraftAct.Edited, DraftState.Drafting, DraftState.Drafting, false, false),
        (DraftAct.Submitted, DraftState.Drafting, DraftState.Submitted, false, false),
        (DraftAct.Returned, DraftState.Submitted, DraftState.Drafting, false, true),
        (DraftAct.Released, DraftState.Submitted, DraftState.Released, true, false),
        (DraftAct.Abandoned, DraftState.Drafting, DraftState.Abandoned, false, true),
        (DraftAct.Abandoned, DraftState.Submitted, DraftState.Abandoned, false, true),
    ];

    private Draft(DraftEvent created) => (State, History) = (DraftState.Drafting, [created]);

    /// <summary>Its number.</summary>
    public long Id => History[0].Draft;

    /// <summary>How it stands.</summary>
    public DraftState State { get; private init; }

    /// <summary>Every act, in order.</summary>
    public IReadOnlyList<DraftEvent> History { get; private init; }

    /// <summary>The last act.</summary>
    public DraftEvent Last => History[^1];

    /// <summary>Sequence of the last act.</summary>
    public int Version => Last.Sequence;

    /// <summary>Accounts that wrote on it.</summary>
    public IReadOnlySet<string> Authors => History.Where(e => e.Act is DraftAct.Created or DraftAct.Edited or DraftAct.Submitted).Select(e => e.By.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>What was put before the releasers last; null before that.</summary>
    public DraftEvent? Submission => State is DraftState.Submitted or DraftState.Released ? History.Last(e => e.Act == DraftAct.Submitted) : null;

    /// <summary>The region of a jurisdiction: that of its division code, the country for everything else.</summary>
    public static RegionCode RegionOf(string jurisdiction) =>
        jurisdiction.StartsWith("CN-", StringComparison.Ordinal) ? RegionCode.Of(jurisdiction[3..]) : RegionCode.Nation;

    /// <summary>The draft that its acts make.</summary>
    public static Draft Replay(IEnumerable<DraftEvent> events)
    {
        Draft? draft = null;
        foreach (var act in events) draft = draft is null ? new Draft(act) : draft.Next(act);
        return draft ?? throw new InvalidDataException("A draft has at least its beginning.");
    }

    /// <summary>The draft after an act.</summary>
    /// <exception cref="RefusedActException"><c>illegal_transition</c>, <c>four_eyes</c>, <c>reason_required</c>.</exception>
    public Draft Apply(DraftEvent act)
    {
        var line = LineOf(act.Act);
        if (line.OtherThanAuthor && Authors.Contains(act.By.Id))
        {
            throw new RefusedActException("four_eyes", new(
                $"{act.By.Name}编写过本草案，不能由其发布；请由另一账号发布。", $"{act.By.Name} wrote on this draft and may not release it; another account must."));
        }

        if (line.Reason && string.IsNullOrWhiteSpace(act.Note)) throw new RefusedActException("reason_required", new("请填写理由。", "Give a reason."));
        return Next(act);
    }

    /// <summary>Refuses an act that is not possible now, before anything is worked out for it.</summary>
    /// <exception cref="RefusedActException"><c>illegal_transition</c>.</exception>
    public void MustAllow(DraftAct act) => LineOf(act);

    private (DraftAct Act, DraftState From, DraftState To, bool OtherThanAuthor, bool Reason) LineOf(DraftAct act)
    {
        var line = Array.Find(Table, l => l.Act == act && l.From == State);
        return line.Act == act && line.From == State && (act != DraftAct.Created)
            ? line
            : throw new RefusedActException("illegal_transition", new(
                $"草案{PolicyWords.Of(State).Zh}，不能{PolicyWords.Of(act).Zh}。", $"The draft is {PolicyWords.Of(State).En}: '{PolicyWords.Of(act).En}' is not possible now."));
    }

    private Draft Next(DraftEvent act) => this with { State = LineOf(act.Act).To, History = [.. History, act] };
}

/// <summary>Drafts and releases in words.</summary>
public static class PolicyWords
{
    /// <summary>A state.</summary>
    public static Wording Of(DraftState state) => state switch
    {
        DraftState.Drafting => new("正在编写", "being written"),
        DraftState.Submitted => new("已送审", "submitted"),
        DraftState.Released => new("已发布", "released"),
        _ => new("已放弃", "abandoned"),
    };

    /// <summary>An act.</summary>
    public static Wording Of(DraftAct act) => act switch
    {
        DraftAct.Created => new("新建", "create"),
        DraftAct.Edited => new("修改", "edit"),
        DraftAct.Submitted => new("送审", "submit"),
        DraftAct.Returned => new("退回", "return"),
        DraftAct.Released => new("发布", "release"),
        _ => new("放弃", "abandon"),
    };
}
