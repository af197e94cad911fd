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
        log.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Hangfire", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
    }
}
