using CleanProd.Rules.Cases;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Cases;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Documents;
using Microsoft.AspNetCore.Http.HttpResults;
using Actor = CleanProd.Rules.Host.Access.Actor;

namespace CleanProd.Rules.Host.Api;

/// <summary>Cases: where each stands, what it owes by when, what is done in it.</summary>
internal static partial class CasesApi
{
    private const int MostLines = 5000;

    internal static void MapCases(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cases", ListAsync).Needs(Permission.ReadCases, Target.Scoped).WithSummary("Cases by stage, region, list, due date, name or code.");
        api.MapGet("/cases/overdue", OverdueAsync).Needs(Permission.ReadCases, Target.Scoped).WithSummary("Duties whose last day has passed, the longest first.");
        api.MapGet("/cases/calendar", CalendarAsync).Needs(Permission.ReadCases, Target.Scoped).WithSummary("Last days of duties between two days.");
        api.MapGet("/cases/{case}", ReadAsync).Needs(Permission.ReadCases, Target.Case).WithSummary("A case: state, duties with clause and last day, history, what can be done now.");
        api.MapGet("/cases/{case}/documents/{sha256}", async (string @case, string sha256, CaseStore cases, DocumentStore documents, CancellationToken ct) =>
                await DocumentsApi.GiveAsync((await cases.ReadAsync(CaseActors.Number(@case), ct)).Audit.History.Select(e => e.Document), sha256, documents, ct))
            .Needs(Permission.ReadCases, Target.Case).WithSummary("A document behind an act of a case: proof of service, report, order.");
        MapActs(api);
        MapRecords(api);
        MapRollOver(api);
        api.MapObjections();
        api.MapMessages();
    }

    private static async Task<Ok<Page<CaseLineView>>> ListAsync(
        Actor actor, CaseStore cases, Word<CaseStage>? stage, bool? underway, bool? overdue, int? dueWithin, string? region, string? list, string? facility, string? search, string? after, int? limit, CancellationToken ct)
    {
        var (today, most) = (cases.Today, Page<CaseLineView>.Limit(limit));
        var filter = Filter(actor, region) with
        {
            Stage = stage?.Value, Underway = underway, List = list, Facility = facility is null ? null : new FacilityId(facility), Text = string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
            OverdueOn = overdue == true ? today : null, Due = dueWithin is { } days ? (today, today.AddDays(Math.Clamp(days, 0, 3650))) : null,
        };
        var found = await cases.ListAsync(filter, CaseActors.After(after), most, ct);
        return TypedResults.Ok(new Page<CaseLineView>([.. found.Select(l => CaseLineView.Of(l, today))], found.Count == most ? PlainNumber.Text(found[^1].Id) : null));
    }

    private static async Task<Ok<IReadOnlyList<DutyLineView>>> OverdueAsync(Actor actor, CaseStore cases, string? region, CancellationToken ct)
    {
        var today = cases.Today;
        return TypedResults.Ok<IReadOnlyList<DutyLineView>>([.. (await cases.OverdueAsync(Filter(actor, region), today, MostLines, ct)).Select(l => DutyLineView.Of(l, today))]);
    }

    private static async Task<Ok<IReadOnlyList<DutyLineView>>> CalendarAsync(Actor actor, CaseStore cases, DateOnly from, DateOnly to, string? region, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<DutyLineView>>([.. (await cases.CalendarAsync(Filter(actor, region), from, to, MostLines, ct)).Select(l => DutyLineView.Of(l, cases.Today))]);

    private static async Task<Ok<CaseView>> ReadAsync(string @case, Actor actor, CaseStore cases, CancellationToken ct) =>
        TypedResults.Ok(CaseView.Of(await cases.ReadAsync(CaseActors.Number(@case), ct), cases.Today, actor));

    private static CaseFilter Filter(Actor actor, string? region) => new(actor.Reach()) { Region = string.IsNullOrEmpty(region) ? RegionCode.Nation : RegionCode.Of(region) };
}
