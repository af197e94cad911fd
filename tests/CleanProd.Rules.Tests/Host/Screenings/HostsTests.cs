using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Storage.Screenings;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Tests.Host.Screenings;

/// <summary>Several processes on one database share a run and come to the result of one.</summary>
public class HostsTests
{
    [Fact]
    public async Task A_run_that_five_hosts_share_has_the_hash_of_one_and_every_schedule_fires_once()
    {
        await using var first = await TestService.StartAsync(StoreKind.Postgres, SampleScreening.Now, o => o.ShardSize = 9);
        await using var second = await first.BesideAsync(o => o.ShardSize = 9);
        await using var third = await first.BesideAsync(o => o.ShardSize = 9);
        await using var fourth = await first.BesideAsync(o => o.ShardSize = 9);
        await using var fifth = await first.BesideAsync(o => o.ShardSize = 9);
        await SampleScreening.ImportAsync(first.Store, SampleScreening.Now);
        var officer = await first.AsAsync(Role.Officer);
        await officer.PostAsync("/api/v1/schedules", new { name = "年度", region = "44", month = 2, day = 4, hour = 2 }).JsonAsync();

        first.Clock.Advance(TimeSpan.FromDays(2));
        var run = await officer.ScreenAsync();
        await Task.Delay(2000);

        Assert.Equal(await SampleScreening.HashAsync(), run.GetProperty("result_sha256").GetString());
        var runs = await new ScreeningStore(first.Store).ListAsync(Reach.Everything, null, 100);
        Assert.Single(runs, r => r.Kind == ScreeningKind.Annual);
    }
}
