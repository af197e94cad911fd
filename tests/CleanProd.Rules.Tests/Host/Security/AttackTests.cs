using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Imports;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CleanProd.Rules.Tests.Host.Security;

/// <summary>What docs/security.md says stops an attack, tried.</summary>
public class AttackTests
{
    [Fact]
    public async Task No_body_of_any_endpoint_takes_a_member_that_it_does_not_know()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        var bodies = service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => e.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType).OfType<Type>().Where(t => t != typeof(void)).Distinct().ToArray();
        Assert.True(bodies.Length > 20);
        var left = new List<string>();
        foreach (var body in bodies.SelectMany(Within).Distinct())
        {
            try
            {
                JsonSerializer.Deserialize("{\"is_admin\":true}", body, ApiJson.Options);
                left.Add(body.FullName!);
            }
            catch (JsonException e) when (e.Message.Contains("is_admin", StringComparison.Ordinal) || e.Message.Contains("required", StringComparison.Ordinal) || e.Message.Contains("missing", StringComparison.Ordinal))
            {
                Assert.Equal(System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow, ApiJson.Options.GetTypeInfo(body).UnmappedMemberHandling ?? ApiJson.Options.UnmappedMemberHandling);
            }
        }

        Assert.Empty(left);

        // Objects of this program, and those in them.
        static IEnumerable<Type> Within(Type type)
        {
            if (type.IsArray) return Within(type.GetElementType()!);
            if (type.IsGenericType) return type.GetGenericArguments().SelectMany(Within);
            return type.IsEnum || type.IsValueType || type.Namespace?.StartsWith("CleanProd", StringComparison.Ordinal) != true || ApiJson.Options.GetTypeInfo(type).Kind != System.Text.Json.Serialization.Metadata.JsonTypeInfoKind.Object
                ? []
                : type.GetProperties().Where(p => p.PropertyType != type).SelectMany(p => Within(p.PropertyType)).Prepend(type);
        }
    }

    [Fact]
    public async Task A_cookie_that_was_foisted_on_somebody_is_not_his_session_after_he_signs_in()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        var attacker = service.Stranger();
        var foisted = await CookieOfAsync(attacker, await PersonAsync(service, "attacker"));
        var victim = await PersonAsync(service, "victim");
        using var login = new HttpRequestMessage(HttpMethod.Post, "/api/v1/login") { Content = JsonContent.Create(new { user_name = victim.Name, password = victim.Password }, options: ApiJson.Options) };
        login.Headers.Add("Cookie", foisted);
        using var bare = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = attacker.BaseAddress };
        using var answer = await bare.SendAsync(login);
        var own = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("cleanprod=", StringComparison.Ordinal)).Split(';')[0];

        Assert.NotEqual(foisted, own);
        Assert.Equal("attacker", (await SessionAsync(bare, foisted)).GetProperty("user_name").GetString());
        Assert.Equal("victim", (await SessionAsync(bare, own)).GetProperty("user_name").GetString());
    }

    [Fact]
    public async Task Neither_password_nor_key_nor_cookie_reaches_a_log_at_any_level()
    {
        var log = new Listening();
        await using var service = await TestService.StartAsync(StoreKind.Sqlite, more: s => s.AddLogging(l => l.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace)
            .AddFilter<Listening>(null, LogLevel.Trace)));
        var person = await PersonAsync(service, "someone");
        var client = service.Stranger();
        var cookie = await CookieOfAsync(client, person);
        await service.Stranger().PostAsync("/api/v1/login", new { user_name = person.Name, password = "wrong-but-secret-too" });
        var key = Password.NewKey();
        await using (var scope = service.Services.CreateAsyncScope())
        {
            var machine = await PeopleOffice.AddAsync(scope.ServiceProvider, "machine", "机器", null, isMachine: true, Officer.System, [new(Role.Platform, "44", Department.None, null)]);
            await service.Services.GetRequiredService<KeyStore>().AddAsync(machine!.Id, key, null, Officer.System);
        }

        var platform = service.Stranger();
        platform.DefaultRequestHeaders.Add(KeyAuthentication.Header, key);
        using (await platform.GetAsync("/api/v1/session")) { }

        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, l => new[] { person.Password, "wrong-but-secret-too", key, cookie.Split('=')[1] }.Any(s => l.Contains(s, StringComparison.Ordinal)));
        var admin = await service.AsAsync(Role.Admin, "");
        foreach (var page in (string[])["/hangfire", "/hangfire/servers", "/hangfire/recurring", "/api/v1/system/settings", "/api/v1/system"])
            Assert.DoesNotContain(service.Store.Address.Connection, await (await admin.GetAsync(page)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_with_a_path_is_a_name_without_one()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        var officer = await service.AsAsync(Role.Officer, "4401");
        foreach (var (number, given) in new[] { "../../evil.csv", "..\\..\\evil.csv", "/etc/cron.d/evil.csv", "C:\\evil.csv" }.Index())
        {
            var file = new ByteArrayContent(Encoding.UTF8.GetBytes($"facility_id,name,region\nF{number},厂,440103\n"));
            file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{given.Replace("\\", "\\\\", StringComparison.Ordinal)}\"");
            var import = (await officer.PostAsync("/api/v1/imports", new MultipartFormDataContent { file }).JsonAsync()).GetProperty("import").GetInt64();
            await officer.ReadAsync(import);
            Assert.Equal(0L, await service.Database.AskAsync<long>("SELECT count(*) FROM import_files WHERE name LIKE '%/%' OR name LIKE '%\\%' OR name LIKE '%..%'"));
            var document = await officer.PostAsync($"/api/v1/documents?name={Uri.EscapeDataString(given)}", new StringContent("x")).JsonAsync();
            Assert.DoesNotContain('/', document.GetProperty("name").GetString()!);
        }

        foreach (var path in (string[])["/api/v1/maps/..%2F..%2Fappsettings", "/api/v1/maps/%2e%2e%2f%2e%2e%2fetc%2fpasswd"])
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(path)).StatusCode);
        Assert.InRange((int)(await officer.PutAsync("/api/v1/maps/..%2Fevil", new StringContent("{}", Encoding.UTF8, "application/json"))).StatusCode, 400, 499);
    }

    [Fact]
    public async Task No_request_tells_the_service_an_address_to_call()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        var document = await service.Stranger().GetAsync("/openapi/v1.json").JsonAsync();
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(p => p.Name.StartsWith("/api/v1/system", StringComparison.Ordinal)))
            Assert.All(path.Value.EnumerateObject(), o => Assert.True(o.Name == "get" || path.Name.EndsWith("/backups", StringComparison.Ordinal), $"{o.Name} {path.Name}"));
        var names = document.GetProperty("components").GetProperty("schemas").EnumerateObject().Where(s => s.Value.TryGetProperty("properties", out _))
            .SelectMany(s => s.Value.GetProperty("properties").EnumerateObject().Select(p => p.Name));
        Assert.DoesNotContain(names, n => n is "authority" or "smtp" or "host" or "url" or "uri" or "callback" or "webhook" or "redirect");
    }

    [Fact]
    public async Task What_is_too_large_or_asks_for_too_much_is_refused_or_cut()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        var officer = await service.AsAsync(Role.Officer, "4401");
        await RefusedAsync(service.Stranger().PostAsync("/api/v1/login", new StringContent(new string(' ', 31_000_000), Encoding.UTF8, "application/json")));
        await RefusedAsync(officer.PostAsync("/api/v1/documents?name=x", new ByteArrayContent(new byte[26 * 1024 * 1024])));
        var deep = string.Concat(Enumerable.Repeat("[", 5000));
        Assert.Equal(400, (int)(await officer.PostAsync("/api/v1/screenings", new StringContent(deep, Encoding.UTF8, "application/json"))).StatusCode);
        await officer.GetAsync("/api/v1/enterprises?limit=2000000000").JsonAsync();
        await officer.GetAsync($"/api/v1/enterprises?search={Uri.EscapeDataString(string.Concat(Enumerable.Repeat("%_", 500)))}").JsonAsync();
        var long5000 = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/enterprises?search={new string('a', 9000)}");
        Assert.True((int)(await officer.SendAsync(long5000)).StatusCode is 200 or 400 or 414);
        var field = DataSets.Form([("facilities.csv", DataSets.Facilities)], ("label", new string('l', 5000)));
        Assert.Equal((400, "bad_input"), await officer.PostAsync("/api/v1/imports", field).ProblemAsync());
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("/api/v1/session")).StatusCode);

        // Whoever goes on sending after the refusal finds the line closed.
        static async Task RefusedAsync(Task<HttpResponseMessage> asked)
        {
            try
            {
                using var answer = await asked;
                Assert.InRange((int)answer.StatusCode, 400, 499);
            }
            catch (HttpRequestException)
            {
                // Closed.
            }
        }
    }

    private static async Task<JsonElement> SessionAsync(HttpClient client, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/session");
        request.Headers.Add("Cookie", cookie);
        return await client.SendAsync(request).JsonAsync();
    }

    private static async Task<(string Name, string Password)> PersonAsync(TestService service, string name)
    {
        var password = Password.New();
        await using var scope = service.Services.CreateAsyncScope();
        Assert.NotNull(await PeopleOffice.AddAsync(scope.ServiceProvider, name, name, password, isMachine: false, Officer.System, [new(Role.Officer, "44", Department.Environment, null)]));
        return (name, password);
    }

    private static async Task<string> CookieOfAsync(HttpClient client, (string Name, string Password) person)
    {
        using var answer = await client.PostAsync("/api/v1/login", new { user_name = person.Name, password = person.Password });
        answer.EnsureSuccessStatusCode();
        return answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("cleanprod=", StringComparison.Ordinal)).Split(';')[0];
    }

    private sealed class Listening : ILoggerProvider, ILogger
    {
        internal ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
