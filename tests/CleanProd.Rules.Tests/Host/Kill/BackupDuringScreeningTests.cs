using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Screenings;
using CleanProd.Rules.Storage.Upkeep.Backup;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using CleanProd.Rules.Tests.Storage;

namespace CleanProd.Rules.Tests.Host.Kill;

/// <summary>A backup taken in the middle of a screening is a store that verifies, and whose screening can be finished.</summary>
public class BackupDuringScreeningTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_screening_goes_on_where_the_backup_caught_it_on_either_database(StoreKind kind)
    {
        using var folder = new TemporaryFolder();
        await using var ground = await KillGround.MakeAsync(kind, 1, ("CLEANPROD_ShardSize", "2"));
        using var bureau = await Bureau.OpenAsync(ground);
        var run = await bureau.ScreenAsync();
        await ground.UntilAsync(run, 20);
        await StoreBackup.WriteAsync(ground.Store, folder["during.zip"]);

        // The other database is the harder one to go on with; the long form goes on with both.
        StoreKind[] others = Effort.Rounds > 1 ? [StoreKind.Sqlite, StoreKind.Postgres] : [kind == StoreKind.Sqlite ? StoreKind.Postgres : StoreKind.Sqlite];
        foreach (var other in others)
        {
            await using TestDatabase database = other == StoreKind.Sqlite ? new SqliteTestDatabase() : new PostgresTestDatabase();
            await MustFinishAsync(await database.ServiceAddressAsync(), folder["during.zip"], run);
        }

        await ground.EndAsync(run);
        Assert.Empty((await ground.TracesAsync([run])).Faults());
    }

    private static async Task MustFinishAsync(StoreAddress address, string backup, long run)
    {
        var place = $"{(address.Kind == StoreKind.Sqlite ? "sqlite" : "postgres")}:{address.Connection}";
        var restored = Cleanprod.Run("restore", backup, "--store", place);
        Assert.True(restored.ExitCode == 0, restored.Output + restored.Error);
        var verified = Cleanprod.Run("verify", "--store", place);
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
        var screenings = new ScreeningStore(await Store.OpenExistingAsync(address, TimeProvider.System));
        var caught = (await screenings.ProgressAsync(run))!;
        Assert.Equal(ScreeningState.Judging, caught.State);
        Assert.InRange(caught.ShardsDone, 20, caught.Shards - 1);

        using var host = new HostProcess(address);
        await host.StartAsync();
        var began = TimeProvider.System.GetTimestamp();
        while ((await screenings.FindAsync(run))!.State != ScreeningState.Finished)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromMinutes(10), host.Output);
            await Task.Delay(200);
        }

        Assert.Equal(await SampleScreening.HashAsync(), (await screenings.FindAsync(run))!.ResultHash);
        var judged = await screenings.ReadAsync(run, new ScreenedFilter()).Select(d => d.FacilityId).ToListAsync();
        Assert.Equal((await screenings.RosterAsync(run)).Select(p => p.Facility.Id), judged);
        host.Kill();
        Assert.Equal(0, Cleanprod.Run("verify", "--store", place).ExitCode);
    }
}
