using CleanProd.Rules.Import;
using Xunit;

namespace CleanProd.Rules.Tests.Storage;

public abstract partial class FactStoreTests
{
    [Fact]
    public async Task Source_files_are_kept_whole_and_once_for_the_same_bytes()
    {
        var bytes = new byte[(3 << 20) + 17];
        new Random(3).NextBytes(bytes);
        await using var store = await database.OpenAsync();

        await store.SaveImportAsync(Result([], File("a.csv", bytes)), [Source("a.csv", bytes)], KnownAt);
        await store.SaveImportAsync(Result([], File("b/renamed.csv", bytes), File("empty.csv", [])), [Source("b/renamed.csv", bytes), Source("empty.csv", [])], KnownAt);

        var copy = new MemoryStream();
        await store.CopySourceAsync(Sha256(bytes), copy);
        Assert.Equal(bytes, copy.ToArray());
        Assert.Equal(2L, await database.AskAsync<long>("SELECT count(*) FROM source_files"));
        Assert.Equal((long)bytes.Length, Convert.ToInt64(await database.AskAsync<object>("SELECT sum(length) FROM source_files"), null));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => store.CopySourceAsync(Sha256([1]), copy));
    }

    [Fact]
    public async Task A_kept_source_whose_bytes_were_changed_is_refused()
    {
        byte[] bytes = [.. "facility_id,name\n"u8];
        await using var store = await database.OpenAsync();
        await store.SaveImportAsync(Result([], File("a.csv", bytes)), [Source("a.csv", bytes)], KnownAt);
        await database.TellAsync("DELETE FROM source_parts");

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => store.CopySourceAsync(Sha256(bytes), new MemoryStream()));
        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_changed_while_it_was_imported_leaves_nothing_and_the_store_goes_on()
    {
        byte[] read = [1, 2, 3];
        await using var store = await database.OpenAsync();

        var refusal = await Assert.ThrowsAsync<IOException>(
            () => store.SaveImportAsync(Result(new AnyFacts(1).Facilities(3), File("a.csv", read)), [Source("a.csv", [1, 2, 4])], KnownAt));

        Assert.Contains("'a.csv' changed", refusal.Message, StringComparison.Ordinal);
        await AssertEmptyAsync();
        Assert.NotEqual(0, await store.SaveImportAsync(Result([], File("a.csv", read)), [Source("a.csv", read)], KnownAt));
    }

    [Fact]
    public async Task An_import_broken_off_leaves_nothing()
    {
        byte[] bytes = [1, 2, 3];
        using var stop = new CancellationTokenSource();
        await using var store = await database.OpenAsync();
        var source = new SourceFile("a.csv", () =>
        {
            stop.Cancel();
            return new MemoryStream(bytes);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => store.SaveImportAsync(Result(new AnyFacts(1).Facilities(3), File("a.csv", bytes)), [source], KnownAt, stop.Token));

        await AssertEmptyAsync();
    }

    [Fact]
    public async Task A_kill_in_the_middle_of_an_import_leaves_nothing_of_it_and_everything_before_it()
    {
        byte[] bytes = [1, 2, 3];
        await using var store = await database.OpenAsync();
        var before = await store.SaveImportAsync(Result(new AnyFacts(2).Facilities(4)), [], KnownAt);
        CleanProd.Rules.Storage.FactStore? after = null;
        // The facts are written before the files are opened: this is the middle.
        var source = new SourceFile("a.csv", () =>
        {
            after = database.OpenAfterKillAsync().GetAwaiter().GetResult();
            return new MemoryStream(bytes);
        });

        await Record.ExceptionAsync(
            () => store.SaveImportAsync(Result(new AnyFacts(1).Facilities(3), File("a.csv", bytes)), [source], KnownAt));

        Assert.NotNull(after);
        await using var _ = after;
        Assert.Equal(before, await after.NewestImportAsync());
        Assert.Equal(4, (await after.ReadFacilitiesAsync(before).ToListAsync()).Count);
        Assert.Empty(await after.ReadFacilitiesAsync(before + 1).ToListAsync());
    }

    [Fact]
    public async Task An_imported_file_without_its_source_is_refused()
    {
        await using var store = await database.OpenAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => store.SaveImportAsync(Result([], File("a.csv", [1])), [], KnownAt));

        await AssertEmptyAsync();
    }

    private async Task AssertEmptyAsync()
    {
        foreach (var table in CleanProd.Rules.Storage.Tables.StoredTables.All.Select(t => t.Name).Concat(["imports", "import_files", "source_files", "source_parts"]))
            Assert.Equal(0L, await database.AskAsync<long>($"SELECT count(*) FROM {table}"));
    }

    private static ImportedFile File(string name, byte[] bytes) => new(name, Sha256(bytes), 1, 1, 0, 0, 0);

    private static SourceFile Source(string name, byte[] bytes) => new(name, () => new MemoryStream(bytes));
}
