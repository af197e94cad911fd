using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Tests.Storage;

namespace CleanProd.Rules.Tests.Host.Kill;

/// <summary>The queue's own locks.</summary>
public class QueueLockTests
{
    [Fact]
    public async Task A_lock_of_the_queue_that_a_killed_host_left_behind_stops_the_others_no_longer_than_a_lease()
    {
        await using var database = new PostgresTestDatabase();
        await database.CopySchemaAsync();
        var storage = JobServices.Storage(new ServiceOptions { Store = $"postgres:{(await database.AddressAsync()).Connection}", Lease = TimeSpan.FromSeconds(30) });
        await database.TellAsync("INSERT INTO hangfire.lock (resource, acquired) VALUES ('hangfire:left-behind', now() - interval '31 seconds'), ('hangfire:held', now() - interval '1 second')");
        using var connection = storage.GetConnection();

        using (connection.AcquireDistributedLock("left-behind", TimeSpan.FromSeconds(5)))
            Assert.Throws<Hangfire.PostgreSql.PostgreSqlDistributedLockException>(() => connection.AcquireDistributedLock("held", TimeSpan.FromMilliseconds(200)));
    }

    [Fact]
    public async Task Hosts_that_come_to_an_empty_database_at_once_put_the_tables_of_the_queue_in_place_one_after_the_other()
    {
        await using var database = new PostgresTestDatabase();
        var options = new ServiceOptions { Store = $"postgres:{(await database.AddressAsync()).Connection}" };

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => JobServices.Storage(options))));

        Assert.Equal(1L, await database.AskAsync<long>("SELECT count(*) FROM hangfire.schema"));
    }
}
