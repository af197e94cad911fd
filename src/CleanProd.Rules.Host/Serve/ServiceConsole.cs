namespace CleanProd.Rules.Host.Serve;

/// <summary>What the service writes to its console: one line an event, in UTC.</summary>
internal static class ServiceConsole
{
    internal static void AddServiceConsole(this ILoggingBuilder log)
    {
        log.AddSimpleConsole(format =>
        {
            format.SingleLine = true;
            format.UseUtcTimestamp = true;
            format.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
        });
        log.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Hangfire", LogLevel.Warning)
            // The keys of cookies lie in the store and are as safe as it is.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
    }
}
