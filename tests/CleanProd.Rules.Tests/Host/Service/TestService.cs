using System.Net.Http.Json;
using System.Text.Json;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace CleanProd.Rules.Tests.Host.Service;

/// <summary>The service as it runs, listening on a port of its own, on a store of its own, with a clock that tests move.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly WebApplication _app;
    private readonly List<HttpClient> _clients = [];
    private readonly bool _guest;
    private bool _stopped;
    private readonly Action<IServiceCollection>? _more;
    private int _people;

    private TestService(TestDatabase database, WebApplication app, FakeTimeProvider clock, string console, bool guest, Action<IServiceCollection>? more) =>
        (_database, _app, Clock, Console, _guest, _more) = (database, app, clock, console, guest, more);

    /// <summary>Both kinds of store, for theories.</summary>
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    internal FakeTimeProvider Clock { get; }

    /// <summary>What the start wrote to the console.</summary>
    internal string Console { get; }

    internal IServiceProvider Services => _app.Services;

    internal Store Store => Services.GetRequiredService<Store>();

    internal TestDatabase Database => _database;

    internal static async Task<TestService> StartAsync(StoreKind kind, DateTimeOffset? now = null, Action<ServiceOptions>? configure = null, Action<IServiceCollection>? more = null)
    {
        TestDatabase database = kind == StoreKind.Sqlite ? new SqliteTestDatabase() : new PostgresTestDatabase();
        await database.CopySchemaAsync();
        return await StartAsync(database, new FakeTimeProvider(now ?? new DateTimeOffset(2025, 1, 2, 1, 0, 0, TimeSpan.Zero)), configure, guest: false, more);
    }

    /// <summary>A second host of the same database, by the same clock, disposed before the first; null on SQLite, which has one host.</summary>
    internal async Task<TestService?> BesideAsync(Action<ServiceOptions>? configure = null) =>
        (await _database.AddressAsync()).Kind == StoreKind.Postgres ? await StartAsync(_database, Clock, configure, guest: true, _more) : null;

    /// <summary>Stops the service and starts it again on its store; dispose the one that is given before this one.</summary>
    internal async Task<TestService> RestartAsync()
    {
        await StopAsync();
        return await StartAsync(_database, Clock, null, guest: true, _more);
    }

    private static async Task<TestService> StartAsync(TestDatabase database, FakeTimeProvider clock, Action<ServiceOptions>? configure, bool guest, Action<IServiceCollection>? more)
    {
        var address = await database.ServiceAddressAsync();
        var kind = address.Kind;
        var options = new ServiceOptions
        {
            Store = $"{(kind == StoreKind.Sqlite ? "sqlite" : "postgres")}:{address.Connection}",
            Urls = "http://127.0.0.1:0",
            Poll = TimeSpan.FromMilliseconds(200),
            Supervise = TimeSpan.FromMilliseconds(500),
            Lease = TimeSpan.FromSeconds(20),
            Session = TimeSpan.FromDays(3650),
            RateLimits = new() { Account = 1_000_000, Stranger = 1_000_000, SignIn = 1_000_000 },
        };
        configure?.Invoke(options);
        using var console = new StringWriter();
        var app = await ServiceHost.BuildAsync(options, clock, console, services =>
        {
            // What a password costs is proven where signing in is; the hundreds of people of the other tests need not pay it.
            services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
            more?.Invoke(services);
        });
        await app.StartAsync();
        return new(database, app, clock, console.ToString(), guest, more);
    }

    /// <summary>Where it listens.</summary>
    internal Uri Address => new(_app.Urls.First());

    /// <summary>A client that keeps cookies, signed in as nobody.</summary>
    internal HttpClient Stranger()
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = true }) { BaseAddress = Address };
        _clients.Add(client);
        return client;
    }

    /// <summary>Makes a person with one role and signs in.</summary>
    internal async Task<HttpClient> AsAsync(Role role, string region = "44", Department department = Department.Environment, string? facility = null) =>
        (await EnrolAsync(role, region, department, facility)).Client;

    /// <summary>Makes a person with one role who chose a password, and signs in.</summary>
    internal async Task<(HttpClient Client, string Name, string Password)> EnrolAsync(
        Role role, string region = "44", Department department = Department.Environment, string? facility = null)
    {
        var (name, password) = ($"{role}-{(_guest ? "b" : "a")}{Interlocked.Increment(ref _people)}", Password.New());
        await using (var scope = Services.CreateAsyncScope())
        {
            var account = await PeopleOffice.AddAsync(
                scope.ServiceProvider, name, $"{name}（{region}）", password, isMachine: false, Officer.System, [new(role, region, department, facility)]);
            Assert.NotNull(account);
        }

        var client = await SignInAsync(name, password);
        var own = Password.New();
        (await client.PutAsJsonAsync("/api/v1/session/password", new { current = password, @new = own })).EnsureSuccessStatusCode();
        return (client, name, own);
    }

    internal async Task<HttpClient> SignInAsync(string name, string password)
    {
        var client = Stranger();
        var answer = await client.PostAsJsonAsync("/api/v1/login", new { user_name = name, password });
        answer.EnsureSuccessStatusCode();
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (!_guest) await _database.DisposeAsync();
    }

    private async Task StopAsync()
    {
        if (_stopped) return;
        _stopped = true;
        var address = Store.Address;
        foreach (var client in _clients) client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (address.Kind != StoreKind.Postgres) return;
        await using var connection = new NpgsqlConnection(address.Connection);
        NpgsqlConnection.ClearPool(connection);
    }
}

/// <summary>What tests do with answers.</summary>
internal static class Answers
{
    /// <summary>The body of a successful answer; the failure shows the problem.</summary>
    internal static async Task<JsonElement> JsonAsync(this Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri?.PathAndQuery}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone();
    }

    /// <summary>Status and code of a refusal.</summary>
    internal static async Task<(int Status, string? Code)> ProblemAsync(this Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.False(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return ((int)answer.StatusCode, body.GetProperty("code").GetString());
    }

    internal static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, object body) => client.PostAsJsonAsync(path, body, ApiJson.Options);
}
