using System.Text.Json;
using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Records;
using CleanProd.Rules.Documents;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Cases;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Storage.Cases;
using Microsoft.AspNetCore.Http.HttpResults;
using Actor = CleanProd.Rules.Host.Access.Actor;

namespace CleanProd.Rules.Host.Api;

// The record of an audit, and the statistics of a year that come out of all of them.
internal static partial class CasesApi
{
    /// <summary>What is to stand in the record of an audit.</summary>
    /// <param name="Version">The version that was on screen; 0 for the first.</param>
    /// <param name="Measures">Measures with kind, cost class, investment and benefit in 万元, and how far they are.</param>
    /// <param name="OutputValue">Output value of the year in 万元.</param>
    internal sealed record NewRecord(int Version, JsonElement Measures, decimal? OutputValue);

    /// <summary>The record of an audit.</summary>
    internal sealed record RecordView(int Version, string Author, DateTimeOffset? At, JsonElement File)
    {
        internal static RecordView Of(StoredAuditFile stored) => new(stored.Version, stored.Author, stored.At, JsonSerializer.SerializeToElement(stored.File, CaseJson.Options));
    }

    private static void MapRecords(IEndpointRouteBuilder api)
    {
        api.MapGet("/cases/{case}/audit-file", (string @case, AuditFileStore files, CancellationToken ct) => ReadRecordAsync(AuditKind.Mandatory, @case, files, ct))
            .Needs(Permission.ReadCases, Target.Case).WithSummary("The audit's own record: plan, measures, investment, benefit, report, evaluation, acceptance.");
        api.MapPut("/cases/{case}/audit-file", (string @case, NewRecord record, Actor actor, AuditFileStore files, CancellationToken ct) => WriteRecordAsync(AuditKind.Mandatory, @case, record, actor, files, ct))
            .Needs(Permission.ReportProgress, Target.Case).WithSummary("Writes the next version of the audit's record.");
        api.MapGet("/statistics/audits", StatisticsAsync).Needs(Permission.ReadCases, Target.Scoped)
            .WithSummary("Audits accepted in a year by region group and by kind of measure (tables 3-1 and 3-2); format json, csv or xlsx, language zh-CN or en.");
    }

    internal static async Task<Ok<RecordView>> ReadRecordAsync(AuditKind track, string id, AuditFileStore files, CancellationToken ct) =>
        TypedResults.Ok(RecordView.Of(await files.ReadAsync(track, CaseActors.Number(id), ct)));

    internal static async Task<Ok<RecordView>> WriteRecordAsync(AuditKind track, string id, NewRecord record, Actor actor, AuditFileStore files, CancellationToken ct)
    {
        var measures = (IReadOnlyList<Measure>)CaseJson.Read(record.Measures, typeof(IReadOnlyList<Measure>));
        var stored = await files.WriteAsync(track, CaseActors.Number(id), record.Version, new(measures, record.OutputValue is { } output ? new Wan(output) : null), actor.InCases(), ct);
        return TypedResults.Ok(RecordView.Of(stored));
    }

    private static async Task<Results<Ok<StatisticsView>, FileContentHttpResult>> StatisticsAsync(
        Actor actor, AuditFileStore files, DutyLaws law, int year, Word<AuditKind>? track, string? format, string? language, CancellationToken ct)
    {
        if (year is < 2000 or > 2200) throw new FormatException($"year: {year}");
        var statistics = CaseStatistics.Of(await files.AcceptedAsync(year, actor.Reach(), ct), year, law.Reference.Regions, track is { } one ? [one.Value] : []);
        return format switch
        {
            null or "json" => TypedResults.Ok(StatisticsView.Of(statistics)),
            "csv" => TypedResults.File(StatisticsView.Csv(statistics), "text/csv; charset=utf-8", $"audits-{PlainNumber.Text(year)}.csv"),
            "xlsx" => TypedResults.File(Workbook(statistics, ListsApi.LanguageOf(language)), RunWorkbook.MediaType, $"audits-{PlainNumber.Text(year)}.xlsx"),
            _ => throw new FormatException($"format 应为 json、csv 或 xlsx：{format}。 It is json, csv or xlsx."),
        };
    }

    private static byte[] Workbook(CaseStatistics statistics, DocumentLanguage language)
    {
        using var written = new MemoryStream();
        AuditStatisticsWorkbook.Write(statistics, written, language);
        return written.ToArray();
    }
}
