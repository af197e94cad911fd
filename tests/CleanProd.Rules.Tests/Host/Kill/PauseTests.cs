using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Journal;
using CleanProd.Rules.Storage.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using CleanProd.Rules.Tests.Storage;

namespace CleanProd.Rules.Tests.Host.Kill;

/// <summary>Work that stands still or takes longer than every lease and time-out has its effect once.</summary>
public class PauseTests
{
    // The whole sample in one piece.
    private static readonly (string, string)[] OneShard = [("CLEANPROD_ShardSize", "1000")];

    [Fact]
    public async Task A_host_that_stands_still_with_a_piece_in_hand_finds_it_done_by_another_and_writes_nothing()
    {
        await using var ground = await KillGround.MakeAsync(StoreKind.Postgres, 2, OneShard);
        using var bureau = await Bureau.OpenAsync(ground);
        await using var held = await HoldFactsAsync(ground);
        var run = await bureau.ScreenAsync();
        var first = await WorkerAsync(ground, run);
        ground.Hosts.Single(h => h.Worker == first).Freeze();
        string? second = null;
        await ground.WaitAsync(async () => (second = await WorkerAsync(ground, run)) != first, "another worker");
        await held.DisposeAsync();
        await ground.EndAsync(run);

        ground.Hosts.Single(h => h.Worker == first).Thaw();
        await Task.Delay(KillGround.Lease * 2);

        Assert.Equal(ground.Hosts.Single(h => h.Worker != first).Worker, second);
        Assert.Empty((await ground.TracesAsync([run])).Faults());
        Assert.True(await ground.TokenAsync(run) >= 2);
    }

    [Fact]
    public async Task A_piece_that_takes_longer_than_lease_and_time_out_stays_with_its_worker()
    {
        await using var ground = await KillGround.MakeAsync(StoreKind.Postgres, 2, OneShard);
        using var bureau = await Bureau.OpenAsync(ground);
        await using var held = await HoldFactsAsync(ground);
        var run = await bureau.ScreenAsync();
        var worker = await WorkerAsync(ground, run);

        await Task.Delay(KillGround.Lease * 4);

        Assert.Equal((worker, 1L), (await WorkerAsync(ground, run), await ground.TokenAsync(run)));
        await held.DisposeAsync();
        await ground.EndAsync(run);
        Assert.Empty((await ground.TracesAsync([run])).Faults());
        Assert.Equal(1, await ground.TokenAsync(run));
    }

    [Fact]
    public async Task A_host_that_stands_still_in_the_middle_of_an_act_holds_nobody_up_and_what_it_began_is_not_kept()
    {
        await using var database = new PostgresTestDatabase();
        var address = await database.AddressAsync();
        var other = await Store.OpenAsync(address, TimeProvider.System);
        var still = await Store.OpenAsync(address.LettingGo(TimeSpan.FromSeconds(1)), TimeProvider.System);
        var (within, wake) = (new TaskCompletionSource(), new TaskCompletionSource());
        var sleeping = still.WriteAsync(async session =>
        {
            session.Record(Officer.System, "test.act", "test/still", "{}");
            // What every act needs in the end.
            await session.LockAsync("journal");
            within.TrySetResult();
            await wake.Task;
        });
        await within.Task;

        await ActAsync(other, "test/other");
        wake.SetResult();
        var error = await Xunit.Record.ExceptionAsync(() => sleeping);

        Assert.True(error is not null && Store.IsUnreachable(error), error?.ToString());
        var journal = new JournalStore(other);
        Assert.Single(await journal.ReadAsync("test/other", null, 10));
        Assert.Empty(await journal.ReadAsync("test/still", null, 10));
        await ActAsync(still, "test/still");
        Assert.Single(await journal.ReadAsync("test/still", null, 10));

        static Task ActAsync(Store store, string subject) => store.WriteAsync(session =>
        {
            session.Record(Officer.System, "test.act", subject, "{}");
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task While_the_database_is_away_the_answer_says_so_and_afterwards_all_goes_on()
    {
        await using var ground = await KillGround.MakeAsync(StoreKind.Postgres, 1);
        using var bureau = await Bureau.OpenAsync(ground);
        using var stranger = new HttpClient { BaseAddress = ground.Hosts[0].Address };

        ground.KillServer();
        Assert.Equal((503, "store_unavailable"), await stranger.GetAsync("/api/v1/public/lists").ProblemAsync());
        Assert.Equal((503, "store_unavailable"), await stranger.PostAsync("/api/v1/login", new { user_name = "officer", password = "wrong" }).ProblemAsync());

        await ground.StartServerAsync();
        var run = await bureau.ScreenAsync();
        await ground.EndAsync(run);
        Assert.Empty((await ground.TracesAsync([run])).Faults());
    }

    // Whoever judges waits for the facts as long as this is held; rosters do not need them.
    private static async Task<IAsyncDisposable> HoldFactsAsync(KillGround ground)
    {
        var connection = await ground.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN; LOCK TABLE outlets IN ACCESS EXCLUSIVE MODE";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private static async Task<string> WorkerAsync(KillGround ground, long run)
    {
        string? worker = null;
        await ground.WaitAsync(
            async () =>
            {
                var progress = await ground.Screenings.ProgressAsync(run);
                Assert.NotEqual(ScreeningState.Failed, progress!.State);
                return (worker = progress.Workers.SingleOrDefault()) is not null;
            },
            "a worker");
        return worker!;
    }
}
