using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Storage;

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    /// <summary>It was handed in and waits to be read, or is being read.</summary>
    Queued,

    /// <summary>It has findings with errors and waits until somebody accepts or refuses them; its facts do not hold.</summary>
    Waiting,

    /// <summary>Its facts hold.</summary>
    Effective,

    /// <summary>Its findings were refused; its facts never held.</summary>
    Refused,

    /// <summary>Its facts held and do not any more; what was known before it was undone can still be asked for.</summary>
    Undone,

    /// <summary>It could not be read; it left nothing.</summary>
    Failed,

    /// <summary>It was taken back before it was read; it left nothing.</summary>
    Cancelled,
}

/// <summary>What is done with an import.</summary>
public enum ImportActKind
{
    /// <summary>It was handed in, to be read.</summary>
    HandedIn,

    /// <summary>It came with errors and waits.</summary>
    Received,

    /// <summary>It came and holds at once.</summary>
    Taken,

    /// <summary>Its findings were accepted.</summary>
    Accepted,

    /// <summary>Its findings were refused.</summary>
    Refused,

    /// <summary>It was undone.</summary>
    Undone,

    /// <summary>It could not be read.</summary>
    Failed,

    /// <summary>It was taken back before it was read.</summary>
    Cancelled,
}

/// <summary>The one table of what may be done with an import when.</summary>
internal static class ImportLife
{
    private static readonly (ImportState? From, ImportActKind Act, ImportState To)[] Transitions =
    [
        (null, ImportActKind.HandedIn, ImportState.Queued),
        (ImportState.Queued, ImportActKind.Received, ImportState.Waiting),
        (ImportState.Queued, ImportActKind.Taken, ImportState.Effective),
        (ImportState.Queued, ImportActKind.Failed, ImportState.Failed),
        (ImportState.Queued, ImportActKind.Cancelled, ImportState.Cancelled),
        (null, ImportActKind.Received, ImportState.Waiting),
        (null, ImportActKind.Taken, ImportState.Effective),
        (ImportState.Waiting, ImportActKind.Accepted, ImportState.Effective),
        (ImportState.Waiting, ImportActKind.Refused, ImportState.Refused),
        (ImportState.Effective, ImportActKind.Undone, ImportState.Undone),
    ];

    /// <summary>Where an act leads.</summary>
    /// <exception cref="RefusedActException">The act is not allowed in that state.</exception>
    internal static ImportState Next(ImportState? from, ImportActKind act)
    {
        foreach (var transition in Transitions)
            if (transition.From == from && transition.Act == act) return transition.To;
        throw Illegal(from);
    }

    /// <summary>Says that an act does not fit a state.</summary>
    internal static RefusedActException Illegal(ImportState? from) => new("illegal_transition", new Wording(
        $"导入当前为“{InChinese(from)}”，不能执行此操作。请刷新后再试。",
        $"The import is {(from is { } state ? Tables.Words<ImportState>.Text(state) : "not there")}: this act is not open to it. Look at it again."));

    private static string InChinese(ImportState? state) => state switch
    {
        ImportState.Queued => "待读取",
        ImportState.Waiting => "待确认",
        ImportState.Effective => "已生效",
        ImportState.Refused => "已拒绝",
        ImportState.Undone => "已撤销",
        ImportState.Failed => "读取失败",
        ImportState.Cancelled => "已取消",
        _ => "未收到",
    };
}
