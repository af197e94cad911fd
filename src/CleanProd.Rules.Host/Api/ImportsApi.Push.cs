using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Imports;
using CleanProd.Rules.Storage.Imports;
using Hangfire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CleanProd.Rules.Host.Api;

// What monitoring platforms and other machines send by themselves.
internal static partial class ImportsApi
{
    private static void MapPush(this IEndpointRouteBuilder api) =>
        api.MapPost("/push/{table}", PushAsync).Needs(Permission.ImportData, Target.Scoped).TakesRows()
            .WithSummary("Takes rows of one table from a machine, as JSON or CSV; the same key and content again are the same import and tell where it stands.");

    private static async Task<Results<Accepted<HandedIn>, Ok<HandedIn>>> PushAsync(
        string table, string? region, [FromHeader(Name = PushedRows.KeyHeader)] string? key, HttpRequest request, Actor actor, ImportDesk desk, ImportStore imports,
        IBackgroundJobClient jobs, CancellationToken ct)
    {
        var (place, reach) = await ActorReach.OfAsync(actor, region is null ? null : RegionCode.Of(region), imports, ct);
        var rows = await PushedRows.ReadAsync(table, key, place, request, ct);
        using var bytes = new MemoryStream(rows.Body, writable: false);
        var file = await desk.KeepAsync(rows.Name, bytes, ct);
        var given = await desk.HandInAsync(new NewImport(place, ImportMode.Adds, actor.Officer, reach, [file]) { Push = rows.Key }, ct);
        return await TakenInAsync(given, imports, jobs, ct);
    }
}
