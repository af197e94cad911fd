using System.Net.Http.Json;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Access;

/// <summary>Passwords, lock-out, sessions.</summary>
public class SignInTests
{
    private const string Name = "wang.fang", Own = "Heron-under-9-bridges";

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Five_wrong_passwords_shut_an_account_for_a_quarter_of_an_hour(StoreKind kind)
    {
        await using var service = await WithPersonAsync(kind);
        for (var i = 0; i < 4; i++) Assert.Equal(401, await TryAsync(service, "wrong"));
        Assert.Equal(200, await TryAsync(service, Own));

        for (var i = 0; i < 5; i++) Assert.Equal(401, await TryAsync(service, "wrong"));
        Assert.Equal(401, await TryAsync(service, Own));
        service.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Equal(401, await TryAsync(service, Own));
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, await TryAsync(service, Own));
        Assert.Equal(200, await TryAsync(service, Own));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Guessing_many_at_once_is_no_way_round_the_lock(StoreKind kind)
    {
        await using var service = await WithPersonAsync(kind);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => TryAsync(service, "wrong")));
        Assert.Equal(401, await TryAsync(service, Own));
        var notes = await NotesAsync(service);
        Assert.Equal((4, 9), (notes.Count(n => n == "wrong_password"), notes.Count(n => n == "locked_out")));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Every_attempt_stands_in_the_access_log_and_a_lock_in_the_journal(StoreKind kind)
    {
        await using var service = await WithPersonAsync(kind);
        for (var i = 0; i < 5; i++) await TryAsync(service, "wrong");
        await TryAsync(service, Own);
        await TryAsync(service, "a password typed as a name", "x");
        var admin = await service.AsAsync(Role.Admin, "", Department.None);

        var log = await admin.GetAsync("/api/v1/access-log?path=/api/v1/login").JsonAsync();
        Assert.DoesNotContain("typed as a name", log.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(
            ["signed_in", "no_such_person", "locked_out", "locked_out", "wrong_password", "wrong_password", "wrong_password", "wrong_password"],
            log.GetProperty("items").EnumerateArray().Select(l => l.GetProperty("note").GetString()));
        var lines = (await admin.GetAsync("/api/v1/journal").JsonAsync()).GetProperty("items").EnumerateArray();
        Assert.Contains(lines, l => l.GetProperty("act").GetString() == "people.lock_out");
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_changed_password_ends_the_other_sessions_at_once(StoreKind kind)
    {
        await using var service = await WithPersonAsync(kind);
        var (here, there) = (await service.SignInAsync(Name, Own), await service.SignInAsync(Name, Own));
        Assert.Equal((401, "wrong_credentials"), await here.PutAsJsonAsync("/api/v1/session/password", new { current = "wrong", @new = Own + "!" }).ProblemAsync());
        await here.PutAsJsonAsync("/api/v1/session/password", new { current = Own, @new = Own + "!" }).JsonAsync();
        await here.GetAsync("/api/v1/roles").JsonAsync();
        Assert.Equal((401, "sign_in_required"), await there.GetAsync("/api/v1/roles").ProblemAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_cookie_kept_from_before_signing_out_opens_nothing(StoreKind kind)
    {
        await using var service = await WithPersonAsync(kind);
        using var answer = await service.Stranger().PostAsJsonAsync("/api/v1/login", new { user_name = Name, password = Own });
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);

        Assert.Equal(204, await WithCookieAsync(HttpMethod.Post, "/api/v1/session/end"));
        Assert.Equal(401, await WithCookieAsync(HttpMethod.Get, "/api/v1/session"));

        async Task<int> WithCookieAsync(HttpMethod method, string path)
        {
            using var request = new HttpRequestMessage(method, path);
            request.Headers.Add("Cookie", cookie.Split(';')[0]);
            using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = service.Stranger().BaseAddress };
            using var reply = await client.SendAsync(request);
            return (int)reply.StatusCode;
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_person_sees_his_sessions_and_ends_them(StoreKind kind)
    {
        await using var service = await WithPersonAsync(kind);
        var stranger = await service.AsAsync(Role.Officer);
        var (first, second, third) = (await service.SignInAsync(Name, Own), await service.SignInAsync(Name, Own), await service.SignInAsync(Name, Own));
        var sessions = (await first.GetAsync("/api/v1/sessions").JsonAsync()).GetProperty("items").EnumerateArray().ToArray();
        var current = Assert.Single(sessions, s => s.GetProperty("current").GetBoolean()).GetProperty("id").GetString();

        Assert.Equal((404, "not_found"), await stranger.PostAsync($"/api/v1/sessions/{current}/end", new { }).ProblemAsync());
        await second.PostAsync($"/api/v1/sessions/{current}/end", new { }).JsonAsync();
        Assert.Equal((401, "sign_in_required"), await first.GetAsync("/api/v1/session").ProblemAsync());
        await second.PostAsync("/api/v1/sessions/end-others", new { }).JsonAsync();
        Assert.Equal((401, "sign_in_required"), await third.GetAsync("/api/v1/session").ProblemAsync());
        Assert.Single((await second.GetAsync("/api/v1/sessions").JsonAsync()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_session_ends_when_it_is_not_used_and_only_then()
    {
        await using var service = await WithPersonAsync(StoreKind.Sqlite, o => o.Session = TimeSpan.FromMinutes(30));
        var person = await service.SignInAsync(Name, Own);
        foreach (var minutes in new[] { 14, 29, 29 })
        {
            service.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await person.GetAsync("/api/v1/session").JsonAsync();
        }

        service.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal((401, "sign_in_required"), await person.GetAsync("/api/v1/session").ProblemAsync());
    }

    [Fact]
    public async Task An_unknown_name_costs_what_a_wrong_password_costs()
    {
        await using var service = await WithPersonAsync(StoreKind.Sqlite);
        var (known, unknown) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var i = 0; i < 15; i++)
        {
            // A moved clock keeps the account open.
            service.Clock.Advance(TimeSpan.FromHours(1));
            known.Add(await TimeAsync(Name));
            unknown.Add(await TimeAsync("nobody"));
        }

        // Without the work for nobody it is a tenth: the margin is for a busy machine.
        Assert.InRange(unknown.Order().ElementAt(7) / known.Order().ElementAt(7), 0.5, 2);

        async Task<TimeSpan> TimeAsync(string name)
        {
            var start = TimeProvider.System.GetTimestamp();
            Assert.Equal(401, await TryAsync(service, "wrong", name));
            return TimeProvider.System.GetElapsedTime(start);
        }
    }

    [Fact]
    public async Task A_request_without_name_or_password_is_refused_like_a_wrong_one()
    {
        await using var service = await WithPersonAsync(StoreKind.Sqlite);
        using var answer = await service.Stranger().PostAsJsonAsync("/api/v1/login", new { });
        Assert.Equal(401, (int)answer.StatusCode);
    }

    private static async Task<TestService> WithPersonAsync(StoreKind kind, Action<ServiceOptions>? configure = null)
    {
        // Here passwords cost what they cost in earnest.
        var service = await TestService.StartAsync(kind, configure: configure, more: services => services.Configure<PasswordHasherOptions>(o => o.IterationCount = new PasswordHasherOptions().IterationCount));
        using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateScope(service.Services);
        Assert.NotNull(await PeopleOffice.AddAsync(
            scope.ServiceProvider, Name, "王芳", Own, isMachine: false, Officer.System, [new(Role.Officer, "44", Department.Environment, null)]));
        await service.Database.TellAsync("UPDATE accounts SET must_change_password = false");
        return service;
    }

    private static async Task<int> TryAsync(TestService service, string password, string name = Name)
    {
        using var answer = await service.Stranger().PostAsJsonAsync("/api/v1/login", new { user_name = name, password });
        return (int)answer.StatusCode;
    }

    private static async Task<string?[]> NotesAsync(TestService service)
    {
        var admin = await service.AsAsync(Role.Admin, "", Department.None);
        var log = await admin.GetAsync("/api/v1/access-log?path=/api/v1/login&limit=500").JsonAsync();
        return [.. log.GetProperty("items").EnumerateArray().Select(l => l.GetProperty("note").GetString())];
    }
}
