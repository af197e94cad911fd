using CleanProd.Rules.Storage.Screenings;
using Hangfire;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>Tells workers what to do next. A message that is lost is found again by <see cref="UnfinishedScreenings"/>.</summary>
internal sealed partial class ScreeningQueue(IBackgroundJobClient jobs, ILogger<ScreeningQueue> log)
{
    internal void Put(IEnumerable<PendingStep> steps)
    {
        foreach (var step in steps) Put(step);
    }

    internal void Put(PendingStep step)
    {
        var (run, shard) = (step.Run, step.Shard);
        try
        {
            _ = step.Step switch
            {
                ScreeningStep.Prepare => jobs.Enqueue<ScreeningJobs>(j => j.PrepareAsync(run, CancellationToken.None)),
                ScreeningStep.Judge => jobs.Enqueue<ScreeningJobs>(j => j.JudgeAsync(run, shard, CancellationToken.None)),
                _ => jobs.Enqueue<ScreeningJobs>(j => j.CloseAsync(run, CancellationToken.None)),
            };
        }
        catch (BackgroundJobClientException e)
        {
            // What was ordered stands in the store; a queue that is away for a moment only delays it.
            Lost(log, step.Step, run, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Step} of screening {Run} could not be queued; it is taken up later")]
    private static partial void Lost(ILogger log, ScreeningStep step, long run, Exception error);
}
