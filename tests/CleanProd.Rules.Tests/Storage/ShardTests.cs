using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Journal;
using CleanProd.Rules.Storage.Screenings;
using Microsoft.Extensions.Time.Testing;

namespace CleanProd.Rules.Tests.Storage;

/// <summary>Shards are judged by whoever holds their newest token, and by nobody else; a run is closed once.</summary>
public sealed class ShardTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_worker_whose_lease_was_taken_over_writes_nothing(StoreKind kind)
    {
        await using var run = await Run.StartAsync(kind, facilities: 3, shardSize: 3);
        var slow = (await run.Screenings.ClaimAsync(run.Id, 0, TimeSpan.Zero, "slow"))!;
        var quick = (await run.Screenings.ClaimAsync(run.Id, 0, Long, "quick"))!;
        Assert.True(quick.Token > slow.Token);
        Assert.Null(await run.Screenings.ClaimAsync(run.Id, 0, Long, "third"));

        Assert.False(await run.Screenings.RenewAsync(slow, Long));
        Assert.False(await run.Screenings.FinishAsync(slow, Judged(slow, Outcome.Triggered)));
        Assert.Equal(0, await run.Screenings.GiveBackAsync(slow, fault: true));
        Assert.Empty(await run.LinesAsync());

        Assert.True(await run.Screenings.RenewAsync(quick, Long));
        Assert.True(await run.Screenings.FinishAsync(quick, Judged(quick, Outcome.NotTriggered)));
        Assert.False(await run.Screenings.FinishAsync(quick, Judged(quick, Outcome.NotTriggered)));
        Assert.All(await run.LinesAsync(), l => Assert.Contains("not_triggered", l, StringComparison.Ordinal));
        Assert.Equal(3, (await run.LinesAsync()).Count);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_slow_worker_whose_shard_nobody_took_may_still_finish_it(StoreKind kind)
    {
        await using var run = await Run.StartAsync(kind, facilities: 2, shardSize: 2);
        var slow = (await run.Screenings.ClaimAsync(run.Id, 0, TimeSpan.Zero, "slow"))!;

        Assert.True(await run.Screenings.FinishAsync(slow, Judged(slow, Outcome.Triggered)));
        Assert.Null(await run.Screenings.ClaimAsync(run.Id, 0, Long, "late"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Of_many_who_claim_a_shard_at_once_one_gets_it_and_of_many_who_close_a_run_one_does(StoreKind kind)
    {
        await using var run = await Run.StartAsync(kind, facilities: 4, shardSize: 4);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => run.Screenings.ClaimAsync(run.Id, 0, Long, $"worker {i}"))));
        var claim = Assert.Single(claims, c => c is not null)!;
        Assert.False(await run.Screenings.CloseAsync(run.Id));
        Assert.True(await run.Screenings.FinishAsync(claim, Judged(claim, Outcome.Undetermined)));
        var closed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => run.Screenings.CloseAsync(run.Id))));

        Assert.Single(closed, c => c);
        Assert.Single(await new JournalStore(run.Store).ReadAsync($"screening/{run.Id}", null, 100), l => l.Act == "screening.finish");
        var head = (await run.Screenings.FindAsync(run.Id))!;
        Assert.Equal((ScreeningState.Finished, 4), (head.State, head.Counts!.Facilities[Outcome.Undetermined]));
        Assert.True(head.Releasable);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_run_with_an_error_is_finished_and_never_released(StoreKind kind)
    {
        await using var run = await Run.StartAsync(kind, facilities: 2, shardSize: 1);
        foreach (var (shard, outcome) in new[] { Outcome.Triggered, Outcome.Error }.Index())
        {
            var claim = (await run.Screenings.ClaimAsync(run.Id, shard, Long, "worker"))!;
            Assert.True(await run.Screenings.FinishAsync(claim, Judged(claim, outcome)));
        }

        Assert.True(await run.Screenings.CloseAsync(run.Id));
        var head = (await run.Screenings.FindAsync(run.Id))!;
        Assert.Equal(ScreeningState.Finished, head.State);
        Assert.NotNull(head.ResultHash);
        Assert.False(head.Releasable);
        Assert.Contains("1", head.WhyNotReleasable!.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_judged_when_a_run_is_called_off_is_thrown_away(StoreKind kind)
    {
        await using var run = await Run.StartAsync(kind, facilities: 2, shardSize: 1);
        var claim = (await run.Screenings.ClaimAsync(run.Id, 0, Long, "worker"))!;

        await run.Screenings.CancelAsync(run.Id, Officer.System, "test");

        Assert.False(await run.Screenings.RenewAsync(claim, Long));
        Assert.False(await run.Screenings.FinishAsync(claim, Judged(claim, Outcome.Triggered)));
        Assert.Null(await run.Screenings.ClaimAsync(run.Id, 1, Long, "worker"));
        Assert.Empty(await run.Screenings.TakeUpAsync(TimeSpan.Zero));
        Assert.Empty(await run.LinesAsync());
        Assert.Equal("illegal_transition", (await Assert.ThrowsAsync<RefusedActException>(() => run.Screenings.CancelAsync(run.Id, Officer.System, null))).Code);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_left_behind_is_taken_up_once_and_what_lives_is_left_alone(StoreKind kind)
    {
        await using var run = await Run.StartAsync(kind, facilities: 5, shardSize: 1);
        Assert.Empty(await run.Screenings.TakeUpAsync(Long));
        var alive = (await run.Screenings.ClaimAsync(run.Id, 0, Long, "alive"))!;
        await run.Screenings.ClaimAsync(run.Id, 1, TimeSpan.Zero, "dead");
        var stopped = (await run.Screenings.ClaimAsync(run.Id, 2, Long, "stopped"))!;
        await run.Screenings.GiveBackAsync(stopped, fault: false);

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => run.Screenings.TakeUpAsync(Long))));

        // The dead one's shard and the one given back; those that only wait for their turn are not told again.
        Assert.Equal([1, 2], taken.SelectMany(t => t).Select(t => t.Shard).Order());
        Assert.True(await run.Screenings.FinishAsync(alive, Judged(alive, Outcome.Triggered)));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_roster_is_drawn_up_once_in_ordinal_order_whoever_comes(StoreKind kind)
    {
        await using var run = await Run.StartAsync(kind, facilities: 0, shardSize: 2);
        RosterFacility[] roster = [.. new[] { "b", "B", "a", "甲", "10", "9" }.Select(Run.Facility)];

        var prepared = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => run.Screenings.PrepareAsync(run.Id, roster, 2))));

        Assert.Equal([0, 1, 2], Assert.Single(prepared, p => p.Count > 0).Select(p => p.Shard));
        Assert.Equal(["10", "9", "B", "a", "b", "甲"], (await run.Screenings.RosterAsync(run.Id)).Select(p => p.Facility.Id.Value));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_occurrence_is_ordered_once(StoreKind kind)
    {
        await using var run = await Run.StartAsync(kind, facilities: 0, shardSize: 2);
        var orders = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            try
            {
                return (await run.Screenings.StartAsync(Run.Order with { Occurrence = "schedule/1/2025" }, Officer.System)).Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
            catch (RefusedActException e)
            {
                return e.Code;
            }
        })));

        Assert.Equal(5, orders.Count(o => o == "stale_version"));
    }

    private static Determination[] Judged(ShardClaim claim, Outcome outcome) =>
    [
        .. claim.Facilities.Select(f => new Determination(
            new FacilityRecord(f.Facility.Id, f.Facility.Name, new SourceRef("f.csv", null, 2)), 2024, [new RuleDetermination("rule", outcome) { Ground = "G1a" }])),
    ];

    private sealed class Run : IAsyncDisposable
    {
        private readonly TestDatabase _database;

        private Run(TestDatabase database, Store store) => (_database, Store, Screenings) = (database, store, new(store));

        internal static readonly ScreeningOrder Order = new(
            ScreeningKind.Manual, new("44"), 2024, new(2025, 1, 15), new DateTimeOffset(2025, 2, 1, 0, 0, 0, TimeSpan.Zero), [], new Dictionary<string, byte[]>(), CrossCheck.Sample);

        internal Store Store { get; }

        internal ScreeningStore Screenings { get; }

        internal long Id { get; private set; }

        internal static async Task<Run> StartAsync(StoreKind kind, int facilities, int shardSize)
        {
            TestDatabase database = kind == StoreKind.Sqlite ? new SqliteTestDatabase() : new PostgresTestDatabase();
            var run = new Run(database, await Store.OpenAsync(await database.AddressAsync(), new FakeTimeProvider()));
            run.Id = (await run.Screenings.StartAsync(Order, Officer.System)).Id;
            if (facilities > 0) await run.Screenings.PrepareAsync(run.Id, [.. Enumerable.Range(0, facilities).Select(i => Facility($"F{i}"))], shardSize);
            return run;
        }

        internal static RosterFacility Facility(string id) => new(new(id), $"{id}厂", new("440103"), [], Carried: false);

        internal async Task<IReadOnlyList<string>> LinesAsync() => await Screenings.ReadLinesAsync(Id, new ScreenedFilter()).ToListAsync();

        public ValueTask DisposeAsync() => _database.DisposeAsync();
    }
}
