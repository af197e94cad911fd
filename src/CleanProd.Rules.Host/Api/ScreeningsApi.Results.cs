using System.Text;
using System.Text.Json;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.EvidencePacks;
using CleanProd.Rules.Storage.Screenings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

// What came out, cut to what the asker reaches.
internal static partial class ScreeningsApi
{
    private static void MapScreeningResults(this IEndpointRouteBuilder api)
    {
        api.MapGet("/screenings/{run}/determinations", DeterminationsAsync).Needs(Permission.ReadLists, Target.Run)
            .WithSummary("Determinations in ordinal order; by outcome, ground, region or a part of name or identity.");
        api.MapGet("/screenings/{run}/determinations/{facility_id}", DeterminationAsync).Needs(Permission.ReadLists, Target.Run)
            .WithSummary("The determination of one enterprise with evidence, what is missing, and how near it is to flipping.");
        api.MapGet("/screenings/{run}/determinations/{facility_id}/evidence", EvidenceAsync).Needs(Permission.ReadLists, Target.Run)
            .WithSummary("The evidence pack of one enterprise: one file (zip) from which anybody can reach the determination again; cleanprod verify reads it.");
        api.MapGet("/screenings/{run}/determinations.jsonl", LinesAsync).Needs(Permission.ReadLists, Target.Run)
            .WithSummary("The determinations as lines of JSON; of the whole region, their SHA-256 is the hash of the result.");
        api.MapGet("/screenings/{run}/workbook", WorkbookAsync).Needs(Permission.ReadLists, Target.Run)
            .WithSummary("The candidates as an Excel workbook; language zh-CN or en.");
        api.MapGet("/screenings/{run}/difference/{other}", DifferenceAsync).Needs(Permission.ReadLists, Target.Run)
            .WithSummary("Who joins, who leaves and whose reason changes from this screening to another, by name with the deciding values.");
    }

    /// <summary>A determination in a list.</summary>
    internal sealed record DeterminationRow(string FacilityId, string FacilityName, string Region, Outcome Outcome, IReadOnlyList<string> Grounds, string LineSha256);

    /// <summary>A determination, whole.</summary>
    internal sealed record DeterminationAnswer(
        string FacilityId, string FacilityName, string Region, Outcome Outcome, JsonElement Determination, IReadOnlyList<RuleAnswer> Explanations, string LineSha256);

    /// <summary>Why, and how near to flipping.</summary>
    internal sealed record RuleAnswer(string Rule, Outcome Outcome, Wording Reason, Wording Citation, CleanProd.Rules.Rules.Margin? Margin);

    /// <summary>Who differs between two screenings.</summary>
    internal sealed record DifferenceAnswer(
        long Before, long After, IReadOnlyList<DifferenceRow> Joins, IReadOnlyList<DifferenceRow> Leaves, IReadOnlyList<DifferenceRow> Changes, IReadOnlyList<DifferenceRow> Unsettled);

    /// <summary>One enterprise in a class that differs.</summary>
    internal sealed record DifferenceRow(
        string FacilityId, string ClassId, string FacilityName, Outcome? Outcome, IReadOnlyList<ReasonRow> Before, IReadOnlyList<ReasonRow> After, IReadOnlyList<string> Nearest);

    /// <summary>A reason with its deciding values in words.</summary>
    internal sealed record ReasonRow(string Rule, string Ground, Wording Sentence, Wording Citation, IReadOnlyList<string> Values);

    private static async Task<Ok<Page<DeterminationRow>>> DeterminationsAsync(
        string run, Actor actor, ScreeningStore screenings, string? outcome, string? ground, string? region, string? search, string? after, int? limit, CancellationToken ct)
    {
        var most = Page<DeterminationRow>.Limit(limit);
        var filter = new ScreenedFilter
        {
            Outcome = outcome is null ? null : OutcomeOf(outcome), Ground = ground, Region = region is null ? null : RegionCode.Of(region), Text = search, Reach = actor.Scope.Reach,
        };
        var found = await screenings.PageAsync(Number(run), filter, after is null ? null : new FacilityId(after), most + 1, ct);
        return TypedResults.Ok(new Page<DeterminationRow>([.. found.Take(most).Select(Row)], found.Count > most ? found[most - 1].FacilityId.Value : null));
    }

    private static async Task<Ok<DeterminationAnswer>> DeterminationAsync(string run, string facility_id, Actor actor, ScreeningStore screenings, CancellationToken ct)
    {
        var found = await screenings.FindAsync(Number(run), new FacilityId(facility_id), ct);
        if (found is null || !actor.Scope.Reach.Holds(found.Region, found.FacilityId)) throw new KeyNotFoundException();
        return TypedResults.Ok(new DeterminationAnswer(
            found.FacilityId.Value, found.Name, found.Region.Value, found.Outcome, JsonDocument.Parse(found.Line).RootElement.Clone(),
            [.. found.Determination.Rules.Select(r => new RuleAnswer(r.Rule, r.Outcome, new(r.Sentence, r.SentenceEn), new(r.Citation, r.CitationEn), r.Margin))], found.LineSha256));
    }

    private static async Task<FileContentHttpResult> EvidenceAsync(
        string run, string facility_id, Actor actor, ScreeningStore screenings, RunEvidence evidence, CancellationToken ct)
    {
        var head = await HeadAsync(run, screenings, ct);
        var found = await screenings.FindAsync(head.Id, new FacilityId(facility_id), ct);
        if (found is null || !actor.Scope.Reach.Holds(found.Region, found.FacilityId)) throw new KeyNotFoundException();
        return TypedResults.File(await evidence.WriteAsync(head, found, withOrderer: true, ct), EvidencePack.MediaType, RunEvidence.FileName(head, found.FacilityId));
    }

    private static async Task LinesAsync(string run, Actor actor, ScreeningStore screenings, HttpContext http, CancellationToken ct)
    {
        var head = await HeadAsync(run, screenings, ct);
        if (head.State != ScreeningState.Finished) throw new RefusedActException("not_finished", new("筛查尚未完成。", "The screening is not finished."));
        http.Response.ContentType = "application/x-ndjson; charset=utf-8";
        if (actor.Scope.Reach.Covers(head.Region)) http.Response.Headers.ETag = $"\"{head.ResultHash}\"";
        await foreach (var line in screenings.ReadLinesAsync(head.Id, new ScreenedFilter { Reach = actor.Scope.Reach }, ct))
            await http.Response.WriteAsync(line + "\n", Encoding.UTF8, ct);
    }

    private static async Task<FileContentHttpResult> WorkbookAsync(string run, Actor actor, ScreeningStore screenings, RunWorkbook workbooks, string? language, CancellationToken ct)
    {
        var head = await HeadAsync(run, screenings, ct);
        if (head.State != ScreeningState.Finished) throw new RefusedActException("not_finished", new("筛查尚未完成。", "The screening is not finished."));
        var english = language switch
        {
            null or "zh-CN" => false,
            "en" => true,
            _ => throw new FormatException($"language={language}: zh-CN / en"),
        };
        return TypedResults.File(
            await workbooks.WriteAsync(head, actor.Scope.Reach, english ? DocumentLanguage.English : DocumentLanguage.Chinese, ct), RunWorkbook.MediaType, $"candidates-{head.Id}.xlsx");
    }

    private static async Task<Ok<DifferenceAnswer>> DifferenceAsync(string run, string other, Actor actor, ScreeningStore screenings, CancellationToken ct)
    {
        var (before, after) = (await HeadAsync(run, screenings, ct), await HeadAsync(other, screenings, ct));
        if (!actor.Scope.Regions.Any(r => r.Touches(after.Region))) throw new KeyNotFoundException();
        if (before.State != ScreeningState.Finished || after.State != ScreeningState.Finished)
            throw new RefusedActException("not_finished", new("筛查尚未完成。", "One of the screenings is not finished."));
        var (earlier, later) = await screenings.DifferingAsync(before.Id, after.Id, actor.Scope.Reach, ct);
        var difference = ListDifference.Of(earlier, later);
        return TypedResults.Ok(new DifferenceAnswer(
            before.Id, after.Id, Rows(difference.Joins), Rows(difference.Leaves), Rows(difference.Changes), Rows(difference.Unsettled)));
    }

    private static Outcome OutcomeOf(string word) => Enum.GetValues<Outcome>().Where(o => o.Word() == word).Select(o => (Outcome?)o).FirstOrDefault()
        ?? throw new FormatException($"outcome={word}: {string.Join(" / ", Enum.GetValues<Outcome>().Select(o => o.Word()))}");

    private static DeterminationRow Row(ScreenedFacility found) => new(
        found.FacilityId.Value, found.Name, found.Region.Value, found.Outcome,
        [.. found.Determination.Rules.Where(r => r.Outcome == Outcome.Triggered).Select(GroundLabel.KeyOf).Distinct(StringComparer.Ordinal)], found.LineSha256);

    private static DifferenceRow[] Rows(IReadOnlyList<DifferenceItem> items) =>
    [
        .. items.Select(i => new DifferenceRow(
            i.Key.FacilityId.Value, i.Key.ClassId, i.Name, i.Outcome, Reasons(i.Before), Reasons(i.After), [.. i.Nearest.Select(n => $"{n.Text} → {n.Basis}")])),
    ];

    private static ReasonRow[] Reasons(IReadOnlyList<EntryReason> reasons) =>
        [.. reasons.Select(r => new ReasonRow(r.Rule, r.Ground, r.Sentence, r.Citation, [.. r.Facts.Select(f => f.Text)]))];
}
