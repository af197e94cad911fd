using System.Security.Cryptography;
using System.Text;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.People;

/// <summary>What the gate asks about a person at every request.</summary>
/// <param name="store">Where it is kept.</param>
public sealed class PeopleStore(Store store)
{
    private readonly AccessLogWriter _log = new(store);

    /// <summary>The time of acts.</summary>
    public DateTimeOffset Now => Store.Moment(store.Clock.GetUtcNow());

    /// <summary>The roles an account has now.</summary>
    public Task<IReadOnlyList<Grant>> GrantsAsync(Guid account, CancellationToken ct = default) =>
        store.ReadAsync<IReadOnlyList<Grant>>(async c => await c.Set<Grant>().Where(g => g.AccountId == account && g.EndedAt == null).OrderBy(g => g.Id).ToListAsync(ct));

    /// <summary>An account by its number; null when there is none.</summary>
    public Task<Account?> FindAsync(Guid account, CancellationToken ct = default) =>
        store.ReadAsync(c => c.Set<Account>().SingleOrDefaultAsync(a => a.Id == account, ct));

    /// <summary>The account that a key opens now; null when it opens none.</summary>
    public Task<Guid?> AccountOfKeyAsync(string key, CancellationToken ct = default)
    {
        var (sha256, now) = (HashOf(key), store.Clock.GetUtcNow());
        return store.ReadAsync(c => c.Set<ApiKey>()
            .Where(k => k.Sha256 == sha256 && k.RevokedAt == null && (k.ExpiresAt == null || k.ExpiresAt > now))
            .Select(k => (Guid?)k.AccountId).SingleOrDefaultAsync(ct));
    }

    /// <summary>Whether nobody can sign in yet.</summary>
    public Task<bool> IsEmptyAsync(CancellationToken ct = default) => store.ReadAsync(async c => !await c.Set<Account>().AnyAsync(ct));

    /// <summary>Adds an account with its roles.</summary>
    /// <returns>False when the name is taken; nothing was added then.</returns>
    public async Task<bool> AddAsync(Account account, IReadOnlyList<Grant> grants, Officer by, string content, CancellationToken ct = default)
    {
        try
        {
            await store.WriteAsync(
                session =>
                {
                    session.Context.Add(account);
                    session.Context.AddRange(grants);
                    session.Record(by, "people.add", $"account/{account.Id:D}", content);
                    return Task.CompletedTask;
                },
                ct);
            return true;
        }
        catch (RefusedActException e) when (e.Code == "stale_version")
        {
            return false;
        }
    }

    /// <summary>Appends to the log of reads; done when the line is kept.</summary>
    public Task LogAsync(AccessLine line) => _log.KeepAsync(line);

    /// <summary>What is kept of a key.</summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
