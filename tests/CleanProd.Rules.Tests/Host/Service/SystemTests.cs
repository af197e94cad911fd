using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.Json;
using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Host.Upkeep;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Storage.Upkeep.Backup;
using CleanProd.Rules.Storage.Upkeep.Checks;
using CleanProd.Rules.Tests.Storage;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Service;

/// <summary>How the system stands, its backups, its settings, what it measures.</summary>
public class SystemTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_administrator_sees_how_the_system_stands_and_others_only_whether_it_is_ready(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var health = await (await service.AsAsync(Role.Admin, "")).GetAsync("/api/v1/system/health").JsonAsync();

        Assert.True(health.GetProperty("store").GetProperty("answers").GetBoolean());
        Assert.True(health.GetProperty("store").GetProperty("current").GetBoolean());
        Assert.Equal(1, health.GetProperty("queue").GetProperty("workers").GetArrayLength());
        Assert.InRange(health.GetProperty("process").GetProperty("heap_bytes").GetInt64(), 1, health.GetProperty("process").GetProperty("working_set_bytes").GetInt64());
        Assert.Contains("no_backup_folder", Alarms(health));
        Assert.Equal("Healthy", await service.Stranger().GetStringAsync("/health/ready"));
        Assert.Equal("Healthy", await service.Stranger().GetStringAsync("/health/live"));
        Assert.Equal((403, "not_permitted"), await (await service.AsAsync(Role.Officer)).GetAsync("/api/v1/system/health").ProblemAsync());
    }

    [Fact]
    public async Task A_recurring_job_that_was_disabled_is_an_alarm()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        var admin = await service.AsAsync(Role.Admin, "");
        service.Services.GetRequiredService<IRecurringJobManager>().AddOrUpdate<BackupJob>("nightly", job => job.RunAsync("x", default), "0 3 * * *");
        Assert.DoesNotContain("recurring_disabled", Alarms(await admin.GetAsync("/api/v1/system/health").JsonAsync()));

        // What Hangfire does after five failures.
        using (var connection = service.Services.GetRequiredService<JobStorage>().GetConnection())
            connection.SetRangeInHash("recurring-job:nightly", [new("NextExecution", ""), new("Error", "no such class")]);

        var health = await admin.GetAsync("/api/v1/system/health").JsonAsync();
        Assert.False(health.GetProperty("ok").GetBoolean());
        Assert.Contains("recurring_disabled", Alarms(health));
        Assert.Equal(1, Measured(service, "cleanprod.recurring.disabled"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_ordered_backup_is_written_in_the_background_and_can_be_restored_into_a_store_that_verifies(StoreKind kind)
    {
        using var folder = new TemporaryFolder();
        await using var service = await TestService.StartAsync(kind, configure: o => o.Backups = folder.Path);
        var admin = await service.AsAsync(Role.Admin, "");

        var name = (await admin.PostAsync("/api/v1/system/backups", new { }).JsonAsync()).GetProperty("name").GetString()!;
        var line = await UntilAsync(async () => (await admin.GetAsync("/api/v1/system/backups").JsonAsync()).GetProperty("items").EnumerateArray()
            .FirstOrDefault(b => b.GetProperty("name").GetString() == name && b.GetProperty("state").GetString() == "done"));

        Assert.True(line.GetProperty("rows").GetInt64() > 0);
        await using TestDatabase other = kind == StoreKind.Sqlite ? new PostgresTestDatabase() : new SqliteTestDatabase();
        using var file = BackupFile.Open(folder[name]);
        var restored = await StoreRestore.RunAsync(file, await other.AddressAsync(), TimeProvider.System);
        Assert.All(await StoreChecks.RunAsync(restored), r => Assert.Empty(r.Faults));
        Assert.DoesNotContain("no_backup", Alarms(await admin.GetAsync("/api/v1/system/health").JsonAsync()));
        service.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Contains("backup_old", Alarms(await admin.GetAsync("/api/v1/system/health").JsonAsync()));
    }

    [Fact]
    public async Task A_backup_without_a_folder_is_refused()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        Assert.Equal((409, "no_backup_folder"), await (await service.AsAsync(Role.Admin, "")).PostAsync("/api/v1/system/backups", new { }).ProblemAsync());
    }

    [Fact]
    public async Task The_program_says_which_rules_and_tables_it_came_with()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        var about = await (await service.AsAsync(Role.Admin, "")).GetAsync("/api/v1/system/about").JsonAsync();

        Assert.Matches(@"^\d+\.\d+\.\d+", about.GetProperty("version").GetString());
        Assert.Equal(
            Shipped.NationalPacks.Select(p => p.Sha256).Order(StringComparer.Ordinal),
            about.GetProperty("packs").EnumerateArray().Where(p => p.GetProperty("id").GetString()!.StartsWith("cn-", StringComparison.Ordinal))
                .Select(p => p.GetProperty("sha256").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(Shipped.Reference.Hashes.Count, about.GetProperty("reference").EnumerateObject().Count());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Settings_are_shown_without_secrets(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var settings = (await (await service.AsAsync(Role.Admin, "")).GetAsync("/api/v1/system/settings").JsonAsync()).EnumerateArray()
            .ToDictionary(s => s.GetProperty("key").GetString()!, s => s.GetProperty("value").GetString());

        Assert.Equal("***", settings["Store"]);
        Assert.Equal("00:00:20", settings["Lease"]);
        Assert.Equal("1000000", settings["RateLimits:SignIn"]);
        Assert.DoesNotContain(settings.Values, v => v?.Contains("Username=", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task What_stages_count_and_trace_reaches_whoever_listens()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        using var traces = new System.Diagnostics.ActivityListener
        {
            ShouldListenTo = s => s.Name == Telemetry.Name, Sample = (ref _) => System.Diagnostics.ActivitySamplingResult.AllData,
        };
        System.Diagnostics.ActivitySource.AddActivityListener(traces);
        var telemetry = service.Services.GetRequiredService<Telemetry>();
        var (counted, accounts) = (0L, 0L);
        using var listener = new MeterListener { InstrumentPublished = (i, l) => { if (i.Meter == telemetry.Meter) l.EnableMeasurementEvents(i); } };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) =>
        {
            counted += i.Name == "cleanprod.facilities.judged" ? value : 0;
            accounts += i.Name == "cleanprod.acts" && Equals(tags[0].Value, "people.add") ? value : 0;
        });
        listener.Start();
        await service.AsAsync(Role.Officer);
        Assert.Equal(1, accounts);

        using (var activity = Telemetry.Start("screening.shard")) Assert.Equal("screening.shard", activity?.OperationName);
        telemetry.FacilitiesJudged.Add(5, new KeyValuePair<string, object?>("outcome", "triggered"));

        Assert.Equal(5, counted);
        // The worker says that it is there a moment after the start.
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); Measured(service, "cleanprod.workers") < 1 && waited.Elapsed < TimeSpan.FromMinutes(1); await Task.Delay(100)) { }
        Assert.Equal(1, Measured(service, "cleanprod.workers"));
        Assert.Equal(0, Measured(service, "cleanprod.queue.age"));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("203.0.113.9; 10.0.0.0/8", true)]
    public void Only_a_known_proxy_may_say_where_a_request_comes_from(string proxies, bool known)
    {
        var headers = new Microsoft.AspNetCore.Builder.ForwardedHeadersOptions();
        CleanProd.Rules.Host.Serve.Proxies.Know(headers, proxies);

        Assert.Equal(known, headers.KnownProxies.Contains(System.Net.IPAddress.Parse("203.0.113.9")));
        Assert.Equal(known, headers.KnownIPNetworks.Any(n => n.Contains(System.Net.IPAddress.Parse("10.1.2.3"))));
        Assert.True(headers.KnownProxies.Contains(System.Net.IPAddress.IPv6Loopback) || headers.KnownIPNetworks.Any(n => n.Contains(System.Net.IPAddress.Loopback)));
        Assert.Throws<CleanProd.Rules.Host.Cli.BadInputException>(() => CleanProd.Rules.Host.Serve.Proxies.Know(headers, "everybody"));
    }

    /// <summary>What stands in the header before the proxy's own entry was written by the caller, and changes nothing.</summary>
    [Fact]
    public async Task A_forged_header_does_not_get_around_the_limit_on_sign_ins()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite, configure: o => o.RateLimits.SignIn = 3);
        var statuses = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            // As it arrives from the proxy on this machine: it has appended the true address.
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/login") { Content = JsonContent.Create(new { user_name = "x", password = "y" }) };
            request.Headers.Add("X-Forwarded-For", $"198.51.100.{i}, 203.0.113.7");
            using var answer = await service.Stranger().SendAsync(request);
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Equal([401, 401, 401, 429, 429], statuses);
    }

    private static IEnumerable<string?> Alarms(JsonElement health) => health.GetProperty("alarms").EnumerateArray().Select(a => a.GetProperty("code").GetString());

    private static double Measured(TestService service, string name)
    {
        var meter = service.Services.GetRequiredService<Telemetry>().Meter;
        var measured = double.NaN;
        using var listener = new MeterListener { InstrumentPublished = (i, l) => { if (i.Meter == meter && i.Name == name) l.EnableMeasurementEvents(i); } };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => measured = value);
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => measured = value);
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => measured = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return measured;
    }

    private static async Task<JsonElement> UntilAsync(Func<Task<JsonElement>> ask)
    {
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(4); await Task.Delay(200))
            if (await ask() is { ValueKind: not JsonValueKind.Undefined } found) return found;
        throw new TimeoutException("What was waited for did not come about in time.");
    }
}
