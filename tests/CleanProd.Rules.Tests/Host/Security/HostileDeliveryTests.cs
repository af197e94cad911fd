using System.Text;
using CleanProd.Rules.Host.Notices;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Lists;
using CleanProd.Rules.Tests.Host.Notices;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Tests.Host.Security;

/// <summary>What is handed on to browsers and mail servers carries nothing that they would obey.</summary>
public class HostileDeliveryTests
{
    [Fact]
    public async Task What_is_downloaded_is_a_file_and_never_a_page()
    {
        await using var service = await InventedRun.ServiceAsync(StoreKind.Sqlite, InventedRun.In2025);
        var officer = await service.AsAsync(Role.Officer);
        var list = await officer.OpenAsync(await service.RunAsync(InventedRun.Paper(InventedRun.Over)));
        var entry = (await officer.EntriesAsync(list)).First();
        using var page = new StringContent("<script>alert(1)</script>", Encoding.UTF8, "text/html");
        var kept = await officer.PostAsync($"/api/v1/documents?name={Uri.EscapeDataString("<b>.html")}", page).JsonAsync();
        var document = new { name = kept.GetProperty("name").GetString(), sha256 = kept.GetProperty("sha256").GetString() };
        var number = entry.GetProperty("entry").GetInt32();
        await officer.PostAsync($"/api/v1/lists/{list}/entries/{number}/exclude", new { version = entry.GetProperty("version").GetInt32(), reason = "<b>", document }).JsonAsync();

        using var given = await officer.GetAsync($"/api/v1/lists/{list}/entries/{number}/documents/{document.sha256}");
        Assert.Equal(("application/octet-stream", "attachment"), (given.Content.Headers.ContentType?.MediaType, given.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Equal("nosniff", given.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("default-src 'none'", given.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_recipient_and_no_name_adds_a_header_to_an_e_mail()
    {
        await using var server = new MailServer();
        var lists = new InventedPublications().With(1, InventedPublications.Enterprise("E1", name: "厂\r\nBcc: everybody@example.com\r\n\r\nx"));
        await using var service = await NoticeService.StartAsync(StoreKind.Sqlite, lists, configure: o => o.Mail = new() { Host = "127.0.0.1", Port = server.Port, Protection = MailProtection.None, From = "bureau@example.com" });
        var officer = await service.OfficerAsync();
        var batch = await officer.EndedAsync(await officer.OrderAsync(1, await officer.OrganAsync()));
        var notice = batch.GetProperty("notices")[0].GetProperty("id").GetInt64();
        foreach (var recipient in (string[])["a@example.com\r\nBcc: b@example.com", "a@example.com, b@example.com", "<a@example.com> SIZE=1", "a@example.com\0", "\"a\nRCPT TO:<b@example.com>\"@example.com"])
            Assert.Equal((422, "bad_recipient"), await officer.PostAsync($"/api/v1/notices/{notice}/mail", new { recipient }).ProblemAsync());

        await officer.PostAsync($"/api/v1/notices/{notice}/mail", new { recipient = "a@example.com" }).JsonAsync();
        for (var left = 600; server.Taken.Count == 0 && left > 0; left--) await Task.Delay(50);
        var head = Encoding.UTF8.GetString(Assert.Single(server.Taken)).Split("\r\n\r\n")[0];
        Assert.DoesNotContain("bcc", head, StringComparison.OrdinalIgnoreCase);
        Assert.Single(head.Split("\r\n"), l => l.StartsWith("To:", StringComparison.OrdinalIgnoreCase));
    }
}
