using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Faults;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Tests.Storage;

/// <summary>The log of reads when many read at once.</summary>
public class AccessLogTests
{
    private const int Readers = 200;

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Every_line_is_kept_once_when_its_reader_is_told_so_however_many_read_at_once(StoreKind kind)
    {
        await using TestDatabase database = kind == StoreKind.Sqlite ? new SqliteTestDatabase() : new PostgresTestDatabase();
        var store = await Store.OpenAsync(await database.AddressAsync(), TimeProvider.System);
        var people = new PeopleStore(store);
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(i => Task.Run(async () =>
        {
            await people.LogAsync(Line($"/{i}"));
            // Another connection sees it now.
            Assert.Single(await new AccessLogStore(store).ReadAsync([RegionCode.Nation], new(null, $"/{i}x", null, null), null, 10));
        })));
        var kept = await new AccessLogStore(store).ReadAsync([RegionCode.Nation], new(null, null, null, null), null, 10 * Readers);
        Assert.Equal(Enumerable.Range(0, Readers).Select(i => $"/{i}x").Order(StringComparer.Ordinal), kept.Select(l => l.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_could_not_be_noted_is_told_so_and_the_next_one_is_noted(StoreKind kind)
    {
        await using TestDatabase database = kind == StoreKind.Sqlite ? new SqliteTestDatabase() : new PostgresTestDatabase();
        var store = await Store.OpenAsync(await database.AddressAsync(), TimeProvider.System);
        var people = new PeopleStore(store);
        await FaultRounds.UnderAsync(store.Address, Fault.CallLost, 1, async () =>
        {
            var lost = people.LogAsync(Line("/lost"));
            Assert.True(Store.IsUnreachable(await Assert.ThrowsAnyAsync<Exception>(() => lost)));
        });
        await people.LogAsync(Line("/kept"));
        Assert.Equal(["/keptx"], (await new AccessLogStore(store).ReadAsync([RegionCode.Nation], new(null, null, null, null), null, 10)).Select(l => l.Path));
    }

    private static AccessLine Line(string path) => new() { At = DateTimeOffset.UnixEpoch, AccountId = "", Roles = "", Method = "GET", Path = path + "x", Status = 200 };
}
