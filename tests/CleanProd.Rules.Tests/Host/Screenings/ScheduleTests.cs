using System.Text.Json;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Screenings;

/// <summary>Yearly schedules in Beijing time: every occurrence once, whatever fires it and whenever somebody is there.</summary>
public class ScheduleTests
{
    private static readonly DateTimeOffset December = new(2024, 12, 20, 1, 0, 0, TimeSpan.Zero);

    // 02:00 in Beijing
    private static readonly DateTimeOffset Due = new(2025, 1, 14, 18, 0, 0, TimeSpan.Zero);

    private static readonly object Yearly = new { name = "年度筛查", region = "44", month = 1, day = 15, hour = 2 };

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_occurrence_is_screened_once_when_its_time_comes_with_year_and_date_of_the_schedule(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, December);
        await SampleScreening.ImportAsync(service.Store, December);
        var officer = await service.AsAsync(Role.Officer);
        var schedule = await officer.PostAsync("/api/v1/schedules", Yearly).JsonAsync();
        Assert.Equal("下次运行：2025年1月15日 02:00（北京时间），筛查2024年度。", schedule.GetProperty("next").GetProperty("zh").GetString());
        Assert.Equal("Next run: 15 January 2025 02:00 (Beijing time), screening 2024.", schedule.GetProperty("next").GetProperty("en").GetString());

        service.Clock.SetUtcNow(Due.AddSeconds(-1));
        await Task.Delay(1500);
        Assert.Empty(await RunsAsync(officer));
        service.Clock.SetUtcNow(Due.AddMinutes(5));
        var run = await officer.EndOfAsync(Id((await RunsAsync(officer, 1))[0]));
        await Task.Delay(1500);

        Assert.Single(await RunsAsync(officer));
        Assert.Equal("finished", run.GetProperty("state").GetString());
        Assert.Equal(("annual", 2024, "2025-01-15"), (run.GetProperty("kind").GetString(), run.GetProperty("year").GetInt32(), run.GetProperty("as_of").GetString()));
        Assert.Equal("schedule/1/2025", run.GetProperty("occurrence").GetString());
        Assert.Equal(JsonValueKind.Null, run.GetProperty("late").ValueKind);
        Assert.Equal(await SampleScreening.HashAsync(), run.GetProperty("result_sha256").GetString());
        Assert.Equal((409, "already_fired"), await officer.PostAsync("/api/v1/schedules/1/fire", new { }).ProblemAsync());
        Assert.Contains("2026", (await officer.GetAsync("/api/v1/schedules/1").JsonAsync()).GetProperty("next").GetProperty("zh").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Occurrences_that_were_missed_are_caught_up_and_said_to_be_late(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, December);
        await SampleScreening.ImportAsync(service.Store, December);
        var officer = await service.AsAsync(Role.Officer);
        await officer.PostAsync("/api/v1/schedules", Yearly).JsonAsync();

        service.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        var runs = await RunsAsync(officer, 2);
        foreach (var run in runs) await officer.EndOfAsync(Id(run));

        Assert.Equal(["2024", "2025"], runs.Select(r => r.GetProperty("year").ToString()).Order());
        Assert.Equal(["2025-01-15", "2026-01-15"], runs.Select(r => r.GetProperty("as_of").GetString()).Order());
        Assert.All(runs, r => Assert.Contains("2026-03-01", r.GetProperty("late").GetProperty("en").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_schedule_fired_by_hand_does_not_fire_again_at_its_time_and_one_switched_off_never_does(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, December);
        await SampleScreening.ImportAsync(service.Store, December);
        var officer = await service.AsAsync(Role.Officer);
        await officer.PostAsync("/api/v1/schedules", Yearly).JsonAsync();
        await officer.PostAsync("/api/v1/schedules", new { name = "停用", region = "4401", month = 1, day = 15, hour = 2 }).JsonAsync();
        var off = await officer.DeleteAsync("/api/v1/schedules/2").JsonAsync();
        Assert.False(off.GetProperty("enabled").GetBoolean());

        service.Clock.SetUtcNow(new DateTimeOffset(2025, 1, 3, 0, 0, 0, TimeSpan.Zero));
        var fired = await officer.PostAsync("/api/v1/schedules/1/fire", new { }).JsonAsync();
        Assert.Equal("2025-01-03", fired.GetProperty("as_of").GetString());
        await officer.EndOfAsync(Id(fired));
        service.Clock.SetUtcNow(Due.AddDays(1));
        await Task.Delay(1500);

        Assert.Equal([Id(fired)], (await RunsAsync(officer)).Select(Id));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Schedules_are_checked_confined_and_versioned(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, December);
        var province = await service.AsAsync(Role.Officer);
        var city = await service.AsAsync(Role.Officer, "4401");
        await province.PostAsync("/api/v1/schedules", Yearly).JsonAsync();

        Assert.Equal((422, "bad_schedule"), await province.PostAsync("/api/v1/schedules", new { name = "x", region = "44", month = 2, day = 29 }).ProblemAsync());
        Assert.Equal((422, "bad_schedule"), await province.PostAsync("/api/v1/schedules", new { name = "", region = "44", month = 2, day = 1 }).ProblemAsync());
        Assert.Equal((403, "outside_region"), await city.PostAsync("/api/v1/schedules", Yearly).ProblemAsync());
        Assert.Equal((403, "outside_region"), await city.GetAsync("/api/v1/schedules/1").ProblemAsync());
        Assert.Empty((await city.GetAsync("/api/v1/schedules").JsonAsync()).EnumerateArray());
        var change = new { name = "改期", region = "44", month = 3, day = 1, hour = 5, version = 1 };
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => PutAsync(province, change)));
        Assert.Equal([200, 409], answers.Order());
        Assert.Equal(2, (await province.GetAsync("/api/v1/schedules/1").JsonAsync()).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task An_embedded_store_registers_its_schedules_again_after_a_restart()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite, December);
        var officer = await service.AsAsync(Role.Officer);
        await officer.PostAsync("/api/v1/schedules", Yearly).JsonAsync();

        await using var again = await service.RestartAsync();
        await WaitAsync(() => Task.FromResult(Recurring(again).ContainsKey("schedule-1")));
        Assert.NotEmpty(Recurring(again)["schedule-1"]);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_recurring_job_that_the_scheduler_has_given_up_shows_in_the_health_of_the_service(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, December);
        var officer = await service.AsAsync(Role.Officer);
        await officer.PostAsync("/api/v1/schedules", Yearly).JsonAsync();
        Assert.Equal("Healthy", await officer.GetStringAsync("/health/ready"));

        using (var connection = service.Services.GetRequiredService<JobStorage>().GetConnection())
            connection.SetRangeInHash("recurring-job:schedule-1", [new("NextExecution", "")]);

        Assert.Equal(["schedule-1"], service.Services.GetRequiredService<RecurringSchedules>().Disabled());
        Assert.Contains("Degraded", await officer.GetStringAsync("/health/ready"), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Recurring(TestService service)
    {
        using var connection = service.Services.GetRequiredService<JobStorage>().GetConnection();
        return connection.GetAllItemsFromSet("recurring-jobs").ToDictionary(id => id, id => connection.GetAllEntriesFromHash($"recurring-job:{id}")["NextExecution"]);
    }

    private static async Task<int> PutAsync(HttpClient officer, object body)
    {
        using var content = System.Net.Http.Json.JsonContent.Create(body);
        using var answer = await officer.PutAsync("/api/v1/schedules/1", content);
        return (int)answer.StatusCode;
    }

    private static async Task<JsonElement[]> RunsAsync(HttpClient officer, int count = 0)
    {
        JsonElement[] runs = [];
        await WaitAsync(async () =>
        {
            runs = [.. (await officer.GetAsync("/api/v1/screenings").JsonAsync()).GetProperty("items").EnumerateArray()];
            return runs.Length >= count;
        });
        return runs;
    }

    private static async Task WaitAsync(Func<Task<bool>> until)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await until())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromMinutes(3), "It does not come.");
            await Task.Delay(100);
        }
    }

    private static long Id(JsonElement run) => run.GetProperty("id").GetInt64();
}
