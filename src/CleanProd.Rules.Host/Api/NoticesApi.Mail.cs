using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Notices;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Notices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

/// <summary>Notices by e-mail.</summary>
internal static partial class NoticesApi
{
    private static void MapMail(IEndpointRouteBuilder api)
    {
        api.MapPost("/notices/{notice}/mail", SendMailAsync).Needs(Permission.IssueNotices, Target.Notice).WithSummary("Sends a notice by e-mail, once to each address and purpose.");
        api.MapGet("/mail", MailsAsync).Needs(Permission.IssueNotices, Target.Scoped).WithSummary("E-mails with notices, the newest first; those that are uncertain wait for a person.");
        api.MapGet("/mail/{mail}/message", MessageAsync).Needs(Permission.IssueNotices, Target.Scoped).WithSummary("An e-mail, byte for byte as it was sent.");
        api.MapPost("/mail/{mail}/confirm", ConfirmMailAsync).Needs(Permission.IssueNotices, Target.Scoped).WithSummary("An uncertain e-mail is known to have arrived.");
        api.MapPost("/mail/{mail}/resend", ResendMailAsync).Needs(Permission.IssueNotices, Target.Scoped).WithSummary("An uncertain or refused e-mail is sent again.");
    }

    /// <summary>To whom, and why.</summary>
    internal sealed record MailBody(string Recipient, MailPurpose Purpose = MailPurpose.Notice);

    /// <summary>An e-mail.</summary>
    internal sealed record MailLine(
        long Id, long NoticeId, string Recipient, MailPurpose Purpose, MailState State, int Attempts, string MessageSha256, string OrderedBy, DateTimeOffset OrderedAt, DateTimeOffset? SentAt, string? Error)
    {
        internal static MailLine Of(NoticeMail mail) => new(
            mail.Id, mail.NoticeId, mail.Recipient, mail.Purpose, mail.State, mail.Attempts, mail.MessageSha256, mail.OrderedByName, mail.OrderedAt, mail.SentAt, mail.Error);
    }

    private static async Task<Accepted<MailLine>> SendMailAsync(long notice, MailBody body, Actor actor, NoticeStore notices, NoticeLetters letters, CancellationToken ct) =>
        TypedResults.Accepted($"/api/v1/mail?notice={notice}", MailLine.Of(await letters.OrderAsync((await notices.FindAsync(notice, ct))!, body.Recipient, body.Purpose, actor.Officer, ct)));

    private static async Task<Ok<Page<MailLine>>> MailsAsync(
        Actor actor, NoticeMailStore mails, CancellationToken ct, Word<MailState>? state = null, long? notice = null, long? after = null, int? limit = null)
    {
        var most = Page<MailLine>.Limit(limit);
        var found = await mails.ListAsync(actor.Scope.RegionPrefixes, state?.Value, notice, after, most + 1, ct);
        return TypedResults.Ok(new Page<MailLine>([.. found.Take(most).Select(MailLine.Of)], found.Count > most ? found[most - 1].Id.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static async Task<FileContentHttpResult> MessageAsync(long mail, Actor actor, NoticeStore notices, NoticeMailStore mails, DocumentStore documents, CancellationToken ct) =>
        TypedResults.File((await documents.FindAsync((await ReachedAsync(mail, actor, notices, mails, ct)).MessageSha256, ct))!, "message/rfc822", $"mail-{mail}.eml");

    private static async Task<Ok<MailLine>> ConfirmMailAsync(long mail, Actor actor, NoticeStore notices, NoticeMailStore mails, CancellationToken ct)
    {
        await ReachedAsync(mail, actor, notices, mails, ct);
        return TypedResults.Ok(MailLine.Of(await mails.ConfirmAsync(mail, actor.Officer, ct)));
    }

    private static async Task<Ok<MailLine>> ResendMailAsync(long mail, Actor actor, NoticeStore notices, NoticeMailStore mails, CancellationToken ct)
    {
        await ReachedAsync(mail, actor, notices, mails, ct);
        return TypedResults.Ok(MailLine.Of(await mails.ResendAsync(mail, actor.Officer, ct)));
    }

    private static async Task<NoticeMail> ReachedAsync(long id, Actor actor, NoticeStore notices, NoticeMailStore mails, CancellationToken ct)
    {
        var mail = await mails.FindAsync(id, ct) ?? throw new KeyNotFoundException($"There is no e-mail {id}.");
        var notice = (await notices.FindAsync(mail.NoticeId, ct))!;
        return actor.Scope.Reaches(new RegionCode(notice.Region), notice.FacilityId) ? mail : throw new RefusedActException("outside_region", Problems.OutsideRegion.Reason);
    }
}
