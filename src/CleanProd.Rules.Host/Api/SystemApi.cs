using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Host.Upkeep;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

/// <summary>The system itself: how it stands, what it is, its backups and settings.</summary>
internal static class SystemApi
{
    internal static void MapSystem(this IEndpointRouteBuilder api)
    {
        var system = api.MapGroup("/system");
        system.MapGet("/health", HealthAsync).Needs(Permission.ManageSystem, Target.System).WithSummary("How the system stands, with everything that needs attention.");
        system.MapGet("/about", About).Needs(Permission.ManageSystem, Target.System).WithSummary("Version, rule packs and reference data that came with the program, with their hashes.");
        system.MapGet("/settings", Settings).Needs(Permission.ManageSystem, Target.System).WithSummary("All settings of this process; secrets are not shown.");
        system.MapGet("/backups", Backups).Needs(Permission.ManageSystem, Target.System).WithSummary("Backups in the configured folder, the newest first.");
        system.MapPost("/backups", BackupAsync).Needs(Permission.ManageSystem, Target.System).WithSummary("Orders a backup; it is written in the background.");
    }

    /// <summary>What the program is.</summary>
    internal sealed record AboutProgram(string Version, string Runtime, IReadOnlyList<ShippedPack> Packs, IReadOnlyDictionary<string, string> Reference);

    /// <summary>A rule pack that came with the program.</summary>
    internal sealed record ShippedPack(string Id, string Sha256, Facts.Wording Title);

    /// <summary>A backup that was ordered.</summary>
    internal sealed record OrderedBackup(string Name);

    private static async Task<Ok<HealthReport>> HealthAsync(SystemHealth health, CancellationToken ct) => TypedResults.Ok(await health.LookAsync(ct));

    private static Ok<AboutProgram> About() => TypedResults.Ok(new AboutProgram(
        Upkeep.About.Version, System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription,
        [.. ShippedFiles.Packs(null).Packs.Select(p => new ShippedPack(p.Id, p.Sha256, new(p.Title.Zh, p.Title.En)))], ShippedFiles.Reference().Hashes));

    private static Ok<IReadOnlyList<ShownSetting>> Settings(ServiceOptions options) => TypedResults.Ok(ShownSettings.Of(options));

    private static Ok<Page<BackupLine>> Backups(Backups backups, int? limit) =>
        TypedResults.Ok(new Page<BackupLine>([.. backups.List().Take(Page<BackupLine>.Limit(limit))], null));

    private static async Task<Accepted<OrderedBackup>> BackupAsync(Backups backups, Actor actor, CancellationToken ct) =>
        TypedResults.Accepted("/api/v1/system/backups", new OrderedBackup(await backups.OrderAsync(actor.Officer, ct)));
}
