using System.Data.Common;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Upkeep;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CleanProd.Rules.Tests.Storage.Upkeep;

public sealed class SqliteStoreUpgradeTests() : StoreUpgradeTests(new SqliteTestDatabase());

public sealed class PostgresStoreUpgradeTests() : StoreUpgradeTests(new PostgresTestDatabase());

/// <summary>A store outlives the program that made it.</summary>
public abstract class StoreUpgradeTests(TestDatabase database) : IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task A_store_of_the_version_before_keeps_every_row_of_every_table()
    {
        var before = await MakeInitialAsync();

        await using (await OpenAsync())
        {
        }

        foreach (var (table, columns, row) in before) Assert.Equal(row, await RowAsync(table, columns));
        await using var context = database.Context();
        await context.Database.OpenConnectionAsync();
        Assert.True(await StoreUpgrade.IsCurrentAsync(context, default));
        Assert.Empty(await StoreGuards.MissingAsync(context, default));
    }

    [Fact]
    public async Task A_store_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        await using (await OpenAsync())
        {
        }

        await database.TellAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Wonder', '99.0')");

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(async () => await Store.OpenAsync(await database.AddressAsync(), TimeProvider.System));

        Assert.Contains("29990101000000_Wonder", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("newer program", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidDataException>(OpenAsync);
    }

    [Fact]
    public async Task An_upgrade_that_fails_or_is_killed_leaves_the_store_as_it_was_and_is_done_at_the_next_start()
    {
        var before = await MakeInitialAsync();
        // A late step of the upgrade stumbles over this: indexes are made after the tables.
        const string Stone = "\"IX_journal_subject\"";
        await database.TellAsync($"CREATE TABLE {Stone} (x int)");
        await Assert.ThrowsAnyAsync<DbException>(async () => await Store.OpenAsync(await database.AddressAsync(), TimeProvider.System));
        await database.TellAsync($"DROP TABLE {Stone}");

        Assert.Equal(["Initial"], await AppliedAsync());
        foreach (var (table, columns, row) in before) Assert.Equal(row, await RowAsync(table, columns));

        await Store.OpenAsync(await database.AddressAsync(), TimeProvider.System);
        foreach (var (table, columns, row) in before) Assert.Equal(row, await RowAsync(table, columns));
        Assert.Equal(["Initial", "Service", "Policy"], await AppliedAsync());
    }

    [Fact]
    public async Task Of_several_that_start_at_once_one_upgrades_and_all_find_the_store_ready()
    {
        await MakeInitialAsync();
        var address = await database.AddressAsync();

        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Store.OpenAsync(address, TimeProvider.System))));

        Assert.All(stores, s => Assert.True(s.AnswersAsync().GetAwaiter().GetResult()));
        Assert.Equal(["Initial", "Service", "Policy"], await AppliedAsync());
    }

    private Task<FactStore> OpenAsync() => database.OpenAsync();

    /// <summary>A store as the released version before wrote it, with a row in every table it had.</summary>
    private async Task<IReadOnlyList<(string Table, string[] Columns, string Row)>> MakeInitialAsync()
    {
        await database.AddressAsync();
        await using var context = database.Context();
        await context.Database.OpenConnectionAsync();
        await StoreUpgrade.RunAsync(context, context.Database.GetMigrations().First(), default);
        var rows = new List<(string, string[], string)>();
        foreach (var table in StoreModel.Tables(context, "Initial"))
        {
            await InventedRow.InsertAsync(context, table);
            // Released, but no program ever wrote into them: screenings keep their results elsewhere since.
            if (table.Name is "runs" or "determinations") continue;
            var columns = table.Columns.Select(c => c.Name).ToArray();
            rows.Add((table.Name, columns, await RowAsync(table.Name, columns)));
        }

        Assert.True(rows.Count >= 18, $"{rows.Count} tables");
        return rows;
    }

    private async Task<string> RowAsync(string table, string[] columns)
    {
        await using var connection = await database.ConnectAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of the model.
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(c => $"\"{c}\""))} FROM \"{table}\"";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync(), table);
        var text = string.Join('|', Enumerable.Range(0, columns.Length).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(i)}"));
        Assert.False(await reader.ReadAsync(), table);
        return text;
    }

    private async Task<IReadOnlyList<string>> AppliedAsync()
    {
        await using var context = database.Context();
        return [.. (await context.Database.GetAppliedMigrationsAsync()).Select(m => m.Split('_')[1])];
    }
}
