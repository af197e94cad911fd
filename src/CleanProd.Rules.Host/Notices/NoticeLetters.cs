using System.Text;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Notices;
using Hangfire;
using MimeKit;

namespace CleanProd.Rules.Host.Notices;

/// <summary>Writes e-mails with notices.</summary>
internal sealed class NoticeLetters(Store store, NoticeMailStore mails, DocumentStore documents, ServiceOptions options, IBackgroundJobClient jobs)
{
    private static readonly FormatOptions AsSent = Format();

    /// <summary>Orders an e-mail with the document of a notice.</summary>
    /// <exception cref="RefusedActException"><c>mail_not_configured</c>, <c>bad_recipient</c>, <c>mail_exists</c>, <c>illegal_transition</c>.</exception>
    internal async Task<NoticeMail> OrderAsync(Notice notice, string recipient, MailPurpose purpose, Officer by, CancellationToken ct)
    {
        if (options.Mail is not { } settings)
            throw new RefusedActException("mail_not_configured", new("未配置邮件服务器。", "No mail server is configured."));
        if (!MailboxAddress.TryParse(recipient, out var to) || to.Address != recipient.Trim() || !to.Address.Contains('@', StringComparison.Ordinal))
            throw new RefusedActException("bad_recipient", new("收件地址不正确。", "This is no e-mail address."));
        if (notice.DocumentSha256 is not { } sha256 || await documents.FindAsync(sha256, ct) is not { } document)
            throw new RefusedActException("document_unwritten", new("通知书正在制作，请稍后再试。", "The document is being written; try again in a moment."));
        var mail = await mails.OrderAsync(notice.Id, to.Address, purpose, Compose(settings, to, notice, purpose, document), by, ct);
        jobs.Enqueue<MailJob>(j => j.RunAsync(CancellationToken.None));
        return mail;
    }

    private byte[] Compose(MailOptions settings, MailboxAddress to, Notice notice, MailPurpose purpose, byte[] document)
    {
        using var attachment = new MimePart("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")
        {
            Content = new MimeContent(new MemoryStream(document)), ContentTransferEncoding = ContentEncoding.Base64,
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment), FileName = $"{NoticeZip.Safe(notice.Number)}.docx",
        };
        using var text = new TextPart("plain") { ContentTransferEncoding = ContentEncoding.Base64 };
        text.SetText(Encoding.UTF8, purpose == MailPurpose.Notice
            ? $"{notice.FacilityName}：\n\n现送达{notice.Number}通知书，见附件。收到后请登录系统签收，或将送达回证签字盖章后寄回。\n\nPlease find attached notice {notice.Number}, and confirm that you have received it.\n"
            : $"{notice.FacilityName}：\n\n{notice.Number}通知书尚未签收，请尽快签收。通知书见附件。\n\nNotice {notice.Number} has not been confirmed yet; please confirm that you have received it.\n");
        using var body = new Multipart("mixed") { text, attachment };
        using var message = new MimeMessage
        {
            Subject = purpose == MailPurpose.Notice ? $"通知书 {notice.Number}" : $"请签收通知书 {notice.Number}",
            Date = store.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)),
            MessageId = $"notice.{notice.Id}.{Guid.NewGuid():N}@{settings.From[(settings.From.LastIndexOf('@') + 1)..]}",
            Body = body,
        };
        message.From.Add(new MailboxAddress(settings.FromName, settings.From));
        message.To.Add(to);
        using var bytes = new MemoryStream();
        message.WriteTo(AsSent, bytes);
        return bytes.ToArray();
    }

    private static FormatOptions Format()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
