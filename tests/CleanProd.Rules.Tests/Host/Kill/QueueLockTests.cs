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
}
