using System.Text;
using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Policy;
using CleanProd.Rules.Host.Rules;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Policy;
using CleanProd.Rules.Storage.Screenings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

// What rules would do to a year, before they do it.
internal static partial class PolicyApi
{
    private static void MapForesight(this IEndpointRouteBuilder api)
    {
        api.MapPost("/policy/impact", ImpactAsync).Needs(Permission.ForeseeRules, Target.Scoped)
            .WithSummary("Who would join or leave the list of a stored year under a text of rules, by name, region, industry and ground, with the deciding values; JSON or CSV.");
        api.MapPost("/policy/drafts/{draft}/impact", DraftImpactAsync).Needs(Permission.ForeseeRules, Target.Draft).WithSummary("The same of a draft as it stands.");
        api.MapPost("/policy/reach", ReachAsync).Needs(Permission.ForeseeRules, Target.Scoped)
            .WithSummary("Of every test in a text of rules: how many enterprises match, how many lack the fact, what asking costs.");
        api.MapGet("/policy/superseded-standards", SupersededAsync).Needs(Permission.ForeseeRules, Target.Scoped)
            .WithSummary("Standards that have ended, with the rules and enterprises that relied on them in the latest screening of a year.");
        api.MapGet("/screenings/{run}/touched", TouchedAsync).NeedsWhole(Permission.ReadLists, Target.Run)
            .WithSummary("Whom the packs now in force would judge otherwise than a screening did, over the same data.");
        api.MapGet("/enterprises/{facility}/why", WhyAsync).Needs(Permission.ReadEnterprises, Target.Facility)
            .WithSummary("Why an enterprise is judged otherwise than the year before: law, data and period are exchanged one at a time.");
        api.MapGet("/enterprises/{facility}/way-off", WayOffAsync).Needs(Permission.ReadEnterprises, Target.Facility)
            .WithSummary("The smallest change of its values that would take an enterprise off the list of a year, verified by judging again.");
    }

    /// <summary>Rules to look ahead with.</summary>
    /// <param name="Text">The text of the pack.</param>
    /// <param name="Region">Jurisdiction whose enterprises are judged.</param>
    /// <param name="Year">The year.</param>
    /// <param name="AsOf">Determination date; 15 January after the year when absent.</param>
    /// <param name="Against">A released pack by id or id@sha256 to compare with; the packs in force when absent.</param>
    /// <param name="Format">json or csv.</param>
    internal sealed record AskedImpact(string Text, string Region, int Year, DateOnly? AsOf = null, string? Against = null, string? Format = null);

    /// <summary>The year of a draft's impact.</summary>
    internal sealed record AskedDraftImpact(string Region, int Year, DateOnly? AsOf = null, string? Against = null, string? Format = null);

    private static async Task<Results<Ok<Impact>, FileContentHttpResult>> ImpactAsync(AskedImpact asked, Actor actor, ForesightDesk desk, LawBooks books, CancellationToken ct) =>
        await AnswerAsync(PackReader.Read(asked.Text, "draft"), new(asked.Region, asked.Year, asked.AsOf, asked.Against, asked.Format), actor, desk, books, ct);

    private static async Task<Results<Ok<Impact>, FileContentHttpResult>> DraftImpactAsync(
        string draft, AskedDraftImpact asked, Actor actor, ForesightDesk desk, LawBooks books, DraftStore drafts, DraftOffice office, CancellationToken ct) =>
        await AnswerAsync(await office.PackAsync(await drafts.ReadAsync(Number(draft), ct), ct), asked, actor, desk, books, ct);

    private static async Task<Results<Ok<Impact>, FileContentHttpResult>> AnswerAsync(RulePack pack, AskedDraftImpact asked, Actor actor, ForesightDesk desk, LawBooks books, CancellationToken ct)
    {
        var year = Asked(actor, asked.Region, asked.Year, asked.AsOf);
        var against = asked.Against is not { } name ? null
            : await books.FindAsync(name, year.Day, ct) ?? throw new RefusedActException("bad_pack", new($"没有规则包“{name}”。", $"There is no rule pack '{name}'."));
        var impact = await desk.ImpactAsync(pack, against, year, ct);
        return asked.Format switch
        {
            null or "json" => TypedResults.Ok(impact),
            "csv" => TypedResults.File(Encoding.UTF8.GetBytes(ImpactCsv.Of(impact)), "text/csv; charset=utf-8", $"impact-{pack.Id}-{PlainNumber.Text(asked.Year)}.csv"),
            _ => throw new FormatException($"format 应为 json 或 csv：{asked.Format}。 It is json or csv."),
        };
    }

    private static async Task<Ok<IReadOnlyList<ConditionReach>>> ReachAsync(AskedImpact asked, Actor actor, ForesightDesk desk, CancellationToken ct) =>
        TypedResults.Ok(await desk.ReachAsync(PackReader.Read(asked.Text, "draft"), Asked(actor, asked.Region, asked.Year, asked.AsOf), ct));

    private static async Task<Ok<IReadOnlyList<SupersededStandard>>> SupersededAsync(Actor actor, SupersededStandards standards, Store store, string region, int year, DateOnly? on, CancellationToken ct)
    {
        var place = RegionCode.Of(region);
        MustReach(actor, place);
        return TypedResults.Ok(await standards.OfAsync(place, year, on ?? LegalDay.Of(store.Clock.GetUtcNow()), actor.Scope.Reach, ct));
    }

    private static async Task<Ok<Impact>> TouchedAsync(string run, ForesightDesk desk, ScreeningStore screenings, CancellationToken ct) =>
        TypedResults.Ok(await desk.TouchedAsync(await screenings.FindAsync(Number(run), ct) ?? throw new KeyNotFoundException(), ct));

    private static async Task<Ok<WhyAnswer>> WhyAsync(
        string facility, ForesightDesk desk, int year, int? before, DateOnly? as_of, DateOnly? as_of_before, DateTimeOffset? known_at, DateTimeOffset? known_at_before, CancellationToken ct) =>
        TypedResults.Ok(WhyAnswer.Of(await desk.WhyAsync(new(facility), new(before ?? year - 1, as_of_before, known_at_before), new(year, as_of, known_at), ct)));

    private static async Task<Ok<IReadOnlyList<WayOff>>> WayOffAsync(string facility, ForesightDesk desk, int year, DateOnly? as_of, DateTimeOffset? known_at, CancellationToken ct) =>
        TypedResults.Ok(await desk.WayOffAsync(new(facility), new(year, as_of, known_at), ct));

    private static AskedYear Asked(Actor actor, string region, int year, DateOnly? asOf)
    {
        var place = RegionCode.Of(region);
        MustReach(actor, place);
        return new(place, year, asOf);
    }
}
