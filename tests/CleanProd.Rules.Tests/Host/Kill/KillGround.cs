using CleanProd.Rules.Determinations;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Journal;
using CleanProd.Rules.Storage.Screenings;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Storage;

namespace CleanProd.Rules.Tests.Host.Kill;

/// <summary>
/// Hosts on one store that are killed and frozen while they work. The store is read and prepared beside them, as an inspector would.
/// </summary>
internal sealed class KillGround : IAsyncDisposable
{
    /// <summary>The lease that the hosts work with.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    // Room for a busy machine: what is waited for comes within seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly TestDatabase _database;

    private KillGround(TestDatabase database, Store store, IReadOnlyList<HostProcess> hosts)
    {
        (_database, Store, Hosts) = (database, store, hosts);
        Screenings = new(store);
    }

    /// <summary>The store.</summary>
    internal Store Store { get; }

    /// <summary>Its screenings.</summary>
    internal ScreeningStore Screenings { get; }

    /// <summary>The hosts.</summary>
    internal IReadOnlyList<HostProcess> Hosts { get; }

    /// <summary>Prepares a store with the sample and starts hosts on it.</summary>
    internal static async Task<KillGround> MakeAsync(StoreKind kind, int hosts, params (string Name, string Value)[] settings)
    {
        TestDatabase database = kind == StoreKind.Sqlite ? new SqliteTestDatabase() : new PostgresTestDatabase();
        var address = await database.AddressAsync();
        var store = await Store.OpenAsync(address, TimeProvider.System);
        await SampleScreening.ImportAsync(store, store.Clock.GetUtcNow());
        var ground = new KillGround(database, store, [.. Enumerable.Range(0, hosts).Select(_ => new HostProcess(address, settings))]);
        await Task.WhenAll(ground.Hosts.Select(h => h.StartAsync()));
        return ground;
    }

    /// <summary>Orders a screening of the sample in the store; whichever host looks first takes it up.</summary>
    internal async Task<long> OrderAsync()
    {
        var books = new LawBooks(new DocumentStore(Store));
        var asOf = new DateOnly(2025, 1, 15);
        var packs = PackSelection.On(books.Packs, asOf).Select(p => (p.Name, LawBooks.TextOf(p))).ToArray();
        var order = new ScreeningOrder(ScreeningKind.Manual, new("44"), SampleScreening.Year, asOf, Store.Clock.GetUtcNow(), packs, books.ReferenceFiles, CrossCheck.Sample);
        return (await Screenings.StartAsync(order, Officer.System)).Id;
    }

    /// <summary>Waits until so many shards of a run are done, or the run is over.</summary>
    internal Task UntilAsync(long run, int shardsDone) => WaitAsync(
        async () => await Screenings.ProgressAsync(run) is { } p && (p.ShardsDone >= shardsDone || p.State is ScreeningState.Finished or ScreeningState.Failed), $"{shardsDone} shards of screening {run}");

    /// <summary>Waits for the end of a run and proves that it is the undisturbed one: its hash, every facility once, closed once.</summary>
    internal async Task MustBeUndisturbedAsync(long run, string disturbance)
    {
        await WaitAsync(async () => (await Screenings.FindAsync(run))!.State is ScreeningState.Finished or ScreeningState.Failed, $"the end of screening {run} after {disturbance}");
        var head = (await Screenings.FindAsync(run))!;
        Assert.Equal((disturbance, ScreeningState.Finished, null), (disturbance, head.State, head.Failure));
        Assert.Equal((disturbance, await SampleScreening.HashAsync()), (disturbance, head.ResultHash));
        var judged = await Screenings.ReadAsync(run, new ScreenedFilter()).Select(d => d.FacilityId).ToListAsync();
        Assert.Equal((await Screenings.RosterAsync(run)).Select(p => p.Facility.Id), judged);
        Assert.Equal(SampleScreening.Enterprises, judged.Distinct().Count());
        Assert.Single(await new JournalStore(Store).ReadAsync($"screening/{run}", null, 100), l => l.Act == "screening.finish");
    }

    /// <summary>Waits for something that must come.</summary>
    internal async Task WaitAsync(Func<Task<bool>> until, string what)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await until())
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
                Assert.Fail($"{what} does not come.\n{string.Join("\n\n", Hosts.Select(h => h.Output))}");
            await Task.Delay(30);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Hosts) host.Dispose();
        await _database.DisposeAsync();
    }
}
