using CleanProd.Rules.Cases;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Cases;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Cases;
using Microsoft.AspNetCore.Http.HttpResults;
using Actor = CleanProd.Rules.Host.Access.Actor;

namespace CleanProd.Rules.Host.Api;

// Failed and overdue cases go into the next list; and what the bureau says of the audits of a list.
internal static partial class CasesApi
{
    /// <summary>A case that may go into the next list.</summary>
    internal sealed record RollOverView(long Case, string List, string Facility, string Name, string Region, IReadOnlyList<string> Grounds, RollOverCause Cause, DateOnly Since, Wording Citation)
    {
        internal static RollOverView Of(RollOverLine line) => new(
            line.Id, line.Row.Opening.List.Id, line.Row.Opening.Facility.Value, line.Row.Opening.Name, line.Row.Opening.Region.Value, line.Row.Opening.Grounds, line.Row.Cause, line.Row.Since, line.Row.Citation);
    }

    /// <summary>Which cases to put up; all that can be where none are named.</summary>
    internal sealed record RollOverOrder(IReadOnlyList<long>? Cases);

    /// <summary>How many entries were put up.</summary>
    internal sealed record PutUp(int Entries);

    /// <summary>Whether the audits of a list are evaluated before acceptance.</summary>
    internal sealed record EvaluationTerms(bool Required, string? Reason);

    private static void MapRollOver(IEndpointRouteBuilder api)
    {
        api.MapGet("/cases/roll-over", RollOverAsync).Needs(Permission.ReadCases, Target.Scoped).WithSummary("Cases that failed or are overdue and may go into the next list; of one earlier list, or of all.");
        api.MapPost("/lists/{list}/roll-over", PutUpAsync).NeedsWhole(Permission.ReviewEntries, Target.List).WithSummary("Puts failed or overdue cases up in an open list.");
        api.MapGet("/lists/{list}/evaluation", async (string list, CaseStore cases, CancellationToken ct) => TypedResults.Ok(new EvaluationTerms(await cases.EvaluationRequiredAsync(list, ct), null)))
            .Needs(Permission.ReadLists, Target.List).WithSummary("Whether the audits of the list are evaluated before acceptance.");
        api.MapPut("/lists/{list}/evaluation", RequireEvaluationAsync).NeedsWhole(Permission.PublishLists, Target.List)
            .WithSummary("Says, before publication, whether the audits of the list are evaluated before acceptance (2016 Measures Art. 20).");
    }

    private static async Task<Ok<IReadOnlyList<RollOverView>>> RollOverAsync(Actor actor, CaseStore cases, string? list, string? region, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<RollOverView>>([.. (await cases.RollOverAsync(Filter(actor, region) with { List = list }, ct)).Select(RollOverView.Of)]);

    private static async Task<Ok<PutUp>> PutUpAsync(string list, RollOverOrder order, Actor actor, CaseStore cases, CancellationToken ct)
    {
        var lines = await cases.RollOverAsync(new CaseFilter(actor.Reach()), ct);
        if (order.Cases is { } named)
        {
            if (named.Except(lines.Select(l => l.Id)).Any())
                throw new RefusedActException("not_overdue", new("所选案件中有的不在可滚动列入之列。", "One of the cases has not failed and is not overdue, or lies outside the own region."));
            lines = [.. lines.Where(l => named.Contains(l.Id))];
        }

        return TypedResults.Ok(new PutUp(await cases.RollOverAsync(CaseActors.Number(list), lines, actor.Officer, ct)));
    }

    private static async Task<Ok<EvaluationTerms>> RequireEvaluationAsync(string list, EvaluationTerms terms, Actor actor, CaseStore cases, CancellationToken ct)
    {
        await cases.RequireEvaluationAsync(PlainNumber.Text(CaseActors.Number(list)), terms.Required, terms.Reason ?? "", actor.Officer, ct);
        return TypedResults.Ok(terms);
    }
}
