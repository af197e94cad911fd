using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Upkeep.Checks;
using Xunit;

namespace CleanProd.Rules.Tests.Storage.Upkeep;

public sealed class SqliteStoreCheckTests() : StoreCheckTests(new SqliteTestDatabase());

public sealed class PostgresStoreCheckTests() : StoreCheckTests(new PostgresTestDatabase());

/// <summary>Whatever is changed behind the program's back is found, with its place.</summary>
public abstract class StoreCheckTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateTimeOffset At = new(2025, 1, 15, 8, 30, 0, TimeSpan.FromHours(8));

    public static TheoryData<string, string> Tampering => new()
    {
        { "UPDATE journal SET content = '{\"state\":\"refused\"}' WHERE seq = 1", "journal 1" },
        { "DELETE FROM journal WHERE seq = 2", "journal 3" },
        { "DELETE FROM journal WHERE seq = 2", "import_acts 2/1" },
        { "UPDATE import_acts SET act = 'refused' WHERE import_id = 1 AND seq = 1", "import_acts 1/1" },
        { "DELETE FROM import_acts WHERE import_id = 1", "journal 1" },
        { "UPDATE documents SET bytes = sha256_of_nothing", "documents " },
        { "UPDATE source_parts SET bytes = sha256_of_nothing WHERE row_no = 0", "source_files " },
        { "UPDATE series_chunks SET chunk = sha256_of_nothing WHERE import_id = 1 AND facility_no = 0", "series_chunks 1/0/" },
    };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task A_store_that_nobody_touched_verifies_and_everything_in_it_was_looked_at()
    {
        var results = await StoreChecks.RunAsync(await FilledAsync());

        Assert.All(results, r => Assert.Empty(r.Faults));
        Assert.Equal(StoreChecks.All.Count, results.Count);
        foreach (var subject in (string[])["chain of the journal", "events agree with the journal", "documents", "source files", "packed series of measurements"])
            Assert.True(results.Single(r => r.Subject.En == subject).Examined > 0, subject);
    }

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task A_row_changed_behind_the_programs_back_is_found_with_its_place(string sql, string place)
    {
        var store = await FilledAsync();

        await database.TamperAsync(sql.Replace("sha256_of_nothing", database is SqliteTestDatabase ? "x'e3b0'" : @"'\xe3b0'", StringComparison.Ordinal));

        var faults = (await StoreChecks.RunAsync(store)).SelectMany(r => r.Faults).ToArray();
        Assert.Contains(faults, f => f.Place.StartsWith(place, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_guard_that_was_taken_away_is_found()
    {
        var store = await FilledAsync();
        await database.TellAsync(database is SqliteTestDatabase ? "DROP TRIGGER append_only_journal_delete" : "DROP TRIGGER append_only_journal ON journal");

        var fault = Assert.Single((await StoreChecks.RunAsync(store)).SelectMany(r => r.Faults));

        Assert.StartsWith("append_only_journal", fault.Place, StringComparison.Ordinal);
    }

    // Publications stand in the acts that publish.
    private static readonly string[] StandingInActs = ["publications", "published_entries"];

    [Fact]
    public async Task Every_table_of_events_or_acts_is_compared_with_the_journal()
    {
        await using var context = database.Context();
        Assert.Equal(
            CleanProd.Rules.Storage.Upkeep.StoreGuards.Tables(context).Except(["journal", "access_log", .. StandingInActs]).Order(StringComparer.Ordinal),
            EventTrails.All.Select(t => t.Table).Order(StringComparer.Ordinal));
    }

    private async Task<Store> FilledAsync()
    {
        var store = await Store.OpenAsync(await database.AddressAsync(), TimeProvider.System);
        await using (var facts = await database.OpenAsync())
        {
            for (var i = 0; i < 3; i++)
            {
                byte[] bytes = [1, 2, (byte)i];
                var file = new ImportedFile("a.csv", DocumentStore.HashOf(bytes), 1, 1, 0, 0, 0);
                await facts.SaveImportAsync(
                    new ImportResult(new FactSet(new AnyFacts(i).Facilities(4), new HashSet<string>()), [], [file]), [new SourceFile("a.csv", () => new MemoryStream(bytes))], At);
            }

            await facts.UndoImportAsync(2, Officer.System, At.AddDays(1), "重复");
        }

        await new DocumentStore(store).KeepAsync("a.docx", [1, 2, 3]);
        return store;
    }
}
