using System.Data.Common;
using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace CleanProd.Rules.Tests.Storage;

/// <summary>A database of one test, that can be looked at behind the store's back.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public abstract Task<FactStore> OpenAsync();

    public abstract Task<DbConnection> ConnectAsync();

    /// <summary>Where a test finds it, that looks once or twice and leaves no connection behind.</summary>
    public abstract Task<StoreAddress> AddressAsync();

    /// <summary>Where a service finds it: as in earnest, connections are kept.</summary>
    public async Task<StoreAddress> ServiceAddressAsync()
    {
        var address = await AddressAsync();
        return address.Kind == StoreKind.Postgres ? address with { Connection = new NpgsqlConnectionStringBuilder(address.Connection) { Pooling = true }.ToString() } : address;
    }

    /// <summary>Puts the schema of this program in place as a copy of one that was made once: of hundreds of stores, those of upgrades prove how it comes about.</summary>
    public abstract Task CopySchemaAsync();

    internal abstract StoreContext Context();

    /// <summary>Does to the store's connection what a kill of its process does; gives a store opened afterwards.</summary>
    public abstract Task<FactStore> OpenAfterKillAsync();

    public abstract ValueTask DisposeAsync();

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant text of tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public Task TellAsync(string sql) => TellAsync(sql, past: false);

    /// <summary>Changes rows as somebody with the machine in his hands could: past the guards of append-only tables.</summary>
    public Task TamperAsync(string sql) => TellAsync(sql, past: true);

    protected abstract Task WithoutTriggersAsync(DbConnection connection);

    private async Task TellAsync(string sql, bool past)
    {
        await using var connection = await ConnectAsync();
        if (past) await WithoutTriggersAsync(connection);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant text of tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A file in a folder of its own.</summary>
public sealed class SqliteTestDatabase : TestDatabase
{
    private static readonly Lazy<Task<byte[]>> Schema = new(async () =>
    {
        await using var made = new SqliteTestDatabase();
        await using (var context = made.Context()) await StoreUpgrade.RunAsync(context, await made.AddressAsync(), default);
        // Nothing may lie beside the file that is copied.
        await made.TellAsync("PRAGMA journal_mode=DELETE");
        return await File.ReadAllBytesAsync(made.Path);
    });

    private readonly string _folder = Directory.CreateTempSubdirectory("cleanprod-test-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "store.sqlite");

    public override Task<FactStore> OpenAsync() => FactStore.OpenSqliteAsync(Path);

    public override Task<StoreAddress> AddressAsync() => Task.FromResult(new StoreAddress(StoreKind.Sqlite, Path));

    public override async Task CopySchemaAsync() => await File.WriteAllBytesAsync(Path, await Schema.Value);

    public override async Task<DbConnection> ConnectAsync()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    protected override Task WithoutTriggersAsync(DbConnection connection)
    {
        const int EnableTrigger = 1003; // SQLITE_DBCONFIG_ENABLE_TRIGGER
        SQLitePCL.raw.sqlite3_db_config(((SqliteConnection)connection).Handle, EnableTrigger, 0, out _);
        return Task.CompletedTask;
    }

    internal override StoreContext Context() => new SqliteStoreContext(new DbContextOptionsBuilder().UseSqlite($"Data Source={Path};Pooling=False").Options);

    // What a killed process leaves is what stands on the disk at that moment.
    public override Task<FactStore> OpenAfterKillAsync()
    {
        var left = Directory.CreateDirectory(System.IO.Path.Combine(_folder, "left")).FullName;
        foreach (var file in Directory.GetFiles(_folder)) File.Copy(file, System.IO.Path.Combine(left, System.IO.Path.GetFileName(file)));
        return FactStore.OpenSqliteAsync(System.IO.Path.Combine(left, "store.sqlite"));
    }

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>A database of its own on a server: the one that <c>test.sh</c> starts, or one that a test starts for itself.</summary>
public sealed class PostgresTestDatabase : TestDatabase
{
    private static readonly Lazy<Task<string>> Schema = new(async () =>
    {
        var made = new PostgresTestDatabase();
        var address = await made.AddressAsync();
        await using (var context = made.Context()) await StoreUpgrade.RunAsync(context, address, default);
        // The queue has a schema of its own, which takes longer.
        JobServices.Storage(new ServiceOptions { Store = $"postgres:{address.Connection}" });
        await made._server.DisposeAsync();
        // It stays as long as its server, which is thrown away after the tests.
        return made._name;
    });

    private readonly string _name = "test_" + Guid.NewGuid().ToString("N");
    private readonly NpgsqlDataSource _server;
    private readonly string _connection;
    private bool _made;

    public PostgresTestDatabase()
        : this(Shared())
    {
    }

    /// <param name="server">The server on which it is made.</param>
    /// <param name="reachedBy">How whoever uses it reaches the server; null: in the same way.</param>
    public PostgresTestDatabase(string server, string? reachedBy = null)
    {
        _server = NpgsqlDataSource.Create(server);
        _connection = new NpgsqlConnectionStringBuilder(reachedBy ?? server) { Database = _name, Pooling = false }.ToString();
    }

    public override async Task<FactStore> OpenAsync()
    {
        await MakeAsync();
        return await FactStore.OpenPostgresAsync(_connection);
    }

    public override async Task<StoreAddress> AddressAsync()
    {
        await MakeAsync();
        return new(StoreKind.Postgres, _connection);
    }

    public override async Task<DbConnection> ConnectAsync()
    {
        await MakeAsync();
        var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync();
        return connection;
    }

    protected override async Task WithoutTriggersAsync(DbConnection connection)
    {
        await using var command = new NpgsqlCommand("SET session_replication_role = replica", (NpgsqlConnection)connection);
        await command.ExecuteNonQueryAsync();
    }

    internal override StoreContext Context() => new PostgresStoreContext(new DbContextOptionsBuilder().UseNpgsql(_connection).Options);

    public override async Task<FactStore> OpenAfterKillAsync()
    {
        await using (var kill = _server.CreateCommand($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{_name}'"))
            await kill.ExecuteNonQueryAsync();
        return await FactStore.OpenPostgresAsync(_connection);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_made)
        {
            await using var drop = _server.CreateCommand($"DROP DATABASE \"{_name}\" WITH (FORCE)");
            await drop.ExecuteNonQueryAsync();
        }

        await _server.DisposeAsync();
    }

    private static string Shared()
    {
        var server = Environment.GetEnvironmentVariable("CLEANPROD_TEST_POSTGRES");
        Assert.True(!string.IsNullOrEmpty(server), "CLEANPROD_TEST_POSTGRES names no PostgreSQL server: run the tests with ./test.sh, which starts one.");
        // What is waited for is its processor time: a machine that is given little of it is no fault of the service.
        return new NpgsqlConnectionStringBuilder(server) { Timeout = 120, CommandTimeout = 120 }.ToString();
    }

    public override async Task CopySchemaAsync() => await MakeAsync(await Schema.Value);

    private async Task MakeAsync(string template = "template0")
    {
        if (_made) return;
        await using var create = _server.CreateCommand($"CREATE DATABASE \"{_name}\" TEMPLATE \"{template}\"");
        await create.ExecuteNonQueryAsync();
        _made = true;
    }
}
