using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Notices;
using Hangfire;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CleanProd.Rules.Host.Notices;

/// <summary>Sends the e-mails that are due. What the mail server answered decides; where it answered nothing, a person does.</summary>
internal sealed class MailJob(NoticeMailStore mails, DocumentStore documents, ServiceOptions options)
{
    private const int Temporary = 400, Permanent = 500;

    [Queue(Queues.Routine)]
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(CancellationToken ct)
    {
        if (options.Mail is not { } settings) return;
        while (!ct.IsCancellationRequested && await mails.ClaimAsync(ct) is { } mail) await SendAsync(settings, mail, ct);
    }

    private async Task SendAsync(MailOptions settings, NoticeMail mail, CancellationToken ct)
    {
        using var client = new SmtpClient();
        client.Timeout = (int)(options.Lease / 2).TotalMilliseconds;
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, settings.Security, ct);
            if (settings.User is { } user) await client.AuthenticateAsync(user, (await File.ReadAllTextAsync(settings.PasswordFile!, ct)).Trim(), ct);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Nothing of the message has left this program.
            await mails.PutOffAsync(mail, e.Message, CancellationToken.None);
            return;
        }

        await TalkAsync(client, mail, ct);
    }

    private async Task TalkAsync(SmtpClient client, NoticeMail mail, CancellationToken ct)
    {
        try
        {
            using var bytes = new MemoryStream((await documents.FindAsync(mail.MessageSha256, ct))!);
            using var message = await MimeMessage.LoadAsync(bytes, ct);
            await client.SendAsync(message, ct);
        }
        catch (SmtpCommandException e) when ((int)e.StatusCode is >= Temporary and < Permanent)
        {
            await mails.PutOffAsync(mail, e.Message, CancellationToken.None);
            return;
        }
        catch (SmtpCommandException e)
        {
            await mails.RefusedAsync(mail, e.Message, CancellationToken.None);
            return;
        }
        catch (Exception e) when (e is ProtocolException or IOException or OperationCanceledException or TimeoutException or ServiceNotConnectedException or SslHandshakeException)
        {
            await mails.UncertainAsync(mail, e.Message, CancellationToken.None);
            return;
        }

        await mails.SentAsync(mail, CancellationToken.None);
        try
        {
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (Exception e) when (e is ProtocolException or IOException or OperationCanceledException)
        {
            // The message is with the server; how the talk ends does not matter.
        }
    }
}

/// <summary>Looks after e-mails: what is due is sent, what a lost sender had in hand becomes uncertain.</summary>
internal sealed class UnfinishedMail(NoticeMailStore mails, IBackgroundJobClient jobs, ServiceOptions options) : IUnfinishedWork
{
    public async Task ResumeAsync(CancellationToken ct)
    {
        await mails.LeftBehindAsync(options.Lease, ct);
        if (options.Mail is not null && await mails.IsDueAsync(ct)) jobs.Enqueue<MailJob>(j => j.RunAsync(CancellationToken.None));
    }
}
