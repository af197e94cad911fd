namespace CleanProd.Rules.Storage.Notices;

/// <summary>
/// Told of everything that happens to a notice, in the transaction in which it happens: a case begins with its notice, a period that counts from
/// service begins with the service, an objection is open while a notice binds.
/// </summary>
public interface INoticeFollower
{
    /// <summary>Follows one event. What it writes becomes visible together with the event, or not at all.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="notice">The notice after the event.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="ct">Breaks it off.</param>
    Task FollowAsync(StoreSession session, Notice notice, NoticeEvent happened, CancellationToken ct);
}
