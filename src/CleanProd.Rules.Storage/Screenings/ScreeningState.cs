using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Storage.Screenings;

/// <summary>What a screening is for.</summary>
public enum ScreeningKind
{
    /// <summary>An occurrence of a yearly schedule.</summary>
    Annual,

    /// <summary>Ordered by an officer.</summary>
    Manual,

    /// <summary>Ordered by an officer to look at the result; it never becomes a list.</summary>
    Dry,

    /// <summary>Judges again only what imports or undos since another run touch, and carries over the rest.</summary>
    Correction,
}

/// <summary>How far a screening is.</summary>
public enum ScreeningState
{
    /// <summary>Ordered; its roster is not drawn up yet.</summary>
    Queued,

    /// <summary>Its shards are being judged.</summary>
    Judging,

    /// <summary>Everything is judged; the result is being hashed and counted.</summary>
    Closing,

    /// <summary>Done; nothing changes any more.</summary>
    Finished,

    /// <summary>Called off by an officer.</summary>
    Cancelled,

    /// <summary>It cannot be finished; the reason stands beside it.</summary>
    Failed,
}

/// <summary>How far a piece of a screening is.</summary>
public enum ShardState
{
    /// <summary>Nobody works on it.</summary>
    Queued,

    /// <summary>Somebody holds a lease on it.</summary>
    Judging,

    /// <summary>Its determinations are kept.</summary>
    Done,
}

/// <summary>The one table of how a screening goes on.</summary>
internal static class ScreeningLife
{
    private static readonly Dictionary<ScreeningState, ScreeningState[]> Next = new()
    {
        [ScreeningState.Queued] = [ScreeningState.Judging, ScreeningState.Cancelled, ScreeningState.Failed],
        [ScreeningState.Judging] = [ScreeningState.Closing, ScreeningState.Cancelled, ScreeningState.Failed],
        [ScreeningState.Closing] = [ScreeningState.Finished, ScreeningState.Failed],
        [ScreeningState.Finished] = [],
        [ScreeningState.Cancelled] = [],
        [ScreeningState.Failed] = [],
    };

    /// <summary>States from which a state is reached.</summary>
    internal static ScreeningState[] Before(ScreeningState state) => [.. Next.Where(n => n.Value.Contains(state)).Select(n => n.Key)];

    /// <summary>Whether it will not change any more.</summary>
    internal static bool IsOver(this ScreeningState state) => Next[state].Length == 0;

    internal static RefusedActException Illegal(ScreeningState from) => new("illegal_transition", new Wording(
        $"筛查当前为“{InChinese(from)}”，不能执行此操作。", $"The screening is {Tables.Words<ScreeningState>.Text(from)}: this act is not open to it."));

    internal static string InChinese(ScreeningState state) => state switch
    {
        ScreeningState.Queued => "待开始",
        ScreeningState.Judging => "判定中",
        ScreeningState.Closing => "汇总中",
        ScreeningState.Finished => "已完成",
        ScreeningState.Cancelled => "已取消",
        _ => "已失败",
    };
}
