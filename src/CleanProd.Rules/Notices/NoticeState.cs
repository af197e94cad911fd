namespace CleanProd.Rules.Notices;

/// <summary>Where a notice stands.</summary>
public enum NoticeState
{
    /// <summary>已编号: it has its number; the document is not written yet.</summary>
    Numbered,

    /// <summary>已制发: the document is kept; it can be sent and served.</summary>
    Issued,

    /// <summary>已发送: it has been sent by e-mail; proof of service is open.</summary>
    Sent,

    /// <summary>已送达: service is proved; periods that count from service run.</summary>
    Served,

    /// <summary>已签收: the enterprise has confirmed that it has it.</summary>
    Acknowledged,

    /// <summary>已被代替: a later notice stands in its place. Final.</summary>
    Replaced,

    /// <summary>已撤回: the enterprise has left the list. Final.</summary>
    Withdrawn,
}

/// <summary>What is done with a notice.</summary>
public enum NoticeAct
{
    /// <summary>Gives it its number.</summary>
    Number,

    /// <summary>Writes and keeps the document.</summary>
    Issue,

    /// <summary>Sends it by e-mail.</summary>
    Send,

    /// <summary>Records the proof of service.</summary>
    Serve,

    /// <summary>Corrects the proof of service, with a reason.</summary>
    CorrectService,

    /// <summary>The enterprise confirms that it has it; where service was not proved before, this proves it.</summary>
    Acknowledge,

    /// <summary>Puts a later notice in its place.</summary>
    Replace,

    /// <summary>Takes it back.</summary>
    Withdraw,
}
