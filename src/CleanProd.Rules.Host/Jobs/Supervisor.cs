using CleanProd.Rules.Host.Serve;

namespace CleanProd.Rules.Host.Jobs;

/// <summary>Looks after work that was left behind: by a killed process, by a queue that lives in memory, by a lost message.</summary>
internal sealed partial class Supervisor(IEnumerable<IUnfinishedWork> work, ServiceOptions options, ILogger<Supervisor> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var kind in work)
            {
                try
                {
                    await kind.ResumeAsync(stoppingToken);
                }
                catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
                {
                    return;
                }
                catch (Exception e)
                {
                    // The database may be away for a while; the next round asks again.
                    Failed(log, kind.GetType().Name, e);
                }
            }

            await Task.Delay(options.Supervise, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Looking after {Kind} failed; it is tried again")]
    private static partial void Failed(ILogger log, string kind, Exception error);
}
