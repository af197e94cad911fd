using System.Data;
using System.Data.Common;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Upkeep;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace CleanProd.Rules.Storage;

/// <summary>
/// Brings a database to the schema of this program, in one transaction whatever the number of steps: a kill in the middle leaves the store as it
/// was, and the next start begins again.
/// </summary>
internal static class StoreUpgrade
{
    // Any number that no other program on the server uses for the same.
    private const long PostgresLock = 0x436c65616e50726f;

    // SQLITE_NOTADB
    private const int NotADatabase = 26;

    /// <summary>Upgrades the store when needed. Of several processes that start at once one upgrades, the others wait.</summary>
    /// <exception cref="InvalidDataException">The file is no store, or a newer program wrote it.</exception>
    internal static async Task RunAsync(StoreContext context, StoreAddress address, CancellationToken ct)
    {
        try
        {
            await context.Database.OpenConnectionAsync(ct);
            // Write-ahead log: readers do not wait for a writer, and a killed process leaves no half transaction.
            if (address.Kind == StoreKind.Sqlite) await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", ct);
            await RunAsync(context, to: null, ct);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == NotADatabase)
        {
            throw new InvalidDataException(
                $"'{address.Connection}' 不是本程序的存储。请另选文件，或从备份恢复。 It is no store of this program: give another file, or restore it from a backup.", e);
        }
    }

    /// <summary>The same on a connection that is open, up to a migration; null for the newest.</summary>
    /// <exception cref="InvalidDataException">A newer program wrote the store.</exception>
    internal static async Task RunAsync(StoreContext context, string? to, CancellationToken ct)
    {
        // Asked first, so that opening a store that is up to date takes no lock on it.
        if (await IsReadyAsync(context, to, ct)) return;
        if (context.Database.IsNpgsql())
        {
            await using var transaction = await context.Database.BeginTransactionAsync(ct);
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PostgresLock})", ct);
            await MigrateAsync(context, to, ct);
            await transaction.CommitAsync(ct);
        }
        else
        {
            await SqliteAsync(context, to, ct);
        }
    }

    /// <summary>Whether the schema is that of this program.</summary>
    /// <exception cref="InvalidDataException">A newer program wrote the store.</exception>
    internal static async Task<bool> IsCurrentAsync(StoreContext context, CancellationToken ct) => (await PendingAsync(context, null, ct)).Count == 0;

    private static async Task<bool> IsReadyAsync(StoreContext context, string? to, CancellationToken ct) =>
        (await PendingAsync(context, to, ct)).Count == 0 && (to is not null || await StoreGuards.AreInPlaceAsync(context, ct));

    // SQLite rebuilds a table to change it, which only works with foreign keys off, which only works outside a transaction.
    private static async Task SqliteAsync(StoreContext context, string? to, CancellationToken ct)
    {
        await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=0;", ct);
        try
        {
            // Immediate: the one writer is this process from the first statement on.
            await using var transaction = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(IsolationLevel.Serializable, deferred: false);
            await using var used = await context.Database.UseTransactionAsync(transaction, ct);
            await MigrateAsync(context, to, ct);
            await using (var check = Command(context, "PRAGMA foreign_key_check;"))
            await using (var faults = await check.ExecuteReaderAsync(ct))
            {
                if (await faults.ReadAsync(ct))
                    throw new InvalidDataException($"升级后表 {faults.GetString(0)} 的引用不完整，存储未改动。 After the upgrade a row of {faults.GetString(0)} would refer to nothing; the store was left as it is.");
            }

            await transaction.CommitAsync(ct);
        }
        finally
        {
            await context.Database.UseTransactionAsync(null, CancellationToken.None);
            await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=1;", CancellationToken.None);
        }
    }

    private static async Task MigrateAsync(StoreContext context, string? to, CancellationToken ct)
    {
        var pending = await PendingAsync(context, to, ct);
        // Steps may have to change rows that nobody else may.
        await StoreGuards.DropAsync(context, ct);
        if (pending.Count > 0)
        {
            var from = context.Database.GetMigrations().TakeWhile(m => m != pending[0]).LastOrDefault() ?? Migration.InitialDatabase;
            var script = context.GetService<IMigrator>().GenerateScript(from, pending[^1], MigrationsSqlGenerationOptions.NoTransactions);
            await using var command = Command(context, script);
            // An upgrade of a large store takes as long as it takes.
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(ct);
        }

        if (to is null) await StoreGuards.PutAsync(context, ct);
    }

    private static async Task<IReadOnlyList<string>> PendingAsync(StoreContext context, string? to, CancellationToken ct)
    {
        var known = context.Database.GetMigrations().ToArray();
        var applied = await AppliedAsync(context, ct);
        var strange = applied.Except(known, StringComparer.Ordinal).ToArray();
        if (strange.Length > 0)
        {
            throw new InvalidDataException(
                $"存储由更新版本的程序写成（{string.Join("、", strange)}），本程序不能打开。请使用该版本，或从较早的备份恢复到新存储。 " +
                "A newer program wrote this store: use that program, or restore an older backup into a new store.");
        }

        return [.. known.TakeWhile(m => to is null || string.CompareOrdinal(m, to) <= 0).Except(applied, StringComparer.Ordinal)];
    }

    // Asked on this connection: the framework's own question opens another, which a store that is locked would keep waiting.
    private static async Task<IReadOnlyList<string>> AppliedAsync(StoreContext context, CancellationToken ct)
    {
        await using (var exists = Command(context, context.Database.IsNpgsql()
            ? "SELECT count(*) FROM pg_class WHERE relname = '__EFMigrationsHistory' AND relnamespace = current_schema()::regnamespace"
            : "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'"))
        {
            if ((long)(await exists.ExecuteScalarAsync(ct))! == 0) return [];
        }

        await using var history = Command(context, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"");
        await using var rows = await history.ExecuteReaderAsync(ct);
        var applied = new List<string>();
        while (await rows.ReadAsync(ct)) applied.Add(rows.GetString(0));
        return applied;
    }

    private static DbCommand Command(StoreContext context, string text)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Text of this program and its migrations.
        command.CommandText = text;
#pragma warning restore CA2100
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
}
