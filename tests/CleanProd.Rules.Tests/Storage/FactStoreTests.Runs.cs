using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage;
using Xunit;

namespace CleanProd.Rules.Tests.Storage;

public abstract partial class FactStoreTests
{
    [Fact]
    public async Task A_run_keeps_what_it_was_run_with_and_its_determinations_in_the_order_they_were_appended()
    {
        await using var store = await database.OpenAsync();
        var start = await StartAsync(store);
        StoredDetermination[] lines =
        [
            .. Enum.GetValues<Outcome>().Select((o, i) => new StoredDetermination(new FacilityId($"F{9 - i}"), o, $$"""{"facility_id":"F{{9 - i}}","值":"0.10"}""")),
        ];

        var run = await store.StartRunAsync(start);
        await store.AppendDeterminationsAsync(run, lines[..2]);
        await store.AppendDeterminationsAsync(run, lines[2..]);
        Assert.Equal(RunState.Running, (await store.FindRunAsync(run))!.State);
        await store.FinishRunAsync(run, "abc");

        var stored = (await store.FindRunAsync(run))!;
        Assert.Equal((RunState.Finished, "abc"), (stored.State, stored.ResultHash));
        Assert.Equal(start.Packs, stored.Start.Packs);
        Assert.Equal(start, stored.Start with { Packs = start.Packs });
        Assert.Equal(lines, await store.ReadDeterminationsAsync(run).ToListAsync());
    }

    [Fact]
    public async Task A_finished_run_takes_nothing_more()
    {
        await using var store = await database.OpenAsync();
        var run = await store.StartRunAsync(await StartAsync(store));
        await store.FinishRunAsync(run, "abc");

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => store.AppendDeterminationsAsync(run, [new StoredDetermination(new FacilityId("F"), Outcome.Triggered, "{}")]));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.FinishRunAsync(run, "def"));
        Assert.Equal("abc", (await store.FindRunAsync(run))!.ResultHash);
        Assert.Empty(await store.ReadDeterminationsAsync(run).ToListAsync());
    }

    [Fact]
    public async Task A_facility_is_determined_once_in_a_run_and_a_refused_batch_leaves_nothing()
    {
        await using var store = await database.OpenAsync();
        var run = await store.StartRunAsync(await StartAsync(store));
        var one = new StoredDetermination(new FacilityId("F"), Outcome.Triggered, "{}");
        await store.AppendDeterminationsAsync(run, [one]);

        await Assert.ThrowsAnyAsync<Exception>(
            () => store.AppendDeterminationsAsync(run, [one with { FacilityId = new FacilityId("G") }, one]));

        Assert.Equal([one], await store.ReadDeterminationsAsync(run).ToListAsync());
    }

    [Fact]
    public async Task A_run_that_is_not_there_is_said_so()
    {
        await using var store = await database.OpenAsync();

        Assert.Null(await store.FindRunAsync(7));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => store.FinishRunAsync(7, "abc"));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => store.AppendDeterminationsAsync(7, []));
    }

    [Fact]
    public async Task Determinations_may_be_appended_while_facilities_are_read()
    {
        await using var store = await database.OpenAsync();
        var facilities = new AnyFacts(3).Facilities(300);
        var import = await store.SaveImportAsync(Result(facilities), [], KnownAt);
        var run = await store.StartRunAsync(new RunStart(import, 2024, new DateOnly(2025, 1, 15), [], "r"));

        await foreach (var facility in store.ReadFacilitiesAsync(import))
            await store.AppendDeterminationsAsync(run, [new StoredDetermination(facility.Facility.Id, Outcome.NotTriggered, "{}")]);

        Assert.Equal(
            facilities.Select(f => f.Facility.Id),
            await store.ReadDeterminationsAsync(run).Select(d => d.FacilityId).ToListAsync());
    }

    private static async Task<RunStart> StartAsync(FactStore store) => new(
        await store.SaveImportAsync(Result([]), [], KnownAt), 2024, new DateOnly(2025, 1, 15), ["cn-measures-2016@aa", "gd@bb"], "ref");
}
