using System.Text.Json;
using CleanProd.Rules.Lists;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.People;

/// <summary>The keys of machines.</summary>
/// <param name="store">Where they are kept.</param>
public sealed class KeyStore(Store store)
{
    // Enough to tell keys apart, far too little to guess the rest.
    private const int Shown = 8;

    /// <summary>Keeps a new key of a machine.</summary>
    /// <param name="account">The machine's account.</param>
    /// <param name="key">The key; only its hash and its beginning are kept.</param>
    /// <param name="expiresAt">After this it opens nothing; null: until revoked.</param>
    /// <param name="by">Who made it.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="RefusedActException"><c>not_a_machine</c>, <c>bad_expiry</c>.</exception>
    /// <exception cref="KeyNotFoundException">There is no such account.</exception>
    public async Task<ApiKey> AddAsync(Guid account, string key, DateTimeOffset? expiresAt, Officer by, CancellationToken ct = default)
    {
        return await store.WriteAsync(
            async session =>
            {
                var found = await session.Context.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == account, ct) ?? throw new KeyNotFoundException();
                if (!found.IsMachine) throw new RefusedActException("not_a_machine", new("人员账号不能用密钥。", "A person acts with a password, not with a key."));
                if (expiresAt <= session.Now) throw new RefusedActException("bad_expiry", new("有效期必须在今后。", "The expiry must lie in the future."));
                var made = new ApiKey
                {
                    Sha256 = PeopleStore.HashOf(key), Beginning = key[..Shown], AccountId = account, CreatedAt = session.Now,
                    ExpiresAt = expiresAt is { } at ? Store.Moment(at) : null,
                };
                session.Context.Add(made);
                session.Record(by, "people.key.add", $"account/{account:D}", JsonSerializer.Serialize(new { key = made.Sha256, expires_at = made.ExpiresAt }));
                return made;
            },
            ct);
    }

    /// <summary>All keys of an account, the newest first.</summary>
    public Task<IReadOnlyList<ApiKey>> OfAsync(Guid account, CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<ApiKey>>(async context =>
        await context.Set<ApiKey>().Where(k => k.AccountId == account).OrderByDescending(k => k.CreatedAt).ThenBy(k => k.Sha256).ToListAsync(ct));

    /// <summary>Revokes a key.</summary>
    /// <exception cref="KeyNotFoundException">The account has no such key that holds.</exception>
    public Task RevokeAsync(Guid account, string sha256, Officer by, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            var revoked = await session.Context.Set<ApiKey>().Where(k => k.AccountId == account && k.Sha256 == sha256 && k.RevokedAt == null)
                .ExecuteUpdateAsync(u => u.SetProperty(k => k.RevokedAt, session.Now), ct);
            if (revoked == 0) throw new KeyNotFoundException();
            session.Record(by, "people.key.revoke", $"account/{account:D}", JsonSerializer.Serialize(new { key = sha256 }));
        },
        ct);
}
