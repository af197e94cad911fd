using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Imports;
using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Host.Imports;

/// <summary>What the command line orders.</summary>
/// <param name="Data">Folder or file of the data set.</param>
/// <param name="Map">Column map: a file, or its name in the service.</param>
/// <param name="Year">The year it is for, where a column map asks for one.</param>
/// <param name="Account">Name of the account that imports; null for the system.</param>
/// <param name="Region">The jurisdiction that gives the data.</param>
/// <param name="Mode">What it does to the facts known before it.</param>
/// <param name="Label">What people call it.</param>
internal sealed record StoreImportOrder(string Data, string? Map, int? Year, string? Account, RegionCode? Region, ImportMode Mode, string? Label);

/// <summary>Imports without a service: the same stage, with nobody to wake a worker.</summary>
internal sealed class StoreImport(Store store, ServiceOptions options) : IAsyncDisposable
{
    private const int ErrorsShown = 20;

    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    private readonly ServiceProvider _stage = Stage(store, options);

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    /// <summary>Hands the data set in and reads it; the earlier import where the same was handed in before.</summary>
    internal async Task<(GivenImport Given, ImportView View, IReadOnlyList<NumberedFinding> Errors)> RunAsync(
        StoreImportOrder order, IReadOnlyList<SourceFile> files, CancellationToken ct)
    {
        var (desk, imports) = (_stage.GetRequiredService<ImportDesk>(), _stage.GetRequiredService<ImportStore>());
        var (by, region, reach) = await ReachAsync(order, imports, ct);
        var map = order.Map is { } name ? await MapAsync(name, ct) : null;
        var kept = new List<GivenFile>();
        foreach (var file in files)
        {
            await using var content = file.Open();
            kept.Add(await desk.KeepAsync(file.Name, content, ct));
        }

        var given = await desk.HandInAsync(new NewImport(region, order.Mode, by, reach, kept) { Year = order.Year, Label = order.Label, Map = map }, ct);
        var stages = new Stages();
        var view = await stages.RunAsync("import", report => ReadAsync(given, by, imports, report, ct));
        return (given, view, await imports.FindingsAsync(given.Import, new(FindingSeverity.Error, null, -1, ErrorsShown), ct));
    }

    private async Task<(Officer By, RegionCode Region, ImportReach Reach)> ReachAsync(StoreImportOrder order, ImportStore imports, CancellationToken ct)
    {
        if (order.Account is not { } name)
        {
            var place = order.Region ?? RegionCode.Nation;
            return (Officer.System with { Region = place }, place, ImportReach.Of(place));
        }

        if (await new AccountStore(store).FindByNameAsync(name, ct) is not { } found) throw new BadInputException($"没有可用的账号“{name}”。 There is no such account, or it is shut out.");
        var grants = found.Grants.Where(g => g.Role.Has(Permission.ImportData)).OrderBy(g => g.Region.Length).ToArray();
        if (grants.Length == 0) throw new BadInputException($"账号“{name}”没有导入数据的角色。 The account has no role that imports data.");
        var actor = new Actor(found.Account.Id, found.Account.DisplayName, found.Grants, grants[0], Gatekeeper.ScopeOf(grants));
        var (region, reach) = await ActorReach.OfAsync(actor, order.Region, imports, ct);
        return (actor.Officer, region, reach);
    }

    private async Task<GivenFile> MapAsync(string given, CancellationToken ct)
    {
        var shelf = _stage.GetRequiredService<MapShelf>();
        if (ShippedFiles.MapText(given) is not { } text) return await shelf.KeepAsync(given, ct);
        ColumnMapReader.Read(text, given);
        return await shelf.KeepTextAsync(Path.GetFileNameWithoutExtension(given), text, ct);
    }

    // What an earlier call was killed over, or a service reads at this moment, is waited for, and taken up when nobody reads it any more.
    private async Task<ImportView> ReadAsync(GivenImport given, Officer by, ImportStore imports, Action<string> report, CancellationToken ct)
    {
        var job = _stage.GetRequiredService<ImportJob>();
        try
        {
            while (true)
            {
                var reading = job.RunAsync(given.Import, ct);
                while (await Task.WhenAny(reading, Task.Delay(Pulse, ct)) != reading)
                    if ((await imports.ViewAsync(given.Import, ct))?.Progress is { } progress) report($"{progress.File} {progress.Rows:N0}");
                await reading;
                var view = (await imports.ViewAsync(given.Import, ct))!;
                if (view.Import.State != ImportState.Queued) return view;
                await Task.Delay(Pulse, ct);
                foreach (var left in await imports.LeftBehindAsync(options.Lease, ct))
                    if (left != given.Import) await job.RunAsync(left, ct);
            }
        }
        catch (OperationCanceledException) when (!given.Already)
        {
            await CancelAsync(given.Import, by, imports);
            throw;
        }
    }

    private static async Task CancelAsync(long import, Officer by, ImportStore imports)
    {
        try
        {
            await imports.CancelAsync(import, by, "命令被中断", CancellationToken.None);
        }
        catch (RefusedActException e) when (e.Code == "illegal_transition")
        {
            // It was read just before.
        }
    }

    private static ServiceProvider Stage(Store store, ServiceOptions options)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(options);
        services.AddSingleton(store);
        services.AddImports();
        return services.BuildServiceProvider();
    }
}
