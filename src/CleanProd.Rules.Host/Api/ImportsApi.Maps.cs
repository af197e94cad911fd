using System.Net.Mime;
using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Host.Imports;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Imports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

internal static partial class ImportsApi
{
    private const int MostMapBytes = 1 << 20;

    private static void MapMaps(this IEndpointRouteBuilder api)
    {
        api.MapGet("/maps", ListMapsAsync).Needs(Permission.ReadRules, Target.Law)
            .WithSummary("Column maps: those that come with the program and those that bureaus saved.");
        api.MapGet("/maps/{name}", ShowMapAsync).Needs(Permission.ReadRules, Target.Law)
            .WithSummary("The text of a column map.");
        api.MapPut("/maps/{name}", SaveMapAsync).Needs(Permission.SettleImports, Target.Scoped).TakesBytes(MediaTypeNames.Application.Json)
            .WithSummary("Saves a bureau's own column map under a new version; region says whose it is where the officer acts for several.");
    }

    private static async Task<Ok<IReadOnlyList<ListedMap>>> ListMapsAsync(MapShelf maps, CancellationToken ct) => TypedResults.Ok(await maps.ListAsync(ct));

    private static async Task<ContentHttpResult> ShowMapAsync(string name, MapShelf maps, CancellationToken ct) =>
        TypedResults.Content(await maps.TextAsync(name, ct), MediaTypeNames.Application.Json, Encoding.UTF8);

    private static async Task<Ok<ListedMap>> SaveMapAsync(
        string name, string? region, HttpRequest request, Actor actor, MapShelf maps, CancellationToken ct)
    {
        if (request.ContentLength is null or > MostMapBytes) throw new BadInputException("列映射过大或长度未知。 The map is too large or its length is not said.");
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(ct);
        var place = region is not null ? RegionCode.Of(region) : actor.Scope.Regions is [var only] ? only
            : throw new RefusedActException("region_required", new("请指明列映射所属的辖区（region）。", "Say which region the map belongs to."));
        var kept = await maps.SaveAsync(name, text, place, r => actor.Scope.Regions.Any(s => s.Covers(r)), actor.Officer, ct);
        return TypedResults.Ok((await maps.ListAsync(ct)).Single(m => !m.Shipped && m.Name == kept.Name));
    }
}
