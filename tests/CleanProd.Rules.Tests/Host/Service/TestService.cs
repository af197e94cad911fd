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
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CleanProd.Rules.Tests.Host.Service;

/// <summary>The service as it runs, listening on a port of its own, on a store of its own, with a clock that tests move.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly WebApplication _app;
    private readonly List<HttpClient> _clients = [];
    private readonly ServiceOptions _options;
    private readonly Action<IServiceCollection>? _more;
    private readonly bool _ownsDatabase;
    private int _people;

    private TestService(
        TestDatabase database, bool ownsDatabase, WebApplication app, FakeTimeProvider clock, ServiceOptions options, Action<IServiceCollection>? more, string console)
    {
        (_database, _ownsDatabase, _app, Clock) = (database, ownsDatabase, app, clock);
        (_options, _more, Console) = (options, more, console);
    }

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
        var address = await database.AddressAsync();
        var clock = new FakeTimeProvider(now ?? new DateTimeOffset(2025, 1, 2, 1, 0, 0, TimeSpan.Zero));
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
        return await StartAsync(database, ownsDatabase: true, clock, options, more);
    }

    /// <summary>A second service on the same database (PostgreSQL), with the same clock.</summary>
    internal Task<TestService> BesideAsync() => StartAsync(_database, ownsDatabase: false, Clock, _options, _more);

    private static async Task<TestService> StartAsync(
        TestDatabase database, bool ownsDatabase, FakeTimeProvider clock, ServiceOptions options, Action<IServiceCollection>? more)
    {
        using var console = new StringWriter();
        var app = await ServiceHost.BuildAsync(options, clock, console, more);
        await app.StartAsync();
        return new(database, ownsDatabase, app, clock, options, more, console.ToString());
    }

    /// <summary>A client that keeps cookies, signed in as nobody.</summary>
    internal HttpClient Stranger()
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = true }) { BaseAddress = new Uri(_app.Urls.First()) };
        _clients.Add(client);
        return client;
    }

    /// <summary>Makes a person with one role and signs in.</summary>
    internal async Task<HttpClient> AsAsync(Role role, string region = "44", Department department = Department.Environment, string? facility = null)
    {
        var (name, password) = ($"{role}-{Interlocked.Increment(ref _people)}-{Guid.NewGuid():N}", Password.New());
        await using (var scope = Services.CreateAsyncScope())
        {
            var account = await PeopleOffice.AddAsync(
                scope.ServiceProvider, name, $"{name}（{region}）", password, isMachine: false, Officer.System, [new(role, region, department, facility)]);
            Assert.NotNull(account);
        }

        var client = await SignInAsync(name, password);
        var own = Password.New();
        (await client.PutAsJsonAsync("/api/v1/session/password", new { current = password, @new = own })).EnsureSuccessStatusCode();
        return client;
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
        foreach (var client in _clients) client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownsDatabase) await _database.DisposeAsync();
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
