using Microsoft.Playwright;

namespace CleanProd.Rules.Browser;

/// <summary>The one browser of a test run; every visit has a context of its own in it.</summary>
internal static class Chromium
{
    private static readonly Lazy<Task<IBrowser>> Running = new(LaunchAsync);

    internal static Task<IBrowser> AsyncInstance => Running.Value;

    private static async Task<IBrowser> LaunchAsync()
    {
        var path = Environment.GetEnvironmentVariable("CLEANPROD_TEST_CHROMIUM");
        Assert.True(File.Exists(path), "CLEANPROD_TEST_CHROMIUM must name a Chromium; ./test.sh finds or installs one.");
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            // In containers there is neither a sandbox nor shared memory; and no name leads out of this machine.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"],
        });
    }
}
