using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Journal;

namespace CleanProd.Rules.Tests.Host.Kill;

/// <summary>Hosts are killed and frozen at random points of a screening; every run ends as if nothing had happened.</summary>
public class ScreeningKillTests
{
    private const int Shards = 72;

    private static readonly (string, string)[] SmallShards = [("CLEANPROD_ShardSize", "2")];

    [Theory]
    [InlineData(StoreKind.Postgres, 2, 11)]
    [InlineData(StoreKind.Sqlite, 1, 12)]
    public async Task A_screening_whose_hosts_are_killed_and_frozen_ends_with_the_hash_of_the_undisturbed_one(StoreKind kind, int hosts, int seed)
    {
        var random = new Random(seed);
        await using var ground = await KillGround.MakeAsync(kind, hosts, SmallShards);
        foreach (var round in Enumerable.Range(0, Effort.KillRounds))
        {
            var run = await ground.OrderAsync();
            var at = random.Next(0, Shards);
            await ground.UntilAsync(run, at);
            var host = ground.Hosts[random.Next(hosts)];
            string disturbance;
            switch (round % 3)
            {
                case 0:
                    disturbance = $"round {round}: a host killed at {at}";
                    host.Kill();
                    await host.StartAsync();
                    break;
                case 1:
                    disturbance = $"round {round}: a host frozen beyond its lease at {at}";
                    host.Freeze();
                    await Task.Delay(KillGround.Lease * 2);
                    host.Thaw();
                    break;
                default:
                    disturbance = $"round {round}: all hosts killed at {at}";
                    foreach (var each in ground.Hosts) each.Kill();
                    await Task.WhenAll(ground.Hosts.Select(h => h.StartAsync()));
                    break;
            }

            await ground.MustBeUndisturbedAsync(run, disturbance);
        }

        Assert.Null((await new JournalStore(ground.Store).VerifyAsync()).Fault);
    }
}
