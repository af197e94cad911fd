using System.Data;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CleanProd.Rules.Storage.Upkeep;

/// <summary>A store as it stood at one moment, however much is written meanwhile. Nobody waits for it and it waits for nobody.</summary>
internal sealed class StoreSnapshot : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;

    private StoreSnapshot(StoreContext context, IDbContextTransaction transaction, StoreDialect dialect) =>
        (Context, _transaction, Dialect) = (context, transaction, dialect);

    /// <summary>Reads through it see the moment.</summary>
    internal StoreContext Context { get; }

    internal StoreDialect Dialect { get; }

    internal static async Task<StoreSnapshot> TakeAsync(Store store, CancellationToken ct)
    {
        var context = store.NewContext();
        try
        {
            context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            await context.Database.OpenConnectionAsync(ct);
            // Reading a large table takes as long as it takes.
            context.Database.SetCommandTimeout(0);
            if (store.Address.Kind == StoreKind.Postgres)
                return new(context, await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct), new PostgresDialect());
            // Deferred: in the write-ahead log a reader keeps its moment without a lock.
            var reading = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(IsolationLevel.Serializable, deferred: true);
            return new(context, (await context.Database.UseTransactionAsync(reading, ct))!, new SqliteDialect());
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Context.DisposeAsync();
    }
}
