using CleanProd.Rules.Cases.Objections;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Cases;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Imports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

/// <summary>Objections to being listed: filed by the enterprise, answered by the department after the corrected data are screened.</summary>
internal static class ObjectionsApi
{
    internal static void MapObjections(this IEndpointRouteBuilder api)
    {
        api.MapPost("/cases/{case}/objections", FileAsync).Needs(Permission.Object, Target.Case).WithSummary("Objects to the listing, with a reason and documents.");
        api.MapPost("/enterprises/{facility}/objections", FileAsEnterpriseAsync).Needs(Permission.Object, Target.Facility)
            .WithSummary("Objects to the listing that the enterprise is under now, without its having to know the number of the case.");
        api.MapGet("/objections", ListAsync).Needs(Permission.ReadCases, Target.Scoped).WithSummary("Objections, the newest first.");
        api.MapGet("/objections/{objection}", ReadAsync).Needs(Permission.ReadCases, Target.Objection).WithSummary("An objection with its history.");
        api.MapGet("/objections/{objection}/documents/{sha256}", async (string objection, string sha256, ObjectionStore objections, DocumentStore documents, CancellationToken ct) =>
                await GiveAsync((await objections.ReadAsync(CaseActors.Number(objection), ct)).Objection, sha256, documents, ct))
            .Needs(Permission.ReadCases, Target.Objection).WithSummary("A document that was handed in with an objection or stands behind its answer.");
        api.MapPost("/objections/{objection}/accept", AcceptAsync).Needs(Permission.AnswerObjections, Target.Objection)
            .WithSummary("Accepts it for re-determination and names the import that corrects the data; the enterprise is screened again at once.");
        api.MapPost("/objections/{objection}/decide", UpholdAsync).Needs(Permission.AnswerObjections, Target.Objection)
            .WithSummary("Upholds it: what the re-determination changed goes into an amendment of the list.");
        api.MapPost("/objections/{objection}/dismiss", DismissAsync).Needs(Permission.AnswerObjections, Target.Objection).WithSummary("Dismisses it, with a reason.");
        api.MapPost("/objections/{objection}/withdraw", WithdrawAsync).Needs(Permission.Object, Target.Objection).WithSummary("Takes it back.");
    }

    /// <summary>An objection to be filed.</summary>
    internal sealed record NewObjection(string Reason, IReadOnlyList<DocumentRef>? Documents);

    /// <summary>Accepted for re-determination.</summary>
    /// <param name="Version">The version that was on screen.</param>
    /// <param name="Import">The import that corrects the data.</param>
    /// <param name="Reason">A remark; may be empty.</param>
    internal sealed record Acceptance(int Version, long Import, string? Reason);

    /// <summary>An answer.</summary>
    internal sealed record Answer(int Version, string? Reason, DocumentRef? Document);

    /// <summary>An objection as people see it.</summary>
    internal sealed record ObjectionView(
        long Id, long Case, string Facility, string Name, string Region, int Version, ObjectionState State, Wording StateName, string Reason, IReadOnlyList<DocumentRef> Documents, long? Run, IReadOnlyList<ActView> History)
    {
        internal static ObjectionView Of(StoredObjection stored)
        {
            var (objection, filing) = (stored.Objection, stored.Objection.Filing);
            return new(
                stored.Id, stored.CaseId, filing.Facility.Value, stored.Name, filing.Region.Value, objection.Version, objection.State, ObjectionWords.Of(objection.State), objection.History[0].Reason,
                filing.Documents, stored.Run, [.. objection.History.Select(e => ActView.Of(e, ActView.Word(e.Act), ObjectionWords.Of(e.Act), e.Detail))]);
        }
    }

    private static async Task<Ok<ObjectionView>> FileAsync(string @case, NewObjection body, Actor actor, CaseStore cases, ObjectionStore objections, CancellationToken ct) =>
        TypedResults.Ok(ObjectionView.Of(await objections.FileAsync(CaseActors.Number(@case), body.Documents ?? [], actor.Wants(0, null, cases.Today, body.Reason, null), ct)));

    private static async Task<Ok<ObjectionView>> FileAsEnterpriseAsync(string facility, NewObjection body, Actor actor, CaseStore cases, ObjectionStore objections, CancellationToken ct)
    {
        var underway = await cases.ListAsync(new CaseFilter(actor.Reach()) { Facility = new FacilityId(facility), Underway = true }, null, Page<int>.Most, ct);
        var listed = underway.MaxBy(c => c.PublishedOn) ?? throw new RefusedActException("no_case", new("本企业目前没有在办的强制性审核名单事项。", "The enterprise is under no listing now."));
        return TypedResults.Ok(ObjectionView.Of(await objections.FileAsync(listed.Id, body.Documents ?? [], actor.Wants(0, null, cases.Today, body.Reason, null), ct)));
    }

    private static async Task<Ok<Page<ObjectionView>>> ListAsync(Actor actor, ObjectionStore objections, Word<ObjectionState>? state, string? @case, string? after, int? limit, CancellationToken ct)
    {
        var most = Page<ObjectionView>.Limit(limit);
        var found = await objections.ListAsync(actor.Reach(), state?.Value, CaseActors.After(@case), CaseActors.After(after), most, ct);
        return TypedResults.Ok(new Page<ObjectionView>([.. found.Select(ObjectionView.Of)], found.Count == most ? PlainNumber.Text(found[^1].Id) : null));
    }

    private static Task<FileContentHttpResult> GiveAsync(Objection objection, string sha256, DocumentStore documents, CancellationToken ct) =>
        DocumentsApi.GiveAsync(objection.Filing.Documents.Concat(objection.History.Select(e => e.Document)), sha256, documents, ct);

    private static async Task<Ok<ObjectionView>> ReadAsync(string objection, ObjectionStore objections, CancellationToken ct) =>
        TypedResults.Ok(ObjectionView.Of(await objections.ReadAsync(CaseActors.Number(objection), ct)));

    internal static async Task<Ok<ObjectionView>> AcceptAsync(
        string objection, Acceptance body, Actor actor, CaseStore cases, ObjectionStore objections, ImportStore imports, IRedeterminations redeterminations, CancellationToken ct)
    {
        if (await imports.FindAsync(body.Import, ct) is not { State: ImportState.Effective })
            throw new RefusedActException("bad_import", new($"没有已生效的数据导入{body.Import}：请先导入并确认更正的数据。", $"No import {body.Import} is in effect: bring the corrected data in first."));
        var id = CaseActors.Number(objection);
        await objections.ActAsync(
            id, ObjectionAct.AcceptedForRedetermination, actor.Wants(body.Version, null, cases.Today, body.Reason, null), new CorrectionDetail(PlainNumber.Text(body.Import)), ct);
        // At once; what a killed process leaves is started by the next round of care.
        await objections.RedetermineAsync(id, redeterminations, ct);
        return TypedResults.Ok(ObjectionView.Of(await objections.ReadAsync(id, ct)));
    }

    private static async Task<Ok<ObjectionView>> UpholdAsync(
        string objection, Answer body, Actor actor, CaseStore cases, ObjectionStore objections, IRedeterminations redeterminations, IAmendments amendments, CancellationToken ct) =>
        TypedResults.Ok(ObjectionView.Of(await objections.UpholdAsync(
            CaseActors.Number(objection), actor.Wants(body.Version, null, cases.Today, body.Reason, body.Document), redeterminations, amendments, ct)));

    private static Task<Ok<ObjectionView>> DismissAsync(string objection, Answer body, Actor actor, CaseStore cases, ObjectionStore objections, CancellationToken ct) =>
        ActAsync(ObjectionAct.Dismissed, objection, body, actor, cases, objections, ct);

    private static Task<Ok<ObjectionView>> WithdrawAsync(string objection, Answer body, Actor actor, CaseStore cases, ObjectionStore objections, CancellationToken ct) =>
        ActAsync(ObjectionAct.Withdrawn, objection, body, actor, cases, objections, ct);

    private static async Task<Ok<ObjectionView>> ActAsync(ObjectionAct act, string id, Answer body, Actor actor, CaseStore cases, ObjectionStore objections, CancellationToken ct) =>
        TypedResults.Ok(ObjectionView.Of(await objections.ActAsync(CaseActors.Number(id), act, actor.Wants(body.Version, null, cases.Today, body.Reason, body.Document), null, ct)));
}
