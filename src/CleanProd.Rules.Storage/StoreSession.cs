using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Journal;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage;

/// <summary>One transaction of a store: what is written through it becomes visible together, with its lines of the journal.</summary>
public sealed class StoreSession
{
    private readonly StoreKind _kind;
    private readonly List<JournalDraft> _journal = [];
    private readonly List<Action> _afterCommit = [];

    internal StoreSession(StoreContext context, StoreKind kind, DateTimeOffset now) => (Context, _kind, Now) = (context, kind, now);

    internal StoreContext Context { get; }

    /// <summary>Facts, in this transaction. Their acts write their own lines of the journal: call them last.</summary>
    internal FactStore Facts => FactStore.Over(Context, _kind);

    /// <summary>The time of the act, the same for all that it writes.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Writes a line of the journal with this transaction.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="act">What, in dotted words: <c>list.entry.verify</c>.</param>
    /// <param name="subject">On what, as kind and key: <c>list/12/entry/7</c>.</param>
    /// <param name="content">The act itself as JSON, complete enough to tell a changed row from a true one.</param>
    public void Record(Officer actor, string act, string subject, string content) => _journal.Add(new(actor, act, subject, content));

    /// <summary>Done after the transaction is committed; never when it is not. May be lost when the process is killed in between.</summary>
    public void AfterCommit(Action act) => _afterCommit.Add(act);

    /// <summary>
    /// Waits until no other transaction holds the name, and holds it until this one ends. SQLite has one writer at a time anyway.
    /// </summary>
    /// <param name="name">What is locked: <c>list/12</c>.</param>
    /// <param name="ct">Breaks the wait off.</param>
    public async Task LockAsync(string name, CancellationToken ct = default)
    {
        if (_kind == StoreKind.Postgres)
            await Context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", ct);
    }

    /// <summary>Real time, told by the database where several hosts share one: for leases, never for acts.</summary>
    internal async Task<DateTimeOffset> RealTimeAsync(CancellationToken ct) => _kind == StoreKind.Postgres
        ? new(DateTime.SpecifyKind(await Context.Database.SqlQuery<DateTime>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(ct), DateTimeKind.Utc))
        : TimeProvider.System.GetUtcNow();

    internal async Task FinishAsync(CancellationToken ct)
    {
        await Context.SaveChangesAsync(ct);
        if (_journal.Count == 0) return;
        // Last of all locks, so that it can never be part of a circle.
        await LockAsync("journal", ct);
        await JournalWriter.AppendAsync(Context, _journal, Now, ct);
    }

    internal void Committed()
    {
        foreach (var act in _afterCommit) act();
    }
}
