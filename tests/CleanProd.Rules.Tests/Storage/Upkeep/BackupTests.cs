using System.IO.Compression;
using System.Text;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Storage.Upkeep;
using CleanProd.Rules.Storage.Upkeep.Backup;
using CleanProd.Rules.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CleanProd.Rules.Tests.Storage.Upkeep;

/// <summary>A copy of a store in one file, taken from either database and restored into either.</summary>
public sealed class BackupTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<TestDatabase> _databases = [];

    public static TheoryData<StoreKind, StoreKind> Ways => new()
    {
        { StoreKind.Sqlite, StoreKind.Sqlite },
        { StoreKind.Sqlite, StoreKind.Postgres },
        { StoreKind.Postgres, StoreKind.Sqlite },
        { StoreKind.Postgres, StoreKind.Postgres },
    };

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var database in _databases) await database.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_row_of_every_table_comes_back_from_either_database_into_either(StoreKind from, StoreKind to)
    {
        var store = await FilledAsync(from);
        var manifest = await StoreBackup.WriteAsync(store, _folder["a.zip"]);
        Assert.All(manifest.Tables, t => Assert.True(t.Rows > 0, $"{t.Name} is empty: the test proves nothing about it"));

        var restored = await RestoreAsync("a.zip", Database(to));

        var again = await StoreBackup.WriteAsync(restored, _folder["b.zip"]);
        Assert.Equal(manifest.Tables.Select(Words), again.Tables.Select(Words));
        Assert.Equal(manifest.JournalHead, again.JournalHead);
        Assert.Equal((manifest.JournalLines, null), await new CleanProd.Rules.Storage.Journal.JournalStore(restored).VerifyAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_backup_holds_every_table_of_the_database_but_the_list_of_migrations(StoreKind kind)
    {
        var database = Database(kind);
        var manifest = await StoreBackup.WriteAsync(await OpenAsync(database), _folder["a.zip"]);

        await using var context = database.Context();
        var there = await context.Database.SqlQueryRaw<string>(kind == StoreKind.Sqlite
            ? "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            : "SELECT tablename::text AS \"Value\" FROM pg_tables WHERE schemaname = 'public'").ToListAsync();

        Assert.Equal(
            there.Except(["__EFMigrationsHistory", "__EFMigrationsLock"]).Order(StringComparer.Ordinal),
            manifest.Tables.Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Numbers_go_on_after_the_restored_ones(StoreKind kind)
    {
        var store = await FilledAsync(StoreKind.Sqlite);
        var manifest = await StoreBackup.WriteAsync(store, _folder["a.zip"]);
        var database = Database(kind);
        store = await RestoreAsync("a.zip", database);

        await new PeopleStore(store).LogAsync(new AccessLine { At = DateTimeOffset.UnixEpoch, AccountId = "a", Roles = "", Method = "GET", Path = "/", Status = 200 });

        Assert.Equal(manifest.Tables.Single(t => t.Name == "access_log").LastNumber + 1, await database.AskAsync<long>("SELECT max(id) FROM access_log"));
        Assert.Equal(7, manifest.Tables.Single(t => t.Name == "access_log").LastNumber);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_restore_into_a_store_with_anything_in_it_is_refused(StoreKind kind)
    {
        await StoreBackup.WriteAsync(await FilledAsync(StoreKind.Sqlite), _folder["a.zip"]);
        var database = Database(kind);
        await RecordAsync(await OpenAsync(database));

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => RestoreAsync("a.zip", database));

        Assert.Contains("journal", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await database.AskAsync<long>("SELECT count(*) FROM journal"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_backup_changed_anywhere_is_refused_by_the_name_of_the_part_and_leaves_the_store_empty(StoreKind kind)
    {
        var manifest = await StoreBackup.WriteAsync(await FilledAsync(StoreKind.Sqlite), _folder["a.zip"]);
        var database = Database(kind);
        await OpenAsync(database);
        string[] parts = [BackupManifest.EntryName, .. manifest.Tables.Select(t => $"tables/{t.Name}.jsonl")];
        foreach (var (n, part) in parts.Index())
        {
            var changed = $"{n}.zip";
            Change(_folder["a.zip"], _folder[changed], part, text => text.Contains('a', StringComparison.Ordinal) ? ReplaceLast(text, 'a', 'b') : ReplaceLast(text, '7', '8'));
            await RefusedAsync(changed, part);
        }

        Change(_folder["a.zip"], _folder["fewer.zip"], "tables/journal.jsonl", _ => "");
        await RefusedAsync("fewer.zip", "tables/journal.jsonl");
        Change(_folder["a.zip"], _folder["missing.zip"], "tables/journal.jsonl", _ => null);
        await RefusedAsync("missing.zip", "tables/journal.jsonl");

        async Task RefusedAsync(string file, string part)
        {
            var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => RestoreAsync(file, database));
            Assert.Contains(part, refusal.Message, StringComparison.Ordinal);
            Assert.Equal(0L, await database.AskAsync<long>("SELECT count(*) FROM imports"));
        }
    }

    [Fact]
    public async Task A_backup_cut_off_anywhere_is_refused()
    {
        await StoreBackup.WriteAsync(await FilledAsync(StoreKind.Sqlite), _folder["a.zip"]);
        var bytes = await File.ReadAllBytesAsync(_folder["a.zip"]);
        foreach (var length in (int[])[0, 1, 100, bytes.Length / 2, bytes.Length - 80, bytes.Length - 1])
        {
            await File.WriteAllBytesAsync(_folder["cut.zip"], bytes[..length]);
            await Assert.ThrowsAsync<InvalidDataException>(() => RestoreAsync("cut.zip", Database(StoreKind.Sqlite)));
        }
    }

    [Fact]
    public async Task A_backup_of_a_newer_program_is_refused()
    {
        await StoreBackup.WriteAsync(await FilledAsync(StoreKind.Sqlite), _folder["a.zip"]);
        Change(_folder["a.zip"], _folder["new.zip"], BackupManifest.EntryName, t => t.Replace("\"Service\"", "\"Service\", \"Wonder\"", StringComparison.Ordinal), sign: true);

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => RestoreAsync("new.zip", Database(StoreKind.Sqlite)));

        Assert.Contains("newer program", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_backup_is_one_moment_however_much_is_written_meanwhile(StoreKind kind)
    {
        var database = Database(kind);
        var store = await OpenAsync(database);
        await using var facts = await database.OpenAsync();
        for (var i = 0; i < 3; i++) await facts.SaveImportAsync(new(new(new AnyFacts(i).Facilities(60), new HashSet<string>()), [], []), [], DateTimeOffset.UnixEpoch);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested) await RecordAsync(store);
        });

        for (var i = 0; i < 5; i++)
        {
            var manifest = await StoreBackup.WriteAsync(store, _folder[$"{i}.zip"]);
            Assert.Equal(manifest.JournalLines, manifest.Tables.Single(t => t.Name == "journal").Rows);
            var restored = await RestoreAsync($"{i}.zip", Database(StoreKind.Sqlite));
            Assert.Equal((manifest.JournalLines, null), await new CleanProd.Rules.Storage.Journal.JournalStore(restored).VerifyAsync());
        }

        await stop.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task A_backup_never_overwrites_a_file_and_only_its_owner_may_read_it()
    {
        var store = await OpenAsync(Database(StoreKind.Sqlite));
        await StoreBackup.WriteAsync(store, _folder["a.zip"]);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["a.zip"]));

        await Assert.ThrowsAsync<IOException>(() => StoreBackup.WriteAsync(store, _folder["a.zip"]));
        Assert.Equal(["a.zip"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    private static string Words(BackupTable t) => $"{t.Name} {t.Rows} {t.LastNumber} {t.Sha256}";

    private async Task<Store> RestoreAsync(string file, TestDatabase into)
    {
        using var backup = BackupFile.Open(_folder[file]);
        return await StoreRestore.RunAsync(backup, await into.AddressAsync(), TimeProvider.System);
    }

    private TestDatabase Database(StoreKind kind)
    {
        _databases.Add(kind == StoreKind.Sqlite ? new SqliteTestDatabase() : new PostgresTestDatabase());
        return _databases[^1];
    }

    private static async Task<Store> OpenAsync(TestDatabase database) => await Store.OpenAsync(await database.AddressAsync(), TimeProvider.System);

    /// <summary>A store with at least a row in every table.</summary>
    private async Task<Store> FilledAsync(StoreKind kind)
    {
        var database = Database(kind);
        var store = await OpenAsync(database);
        await RecordAsync(store);
        await using var context = database.Context();
        await context.Database.OpenConnectionAsync();
        foreach (var table in StoreModel.Tables(context).Where(t => t.Name != "journal")) await InventedRow.InsertAsync(context, table);
        foreach (var table in StoreModel.Tables(context).Where(t => t.IsCounted && kind == StoreKind.Postgres))
            await database.TellAsync($"SELECT setval(pg_get_serial_sequence('{table.Name}', '{table.Keys[0].Name}'), 7)");
        return store;
    }

    private static Task RecordAsync(Store store) => store.WriteAsync(session =>
    {
        session.Record(Officer.System, "test.act", "test/1", "{\"说明\":\"a\"}");
        return Task.CompletedTask;
    });

    /// <summary>Copies a backup with one part changed; a part that becomes null is left out.</summary>
    private static void Change(string from, string to, string part, Func<string, string?> change, bool sign = false)
    {
        using var source = ZipFile.OpenRead(from);
        using var target = ZipFile.Open(to, ZipArchiveMode.Create);
        target.Comment = source.Comment;
        foreach (var entry in source.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            var text = reader.ReadToEnd();
            var changed = entry.FullName == part ? change(text) : text;
            if (changed is null) continue;
            Assert.True(entry.FullName != part || changed != text, part);
            using var writer = target.CreateEntry(entry.FullName).Open();
            writer.Write(Encoding.UTF8.GetBytes(changed));
            if (sign && entry.FullName == part) target.Comment = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(changed)));
        }
    }

    private static string ReplaceLast(string text, char old, char @new)
    {
        var at = text.LastIndexOf(old);
        return string.Concat(text.AsSpan(0, at), @new.ToString(), text.AsSpan(at + 1));
    }
}
