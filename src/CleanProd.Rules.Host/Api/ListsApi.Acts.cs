using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Lists;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Lists;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

// What is done with a list as a whole.
internal static partial class ListsApi
{
    private static void MapListActs(this IEndpointRouteBuilder api)
    {
        api.MapPost("/lists/{list}/signatures", SignAsync).NeedsWhole(Permission.SignLists, Target.List).WithSummary("Signs a class for the own department, with the hash of the content that was read.");
        api.MapPost("/lists/{list}/signatures/refuse", RefuseAsync).NeedsWhole(Permission.SignLists, Target.List).WithSummary("Refuses to sign a class, with reason.");
        api.MapPost("/lists/{list}/publish", PublishAsync).NeedsWhole(Permission.PublishLists, Target.List).WithSummary("Publishes a list under a number; nothing may stand against it.");
        api.MapPost("/lists/{list}/abandon", AbandonAsync).NeedsWhole(Permission.PublishLists, Target.List).WithSummary("Gives an open list up, with reason.");
    }

    /// <summary>What a department signs.</summary>
    internal sealed record NewSignature(int Version, string ClassId, string Sha256);

    /// <summary>What a department does not sign, and why.</summary>
    internal sealed record NewRefusal(int Version, string ClassId, string Sha256, string? Reason, DocumentRef? Document = null);

    /// <summary>Under which number, and on which day: today where none is given.</summary>
    internal sealed record NewPublication(int Version, string Number, DateOnly? PublishedOn = null);

    /// <summary>Why a list is given up.</summary>
    internal sealed record Abandonment(int Version, string? Reason);

    private static async Task<Ok<ListAnswer>> SignAsync(string list, NewSignature wanted, Actor actor, ListStore lists, CancellationToken ct) =>
        Answer(await lists.SignAsync(Number(list), wanted.ClassId, wanted.Sha256, null, wanted.Version, await WhoAsync(list, actor, Permission.SignLists, lists, ct), ct));

    private static async Task<Ok<ListAnswer>> RefuseAsync(string list, NewRefusal wanted, Actor actor, ListStore lists, CancellationToken ct) => Answer(await lists.SignAsync(
        Number(list), wanted.ClassId, wanted.Sha256, new(wanted.Reason, wanted.Document), wanted.Version, await WhoAsync(list, actor, Permission.SignLists, lists, ct), ct));

    private static async Task<Ok<ListAnswer>> PublishAsync(string list, NewPublication wanted, Actor actor, ListStore lists, CancellationToken ct) => Answer(await lists.PublishAsync(
        Number(list), wanted.Number, wanted.PublishedOn ?? lists.Today, wanted.Version, await WhoAsync(list, actor, Permission.PublishLists, lists, ct), ct));

    private static async Task<Ok<ListAnswer>> AbandonAsync(string list, Abandonment wanted, Actor actor, ListStore lists, CancellationToken ct) =>
        Answer(await lists.AbandonAsync(Number(list), wanted.Reason, wanted.Version, await WhoAsync(list, actor, Permission.PublishLists, lists, ct), ct));

    private static async Task<Officer> WhoAsync(string list, Actor actor, Permission permission, ListStore lists, CancellationToken ct) =>
        actor.Over(permission, await lists.JurisdictionAsync(Number(list), ct) ?? throw new KeyNotFoundException());

    private static Ok<ListAnswer> Answer(StoredList list) => TypedResults.Ok(ListAnswer.Of(list));
}
