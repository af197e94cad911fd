using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage.Documents;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Notices;

/// <summary>
/// E-mails with notices. Handing one over is committed before anybody talks to a mail server: after a crash in between nobody knows whether it was
/// sent, and it waits for a person.
/// </summary>
/// <param name="notices">Where notices are.</param>
public sealed partial class NoticeMailStore(NoticeStore notices)
{
    private Store Store => notices.Store;

    /// <summary>Orders an e-mail.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="recipient">Address.</param>
    /// <param name="purpose">Why.</param>
    /// <param name="message">The message, byte for byte as it is to be sent.</param>
    /// <param name="by">Who orders.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="RefusedActException"><c>mail_exists</c>, <c>illegal_transition</c>.</exception>
    public Task<NoticeMail> OrderAsync(long notice, string recipient, MailPurpose purpose, byte[] message, Officer by, CancellationToken ct = default) => Store.WriteAsync(
        async session =>
        {
            var held = await NoticeHistory.HeldAsync(session, notice, ct);
            NoticeTransition.After(held.State, NoticeAct.Send);
            if (await session.Context.Set<NoticeMail>().AnyAsync(m => m.NoticeId == notice && m.Recipient == recipient && m.Purpose == purpose, ct))
                throw new RefusedActException("mail_exists", new("已向该地址发送或正在发送。", "The notice was sent to this address already, or is being sent."));
            var mail = new NoticeMail
            {
                NoticeId = notice, Recipient = recipient, Purpose = purpose, MessageSha256 = await DocumentStore.KeepAsync(session, message, ct), OrderedById = by.Id,
                OrderedByName = by.Name, OrderedAt = session.Now, State = MailState.Waiting, NextAt = await session.RealTimeAsync(ct),
            };
            session.Context.Add(mail);
            await session.Context.SaveChangesAsync(ct);
            Record(session, mail, by, "order");
            return mail;
        },
        ct);

    /// <summary>An e-mail; null when there is none.</summary>
    public Task<NoticeMail?> FindAsync(long id, CancellationToken ct = default) => Store.ReadAsync(c => c.Set<NoticeMail>().SingleOrDefaultAsync(m => m.Id == id, ct));

    /// <summary>E-mails about notices to enterprises of some regions, the newest first.</summary>
    /// <param name="regions">Beginnings of division codes.</param>
    /// <param name="state">In a state; null for all.</param>
    /// <param name="notice">Of a notice; null for all.</param>
    /// <param name="before">Only those with a smaller number.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<NoticeMail>> ListAsync(IReadOnlyList<string> regions, MailState? state, long? notice, long? before, int most, CancellationToken ct = default) =>
        Store.ReadAsync<IReadOnlyList<NoticeMail>>(async c =>
        {
            var prefixes = regions.ToArray();
            return await c.Set<NoticeMail>()
                .Where(m => c.Set<Notice>().Any(n => n.Id == m.NoticeId && prefixes.Any(r => n.Region.StartsWith(r))))
                .Where(m => (state == null || m.State == state) && (notice == null || m.NoticeId == notice) && (before == null || m.Id < before))
                .OrderByDescending(m => m.Id).Take(most).ToListAsync(ct);
        });

    /// <summary>A person knows that an uncertain e-mail arrived.</summary>
    /// <exception cref="RefusedActException"><c>illegal_transition</c>.</exception>
    public Task<NoticeMail> ConfirmAsync(long id, Officer by, CancellationToken ct = default) => SettleAsync(id, [MailState.Uncertain], by, "confirm", mail => mail.State = MailState.Sent, ct);

    /// <summary>A person has an uncertain or refused e-mail sent again.</summary>
    /// <exception cref="RefusedActException"><c>illegal_transition</c>.</exception>
    public Task<NoticeMail> ResendAsync(long id, Officer by, CancellationToken ct = default) =>
        SettleAsync(id, [MailState.Uncertain, MailState.Refused], by, "resend", mail => (mail.State, mail.Attempts) = (MailState.Waiting, 0), ct);

    private Task<NoticeMail> SettleAsync(long id, MailState[] from, Officer by, string act, Action<NoticeMail> settle, CancellationToken ct) => Store.WriteAsync(
        async session =>
        {
            var mail = await HeldAsync(session, id, ct);
            if (!from.Contains(mail.State))
                throw new RefusedActException("illegal_transition", new("该邮件不在待人工处理的状态。", "The e-mail does not wait for a person."));
            settle(mail);
            (mail.Claim, mail.NextAt) = (null, await session.RealTimeAsync(ct));
            Record(session, mail, by, act);
            if (mail.State == MailState.Sent) await TellNoticeAsync(session, mail, by, ct);
            return mail;
        },
        ct);

    private static async Task<NoticeMail> HeldAsync(StoreSession session, long id, CancellationToken ct)
    {
        await session.LockAsync($"mail/{id}", ct);
        return await session.Context.Set<NoticeMail>().SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw new KeyNotFoundException($"There is no e-mail {id}.");
    }

    private async Task TellNoticeAsync(StoreSession session, NoticeMail mail, Officer by, CancellationToken ct)
    {
        mail.SentAt = session.Now;
        var notice = await NoticeHistory.HeldAsync(session, mail.NoticeId, ct);
        // One that was replaced or taken back meanwhile does not come to life again; the e-mail itself says that it was sent.
        if (NoticeTransition.Binds(notice.State)) await notices.History.NextAsync(session, notice, NoticeAct.Send, by, e => e with { Recipient = mail.Recipient }, ct);
    }

    private static void Record(StoreSession session, NoticeMail mail, Officer by, string act) => session.Record(
        by, $"notice_mail.{act}", $"notice_mail/{mail.Id}",
        EventJson.Write(new Line(mail.NoticeId, mail.Recipient, mail.Purpose, mail.MessageSha256, mail.State, mail.Attempts) { Error = mail.Error }));

    private sealed record Line(long NoticeId, string Recipient, MailPurpose Purpose, string MessageSha256, MailState State, int Attempts)
    {
        public string? Error { get; init; }
    }
}
