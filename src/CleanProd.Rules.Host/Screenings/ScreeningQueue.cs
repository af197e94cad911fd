using CleanProd.Rules.Storage.Screenings;
using Hangfire;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>Tells workers what to do next. A message that is lost is found again by <see cref="UnfinishedScreenings"/>.</summary>
internal sealed class ScreeningQueue(IBackgroundJobClient jobs)
{
    internal void Put(IEnumerable<PendingStep> steps)
    {
        foreach (var step in steps) Put(step);
    }

    internal void Put(PendingStep step)
    {
        var (run, shard) = (step.Run, step.Shard);
        _ = step.Step switch
        {
            ScreeningStep.Prepare => jobs.Enqueue<ScreeningJobs>(j => j.PrepareAsync(run, CancellationToken.None)),
            ScreeningStep.Judge => jobs.Enqueue<ScreeningJobs>(j => j.JudgeAsync(run, shard, CancellationToken.None)),
            _ => jobs.Enqueue<ScreeningJobs>(j => j.CloseAsync(run, CancellationToken.None)),
        };
    }
}
