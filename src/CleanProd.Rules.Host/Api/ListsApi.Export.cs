using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Lists;
using CleanProd.Rules.Storage.Screenings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

// The candidates behind a list as files.
internal static partial class ListsApi
{
    private static void MapListExport(this IEndpointRouteBuilder api) =>
        api.MapGet("/lists/{list}/export", ExportAsync).Needs(Permission.ReadLists, Target.List)
            .WithSummary("The candidates of the screening behind a list, cut to the own region; format xlsx, csv or json, language zh-CN or en.");

    private static async Task<FileContentHttpResult> ExportAsync(
        string list, string? format, string? language, Actor actor, ListStore lists, ScreeningStore screenings, RunWorkbook workbooks, CancellationToken ct)
    {
        var stored = await lists.ReadAsync(Number(list), ct);
        if (stored.Basis.RunId is not { } number) throw new RefusedActException("no_screening", new("该名单不是由筛查形成的。", "No screening stands behind the list."));
        var run = (await screenings.FindAsync(number, ct))!;
        var (reach, words) = (Within(actor, stored), LanguageOf(language));
        return format switch
        {
            null or "xlsx" => TypedResults.File(await workbooks.WriteAsync(run, reach, words, ct), RunWorkbook.MediaType, $"list-{stored.Id}.xlsx"),
            "csv" => TypedResults.File(Bytes(await workbooks.ListAsync(run, reach, ct), (all, to) => CandidateExport.WriteCsv(all, words, to)), "text/csv; charset=utf-8", $"list-{stored.Id}.csv"),
            "json" => TypedResults.File(Bytes(await workbooks.ListAsync(run, reach, ct), CandidateExport.WriteJson), "application/json", $"list-{stored.Id}.json"),
            _ => throw new FormatException($"format={format}: xlsx / csv / json"),
        };
    }

    // Whole before the answer begins: an error must not come in its middle.
    private static byte[] Bytes(CandidateList list, Action<CandidateList, Stream> write)
    {
        using var bytes = new MemoryStream();
        write(list, bytes);
        return bytes.ToArray();
    }

    // A run may cover more than the list's jurisdiction.
    private static Storage.Reach Within(Actor actor, StoredList list)
    {
        var jurisdiction = list.List.Head.Jurisdiction;
        return actor.Scope.Reach.Covers(jurisdiction) ? new([jurisdiction], [])
            : actor.Scope.Reach with { Regions = [.. actor.Scope.Regions.Where(jurisdiction.Covers)] };
    }

    internal static DocumentLanguage LanguageOf(string? language) => language switch
    {
        null or "zh-CN" => DocumentLanguage.Chinese,
        "en" => DocumentLanguage.English,
        _ => throw new FormatException($"language={language}: zh-CN / en"),
    };
}
