using CleanProd.Rules.Lists;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.People;

/// <summary>Who is signed in.</summary>
/// <param name="store">Where it is kept.</param>
public sealed class SessionStore(Store store)
{
    /// <summary>How exactly the last use is kept; every request writing it would be a write for every read.</summary>
    public static readonly TimeSpan Exactness = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session.</summary>
    public async Task<Guid> StartAsync(Guid account, string address, string browser, CancellationToken ct = default)
    {
        var id = Guid.NewGuid();
        await store.WriteAsync(
            session =>
            {
                session.Context.Add(new Session
                {
                    Id = id, AccountId = account, StartedAt = session.Now, SeenAt = session.Now, Address = address,
                    Browser = browser.Length > 200 ? browser[..200] : browser,
                });
                return Task.CompletedTask;
            },
            ct);
        return id;
    }

    /// <summary>Whether a session holds; notes that it is in use.</summary>
    public async Task<bool> UseAsync(Guid id, CancellationToken ct = default)
    {
        if (await store.ReadAsync(c => c.Set<Session>().SingleOrDefaultAsync(s => s.Id == id && s.EndedAt == null, ct)) is not { } found) return false;
        if (Store.Moment(store.Clock.GetUtcNow()) - found.SeenAt >= Exactness)
            await store.WriteAsync(session => session.Context.Set<Session>().Where(s => s.Id == id).ExecuteUpdateAsync(u => u.SetProperty(s => s.SeenAt, session.Now), ct), ct);
        return true;
    }

    /// <summary>The sessions of an account that were used since a time, the newest first.</summary>
    public Task<IReadOnlyList<Session>> OfAsync(Guid account, DateTimeOffset since, CancellationToken ct = default) =>
        store.ReadAsync<IReadOnlyList<Session>>(async c => await c.Set<Session>()
            .Where(s => s.AccountId == account && s.EndedAt == null && s.SeenAt >= since).OrderByDescending(s => s.StartedAt).ThenBy(s => s.Id).ToListAsync(ct));

    /// <summary>Ends one session of an account.</summary>
    /// <exception cref="KeyNotFoundException">The account has no such session.</exception>
    public Task EndAsync(Guid account, Guid id, Officer by, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            var ended = await session.Context.Set<Session>().Where(s => s.Id == id && s.AccountId == account && s.EndedAt == null)
                .ExecuteUpdateAsync(u => u.SetProperty(s => s.EndedAt, session.Now), ct);
            if (ended == 0) throw new KeyNotFoundException();
            session.Record(by, "people.session.end", $"account/{account:D}", $"{{\"session\":\"{id:D}\"}}");
        },
        ct);

    /// <summary>Ends every session of an account but one.</summary>
    public Task EndOthersAsync(Guid account, Guid kept, Officer by, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            await EndAllAsync(session, account, kept, ct);
            session.Record(by, "people.session.end_others", $"account/{account:D}", "{}");
        },
        ct);

    internal static Task EndAllAsync(StoreSession session, Guid account, Guid? kept, CancellationToken ct) =>
        session.Context.Set<Session>().Where(s => s.AccountId == account && s.Id != kept && s.EndedAt == null)
            .ExecuteUpdateAsync(u => u.SetProperty(s => s.EndedAt, session.Now), ct);
}
