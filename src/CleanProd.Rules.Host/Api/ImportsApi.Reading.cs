using System.Globalization;
using System.Net.Mime;
using System.Text;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Host.Imports;
using CleanProd.Rules.Import;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Imports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

internal static partial class ImportsApi
{
    private const int Block = 2000;

    private static async Task<Ok<Page<ListedImport>>> ListAsync(
        Word<ImportState>? state, string? after, int? limit, Actor actor, ImportStore imports, CancellationToken ct)
    {
        var most = Page<ListedImport>.Limit(limit);
        var found = await imports.ListAsync(actor.Scope.Regions, state?.Value, after is null ? null : Number(after), most, ct);
        return TypedResults.Ok(new Page<ListedImport>(
            [.. found.Select(i => ListedImport.Of(i))], found.Count == most ? found[^1].Id.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static async Task<Results<Ok<Page<ShownFinding>>, PushStreamHttpResult>> FindingsAsync(
        long import, Word<FindingSeverity>? severity, string? code, string? after, int? limit, string? format, string? lang, HttpRequest request, ImportStore imports,
        CancellationToken ct)
    {
        var wanted = severity?.Value;
        if (format == "csv" || (format is null && request.Headers.Accept.ToString().Contains(MediaTypeNames.Text.Csv, StringComparison.OrdinalIgnoreCase)))
        {
            return TypedResults.Stream(
                to => WriteCsvAsync(import, wanted, code, lang ?? "zh-CN", imports, to, ct), MediaTypeNames.Text.Csv + "; charset=utf-8",
                FormattableString.Invariant($"findings-{import}.csv"));
        }

        var most = Page<ShownFinding>.Limit(limit);
        var found = await imports.FindingsAsync(import, new(wanted, code, after is null ? -1 : (int)Number(after), most), ct);
        return TypedResults.Ok(new Page<ShownFinding>(
            [.. found.Select(ShownFinding.Of)], found.Count == most ? found[^1].Number.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static async Task WriteCsvAsync(
        long import, FindingSeverity? severity, string? code, string language, ImportStore imports, Stream to, CancellationToken ct)
    {
        // With the mark by which spreadsheets know UTF-8.
        await using var writer = new StreamWriter(to, new UTF8Encoding(true), leaveOpen: true);
        for (var (after, first) = (-1, true); ; first = false)
        {
            var found = await imports.FindingsAsync(import, new(severity, code, after, Block), ct);
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            FindingsCsv.Write(found.Select(f => f.Finding), text, language, headings: first);
            await writer.WriteAsync(text.GetStringBuilder(), ct);
            if (found.Count < Block) return;
            after = found[^1].Number;
        }
    }

    private static async Task<FileStreamHttpResult> SourceAsync(
        long import, string sha256, ImportStore imports, SourceStore sources, CancellationToken ct) =>
        await imports.FileNameAsync(import, sha256, ct) is { } name
            ? TypedResults.Stream(sources.Open(sha256), MediaTypeNames.Application.Octet, name)
            : throw new KeyNotFoundException($"Import {import} holds no file {sha256}.");

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new BadInputException($"after“{text}”不是上一页给出的值。 Give as after what the page before said.");
}
