using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using Npgsql;

namespace CleanProd.Rules.Tests.Host.Faults;

/// <summary>Every connection to the database is taken.</summary>
public class ConnectionTests
{
    private const int Most = 4;

    [Fact]
    public async Task When_all_connections_are_taken_the_answer_says_so_and_afterwards_all_goes_on()
    {
        await using var service = await TestService.StartAsync(StoreKind.Postgres, configure: o =>
        {
            o.Worker = false;
            o.Store = $"postgres:{new NpgsqlConnectionStringBuilder(o.Store["postgres:".Length..]) { MaxPoolSize = Most, Timeout = 1 }}";
        });
        var officer = await service.AsAsync(Role.Officer);
        await officer.GetAsync("/api/v1/lists").JsonAsync();

        // Somebody else's transaction keeps whoever asks for lists waiting, each with his connection.
        await using (var other = await service.Database.ConnectAsync())
        {
            await using var command = other.CreateCommand();
            command.CommandText = "BEGIN; LOCK TABLE lists IN ACCESS EXCLUSIVE MODE";
            await command.ExecuteNonQueryAsync();
            var waiting = Enumerable.Range(0, Most).Select(_ => officer.GetAsync("/api/v1/lists")).ToArray();
            await Task.WhenAny(Task.WhenAll(waiting), Task.Delay(500));
            var refused = (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => service.Stranger().GetAsync("/api/v1/public/lists").ProblemAsync()))).Distinct();
            Assert.Equal([(503, "store_unavailable")], refused);
            command.CommandText = "ROLLBACK";
            await command.ExecuteNonQueryAsync();
            foreach (var answer in await Task.WhenAll(waiting)) answer.Dispose();
        }

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => officer.GetAsync("/api/v1/lists").JsonAsync()));
    }
}
