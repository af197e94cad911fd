using System.Globalization;
using System.Text.Json;
using System.Text;
using CleanProd.Rules.Cases.Recognition;
using CleanProd.Rules.Cases;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Cases;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Voluntary;
using CleanProd.Rules.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Actor = CleanProd.Rules.Host.Access.Actor;

namespace CleanProd.Rules.Host.Api;

/// <summary>The voluntary track: applications, acceptance on site, recognition, certificates.</summary>
internal static partial class VoluntaryApi
{
    internal static void MapVoluntary(this IEndpointRouteBuilder api)
    {
        api.MapPost("/voluntary", ApplyAsync).Needs(Permission.ApplyVoluntary, Target.Scoped).WithSummary("Applies for recognition of a voluntary audit.");
        api.MapGet("/voluntary", ListAsync).Needs(Permission.ReadCases, Target.Scoped).WithSummary("Voluntary audits.");
        api.MapGet("/voluntary/recognitions", RecognitionsAsync).Needs(Permission.ReadCases, Target.Scoped).WithSummary("Whom the lists of a year recognise.");
        api.MapPost("/voluntary/recognition-lists", PublishAsync).Needs(Permission.PublishLists, Target.Scoped)
            .WithSummary("Publishes a recognition list under a number, as a publication of its own that never changes.");
        api.MapGet("/voluntary/{voluntary}", ReadAsync).Needs(Permission.ReadCases, Target.Voluntary).WithSummary("A voluntary audit with its history.");
        api.MapPost("/voluntary/{voluntary}/acts", ActAsync).Needs(Permission.KeepVoluntary, Target.Voluntary).WithSummary("Accepts on site, refuses, recognises, revokes.");
        api.MapGet("/voluntary/{voluntary}/audit-file", (string voluntary, AuditFileStore files, CancellationToken ct) => CasesApi.ReadRecordAsync(AuditKind.Voluntary, voluntary, files, ct))
            .Needs(Permission.ReadCases, Target.Voluntary).WithSummary("The audit's own record.");
        api.MapPut("/voluntary/{voluntary}/audit-file", (string voluntary, CasesApi.NewRecord record, Actor actor, AuditFileStore files, CancellationToken ct) => CasesApi.WriteRecordAsync(AuditKind.Voluntary, voluntary, record, actor, files, ct))
            .Needs(Permission.ReportProgress, Target.Voluntary).WithSummary("Writes the next version of the audit's record.");
    }

    /// <summary>An application.</summary>
    internal sealed record NewApplication(string Facility, DateOnly? On, string? Reason, DocumentRef? Document);

    /// <summary>An act to be recorded.</summary>
    internal sealed record NewVoluntaryAct(VoluntaryAct Act, int Version, DateOnly? On, string? Reason, DocumentRef? Document, JsonElement? Detail);

    /// <summary>A voluntary audit as people see it.</summary>
    internal sealed record VoluntaryView(
        long Id, string Facility, string Name, string Region, string? Industry, int Version, VoluntaryState State, Wording StateName, Certificate? Certificate, IReadOnlyList<ActView> History)
    {
        internal static VoluntaryView Of(StoredVoluntary stored)
        {
            var (audit, application) = (stored.Audit, stored.Audit.Application);
            return new(
                stored.Id, application.Facility.Value, application.Name, application.Region.Value, application.Industry, audit.Version, stored.State, VoluntaryWords.Of(stored.State), audit.Certificate,
                [.. audit.History.Select(e => ActView.Of(e, ActView.Word(e.Act), VoluntaryWords.Of(e.Act), e.Detail))]);
        }
    }

    /// <summary>A recognised enterprise.</summary>
    internal sealed record RecognisedView(string List, string Facility, string Name, string Region, string? Industry, Certificate Certificate, DateOnly? RevokedOn)
    {
        internal static IReadOnlyList<RecognisedView> Of(IEnumerable<RecognitionList> lists) =>
            [.. lists.SelectMany(l => l.Entries.Select(e => new RecognisedView(l.Id, e.Facility.Value, e.Name, e.Region.Value, e.Industry, e.Certificate, e.RevokedOn)))];

        /// <summary>UTF-8 with byte order mark; no cell is run as a formula.</summary>
        internal static byte[] Csv(IEnumerable<RecognisedView> recognised) =>
        [
            .. Encoding.UTF8.Preamble,
            .. Encoding.UTF8.GetBytes(CsvCell.Line("名单", "统一社会信用代码", "企业名称", "行政区划", "行业", "证书编号", "有效期自", "有效期至", "撤销日期") + string.Concat(recognised.Select(r =>
                CsvCell.Line(r.List, r.Facility, r.Name, r.Region, r.Industry, r.Certificate.Number, Day(r.Certificate.From), Day(r.Certificate.Through), r.RevokedOn is { } on ? Day(on) : null)))),
        ];

        private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static async Task<Ok<VoluntaryView>> ApplyAsync(NewApplication body, Actor actor, Store store, VoluntaryStore voluntary, CancellationToken ct)
    {
        await using var facts = await store.OpenFactsAsync(ct);
        var known = await facts.FindFacilityAsync(new(body.Facility), ct);
        // Nobody learns from the answer which enterprises of other regions are known.
        if (known is null || !actor.Scope.Reaches(known.Region, known.Id.Value))
            throw new RefusedActException("outside_region", new("只能为本企业或者本辖区内的已知企业申请。", "Only for the own enterprise, or one that is known in the own region."));
        var stored = await voluntary.ApplyAsync(
            new(known.Id, known.Name, known.Region, known.Industry), actor.Wants(0, body.On, voluntary.Today, body.Reason, body.Document), ct);
        return TypedResults.Ok(VoluntaryView.Of(stored));
    }

    private static async Task<Ok<Page<VoluntaryView>>> ListAsync(Actor actor, VoluntaryStore voluntary, Word<VoluntaryState>? state, string? after, int? limit, CancellationToken ct)
    {
        var most = Page<VoluntaryView>.Limit(limit);
        var found = await voluntary.ListAsync(actor.Reach(), state?.Value, CaseActors.After(after), most, ct);
        return TypedResults.Ok(new Page<VoluntaryView>([.. found.Select(VoluntaryView.Of)], found.Count == most ? PlainNumber.Text(found[^1].Id) : null));
    }

    private static async Task<Ok<IReadOnlyList<RecognisedView>>> RecognitionsAsync(Actor actor, VoluntaryStore voluntary, int year, CancellationToken ct) =>
        TypedResults.Ok(RecognisedView.Of(await voluntary.RecognitionsAsync(year, actor.Reach(), ct)));

    private static async Task<Ok<VoluntaryView>> ReadAsync(string voluntary, VoluntaryStore store, CancellationToken ct) =>
        TypedResults.Ok(VoluntaryView.Of(await store.ReadAsync(CaseActors.Number(voluntary), ct)));

    private static async Task<Ok<VoluntaryView>> ActAsync(string voluntary, NewVoluntaryAct body, Actor actor, VoluntaryStore store, CancellationToken ct)
    {
        if (body.Act == VoluntaryAct.Applied) throw new RefusedActException("wrong_act", new("申请不在此处办理。", "An application is not made here."));
        var detail = body.Detail is { } given ? (VoluntaryDetail)CaseJson.Read(given, body.Act == VoluntaryAct.Recognised ? typeof(RecognitionDetail) : typeof(NoVoluntaryDetail)) : null;
        return TypedResults.Ok(VoluntaryView.Of(await store.ActAsync(CaseActors.Number(voluntary), body.Act, actor.Wants(body.Version, body.On, store.Today, body.Reason, body.Document), detail, ct)));
    }
}
