using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage;

/// <summary>
/// Imports and facts on SQLite or PostgreSQL. One caller at a time: a store is one connection. Between two
/// facilities of <see cref="ReadFacilitiesAsync"/> other calls may be made.
/// </summary>
public sealed partial class FactStore : IAsyncDisposable
{
    private readonly StoreContext _context;
    private readonly StoreDialect _dialect;

    private FactStore(StoreContext context, StoreDialect dialect, string? throwAway = null) =>
        (_context, _dialect, ThrowAwayFolder) = (context, dialect, throwAway);

    /// <summary>The folder that goes with the store; null when the store is to stay.</summary>
    internal string? ThrowAwayFolder { get; }

    /// <summary>Facts through a connection, and in the transaction, of somebody else, who disposes it.</summary>
    internal static FactStore Over(StoreContext context, StoreKind kind) =>
        new(context, kind == StoreKind.Sqlite ? new SqliteDialect() : new PostgresDialect());

    /// <summary>Opens a store in one file; makes or upgrades it when needed.</summary>
    /// <exception cref="InvalidDataException">The file is no store of this program.</exception>
    public static Task<FactStore> OpenSqliteAsync(string path, CancellationToken ct = default) =>
        // Write-ahead log: readers do not wait for a writer, and a killed process leaves no half transaction.
        OpenSqliteAsync(path, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=30000;", null, ct);

    /// <summary>Opens a store in a PostgreSQL database; makes or upgrades its tables when needed.</summary>
    public static async Task<FactStore> OpenPostgresAsync(string connectionString, CancellationToken ct = default)
    {
        var context = new PostgresStoreContext(new DbContextOptionsBuilder().UseNpgsql(connectionString).Options);
        return await OpenAsync(new FactStore(context, new PostgresDialect()), "", ct);
    }

    /// <summary>Makes an empty store in a temporary folder; it is deleted when disposed.</summary>
    public static Task<FactStore> CreateTemporaryAsync(CancellationToken ct = default)
    {
        var folder = Directory.CreateTempSubdirectory("cleanprod-").FullName;
        // Nobody reads it after a crash: nothing waits for the disk.
        return OpenSqliteAsync(
            Path.Combine(folder, "store.sqlite"),
            // Large pages: it holds large values and is written once.
            "PRAGMA page_size=32768; PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536;",
            folder,
            ct);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        if (ThrowAwayFolder is not null) Directory.Delete(ThrowAwayFolder, recursive: true);
    }

    private static async Task<FactStore> OpenSqliteAsync(string path, string pragmas, string? throwAway, CancellationToken ct)
    {
        // No pool: a closed store holds no file.
        var connection = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        var context = new SqliteStoreContext(new DbContextOptionsBuilder().UseSqlite(connection).Options);
        var store = new FactStore(context, new SqliteDialect(), throwAway);
        try
        {
            return await OpenAsync(store, pragmas, ct);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == NotADatabase)
        {
            throw new InvalidDataException($"'{path}' is no store of this program: give another file, or restore this one from a backup.", e);
        }
    }

    // SQLITE_NOTADB
    private const int NotADatabase = 26;

    private static async Task<FactStore> OpenAsync(FactStore store, string pragmas, CancellationToken ct)
    {
        try
        {
            await store._context.Database.OpenConnectionAsync(ct);
            if (pragmas.Length > 0) await store._context.Database.ExecuteSqlRawAsync(pragmas, ct);
            await StoreUpgrade.RunAsync(store._context, to: null, ct);
            await store.TakeUpEarlierImportsAsync(ct);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }
}
