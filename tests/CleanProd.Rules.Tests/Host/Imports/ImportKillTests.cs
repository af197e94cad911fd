using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Host.Imports;
using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Imports;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Faults;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Imports;

/// <summary>Readers that are killed, paused, doubled or cancelled.</summary>
public class ImportKillTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_import_read_by_many_at_once_has_its_effect_once(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, configure: o => o.Worker = false);
        var import = await HandInAsync(service);
        var job = service.Services.GetRequiredService<ImportJob>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => job.RunAsync(import, CancellationToken.None)));
        await job.RunAsync(import, CancellationToken.None);
        await AssertOnceAsync(service, import);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_lost_the_lease_writes_nothing_and_the_next_one_everything(StoreKind kind)
    {
        // The service itself looks for what was left behind, too: here the test does, and must not find it taken.
        await using var service = await TestService.StartAsync(
            kind, configure: o => o.Worker = false, more: s => s.Remove(s.Single(d => d.ImplementationType == typeof(Supervisor))));
        var imports = service.Services.GetRequiredService<ImportStore>();
        var import = await HandInAsync(service);
        var paused = await imports.TakeAsync(import, "paused", TimeSpan.Zero);
        Assert.Equal(1, paused!.Attempt);
        Assert.Null(await imports.TakeAsync(import, "too early", Lease));
        await Task.Delay(20);

        Assert.Equal([import], await imports.LeftBehindAsync(Lease));
        Assert.Empty(await imports.LeftBehindAsync(Lease));
        Assert.False(await imports.RenewAsync(import, "paused", Lease, new ImportProgress("a.csv", 1)));
        Assert.False(await imports.FinishAsync(import, "paused", new ImportResult(new([], new HashSet<string>()), [], [])));
        Assert.False(await imports.FailAsync(import, "paused", new("", "")));
        await service.Services.GetRequiredService<ImportJob>().RunAsync(import, CancellationToken.None);
        Assert.False(await imports.FinishAsync(import, "paused", new ImportResult(new([], new HashSet<string>()), [], [])));
        await AssertOnceAsync(service, import);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_reader_that_is_gone_is_found_and_another_one_woken(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var imports = service.Services.GetRequiredService<ImportStore>();
        var officer = await service.AsAsync(Role.Officer, "4401");
        var import = await HandInAsync(service);
        Assert.NotNull(await imports.TakeAsync(import, "gone", TimeSpan.Zero));
        Assert.Equal("effective", (await officer.ReadAsync(import)).State());
        Assert.Contains(service.Services.GetServices<IUnfinishedWork>(), w => w is UnfinishedImports);
        await AssertOnceAsync(service, import);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_cancelled_import_leaves_nothing_even_where_it_was_read_already(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, configure: o => o.Worker = false);
        var imports = service.Services.GetRequiredService<ImportStore>();
        var officer = await service.AsAsync(Role.Officer, "4401");
        var import = await HandInAsync(service);
        var work = await imports.TakeAsync(import, "reader", Lease);
        Assert.Equal("reading", (await officer.GetAsync($"/api/v1/imports/{import}").JsonAsync()).State());
        Assert.Equal("cancelled", (await officer.PostAsync($"/api/v1/imports/{import}/cancel", new { reason = "选错文件" }).JsonAsync()).State());
        Assert.False(await imports.RenewAsync(work!.Import, "reader", Lease, null));
        var refused = await Assert.ThrowsAsync<RefusedActException>(() => imports.FinishAsync(import, "reader", new ImportResult(new([], new HashSet<string>()), [], [])));
        Assert.Equal("illegal_transition", refused.Code);
        Assert.Equal((409, "illegal_transition"), await officer.PostAsync($"/api/v1/imports/{import}/cancel", new { }).ProblemAsync());
        Assert.Equal(0L, await service.Database.AskAsync<long>("SELECT count(*) FROM facilities"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_import_that_fails_while_it_is_looked_at_is_shown_before_or_after_and_never_without_its_reason(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(
            kind, configure: o => o.Worker = false, more: s => s.Remove(s.Single(d => d.ImplementationType == typeof(Supervisor))));
        var imports = service.Services.GetRequiredService<ImportStore>();
        await DatabaseFaults.ReadyAsync();
        for (var n = 1; ; n++)
        {
            var import = await HandInAsync(service, DataSets.Energy((DataSets.Liwan, $"{n}")));
            await imports.TakeAsync(import, "reader", Lease);
            using var plan = DatabaseFaults.Before(service.Store.Address, n, () => Task.Run(() => imports.FailAsync(import, "reader", new("坏", "bad"))).Wait());
            var view = (await imports.ViewAsync(import))!;
            if (!plan.Came)
            {
                Assert.True(n > 5, $"{n}");
                return;
            }

            var failed = view.Import.State == ImportState.Failed;
            Assert.Equal((failed, failed), (view.Failure is not null, view.Acts.Any(a => a.Act == ImportActKind.Failed)));
        }
    }

    private static async Task<long> HandInAsync(TestService service, string? content = null)
    {
        var desk = service.Services.GetRequiredService<ImportDesk>();
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content ?? DataSets.Facilities));
        var file = await desk.KeepAsync("facilities.csv", bytes, CancellationToken.None);
        var region = new RegionCode("4401");
        return (await desk.HandInAsync(new NewImport(region, ImportMode.Adds, Officer.System, ImportReach.Of(region), [file]), CancellationToken.None)).Import;
    }

    private static async Task AssertOnceAsync(TestService service, long import)
    {
        Assert.Equal(2L, await service.Database.AskAsync<long>("SELECT count(*) FROM facilities"));
        Assert.Equal(2L, await service.Database.AskAsync<long>("SELECT count(*) FROM import_acts"));
        Assert.Equal(ImportState.Effective, (await service.Services.GetRequiredService<ImportStore>().FindAsync(import))!.State);
    }
}
