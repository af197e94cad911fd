namespace CleanProd.Rules.Storage.Notices;

/// <summary>Why a notice is sent by e-mail.</summary>
public enum MailPurpose
{
    /// <summary>To serve it, or beside service on paper.</summary>
    Notice,

    /// <summary>To remind of a receipt that was not confirmed.</summary>
    Reminder,
}

/// <summary>Where an e-mail stands.</summary>
public enum MailState
{
    /// <summary>To be sent.</summary>
    Waiting,

    /// <summary>Handed to somebody who talks to the mail server.</summary>
    Sending,

    /// <summary>The mail server has taken it.</summary>
    Sent,

    /// <summary>Whether the mail server has taken it is not known. It waits for a person: it is never sent again by itself.</summary>
    Uncertain,

    /// <summary>The mail server will not take it, or did not for too long.</summary>
    Refused,
}

/// <summary>An e-mail with a notice. One for each notice, recipient and purpose.</summary>
public sealed class NoticeMail
{
    /// <summary>Number.</summary>
    public long Id { get; init; }

    /// <summary>The notice.</summary>
    public required long NoticeId { get; init; }

    /// <summary>Address.</summary>
    public required string Recipient { get; init; }

    /// <summary>Why.</summary>
    public required MailPurpose Purpose { get; init; }

    /// <summary>SHA-256 of the message as it is sent, byte for byte.</summary>
    public required string MessageSha256 { get; init; }

    /// <summary>Account that ordered it.</summary>
    public required string OrderedById { get; init; }

    /// <summary>Its name then.</summary>
    public required string OrderedByName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required MailState State { get; set; }

    /// <summary>How often it was handed over.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before this moment of real time.</summary>
    public required DateTimeOffset NextAt { get; set; }

    /// <summary>Who has it in hand: another one cannot say how it went.</summary>
    public Guid? Claim { get; set; }

    /// <summary>Since when, in real time.</summary>
    public DateTimeOffset? ClaimedAt { get; set; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>What went wrong last.</summary>
    public string? Error { get; set; }
}
