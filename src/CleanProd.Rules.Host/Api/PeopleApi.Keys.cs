using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Storage.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

/// <summary>Keys of machines.</summary>
internal static partial class PeopleApi
{
    private static void MapKeys(IEndpointRouteBuilder api)
    {
        api.MapGet("/accounts/{account}/keys", KeysAsync).Needs(Permission.ManagePeople, Target.Account).WithSummary("Keys of a machine, without the keys themselves.");
        api.MapPost("/accounts/{account}/keys", AddKeyAsync).Needs(Permission.ManagePeople, Target.Account)
            .WithSummary("Makes a key for a machine; it is shown in the answer and never again.");
        api.MapPost("/accounts/{account}/keys/{key}/revoke", RevokeKeyAsync).Needs(Permission.ManagePeople, Target.Account).WithSummary("Revokes a key at once.");
    }

    /// <summary>A new key.</summary>
    internal sealed record NewKey(DateTimeOffset? ExpiresAt = null);

    /// <summary>A key as administrators see it.</summary>
    internal sealed record KeyView(string Id, string Beginning, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt);

    /// <summary>A key that is shown once.</summary>
    internal sealed record MadeKey(string Id, string Key, DateTimeOffset? ExpiresAt);

    private static async Task<Ok<Page<KeyView>>> KeysAsync(Guid account, KeyStore keys, CancellationToken ct) => TypedResults.Ok(new Page<KeyView>(
        [.. (await keys.OfAsync(account, ct)).Select(k => new KeyView(k.Sha256, k.Beginning, k.CreatedAt, k.ExpiresAt, k.RevokedAt))], null));

    private static async Task<Created<MadeKey>> AddKeyAsync(Guid account, NewKey asked, Actor actor, KeyStore keys, CancellationToken ct)
    {
        var key = Password.NewKey();
        var made = await keys.AddAsync(account, key, asked.ExpiresAt, actor.Officer, ct);
        return TypedResults.Created($"/api/v1/accounts/{account:D}/keys", new MadeKey(made.Sha256, key, made.ExpiresAt));
    }

    private static async Task<NoContent> RevokeKeyAsync(Guid account, string key, Actor actor, KeyStore keys, CancellationToken ct)
    {
        await keys.RevokeAsync(account, key, actor.Officer, ct);
        return TypedResults.NoContent();
    }
}
