using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using CleanProd.Rules.Storage;
using Xunit;

namespace CleanProd.Rules.Tests.Storage;

public class TemporaryStoreTests
{
    [Fact]
    public async Task A_throw_away_store_leaves_nothing_on_the_disk()
    {
        string folder;
        await using (var store = await FactStore.CreateTemporaryAsync())
        {
            folder = store.ThrowAwayFolder!;
            var import = await store.SaveImportAsync(
                new ImportResult(new FactSet(new AnyFacts(9).Facilities(20), new HashSet<string>()), [], []), [], DateTimeOffset.UnixEpoch);
            Assert.Equal(20, (await store.ReadFacilitiesAsync(import).ToListAsync()).Count);
            Assert.True(Directory.Exists(folder));
        }

        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_refused_by_name_and_left_as_it_is()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, new string('这', 4096));

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => FactStore.OpenSqliteAsync(file));

        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(new string('这', 4096), await File.ReadAllTextAsync(file));
        File.Delete(file);
    }
}
