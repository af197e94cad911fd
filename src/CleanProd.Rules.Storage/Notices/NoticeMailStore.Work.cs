using CleanProd.Rules.Lists;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Notices;

public sealed partial class NoticeMailStore
{
    /// <summary>How often the mail server may put an e-mail off before it counts as refused.</summary>
    public const int MostAttempts = 10;

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>Takes an e-mail that is due in hand; null when none is. Committed when it returns.</summary>
    public Task<NoticeMail?> ClaimAsync(CancellationToken ct = default) => Store.WriteAsync(
        async session =>
        {
            // One at a time, so that two senders do not take the same.
            await session.LockAsync("mail/claim", ct);
            var now = await session.RealTimeAsync(ct);
            var mail = await session.Context.Set<NoticeMail>().Where(m => m.State == MailState.Waiting && m.NextAt <= now).OrderBy(m => m.Id).FirstOrDefaultAsync(ct);
            if (mail is null) return null;
            (mail.State, mail.Claim, mail.ClaimedAt, mail.Attempts) = (MailState.Sending, Guid.NewGuid(), now, mail.Attempts + 1);
            Record(session, mail, Officer.System, "hand_over");
            return mail;
        },
        ct);

    /// <summary>Whether there is an e-mail to be taken in hand.</summary>
    public Task<bool> IsDueAsync(CancellationToken ct = default) => Store.WriteAsync(
        async session =>
        {
            var now = await session.RealTimeAsync(ct);
            return await session.Context.Set<NoticeMail>().AnyAsync(m => m.State == MailState.Waiting && m.NextAt <= now, ct);
        },
        ct);

    /// <summary>The mail server has taken it.</summary>
    public Task SentAsync(NoticeMail mail, CancellationToken ct = default) => EndAsync(
        mail,
        async (session, held) =>
        {
            (held.State, held.Error) = (MailState.Sent, null);
            await TellNoticeAsync(session, held, Officer.System, ct);
        },
        "sent", ct);

    /// <summary>The mail server has put it off: it is tried again, later each time, and in the end given up.</summary>
    public Task PutOffAsync(NoticeMail mail, string error, CancellationToken ct = default) => EndAsync(
        mail,
        async (session, held) =>
        {
            held.Error = error;
            held.State = held.Attempts >= MostAttempts ? MailState.Refused : MailState.Waiting;
            var wait = TimeSpan.FromMinutes(1 << Math.Min(held.Attempts - 1, 9));
            held.NextAt = await session.RealTimeAsync(ct) + (wait < LongestWait ? wait : LongestWait);
        },
        "put_off", ct);

    /// <summary>The mail server will not take it.</summary>
    public Task RefusedAsync(NoticeMail mail, string error, CancellationToken ct = default) => EndAsync(mail, (_, held) => Set(held, MailState.Refused, error), "refused", ct);

    /// <summary>The talk broke off: nobody knows.</summary>
    public Task UncertainAsync(NoticeMail mail, string error, CancellationToken ct = default) => EndAsync(mail, (_, held) => Set(held, MailState.Uncertain, error), "uncertain", ct);

    /// <summary>E-mails that somebody took in hand and never said how it went: uncertain, for a person to settle.</summary>
    /// <param name="lease">How long is too long.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<int> LeftBehindAsync(TimeSpan lease, CancellationToken ct = default) => Store.WriteAsync(
        async session =>
        {
            var now = await session.RealTimeAsync(ct);
            var left = await session.Context.Set<NoticeMail>().Where(m => m.State == MailState.Sending && m.ClaimedAt < now - lease).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(ct);
            var settled = 0;
            foreach (var id in left)
            {
                var mail = await HeldAsync(session, id, ct);
                await session.Context.Entry(mail).ReloadAsync(ct);
                if (mail.State != MailState.Sending) continue;
                await Set(mail, MailState.Uncertain, "The sender was lost while it talked to the mail server.");
                Record(session, mail, Officer.System, "uncertain");
                settled++;
            }

            return settled;
        },
        ct);

    // Whoever had it in hand may say how it went even after others gave up waiting, unless a person has settled it meanwhile.
    private Task EndAsync(NoticeMail mail, Func<StoreSession, NoticeMail, Task> end, string act, CancellationToken ct) => Store.WriteAsync(
        async session =>
        {
            var held = await HeldAsync(session, mail.Id, ct);
            if (held.Claim != mail.Claim || held.State is not (MailState.Sending or MailState.Uncertain)) return;
            await end(session, held);
            Record(session, held, Officer.System, act);
        },
        ct);

    private static Task Set(NoticeMail mail, MailState state, string error)
    {
        (mail.State, mail.Error) = (state, error);
        return Task.CompletedTask;
    }
}
