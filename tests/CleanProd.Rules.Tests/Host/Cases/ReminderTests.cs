using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CleanProd.Rules.Tests.Host.Cases;

/// <summary>Reminders: by the legal clock, each once, whoever makes them.</summary>
public class ReminderTests
{
    private static readonly DateTimeOffset Start = new(2025, 1, 2, 1, 0, 0, TimeSpan.Zero);

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_clock_that_jumps_a_year_makes_every_reminder_in_between_once_under_two_hosts(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, Start);
        var publications = (await InventedPublications.InAsync(service)).List(
            "7", new(2024, 12, 31), [.. Enumerable.Range(100, 250).Select(n => ($"91440101MA59XYZ{n}", "440103", (string[])["G1a"]))]);
        await publications.TakeUpAsync(service);
        await using (var second = await service.BesideAsync())
        {
            service.Clock.SetUtcNow(Start.AddYears(1));
            var hosts = new[] { service, second ?? service, service, second ?? service };
            await Task.WhenAll(hosts.Select(h => h.Services.GetRequiredService<CaseStore>().RemindAsync()));
            // The hosts' own rounds do the same all the time.
            await Task.Delay(1500);
        }

        // announce: 5 on 6 and 29 January, 5 and 6 February, 7 March; start: 5; report, due on 31 December: −30, −7, 0, +1.
        Assert.Equal(250L * 14, await service.Database.AskAsync<long>("SELECT count(*) FROM messages WHERE kind = 'reminder'"));
        Assert.Equal(250L * 14, await service.Database.AskAsync<long>("SELECT count(DISTINCT key) FROM messages WHERE kind = 'reminder'"));
        service.Clock.SetUtcNow(Start.AddYears(1).AddDays(40));
        await service.Services.GetRequiredService<CaseStore>().RemindAsync();
        Assert.Equal(250L * 15, await service.Database.AskAsync<long>("SELECT count(*) FROM messages WHERE kind = 'reminder'"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_reminder_reaches_the_enterprise_and_the_officers_of_its_region_and_each_reads_it_for_himself(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, Start);
        await InventedPublications.OneCaseAsync(service, new(2024, 12, 31));
        service.Clock.SetUtcNow(new(2025, 2, 5, 1, 0, 0, TimeSpan.Zero));
        await service.Services.GetRequiredService<CaseStore>().RemindAsync();
        var plant = await service.AsAsync(Role.Enterprise, "", facility: InventedPublications.Works);
        var (officer, elsewhere) = (await service.AsAsync(Role.Officer, "4401"), await service.AsAsync(Role.Officer, "4403"));

        var unread = await plant.ItemsAsync("/api/v1/reminders?unread=true&kind=reminder");
        Assert.Equal(["2025-02-05", "2025-01-29", "2025-01-29", "2025-01-06"], unread.Select(m => m.GetProperty("day").GetString()).OrderDescending());
        Assert.Contains(unread, m => m.GetProperty("text").GetProperty("zh").GetString()!.EndsWith("今日到期（2025-02-05）", StringComparison.Ordinal));
        Assert.Empty(await elsewhere.ItemsAsync("/api/v1/reminders"));

        var first = unread[0].GetProperty("id").GetInt64();
        await plant.PostAsync($"/api/v1/reminders/{first}/read", new { }).JsonAsync();
        await plant.PostAsync($"/api/v1/reminders/{first}/read", new { }).JsonAsync();
        Assert.Equal(3, (await plant.ItemsAsync("/api/v1/reminders?unread=true&kind=reminder")).Length);
        Assert.Equal(4, (await officer.ItemsAsync("/api/v1/reminders?unread=true&kind=reminder")).Length);
        Assert.Equal((404, "not_found"), await elsewhere.PostAsync($"/api/v1/reminders/{first}/read", new { }).ProblemAsync());
    }
}
