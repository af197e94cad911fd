using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Lists;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Lists;
using CleanProd.Rules.Storage.Screenings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

/// <summary>Lists: opened from screenings, reviewed, signed, published, amended.</summary>
internal static partial class ListsApi
{
    internal static void MapLists(this IEndpointRouteBuilder api)
    {
        api.MapPost("/lists", OpenAsync).Needs(Permission.ReviewEntries, Target.Scoped).WithSummary("Opens a list of what a finished screening lists: kind audit or polluters.");
        api.MapGet("/lists", ListAsync).Needs(Permission.ReadLists, Target.Scoped).WithSummary("Lists, the newest first; by kind, state, year.");
        api.MapGet("/lists/{list}", DetailAsync).Needs(Permission.ReadLists, Target.List).WithSummary("A list: who makes it, what blocks publication and who is next, what is signed.");
        api.MapGet("/lists/{list}/history", HistoryAsync).Needs(Permission.ReadLists, Target.List).WithSummary("What happened to a list as a whole.");
        api.MapPost("/lists/{list}/amendments", AmendAsync).NeedsWhole(Permission.ReviewEntries, Target.List).WithSummary("Opens the amendment of a published audit list that a later screening asks for.");
        api.MapGet("/lists/{list}/current", CurrentAsync).Needs(Permission.ReadLists, Target.List).WithSummary("The list in force after its amendments, cut to the own region.");
        api.MapGet("/lists/{list}/documents/{sha256}", async (string list, string sha256, ListStore lists, DocumentStore documents, CancellationToken ct) =>
                await DocumentsApi.GiveAsync((await lists.EventsAsync(Number(list), ct)).Select(e => e.Document), sha256, documents, ct))
            .Needs(Permission.ReadLists, Target.List).WithSummary("A document behind an act on a list as a whole, such as a refusal to sign.");
        api.MapListEntries();
        api.MapListActs();
        api.MapListExport();
    }

    /// <summary>A list to be opened.</summary>
    internal sealed record NewList(
        ListKind Kind, long Run, int Batch, int? Year = null, string? Jurisdiction = null, Department? Publisher = null, IReadOnlyList<Wording>? Organs = null, IReadOnlyList<string>? Classes = null);

    /// <summary>The screening from which an amendment is drafted.</summary>
    internal sealed record NewAmendment(long Run);

    /// <summary>An amendment and whom it could not settle.</summary>
    internal sealed record AmendmentAnswer(ListAnswer List, IReadOnlyList<UnsettledAnswer> Unsettled);

    /// <summary>An enterprise on the list that can no longer be decided and therefore stays.</summary>
    internal sealed record UnsettledAnswer(string FacilityId, string FacilityName, string ClassId);

    /// <summary>The list in force.</summary>
    internal sealed record CurrentAnswer(Wording Title, IReadOnlyList<string> Numbers, DateOnly PublishedOn, IReadOnlyList<CurrentEntry> Entries);

    /// <summary>An enterprise on the list in force.</summary>
    internal sealed record CurrentEntry(string FacilityId, string FacilityName, string Region, string Place, string ClassId, IReadOnlyList<MachineReason> Reasons);

    private static async Task<Created<ListAnswer>> OpenAsync(NewList wanted, Actor actor, ListOffice office, ListStore lists, ScreeningStore screenings, CancellationToken ct)
    {
        var run = await screenings.FindAsync(wanted.Run, ct) ?? throw new KeyNotFoundException();
        var jurisdiction = wanted.Jurisdiction is { } code ? RegionCode.Of(code) : run.Region;
        MustCover(actor, jurisdiction);
        var order = new ListOrder(wanted.Kind, wanted.Run, wanted.Year, wanted.Batch, jurisdiction, wanted.Publisher, wanted.Organs ?? [], wanted.Classes);
        return Created(ListAnswer.Of(await lists.ReadAsync(await office.OpenAsync(order, actor.Over(Permission.ReviewEntries, jurisdiction), ct), ct)));
    }

    private static async Task<Ok<Page<ListAnswer>>> ListAsync(
        Actor actor, ListStore lists, Word<ListKind>? kind, Word<ListState>? state, int? year, string? after, int? limit, CancellationToken ct)
    {
        var most = Page<ListAnswer>.Limit(limit);
        var found = await lists.ListAsync(new() { Kind = kind?.Value, State = state?.Value, Year = year }, actor.Scope.Reach, after is null ? null : Cursor(after), most + 1, ct);
        return TypedResults.Ok(new Page<ListAnswer>([.. found.Take(most).Select(ListAnswer.Of)], found.Count > most ? Text(found[most - 1].Id) : null));
    }

    private static async Task<Ok<ListDetail>> DetailAsync(string list, Actor actor, ListStore lists, CancellationToken ct)
    {
        var stored = await lists.ReadAsync(Number(list), ct);
        return TypedResults.Ok(ListDetail.Of(stored, await lists.EntriesAsync(stored.Id, ct), await lists.CountAsync(stored.Id, actor.Scope.Reach, ct), actor.Scope.Reach));
    }

    private static async Task<Ok<IReadOnlyList<ListEventAnswer>>> HistoryAsync(string list, ListStore lists, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<ListEventAnswer>>([.. (await lists.EventsAsync(Number(list), ct)).Select(ListEventAnswer.Of)]);

    private static async Task<Created<AmendmentAnswer>> AmendAsync(string list, NewAmendment wanted, Actor actor, ListOffice office, ListStore lists, CancellationToken ct)
    {
        var jurisdiction = (await lists.ReadAsync(Number(list), ct)).List.Head.Jurisdiction;
        var (amendment, unsettled) = await office.AmendAsync(Number(list), wanted.Run, actor.Over(Permission.ReviewEntries, jurisdiction), ct);
        return TypedResults.Created(PathOf(amendment), new AmendmentAnswer(
            ListAnswer.Of(await lists.ReadAsync(amendment, ct)), [.. unsettled.Select(u => new UnsettledAnswer(u.Key.FacilityId.Value, u.Name, u.Key.ClassId))]));
    }

    private static async Task<Ok<CurrentAnswer>> CurrentAsync(string list, Actor actor, PublicationStore publications, CancellationToken ct)
    {
        var current = await publications.CurrentAsync(Number(list), ct) ?? throw new RefusedActException("list_not_published", new("名单尚未公布。", "The list is not published."));
        var entries = current.Entries.Where(e => actor.Scope.Reach.Holds(e.Region, e.FacilityId)).Select(e => new CurrentEntry(
            e.FacilityId.Value, e.Name, e.Region.Value, e.Place, e.ClassId, [.. e.Reasons.Select(r => new MachineReason(r.Rule, r.Ground, r.Sentence, r.Citation, [.. r.Facts.Select(f => f.Text)]))]));
        return TypedResults.Ok(new CurrentAnswer(
            current.Published.Title, [current.Published.Number, .. current.Amendments.Select(a => a.Number)], current.AsPublished.PublishedOn, [.. entries]));
    }

    /// <summary>Reading and reviewing a part is for everybody who reaches a part; opening a list is for those who reach all of it.</summary>
    internal static void MustCover(Actor actor, RegionCode jurisdiction)
    {
        if (!actor.Scope.Reach.Covers(jurisdiction))
            throw new RefusedActException("outside_region", new("名单的行政区超出您的辖区。", "The jurisdiction of the list reaches beyond your own."));
    }

    private static Created<ListAnswer> Created(ListAnswer list) => TypedResults.Created(PathOf(list.Id), list);

    private static string PathOf(long list) => FormattableString.Invariant($"/api/v1/lists/{list}");

    private static long Number(string text) => ListPlaces.Number(text) ?? throw new KeyNotFoundException();

    private static int EntryNumber(string text) => Number(text) is <= int.MaxValue and var number ? (int)number : throw new KeyNotFoundException();

    private static long Cursor(string after) => ListPlaces.Number(after) ?? throw new FormatException($"'after' 应为上一页的 next：{after}。 It is the 'next' of the page before.");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
