using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Lists;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Lists;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

// Entries: read one by one or in pages, decided one by one or many at once.
internal static partial class ListsApi
{
    private static void MapListEntries(this IEndpointRouteBuilder api)
    {
        api.MapGet("/lists/{list}/entries", EntriesAsync).Needs(Permission.ReadLists, Target.List)
            .WithSummary("Entries within the own region; by class, state, decision, region, a part of name or code, or those that wait for the asker.");
        api.MapGet("/lists/{list}/entries/{entry}", EntryAsync).Needs(Permission.ReadLists, Target.Entry)
            .WithSummary("An entry: what the machine says beside what people decided, its history, what the asker may do.");
        api.MapGet("/lists/{list}/entries/{entry}/documents/{sha256}", async (string list, string entry, string sha256, ListStore lists, DocumentStore documents, CancellationToken ct) =>
                await DocumentsApi.GiveAsync((await lists.ReadEntryAsync(Number(list), EntryNumber(entry), ct)).History.Select(e => e.Document), sha256, documents, ct))
            .Needs(Permission.ReadLists, Target.Entry).WithSummary("A document behind a decision about an entry.");
        api.MapPost("/lists/{list}/entries", AddAsync).Needs(Permission.ReviewEntries, Target.List)
            .WithSummary("Puts up by hand an enterprise that the machine does not list, with reason and document.");
        foreach (var (word, act, permission, summary) in EntryActs.Table)
        {
            api.MapPost($"/lists/{{list}}/entries/{{entry}}/{word}", (string list, string entry, EntryWish wish, Actor actor, ListStore lists, CancellationToken ct) =>
                ActAsync(list, entry, act, permission, wish, actor, lists, ct)).Needs(permission, Target.Entry).WithSummary(summary);
            api.MapPost($"/lists/{{list}}/acts/{word}", (string list, EntryWishes wishes, Actor actor, ListStore lists, CancellationToken ct) =>
                ActAsync(list, act, permission, wishes, actor, lists, ct)).Needs(permission, Target.List).WithSummary($"The same with many entries: each is done or refused by itself. {summary}");
        }
    }

    /// <summary>What somebody wants to do with an entry.</summary>
    internal sealed record EntryWish(int Version, string? Reason = null, DocumentRef? Document = null);

    /// <summary>What somebody wants to do with many entries.</summary>
    internal sealed record EntryWishes(IReadOnlyList<WishedEntry> Entries, string? Reason = null, DocumentRef? Document = null);

    /// <summary>An entry and its version on screen.</summary>
    internal sealed record WishedEntry(int Entry, int Version);

    /// <summary>What became of many wishes.</summary>
    internal sealed record WishesAnswer(int Done, int Refused, IReadOnlyList<WishAnswer> Entries);

    /// <summary>What became of one: its new version and state, or why not.</summary>
    internal sealed record WishAnswer(int Entry, bool Done, int? Version, EntryState? State, string? Code, Wording? Reason);

    /// <summary>An enterprise to be put up by hand.</summary>
    internal sealed record ManualEntry(string FacilityId, string ClassId, string? Reason = null, DocumentRef? Document = null);

    private static async Task<Ok<Page<EntryAnswer>>> EntriesAsync(
        string list, Actor actor, ListStore lists, string? class_id, Word<EntryState>? state, Word<EntryDecision>? decision, bool? included, string? region, bool? waiting_for_me, string? search,
        string? after, int? limit, CancellationToken ct)
    {
        var (stored, most, turns) = (await lists.ReadAsync(Number(list), ct), Page<EntryAnswer>.Limit(limit), EntryActs.TurnsOf(actor));
        if (waiting_for_me == true && turns.Count == 0) return TypedResults.Ok(new Page<EntryAnswer>([], null));
        var filter = new EntryFilter
        {
            ClassId = class_id, State = state?.Value, Decision = decision?.Value, Included = included, Region = region is null ? null : RegionCode.Of(region), Text = search,
            WaitingFor = waiting_for_me == true ? turns : null, Reach = actor.Scope.Reach,
        };
        var found = await lists.PageAsync(stored.Id, filter, after is null ? 0 : (int)Math.Min(Cursor(after), int.MaxValue), most + 1, ct);
        return TypedResults.Ok(new Page<EntryAnswer>([.. found.Take(most).Select(e => Answer(e, stored, actor))], found.Count > most ? Text(found[most - 1].Number) : null));
    }

    private static async Task<Ok<EntryDetail>> EntryAsync(string list, string entry, Actor actor, ListStore lists, CancellationToken ct)
    {
        var found = await lists.ReadEntryAsync(Number(list), EntryNumber(entry), ct);
        return TypedResults.Ok(new EntryDetail(Answer(found, await lists.ReadAsync(found.ListId, ct), actor), [.. found.History.Select(EntryEventAnswer.Of)]));
    }

    private static async Task<Created<EntryAnswer>> AddAsync(string list, ManualEntry wanted, Actor actor, ListOffice office, ListStore lists, CancellationToken ct)
    {
        var number = await office.AddAsync(
            Number(list), new FacilityId(wanted.FacilityId), wanted.ClassId, wanted.Reason, wanted.Document, region => actor.Over(Permission.ReviewEntries, region), ct);
        return TypedResults.Created(FormattableString.Invariant($"{PathOf(Number(list))}/entries/{number}"), Answer(await lists.ReadEntryAsync(Number(list), number, ct), await lists.ReadAsync(Number(list), ct), actor));
    }

    private static async Task<Ok<EntryAnswer>> ActAsync(string list, string entry, EntryAct act, Permission permission, EntryWish wish, Actor actor, ListStore lists, CancellationToken ct)
    {
        var done = await ActAsync(Number(list), EntryNumber(entry), act, permission, wish, actor, lists, ct);
        return TypedResults.Ok(Answer(done, await lists.ReadAsync(done.ListId, ct), actor));
    }

    private static async Task<Ok<WishesAnswer>> ActAsync(string list, EntryAct act, Permission permission, EntryWishes wishes, Actor actor, ListStore lists, CancellationToken ct)
    {
        if (wishes.Entries.Count > Page<EntryAnswer>.Most) throw new FormatException($"一次最多{Page<EntryAnswer>.Most}项。 At most {Page<EntryAnswer>.Most} entries at once.");
        var answers = new List<WishAnswer>(wishes.Entries.Count);
        foreach (var wished in wishes.Entries)
        {
            try
            {
                var done = await ActAsync(Number(list), wished.Entry, act, permission, new(wished.Version, wishes.Reason, wishes.Document), actor, lists, ct);
                answers.Add(new(wished.Entry, true, done.Entry.Version, done.Entry.State, null, null));
            }
            catch (Exception e) when (e is RefusedActException or KeyNotFoundException)
            {
                var problem = Problems.Of(e)!;
                answers.Add(new(wished.Entry, false, (e as RefusedActException)?.Version, null, problem.Code, problem.Reason));
            }
        }

        return TypedResults.Ok(new WishesAnswer(answers.Count(a => a.Done), answers.Count(a => !a.Done), answers));
    }

    /// <summary>Does one act with one entry within the actor's reach, as the nearest of his roles that may.</summary>
    internal static async Task<StoredListEntry> ActAsync(long list, int entry, EntryAct act, Permission permission, EntryWish wish, Actor actor, ListStore lists, CancellationToken ct)
    {
        // What lies outside is not even said to be there.
        var place = await lists.PlaceAsync(list, entry, ct);
        if (place is not { } found || !actor.Scope.Reach.Holds(found.Region, found.Facility)) throw new KeyNotFoundException();
        return await lists.ActAsync(
            list, entry, new(act, actor.Over(permission, found.Region), default) { Reason = wish.Reason, Document = wish.Document, ExpectedVersion = wish.Version }, ct);
    }

    private static EntryAnswer Answer(StoredListEntry entry, StoredList list, Actor actor) =>
        EntryAnswer.Of(entry, list.Basis.Procedure, list.List.State == CleanProd.Rules.Lists.Publication.ListState.Open ? EntryActs.Of(actor, entry.Entry, list.Basis.Procedure) : []);
}
