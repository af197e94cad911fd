using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Storage;

namespace CleanProd.Rules.Tests.Host.Service;

/// <summary>A file is for one service process.</summary>
public class StoreLockTests
{
    [Fact]
    public async Task A_second_service_on_the_same_file_is_refused_until_the_first_has_ended()
    {
        using var folder = new TemporaryFolder();
        var options = new ServiceOptions { Store = $"sqlite:{folder["store.db"]}", Urls = "http://127.0.0.1:0" };
        await using (var first = await ServiceHost.BuildAsync(options, TimeProvider.System, TextWriter.Null))
        {
            var refusal = await Assert.ThrowsAsync<BadInputException>(() => ServiceHost.BuildAsync(options, TimeProvider.System, TextWriter.Null));
            Assert.Contains("store.db", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("PostgreSQL", refusal.Message, StringComparison.Ordinal);
        }

        await using var next = await ServiceHost.BuildAsync(options, TimeProvider.System, TextWriter.Null);
    }
}
