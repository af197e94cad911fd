using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CleanProd.Rules.Storage;

/// <summary>
/// The store of a service: any number of callers at once, each with a connection of its own. What is written is written in one
/// transaction with its line of the journal, or not at all.
/// </summary>
public sealed class Store
{
    private const int Attempts = 8;

    private readonly DbContextOptions _options;

    internal Store(StoreAddress address, TimeProvider clock)
    {
        (Address, Clock) = (address, clock);
        _options = address.Kind == StoreKind.Sqlite
            ? new DbContextOptionsBuilder().UseSqlite(new SqliteConnectionStringBuilder { DataSource = address.Connection, DefaultTimeout = 60 }.ToString()).Options
            : new DbContextOptionsBuilder().UseNpgsql(address.Connection).Options;
    }

    /// <summary>Where it is.</summary>
    public StoreAddress Address { get; }

    /// <summary>
    /// Raised by this process for each act it has committed, with the act's word in the journal. To count and to hurry only: a process that is
    /// killed raises nothing.
    /// </summary>
    public event Action<string>? Acted;

    /// <summary>What tells the time of acts. Tests give their own.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Opens a store; makes or upgrades it when needed. Of several processes that start at once one upgrades, the others wait.</summary>
    /// <exception cref="InvalidDataException">The file is no store of this program.</exception>
    public static async Task<Store> OpenAsync(StoreAddress address, TimeProvider clock, CancellationToken ct = default)
    {
        var store = new Store(address, clock);
        await using var context = store.NewContext();
        await StoreUpgrade.RunAsync(context, address, ct);
        await FactStore.Over(context, address.Kind).TakeUpEarlierImportsAsync(ct);
        return store;
    }

    /// <summary>Opens a store that is there and up to date, and changes nothing about it.</summary>
    /// <exception cref="InvalidDataException">There is none, or its schema is that of another version.</exception>
    public static async Task<Store> OpenExistingAsync(StoreAddress address, TimeProvider clock, CancellationToken ct = default)
    {
        if (address.Kind == StoreKind.Sqlite && !File.Exists(address.Connection))
            throw new InvalidDataException($"没有存储文件 {address.Connection}。 There is no such store.");
        var store = new Store(address, clock);
        await using var context = store.NewContext();
        await context.Database.OpenConnectionAsync(ct);
        return await StoreUpgrade.IsCurrentAsync(context, ct)
            ? store
            : throw new InvalidDataException(
                "存储由较早版本的程序写成：请先用本版本启动一次 serve 完成升级。 An older version wrote this store: start serve of this version once, which upgrades it.");
    }

    /// <summary>A fact store on a connection of its own; the caller disposes it. The schema was looked at when the store was opened.</summary>
    public async Task<FactStore> OpenFactsAsync(CancellationToken ct = default)
    {
        var context = NewContext();
        try
        {
            await context.Database.OpenConnectionAsync(ct);
            return FactStore.Over(context, Address.Kind);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Does an act in one transaction. When another transaction stood in its way it is done again from the start, so it must change
    /// nothing outside the session before <see cref="StoreSession.AfterCommit"/>.
    /// </summary>
    /// <exception cref="RefusedActException">
    /// Code <c>stale_version</c>: somebody else wrote the same thing at the same moment; nothing was written.
    /// </exception>
    public async Task<T> WriteAsync<T>(Func<StoreSession, Task<T>> act, CancellationToken ct = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var context = NewContext();
                await using var transaction = await context.Database.BeginTransactionAsync(ct);
                var session = new StoreSession(context, Address.Kind, Moment(Clock.GetUtcNow()));
                var result = await act(session);
                await session.FinishAsync(ct);
                await transaction.CommitAsync(ct);
                session.Committed();
                foreach (var done in context.Acts) Acted?.Invoke(done);
                return result;
            }
            catch (Exception e) when (attempt < Attempts && Conflicts.IsPassing(e))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20 * attempt), ct);
            }
            catch (Exception e) when (Conflicts.IsTaken(e))
            {
                throw new RefusedActException("stale_version", new(
                    "刚刚有别人改动了同一内容，本次操作未生效。请重新载入后再试。",
                    "Somebody else changed the same thing just now; nothing was done. Load it again and repeat."));
            }
        }
    }

    /// <summary>Does an act that gives nothing back.</summary>
    public Task WriteAsync(Func<StoreSession, Task> act, CancellationToken ct = default) => WriteAsync<object?>(
        async session =>
        {
            await act(session);
            return null;
        },
        ct);

    /// <summary>Asks something.</summary>
    internal async Task<T> ReadAsync<T>(Func<StoreContext, Task<T>> ask)
    {
        await using var context = NewContext();
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await ask(context);
    }

    /// <summary>Asks something of the facts.</summary>
    public async Task<T> ReadFactsAsync<T>(Func<FactStore, Task<T>> ask, CancellationToken ct = default)
    {
        await using var context = NewContext();
        await context.Database.OpenConnectionAsync(ct);
        return await ask(FactStore.Over(context, Address.Kind));
    }

    /// <summary>Whether the database answers.</summary>
    public Task<bool> AnswersAsync(CancellationToken ct = default) => ReadAsync(c => c.Database.CanConnectAsync(ct));

    /// <summary>
    /// Real time, for leases and time-outs: the database's own, which is one for all processes; on SQLite, the time of the machine that they all run
    /// on. Never the time of acts.
    /// </summary>
    internal async Task<DateTimeOffset> RealTimeAsync(StoreContext context, CancellationToken ct) => Address.Kind == StoreKind.Sqlite
        ? Moment(TimeProvider.System.GetUtcNow())
        : new DateTimeOffset(await context.Database.SqlQuery<DateTime>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(ct));

    /// <summary>Whether an error says that the database was away, and nothing about what it was asked.</summary>
    public static bool IsUnreachable(Exception error) => Conflicts.IsUnreachable(error);

    /// <summary>Whether an error says that the file of the store is not whole or was written over.</summary>
    public static bool IsDamaged(Exception error) => Conflicts.IsDamaged(error);

    /// <summary>Whether the schema is that of this program; not when another version has upgraded it since.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken ct = default)
    {
        await using var context = NewContext();
        await context.Database.OpenConnectionAsync(ct);
        try
        {
            return await StoreUpgrade.IsCurrentAsync(context, ct);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    internal StoreContext NewContext() => Address.Kind == StoreKind.Sqlite ? new SqliteStoreContext(_options) : new PostgresStoreContext(_options);

    /// <summary>A time as both databases keep it exactly: whole microseconds of UTC.</summary>
    internal static DateTimeOffset Moment(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % 10, TimeSpan.Zero);
}
