using System.Net.Http.Json;
using System.Text.RegularExpressions;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Journal;
using CleanProd.Rules.Storage.People;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Service;

/// <summary>Signing in, the first administrator, the gate.</summary>
public partial class SessionTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_first_administrator_has_a_one_time_password_that_opens_only_its_own_change(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var password = OneTimePassword().Match(service.Console).Groups[1].Value;

        var admin = await service.SignInAsync(FirstAdmin.UserName, password);
        Assert.True((await admin.GetAsync("/api/v1/session").JsonAsync()).GetProperty("must_change_password").GetBoolean());
        var own = Password.New();
        await admin.PutAsJsonAsync("/api/v1/session/password", new { current = password, @new = own }).JsonAsync();

        Assert.Equal((401, null), await SignInAsync(service, password));
        await service.SignInAsync(FirstAdmin.UserName, own);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_stranger_is_asked_to_sign_in_whatever_he_asks_for(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        foreach (var path in new[] { "/api/v1/session", "/api/v1/nothing", "/api/v2" })
            Assert.Equal((401, "sign_in_required"), await service.Stranger().GetAsync(path).ProblemAsync());
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_write_with_somebodys_cookie()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        var officer = await service.AsAsync(Role.Officer);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session/end");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal((403, "foreign_page"), await officer.SendAsync(request).ProblemAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Every_account_that_is_made_stands_in_the_journal_and_a_changed_line_is_found(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        await service.AsAsync(Role.Officer, "4401");
        await service.AsAsync(Role.Approver, "44");
        var journal = service.Services.GetRequiredService<JournalStore>();
        // The first release of the packs that ship comes before.
        var shipped = Shipped.PackFiles.Count(f => f.StartsWith("rules/cn/", StringComparison.Ordinal) || f.StartsWith("rules/gd/", StringComparison.Ordinal));
        Assert.Equal((5L + shipped, null), await journal.VerifyAsync());

        await service.Database.TamperAsync($"UPDATE journal SET content = replace(content, '4401', '4403') WHERE seq = {shipped + 2}");
        var (_, fault) = await journal.VerifyAsync();
        Assert.Contains($"{shipped + 2}", fault, StringComparison.Ordinal);
    }

    private static async Task<(int, string?)> SignInAsync(TestService service, string password)
    {
        using var answer = await service.Stranger().PostAsJsonAsync("/api/v1/login", new { user_name = FirstAdmin.UserName, password });
        return ((int)answer.StatusCode, null);
    }

    [GeneratedRegex("一次性密码 (\\S+)（")]
    private static partial Regex OneTimePassword();
}
