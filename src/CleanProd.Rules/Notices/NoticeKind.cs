namespace CleanProd.Rules.Notices;

/// <summary>What a written notice is for.</summary>
public enum NoticeKind
{
    /// <summary>实施强制性清洁生产审核通知书: tells an enterprise that it is listed, why, and what it must do by when.</summary>
    Notice,

    /// <summary>重新制发: the same in place of an earlier notice that was wrong.</summary>
    Reissue,

    /// <summary>撤回通知: tells an enterprise that it has left the list; takes its notice back.</summary>
    Withdrawal,
}
