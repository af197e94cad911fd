using System.Data.Common;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Upkeep;
using Xunit;

namespace CleanProd.Rules.Tests.Storage.Upkeep;

public sealed class SqliteStoreGuardTests() : StoreGuardTests(new SqliteTestDatabase());

public sealed class PostgresStoreGuardTests() : StoreGuardTests(new PostgresTestDatabase());

/// <summary>What is only ever appended to cannot be changed through the database either.</summary>
public abstract class StoreGuardTests(TestDatabase database) : IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task A_row_of_the_journal_can_be_added_but_neither_changed_nor_deleted()
    {
        await WriteAsync(await OpenAsync());

        foreach (var sql in (string[])["UPDATE journal SET content = '{}'", "DELETE FROM journal WHERE seq = 1", "DELETE FROM journal"])
        {
            var refusal = await Assert.ThrowsAnyAsync<DbException>(() => database.TellAsync(sql));
            Assert.Contains("append-only", refusal.Message, StringComparison.Ordinal);
        }

        await WriteAsync(await OpenAsync());
        Assert.Equal(2L, await database.AskAsync<long>("SELECT count(*) FROM journal"));
    }

    [Fact]
    public async Task Every_table_of_events_or_acts_is_guarded()
    {
        await OpenAsync();
        await using var context = database.Context();
        var guarded = StoreGuards.Tables(context);
        Assert.Superset(new HashSet<string> { "journal", "access_log" }, guarded.ToHashSet());

        foreach (var table in guarded)
        {
            var triggers = await database.AskAsync<long>(database is SqliteTestDatabase
                ? $"SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{table}'"
                : $"SELECT 2 * count(*) FROM pg_trigger WHERE tgrelid = '{table}'::regclass AND NOT tgisinternal");
            Assert.True(triggers == 2, table);
        }
    }

    [Fact]
    public async Task A_guard_that_was_taken_down_is_missed_and_put_up_again_at_the_next_start()
    {
        await WriteAsync(await OpenAsync());
        await database.TellAsync(database is SqliteTestDatabase ? "DROP TRIGGER append_only_journal_update" : "ALTER TABLE journal DISABLE TRIGGER append_only_journal");
        await using (var context = database.Context())
            Assert.Contains("journal", Assert.Single(await StoreGuards.MissingAsync(context, default)), StringComparison.Ordinal);

        await OpenAsync();

        await Assert.ThrowsAnyAsync<DbException>(() => database.TellAsync("UPDATE journal SET content = '{}'"));
    }

    private async Task<Store> OpenAsync() => await Store.OpenAsync(await database.AddressAsync(), TimeProvider.System);

    private static Task WriteAsync(Store store) => store.WriteAsync(session =>
    {
        session.Record(Officer.System, "test.act", "test/1", "{}");
        return Task.CompletedTask;
    });
}
