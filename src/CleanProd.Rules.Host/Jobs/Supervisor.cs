using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Storage;

namespace CleanProd.Rules.Host.Jobs;

/// <summary>Looks after work that was left behind: by a killed process, by a queue that lives in memory, by a lost message.</summary>
internal sealed partial class Supervisor(IEnumerable<IUnfinishedWork> work, Store store, ServiceOptions options, ILogger<Supervisor> log) : BackgroundService
{
    // Acts that leave work to the rounds of care: people should not wait half a minute for the cases of a list.
    private static readonly string[] Hurried = ["list.publish", "notice.serve"];

    private readonly SemaphoreSlim _hurry = new(0);

    public override void Dispose()
    {
        store.Acted -= Hurry;
        _hurry.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        store.Acted += Hurry;
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

            await ((Task)_hurry.WaitAsync(options.Supervise, stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Hurry(string act)
    {
        if (Hurried.Contains(act, StringComparer.Ordinal) && _hurry.CurrentCount == 0) _hurry.Release();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Looking after {Kind} failed; it is tried again")]
    private static partial void Failed(ILogger log, string kind, Exception error);
}
