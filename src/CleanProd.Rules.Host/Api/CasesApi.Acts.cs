using System.Text.Json;
using CleanProd.Rules.Cases;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Cases;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Cases;
using Microsoft.AspNetCore.Http.HttpResults;
using Actor = CleanProd.Rules.Host.Access.Actor;

namespace CleanProd.Rules.Host.Api;

internal static partial class CasesApi
{
    /// <summary>An act to be recorded.</summary>
    /// <param name="Act">What is done.</param>
    /// <param name="Version">The version of the case that was on screen.</param>
    /// <param name="On">Day of the act itself; today where none is given.</param>
    /// <param name="Reason">Why, where a reason is asked for.</param>
    /// <param name="Document">What proves it, where proof is asked for; uploaded before.</param>
    /// <param name="Detail">What that kind of act says; none for an act that says nothing further.</param>
    internal sealed record NewAct(CaseAct Act, int Version, DateOnly? On, string? Reason, DocumentRef? Document, JsonElement? Detail);

    /// <summary>Where the acts of each door are recorded, and which permission opens it.</summary>
    internal static readonly IReadOnlyDictionary<CaseDoor, (string Path, Permission Permission)> Ways = new Dictionary<CaseDoor, (string, Permission)>
    {
        [CaseDoor.Progress] = ("progress", Permission.ReportProgress),
        [CaseDoor.Keeping] = ("acts", Permission.KeepCases),
        [CaseDoor.Enforcement] = ("enforcement", Permission.Enforce),
    };

    private static void MapActs(IEndpointRouteBuilder api)
    {
        Map(CaseDoor.Progress, "Records what the enterprise does: announcement, plan, start, report, measures done. By the enterprise, or by an officer who takes it on paper.");
        Map(CaseDoor.Keeping, "Records what the department does: service, check of the announcement, evaluation, acceptance, suspension, closing.");
        Map(CaseDoor.Enforcement, "Orders a correction, settles the order, fines.");

        void Map(CaseDoor door, string summary) =>
            api.MapPost($"/cases/{{case}}/{Ways[door].Path}", (string @case, NewAct act, Actor actor, CaseStore cases, CancellationToken ct) => ActAsync(door, @case, act, actor, cases, ct))
                .Needs(Ways[door].Permission, Target.Case).WithSummary(summary);
    }

    private static async Task<Ok<CaseView>> ActAsync(CaseDoor door, string id, NewAct act, Actor actor, CaseStore cases, CancellationToken ct)
    {
        CaseDoors.MustBe(act.Act, door);
        var detail = act.Detail is { } given ? (CaseDetail)CaseJson.Read(given, CaseTransitions.Of(act.Act).Detail) : new NoDetail();
        var stored = await cases.ActAsync(CaseActors.Number(id), act.Act, actor.Wants(act.Version, act.On, cases.Today, act.Reason, act.Document), detail, ct);
        return TypedResults.Ok(CaseView.Of(stored, cases.Today, actor));
    }
}
