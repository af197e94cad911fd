using CleanProd.Rules.Storage.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage;

/// <summary>Brings a database to the schema of this program.</summary>
internal static class StoreUpgrade
{
    // Any number that no other program on the server uses for the same.
    private const long PostgresLock = 0x436c65616e50726f;

    // SQLITE_NOTADB
    private const int NotADatabase = 26;

    internal static async Task RunAsync(StoreContext context, StoreAddress address, CancellationToken ct)
    {
        try
        {
            await context.Database.OpenConnectionAsync(ct);
            if (address.Kind == StoreKind.Sqlite) await SqliteAsync(context, ct);
            else await PostgresAsync(context, ct);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == NotADatabase)
        {
            throw new InvalidDataException(
                $"'{address.Connection}' 不是本程序的存储。请另选文件，或从备份恢复。 It is no store of this program: give another file, or restore it from a backup.", e);
        }
    }

    private static async Task SqliteAsync(StoreContext context, CancellationToken ct)
    {
        // Write-ahead log: readers do not wait for a writer, and a killed process leaves no half transaction.
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", ct);
        // Asked first, so that opening a store that is up to date takes no lock on it.
        if (!(await context.Database.GetPendingMigrationsAsync(ct)).Any()) return;
        // A process that was killed while upgrading leaves the lock behind, and nobody would ever take it away.
        await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\";", ct);
        await context.Database.MigrateAsync(ct);
    }

    private static async Task PostgresAsync(StoreContext context, CancellationToken ct)
    {
        if (await Current()) return;
        // The server drops the lock with the connection, however this process ends.
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({PostgresLock})", ct);
        try
        {
            if (!await Current()) await context.Database.MigrateAsync(ct);
        }
        finally
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({PostgresLock})", CancellationToken.None);
        }

        async Task<bool> Current() => !(await context.Database.GetPendingMigrationsAsync(ct)).Any();
    }
}
