using System.Text;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Screenings;
using CleanProd.Rules.Tests.Host.Lists;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Screenings;

/// <summary>What a worker of this process holds stays its own; what a dead one held is free when the only process of a store begins.</summary>
public class LeaseTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_supervisor_that_comes_late_takes_nothing_away_from_who_works_already(StoreKind kind)
    {
        var late = new Latecomer();
        await using var service = await TestService.StartAsync(
            kind, InventedRun.In2025, o => (o.Worker, o.Supervise) = (false, TimeSpan.FromMilliseconds(20)), s => s.Insert(0, ServiceDescriptor.Singleton<IUnfinishedWork>(late)));
        var screenings = service.Services.GetRequiredService<ScreeningStore>();
        var mill = InventedRun.Paper(InventedRun.Over);
        var claim = await ClaimedAsync(service, mill);
        late.Door.SetResult();
        await late.SecondRound.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.True(await screenings.FinishAsync(claim, [mill]));
    }

    [Fact]
    public async Task What_a_dead_process_held_of_an_embedded_store_is_free_at_once()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite, InventedRun.In2025, o => o.Worker = false);
        var mill = InventedRun.Paper(InventedRun.Over);
        var claim = await ClaimedAsync(service, mill);
        await using var next = await service.RestartAsync();
        var screenings = next.Services.GetRequiredService<ScreeningStore>();
        // The restarted host works: it judges the shard long before the dead one's lease of an hour ends.
        Assert.False(await screenings.RenewAsync(claim, TimeSpan.FromHours(1)));
    }

    /// <summary>A screening of one enterprise, whose only shard is held for an hour.</summary>
    private static async Task<ShardClaim> ClaimedAsync(TestService service, Determination of)
    {
        var (screenings, books) = (service.Services.GetRequiredService<ScreeningStore>(), service.Services.GetRequiredService<CleanProd.Rules.Host.Screenings.LawBooks>());
        var packs = PackSelection.On([.. books.Shipped.Where(p => p.Jurisdiction == "CN")], new(2025, 3, 3));
        var run = await screenings.StartAsync(
            new ScreeningOrder(
                ScreeningKind.Manual, new("44"), 2024, new(2025, 3, 3), service.Clock.GetUtcNow(),
                [.. packs.Select(p => (p.Name, Encoding.UTF8.GetBytes(File.ReadAllText(p.FileName))))], books.ReferenceFiles, CrossCheck.Sample),
            Officer.System);
        await screenings.PrepareAsync(run.Id, [new RosterFacility(of.Facility.Id, of.Facility.Name, new(of.Facility.Region!), [], false)], 1000);
        return await screenings.ClaimAsync(run.Id, 0, TimeSpan.FromHours(1), "test") ?? throw new InvalidOperationException("nobody else works here");
    }

    /// <summary>Holds the first round of care up until the door is opened, and tells when the second begins.</summary>
    private sealed class Latecomer : IUnfinishedWork
    {
        private int _rounds;

        internal TaskCompletionSource Door { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal TaskCompletionSource SecondRound { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task ResumeAsync(CancellationToken ct)
        {
            if (++_rounds == 1) await Door.Task.WaitAsync(ct);
            if (_rounds == 2) SecondRound.TrySetResult();
        }
    }
}
