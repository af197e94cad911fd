using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Imports;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Imports;
using Hangfire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

/// <summary>Data that comes in, what was found in it, and what was decided about it.</summary>
internal static partial class ImportsApi
{
    internal static void MapImports(this IEndpointRouteBuilder api)
    {
        api.MapPost("/imports", UploadAsync).Needs(Permission.ImportData, Target.Scoped).TakesForm(UploadForm.Known)
            .WithSummary("Takes a data set in: files (CSV, Excel) with year, map, region, mode (adds, replaces) and label; it is read as background work.");
        api.MapPush();
        api.MapGet("/imports", ListAsync).Needs(Permission.ReadEnterprises, Target.Scoped)
            .WithSummary("Imports of the regions within reach, the newest first; only in one state when asked.");
        api.MapGet("/imports/{import}", ShowAsync).Needs(Permission.ReadEnterprises, Target.Import)
            .WithSummary("An import with its progress, files, counts of findings and acts.");
        api.MapGet("/imports/{import}/findings", FindingsAsync).Needs(Permission.ReadEnterprises, Target.Import)
            .WithSummary("What was found in an import: by severity or code, in pages; as CSV whole with format=csv.");
        api.MapGet("/imports/{import}/sources/{sha256}", SourceAsync).Needs(Permission.ReadEnterprises, Target.Import)
            .WithSummary("A file of an import, byte for byte as it came.");
        api.MapPost("/imports/{import}/accept", AcceptAsync).Needs(Permission.SettleImports, Target.Import)
            .WithSummary("Accepts the errors of a waiting import, all or some: when none is left its facts hold without the refused rows.");
        api.MapPost("/imports/{import}/refuse", RefuseAsync).Needs(Permission.SettleImports, Target.Import)
            .WithSummary("Refuses a waiting import: its facts never hold.");
        api.MapPost("/imports/{import}/undo", UndoAsync).Needs(Permission.SettleImports, Target.Import)
            .WithSummary("Undoes an effective import: what it superseded holds again; what was known before can still be asked for.");
        api.MapPost("/imports/{import}/cancel", CancelAsync).Needs(Permission.ImportData, Target.Import)
            .WithSummary("Takes back an import that is not read yet, or being read.");
        api.MapMaps();
    }

    private static async Task<Results<Accepted<HandedIn>, Ok<HandedIn>>> UploadAsync(
        HttpRequest request, Actor actor, ImportDesk desk, MapShelf maps, ImportStore imports, IBackgroundJobClient jobs, CancellationToken ct)
    {
        var form = await UploadForm.ReadAsync(request, desk, ct);
        var (region, reach) = await ActorReach.OfAsync(actor, form.Region, imports, ct);
        if (form is { Map: not null, Year: null })
            throw new RefusedActException("year_required", new("使用列映射时须指明数据年度（year）。", "Say the year when a column map is used."));
        var given = await desk.HandInAsync(
            new NewImport(region, form.Mode, actor.Officer, reach, form.Files)
            {
                Year = form.Year, Label = form.Label, Map = form.Map is { } map ? await maps.KeepAsync(map, ct) : null,
            },
            ct);
        return await TakenInAsync(given, imports, jobs, ct);
    }

    private static async Task<Results<Accepted<HandedIn>, Ok<HandedIn>>> TakenInAsync(GivenImport given, ImportStore imports, IBackgroundJobClient jobs, CancellationToken ct)
    {
        var import = (await imports.FindAsync(given.Import, ct))!;
        var answer = new HandedIn(given.Import, given.Already, ListedImport.StateOf(import.State));
        if (given.Already) return TypedResults.Ok(answer);
        jobs.Enqueue<ImportJob>(j => j.RunAsync(given.Import, CancellationToken.None));
        return TypedResults.Accepted(FormattableString.Invariant($"/api/v1/imports/{given.Import}"), answer);
    }

    private static async Task<Ok<ShownImport>> AcceptAsync(long import, FindingsAcceptance body, Actor actor, ImportStore imports, CancellationToken ct)
    {
        await imports.AcceptAsync(import, body.Findings, actor.Officer, body.Reason ?? "", body.Version, ct);
        return await ShowAsync(import, imports, ct);
    }

    private static async Task<Ok<ShownImport>> RefuseAsync(long import, ImportDecision body, Actor actor, ImportStore imports, CancellationToken ct)
    {
        await imports.RefuseAsync(import, actor.Officer, body.Reason ?? "", body.Version, ct);
        return await ShowAsync(import, imports, ct);
    }

    private static async Task<Ok<ShownImport>> UndoAsync(long import, ImportDecision body, Actor actor, ImportStore imports, CancellationToken ct)
    {
        await imports.UndoAsync(import, actor.Officer, body.Reason ?? "", body.Version, ct);
        return await ShowAsync(import, imports, ct);
    }

    private static async Task<Ok<ShownImport>> CancelAsync(long import, ImportDecision body, Actor actor, ImportStore imports, CancellationToken ct)
    {
        await imports.CancelAsync(import, actor.Officer, body.Reason, ct);
        return await ShowAsync(import, imports, ct);
    }

    private static async Task<Ok<ShownImport>> ShowAsync(long import, ImportStore imports, CancellationToken ct) =>
        TypedResults.Ok(ShownImport.Of((await imports.ViewAsync(import, ct))!));
}
