using System.Text.Json;
using CleanProd.Rules.Host.Notices;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Notices;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;
using static CleanProd.Rules.Tests.Host.Notices.InventedPublications;

namespace CleanProd.Rules.Tests.Host.Notices;

/// <summary>No notice is sent twice by itself, whatever the mail server does.</summary>
public class NoticeMailTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_notice_is_sent_once_and_what_was_sent_is_kept_byte_for_byte(StoreKind kind)
    {
        await using var server = new MailServer();
        await using var service = await StartAsync(kind, server);
        var (officer, mail) = await OrderedAsync(service);
        Assert.Equal((409, "mail_exists"), await officer.PostAsync("/api/v1/notices/1/mail", new { recipient = "ep@example.com" }).ProblemAsync());
        Assert.Equal((422, "bad_recipient"), await officer.PostAsync("/api/v1/notices/1/mail", new { recipient = "nobody" }).ProblemAsync());

        await Task.WhenAll(SendAsync(service), SendAsync(service));
        await SendAsync(service);
        Assert.Equal("sent", await StateAsync(officer));
        var taken = Assert.Single(server.Taken);
        Assert.Equal(await officer.GetByteArrayAsync($"/api/v1/mail/{mail}/message"), taken);
        var notice = await officer.GetAsync("/api/v1/notices/1").JsonAsync();
        Assert.Equal("sent", notice.GetProperty("notice").GetProperty("state").GetString());
        Assert.Equal("ep@example.com", notice.GetProperty("events").EnumerateArray().Last().GetProperty("recipient").GetString());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_talk_that_breaks_off_waits_for_a_person_and_is_not_repeated(StoreKind kind)
    {
        await using var server = new MailServer { Answer = null };
        await using var service = await StartAsync(kind, server);
        var (officer, mail) = await OrderedAsync(service);
        await SendAsync(service);
        await SendAsync(service);
        Assert.Equal(("uncertain", 1), (await StateAsync(officer), server.Given));

        server.Answer = "250 OK";
        await officer.PostAsync($"/api/v1/mail/{mail}/resend", new { }).JsonAsync();
        await SendAsync(service);
        Assert.Equal("sent", await StateAsync(officer));
        Assert.Single(server.Taken);
        Assert.Equal((409, "illegal_transition"), await officer.PostAsync($"/api/v1/mail/{mail}/resend", new { }).ProblemAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_sender_that_was_killed_leaves_an_uncertain_mail_that_a_person_confirms(StoreKind kind)
    {
        await using var server = new MailServer();
        await using var service = await StartAsync(kind, server);
        var (officer, mail) = await OrderedAsync(service);
        var mails = service.Services.GetRequiredService<NoticeMailStore>();
        var claimed = (await mails.ClaimAsync())!;
        Assert.Equal(0, await mails.LeftBehindAsync(TimeSpan.FromHours(1)));
        Assert.Equal(1, await mails.LeftBehindAsync(TimeSpan.FromSeconds(-1)));
        await SendAsync(service);
        Assert.Equal(("uncertain", 0), (await StateAsync(officer), server.Given));

        await officer.PostAsync($"/api/v1/mail/{mail}/confirm", new { }).JsonAsync();
        // The one who was thought dead has nothing to say any more.
        await mails.RefusedAsync(claimed, "late");
        Assert.Equal("sent", await StateAsync(officer));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_mail_that_is_put_off_is_tried_again_later_and_one_that_is_refused_is_not(StoreKind kind)
    {
        await using var server = new MailServer { Answer = "451 try later" };
        await using var service = await StartAsync(kind, server);
        var (officer, _) = await OrderedAsync(service);
        await SendAsync(service);
        await SendAsync(service);
        Assert.Equal(("waiting", 1), (await StateAsync(officer), server.Given));

        server.Answer = "550 no such person";
        await service.Database.TellAsync("UPDATE notice_mails SET next_at = '2025-01-01 00:00:00'");
        await SendAsync(service);
        await SendAsync(service);
        Assert.Equal(("refused", 2), (await StateAsync(officer), server.Given));
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task Without_a_mail_server_nothing_is_ordered()
    {
        await using var service = await NoticeService.StartAsync(StoreKind.Sqlite, new InventedPublications().With(1, Many(1)), works: false);
        var officer = await service.OfficerAsync();
        await service.IssueAsync(officer, 1, await officer.OrganAsync());
        Assert.Equal((409, "mail_not_configured"), await officer.PostAsync("/api/v1/notices/1/mail", new { recipient = "ep@example.com" }).ProblemAsync());
    }

    private static Task<TestService> StartAsync(StoreKind kind, MailServer server) => NoticeService.StartAsync(
        kind, new InventedPublications().With(1, Many(1)), works: false,
        configure: o => o.Mail = new() { Host = "127.0.0.1", Port = server.Port, Protection = MailProtection.None, From = "bureau@example.com", FromName = "生态环境局" });

    private static async Task<(HttpClient Officer, long Mail)> OrderedAsync(TestService service)
    {
        var officer = await service.OfficerAsync();
        await service.IssueAsync(officer, 1, await officer.OrganAsync());
        return (officer, (await officer.PostAsync("/api/v1/notices/1/mail", new { recipient = "ep@example.com" }).JsonAsync()).GetProperty("id").GetInt64());
    }

    private static async Task SendAsync(TestService service)
    {
        await using var scope = service.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MailJob>().RunAsync(default);
    }

    private static async Task<string?> StateAsync(HttpClient officer) =>
        (await officer.GetAsync("/api/v1/mail?notice=1").JsonAsync()).GetProperty("items").EnumerateArray().Single().GetProperty("state").GetString();
}
