using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Notices;

/// <summary>The one way in which something happens to a notice: by the table of transitions, as an event, with its line of the journal.</summary>
/// <param name="followers">Told in the same transaction.</param>
internal sealed class NoticeHistory(IReadOnlyList<INoticeFollower> followers)
{
    /// <summary>A notice to be changed, held until the transaction ends.</summary>
    /// <exception cref="KeyNotFoundException">There is none with this number.</exception>
    internal static async Task<Notice> HeldAsync(StoreSession session, long id, CancellationToken ct)
    {
        await session.LockAsync($"notice/{id}", ct);
        return await session.Context.Set<Notice>().SingleOrDefaultAsync(n => n.Id == id, ct) ?? throw new KeyNotFoundException($"There is no notice {id}.");
    }

    /// <summary>Refuses an act that was decided on an older state.</summary>
    /// <exception cref="RefusedActException"><c>stale_version</c>.</exception>
    internal static async Task MustBeAtAsync(StoreSession session, Notice notice, int version, CancellationToken ct)
    {
        if (notice.Version == version) return;
        var last = await session.Context.Set<NoticeEvent>().Where(e => e.NoticeId == notice.Id).OrderByDescending(e => e.Seq).FirstAsync(ct);
        var state = NoticeTransition.Name(last.After);
        throw new RefusedActException("stale_version", new(
            $"{last.ByName}已于{last.At.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm}处理该通知书（现为{state.Zh}），请重新载入。",
            $"{last.ByName} acted on the notice at {last.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC (now {state.En}); load it again."));
    }

    /// <summary>The first event of a notice that has just got its row.</summary>
    internal async Task BeginAsync(StoreSession session, Notice notice, Officer by, string? reason, CancellationToken ct)
    {
        var happened = new NoticeEvent
        {
            NoticeId = notice.Id, Seq = 1, Act = NoticeAct.Number, After = NoticeState.Numbered, At = session.Now, ById = by.Id, ByName = by.Name, Reason = reason, OtherId = notice.SupersedesId,
        };
        await TellAsync(session, notice, happened, by, ct);
    }

    /// <summary>One more event. The caller has set on the notice what the event says beside the state.</summary>
    /// <exception cref="RefusedActException"><c>illegal_transition</c>.</exception>
    internal async Task NextAsync(StoreSession session, Notice notice, NoticeAct act, Officer by, Func<NoticeEvent, NoticeEvent>? with, CancellationToken ct)
    {
        var after = NoticeTransition.After(notice.State, act);
        notice.State = after;
        notice.Version++;
        var happened = new NoticeEvent { NoticeId = notice.Id, Seq = notice.Version, Act = act, After = after, At = session.Now, ById = by.Id, ByName = by.Name };
        await TellAsync(session, notice, with?.Invoke(happened) ?? happened, by, ct);
    }

    private async Task TellAsync(StoreSession session, Notice notice, NoticeEvent happened, Officer by, CancellationToken ct)
    {
        session.Context.Add(happened);
        session.Record(by, $"notice.{Words<NoticeAct>.Text(happened.Act)}", $"notice/{notice.Id}", EventJson.Write(new Line(notice.Number, notice.FacilityId, notice.ContentSha256, happened)));
        foreach (var follower in followers) await follower.FollowAsync(session, notice, happened, ct);
    }

    private sealed record Line(string Number, string FacilityId, string ContentSha256, NoticeEvent Event);
}
