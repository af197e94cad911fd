using System.Net.Http.Json;
using System.Text.Json;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Journal;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Access;

/// <summary>Accounts, roles, keys.</summary>
public class AccountsTests
{
    private const string Path = "/api/v1/accounts";

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_new_person_gets_a_password_once_and_must_change_it(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var admin = await AdminAsync(service);
        var made = await MakeAsync(admin, "li.ming", "officer", "440103");
        var password = made.GetProperty("one_time_password").GetString()!;

        var person = await service.SignInAsync("li.ming", password);
        Assert.Equal((403, "password_change_required"), await person.GetAsync("/api/v1/roles").ProblemAsync());
        Assert.Equal((422, "bad_account"), await ChangeAsync(person, password, "short").ProblemAsync());
        Assert.Equal((422, "bad_account"), await ChangeAsync(person, password, password).ProblemAsync());
        await ChangeAsync(person, password, "Heron-under-9-bridges").JsonAsync();
        await person.GetAsync("/api/v1/roles").JsonAsync();

        var seen = await admin.GetAsync($"{Path}/{made.GetProperty("id")}").JsonAsync();
        Assert.Equal("440103", seen.GetProperty("grants")[0].GetProperty("region").GetString());
        Assert.DoesNotContain("assword_hash", seen.GetRawText(), StringComparison.Ordinal);
        Assert.Equal((409, "name_taken"), await admin.PostAsync(Path, Body("LI.MING", "officer", "44")).ProblemAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_administrator_manages_only_people_of_his_region(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var nation = await AdminAsync(service);
        var guangdong = await AdminAsync(service, "44");
        var (inside, both, outside) = (
            await MakeAsync(nation, "inside", "officer", "4401"), await MakeAsync(nation, "both", "officer", "4401"), await MakeAsync(nation, "outside", "officer", "33"));
        await nation.PostAsync($"{Path}/{Id(both)}/grants", Grant("officer", "3301")).JsonAsync();

        await guangdong.GetAsync($"{Path}/{Id(inside)}").JsonAsync();
        Assert.Equal((403, "outside_region"), await guangdong.GetAsync($"{Path}/{Id(outside)}").ProblemAsync());
        Assert.Equal((403, "outside_region"), await guangdong.PostAsync($"{Path}/{Id(both)}/disable", new { reason = "left" }).ProblemAsync());
        Assert.Equal((403, "outside_region"), await guangdong.PostAsync($"{Path}/{Id(outside)}/password", new { }).ProblemAsync());

        var names = await NamesAsync(guangdong);
        Assert.Contains("inside", names);
        Assert.DoesNotContain("both", names);
        Assert.DoesNotContain("outside", names);
        Assert.DoesNotContain(FirstAdmin.UserName, names);
        Assert.Contains("outside", await NamesAsync(nation));

        foreach (var region in new[] { "", "33", "3301" })
        {
            Assert.Equal((403, "outside_region"), await guangdong.PostAsync(Path, Body("new", "officer", region)).ProblemAsync());
            Assert.Equal((403, "outside_region"), await guangdong.PostAsync($"{Path}/{Id(inside)}/grants", Grant("officer", region)).ProblemAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Somebody_whose_last_role_was_taken_stays_with_those_who_managed_him(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var nation = await AdminAsync(service);
        var (guangdong, zhejiang) = (await AdminAsync(service, "44"), await AdminAsync(service, "33"));
        var person = await MakeAsync(nation, "moving", "officer", "4401");
        var grant = (await guangdong.GetAsync($"{Path}/{Id(person)}").JsonAsync()).GetProperty("grants")[0].GetProperty("id").GetInt64();

        Assert.Equal((422, "reason_required"), await guangdong.PostAsync($"{Path}/{Id(person)}/grants/{grant}/end", new { reason = " " }).ProblemAsync());
        await guangdong.PostAsync($"{Path}/{Id(person)}/grants/{grant}/end", new { reason = "moves on" }).JsonAsync();
        Assert.Equal((404, "not_found"), await guangdong.PostAsync($"{Path}/{Id(person)}/grants/{grant}/end", new { reason = "again" }).ProblemAsync());

        Assert.Contains("moving", await NamesAsync(guangdong));
        Assert.Equal((403, "outside_region"), await zhejiang.GetAsync($"{Path}/{Id(person)}").ProblemAsync());
        await guangdong.PostAsync($"{Path}/{Id(person)}/grants", Grant("approver", "4403")).JsonAsync();
        Assert.Equal((409, "already_held"), await guangdong.PostAsync($"{Path}/{Id(person)}/grants", Grant("approver", "4403")).ProblemAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Nobody_changes_his_own_roles_and_the_last_administrator_stays(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var first = await AdminAsync(service);
        var own = (await first.GetAsync("/api/v1/session").JsonAsync()).GetProperty("id").GetString();
        Assert.Equal((403, "own_roles"), await first.PostAsync($"{Path}/{own}/grants", Grant("admin", "44", "none")).ProblemAsync());

        // The administrator of the first start has never signed in, yet he could.
        var other = (await first.GetAsync($"{Path}?name={FirstAdmin.UserName}&role=admin").JsonAsync()).GetProperty("items")[0];
        var grant = other.GetProperty("grants")[0].GetProperty("id").GetInt64();
        Assert.Equal((403, "own_roles"), await first.PostAsync($"{Path}/{own}/grants/{grant}/end", new { reason = "x" }).ProblemAsync());
        await first.PostAsync($"{Path}/{Id(other)}/disable", new { reason = "left" }).JsonAsync();
        Assert.Equal((409, "already_disabled"), await first.PostAsync($"{Path}/{Id(other)}/disable", new { reason = "left" }).ProblemAsync());
        Assert.Equal((409, "last_admin"), await first.PostAsync($"{Path}/{own}/disable", new { reason = "tired" }).ProblemAsync());
        await first.GetAsync("/api/v1/roles").JsonAsync();

        await first.PostAsync($"{Path}/{Id(other)}/enable", new { }).JsonAsync();
        Assert.Equal((409, "not_disabled"), await first.PostAsync($"{Path}/{Id(other)}/enable", new { }).ProblemAsync());
        await first.PostAsync($"{Path}/{own}/disable", new { reason = "tired" }).JsonAsync();
        Assert.Equal((401, "sign_in_required"), await first.GetAsync("/api/v1/roles").ProblemAsync());
    }

    [Theory]
    [InlineData("officer", "440", "environment", false, 400, "bad_input")]
    [InlineData("officer", "44", "none", false, 422, "bad_department")]
    [InlineData("cosigner", "44", "environment", false, 422, "bad_department")]
    [InlineData("admin", "44", "environment", false, 422, "bad_department")]
    [InlineData("enterprise", "44", "none", false, 422, "facility_required")]
    [InlineData("platform", "44", "none", false, 409, "machine_role")]
    [InlineData("admin", "44", "none", true, 409, "machine_role")]
    public async Task A_role_that_does_not_fit_is_not_given(string role, string region, string department, bool isMachine, int status, string code)
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        var admin = await AdminAsync(service);
        var body = new { user_name = "x", display_name = "X", is_machine = isMachine, grants = new[] { Grant(role, region, department) } };
        Assert.Equal((status, code), await admin.PostAsync(Path, body).ProblemAsync());
    }

    [Theory]
    [InlineData("""{"user_name":"x","display_name":"X","grants":[{"role":"officer","department":"environment"}]}""", 400, "bad_request")]
    [InlineData("""{"user_name":"x","display_name":"X","grants":[null]}""", 422, "grants_required")]
    [InlineData("""{"user_name":"x","display_name":"X"}""", 400, "bad_request")]
    [InlineData("""{"display_name":"X"}""", 400, "bad_request")]
    [InlineData("""{"user_name":"x","display_name":"X","is_admin":true}""", 400, "bad_request")]
    [InlineData("""{"user_name":"x","display_name":"X","grants":[{"role":"emperor"}]}""", 400, "bad_request")]
    [InlineData("null", 400, "bad_request")]
    public async Task Half_a_request_is_refused_with_the_reason(string body, int status, string code)
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        var admin = await AdminAsync(service);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        Assert.Equal((status, code), await admin.PostAsync(Path, content).ProblemAsync());
    }

    [Fact]
    public async Task An_administrator_gets_no_other_role()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        var admin = await AdminAsync(service);
        var both = new { user_name = "x", display_name = "X", grants = new[] { Grant("officer", "44"), Grant("admin", "44", "none") } };
        Assert.Equal((409, "role_conflict"), await admin.PostAsync(Path, both).ProblemAsync());
        var officer = await MakeAsync(admin, "officer", "officer", "44");
        Assert.Equal((409, "role_conflict"), await admin.PostAsync($"{Path}/{Id(officer)}/grants", Grant("admin", "44", "none")).ProblemAsync());
        Assert.Equal((422, "bad_facility"), await admin.PostAsync($"{Path}/{Id(officer)}/grants", new { role = "officer", region = "44", department = "environment", facility_id = "F1" }).ProblemAsync());
        Assert.Equal((422, "bad_facility"), await admin.PostAsync($"{Path}/{Id(officer)}/grants", new { role = "enterprise", region = "44", department = "none", facility_id = "nobody's" }).ProblemAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_key_opens_until_it_expires_or_is_revoked_or_its_machine_is_disabled(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var admin = await AdminAsync(service);
        var machine = await MakeAsync(admin, "platform", "platform", "44", "none", isMachine: true);
        Assert.Equal(JsonValueKind.Null, machine.GetProperty("one_time_password").ValueKind);
        var keys = $"{Path}/{Id(machine)}/keys";
        var (lasting, passing, revoked) = (
            await admin.PostAsync(keys, new { }).JsonAsync(),
            await admin.PostAsync(keys, new { expires_at = service.Clock.GetUtcNow().AddDays(1) }).JsonAsync(),
            await admin.PostAsync(keys, new { }).JsonAsync());
        Assert.Equal((422, "bad_expiry"), await admin.PostAsync(keys, new { expires_at = service.Clock.GetUtcNow() }).ProblemAsync());
        foreach (var key in new[] { lasting, passing, revoked }) Assert.Equal(200, await WithAsync(service, Key(key)));

        service.Clock.Advance(TimeSpan.FromDays(1));
        await admin.PostAsync($"{keys}/{Id(revoked)}/revoke", new { }).JsonAsync();
        Assert.Equal((404, "not_found"), await admin.PostAsync($"{keys}/{Id(revoked)}/revoke", new { }).ProblemAsync());
        Assert.Equal((200, 401, 401), (await WithAsync(service, Key(lasting)), await WithAsync(service, Key(passing)), await WithAsync(service, Key(revoked))));
        Assert.Equal(401, await WithAsync(service, "cpk_" + new string('a', 40)));

        var shown = await admin.GetAsync(keys).JsonAsync();
        Assert.Equal(3, shown.GetProperty("items").GetArrayLength());
        Assert.DoesNotContain(Key(lasting), shown.GetRawText(), StringComparison.Ordinal);
        await admin.PostAsync($"{Path}/{Id(machine)}/disable", new { reason = "replaced" }).JsonAsync();
        Assert.Equal(401, await WithAsync(service, Key(lasting)));
        Assert.Equal((409, "machine"), await admin.PostAsync($"{Path}/{Id(machine)}/password", new { }).ProblemAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Every_act_on_people_stands_in_the_journal(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var admin = await AdminAsync(service);
        var made = await MakeAsync(admin, "watched", "officer", "4401");
        await admin.PostAsync($"{Path}/{Id(made)}/grants", Grant("approver", "44")).JsonAsync();
        await admin.PostAsync($"{Path}/{Id(made)}/password", new { }).JsonAsync();
        await admin.PostAsync($"{Path}/{Id(made)}/disable", new { reason = "holiday" }).JsonAsync();
        await admin.PostAsync($"{Path}/{Id(made)}/enable", new { }).JsonAsync();

        var lines = (await admin.GetAsync($"/api/v1/journal?subject=account/{Id(made)}").JsonAsync()).GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(["people.enable", "people.disable", "people.password.reset", "people.grant.give", "people.add"], lines.Select(l => l.GetProperty("act").GetString()));
        Assert.Equal("holiday", lines[1].GetProperty("content").GetProperty("reason").GetString());
        Assert.True((await admin.GetAsync("/api/v1/journal/verify").JsonAsync()).GetProperty("intact").GetBoolean());
        await service.Database.TamperAsync("UPDATE journal SET act = 'people.enable' WHERE act = 'people.disable'");
        Assert.False((await admin.GetAsync("/api/v1/journal/verify").JsonAsync()).GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task Pages_of_accounts_follow_each_other_without_gap_or_repeat()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        var admin = await AdminAsync(service);
        foreach (var name in new[] { "d", "b", "a", "c", "e" }) await MakeAsync(admin, "page-" + name, "officer", "44");
        var (names, after) = (new List<string?>(), (string?)null);
        do
        {
            var page = await admin.GetAsync($"{Path}?name=page-&limit=2&after={after}").JsonAsync();
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("user_name").GetString()));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);
        Assert.Equal(["page-a", "page-b", "page-c", "page-d", "page-e"], names);
    }

    private static Task<HttpClient> AdminAsync(TestService service, string region = "") => service.AsAsync(Role.Admin, region, Department.None);

    private static object Grant(string role, string region, string department = "environment") => new { role, region, department };

    private static object Body(string name, string role, string region, string department = "environment", bool isMachine = false) =>
        new { user_name = name, display_name = name, is_machine = isMachine, grants = new[] { Grant(role, region, department) } };

    private static Task<JsonElement> MakeAsync(HttpClient admin, string name, string role, string region, string department = "environment", bool isMachine = false) =>
        admin.PostAsync(Path, Body(name, role, region, department, isMachine)).JsonAsync();

    private static string Id(JsonElement of) => of.GetProperty("id").GetString()!;

    private static string Key(JsonElement of) => of.GetProperty("key").GetString()!;

    private static async Task<string?[]> NamesAsync(HttpClient admin) =>
        [.. (await admin.GetAsync($"{Path}?limit=500").JsonAsync()).GetProperty("items").EnumerateArray().Select(a => a.GetProperty("user_name").GetString())];

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient person, string current, string @new) =>
        person.PutAsJsonAsync("/api/v1/session/password", new { current, @new });

    private static async Task<int> WithAsync(TestService service, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/roles");
        request.Headers.Add(KeyAuthentication.Header, key);
        using var answer = await service.Stranger().SendAsync(request);
        return (int)answer.StatusCode;
    }
}
