using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Storage.Enterprises;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

/// <summary>What a year or a screening decided about many enterprises, filtered and in order: what the page of results shows.</summary>
internal static class ResultsApi
{
    internal static void MapResults(this IEndpointRouteBuilder api)
    {
        api.MapGet("/results", ListAsync).Needs(Permission.ReadLists, Target.Scoped)
            .WithSummary("Results of a year, or of a screening (run), compared with the year before: by outcome, ground, region, industry, a part of name or identity or the initials of its pinyin, margin, missing fact, change.");
        api.MapGet("/results/workbook", WorkbookAsync).Needs(Permission.ReadLists, Target.Scoped)
            .WithSummary("The same as an Excel workbook; language zh-CN or en.");
    }

    /// <summary>What is asked for.</summary>
    /// <param name="Year">The screened year.</param>
    /// <param name="Run">A screening; without it what stands for the year.</param>
    /// <param name="Outcome">With this outcome.</param>
    /// <param name="Ground">Listed on this ground.</param>
    /// <param name="Region">Within this division.</param>
    /// <param name="Industry">Whose industry code begins with this.</param>
    /// <param name="Search">In name, identity, credit code or initials.</param>
    /// <param name="Near">Only those close to a line.</param>
    /// <param name="Missing">Only those that lack a fact of this kind.</param>
    /// <param name="Change">How it stands against the year before.</param>
    /// <param name="Sort">The order.</param>
    /// <param name="Descending">Whether it is turned round.</param>
    internal sealed record ResultQuery(
        int Year, long? Run, string? Outcome, string? Ground, string? Region, string? Industry, string? Search, bool? Near, string? Missing, Word<ResultChange>? Change, Word<ResultSort>? Sort, bool? Descending)
    {
        internal ResultQuestion Question => new(Year, Run)
        {
            Outcome = Outcome is null ? null : OutcomeOf(Outcome), Ground = Ground, Region = Region is null ? null : RegionCode.Of(Region), Industry = Industry, Text = Search, Near = Near == true,
            Missing = Missing, Change = Change?.Value, Sort = Sort?.Value ?? default, Descending = Descending == true,
        };
    }

    /// <summary>A result in a list.</summary>
    internal sealed record ResultAnswer(
        string FacilityId, string FacilityName, string Region, string? Industry, Outcome Outcome, IReadOnlyList<string> Grounds, decimal? Ratio, Wording Nearest, IReadOnlyList<Wording> Missing,
        Outcome? OutcomeBefore, IReadOnlyList<string> GroundsBefore, long Run);

    /// <summary>Some results.</summary>
    /// <param name="Counts">How many there are of each outcome.</param>
    /// <param name="Items">These.</param>
    internal sealed record ResultPage(IReadOnlyDictionary<string, int> Counts, IReadOnlyList<ResultAnswer> Items);

    /// <summary>An outcome by its word.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    internal static Outcome OutcomeOf(string word) => Enum.GetValues<Outcome>().Where(o => o.Word() == word).Select(o => (Outcome?)o).FirstOrDefault()
        ?? throw new FormatException($"outcome={word}: {string.Join(" / ", Enum.GetValues<Outcome>().Select(o => o.Word()))}");

    private static async Task<Ok<ResultPage>> ListAsync([AsParameters] ResultQuery query, int? skip, int? limit, Actor actor, ResultDesk desk, CancellationToken ct)
    {
        var (question, reach) = (query.Question, actor.Scope.Reach);
        var counts = await desk.CountAsync(question, reach, ct);
        var places = await desk.PlacesAsync(question, reach, ct);
        var page = await desk.LinesAsync(question.Year, [.. places.Skip(Math.Max(0, skip ?? 0)).Take(Page<ResultAnswer>.Limit(limit))], ct);
        return TypedResults.Ok(new ResultPage(
            counts.OrderByDescending(c => c.Key).ToDictionary(c => c.Key.Word(), c => c.Value, StringComparer.Ordinal),
            [.. page.Select(l => new ResultAnswer(
                l.Row.FacilityId.Value, l.Row.Name, l.Row.Region.Value, l.Row.Industry, l.Row.Outcome, l.Row.Grounds, l.Ratio, l.Nearest, l.Missing, l.Row.Before, l.Row.GroundsBefore, l.Row.Run))]));
    }

    private static async Task<FileContentHttpResult> WorkbookAsync([AsParameters] ResultQuery query, string? language, Actor actor, ResultExport export, CancellationToken ct)
    {
        var english = language switch
        {
            null or "zh-CN" => false,
            "en" => true,
            _ => throw new FormatException($"language={language}: zh-CN / en"),
        };
        return TypedResults.File(
            await export.WriteAsync(query.Question, actor.Scope.Reach, english ? DocumentLanguage.English : DocumentLanguage.Chinese, ct), RunWorkbook.MediaType, FormattableString.Invariant($"results-{query.Year}.xlsx"));
    }
}
