using CleanProd.Rules.Host.Upkeep;
using Hangfire;
using Hangfire.Storage;

namespace CleanProd.Rules.Host.Jobs;

/// <summary>How the queues stand, all processes of the database together.</summary>
/// <param name="Waiting">Jobs that wait for a worker.</param>
/// <param name="OldestWaiting">How long the longest has waited; null when none does.</param>
/// <param name="Overdue">Jobs set for a time that has passed by more than a minute: nobody takes them.</param>
/// <param name="Failed">Jobs that were given up.</param>
/// <param name="Workers">Processes that work and have given a sign of life.</param>
/// <param name="Recurring">Recurring jobs.</param>
internal sealed record QueueState(
    long Waiting, TimeSpan? OldestWaiting, long Overdue, long Failed, IReadOnlyList<WorkerState> Workers, IReadOnlyList<RecurringState> Recurring);

/// <summary>A process that works.</summary>
internal sealed record WorkerState(string Name, IReadOnlyList<string> Queues, DateTime StartedAt, DateTime? SeenAt);

/// <summary>A recurring job. Hangfire disables one for good after five failed attempts to queue it, and only writes a line to its log.</summary>
internal sealed record RecurringState(string Id, DateTime? NextAt, DateTime? LastAt, bool Disabled, string? Error);

/// <summary>Looks at the queues; what it sees is also measured while somebody listens.</summary>
internal sealed class QueueWatch
{
    private const int Most = 1000;

    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    private readonly JobStorage _storage;

    public QueueWatch(JobStorage storage, Telemetry telemetry)
    {
        _storage = storage;
        telemetry.Meter.CreateObservableGauge("cleanprod.queue.age", () => Look().OldestWaiting?.TotalSeconds ?? 0, "s", "How long the longest waiting job has waited.");
        telemetry.Meter.CreateObservableGauge("cleanprod.jobs.waiting", () => Look().Waiting, "{job}", "Jobs that wait for a worker.");
        telemetry.Meter.CreateObservableGauge("cleanprod.jobs.overdue", () => Look().Overdue, "{job}", "Jobs whose time has passed.");
        telemetry.Meter.CreateObservableGauge("cleanprod.jobs.failed", () => Look().Failed, "{job}", "Jobs that were given up.");
        telemetry.Meter.CreateObservableGauge("cleanprod.workers", () => Look().Workers.Count, "{process}", "Processes that work.");
        telemetry.Meter.CreateObservableGauge("cleanprod.recurring.disabled", () => Look().Recurring.Count(r => r.Disabled), "{job}", "Recurring jobs that were disabled.");
    }

    /// <summary>Looks now.</summary>
    internal QueueState Look()
    {
        var monitor = _storage.GetMonitoringApi();
        // Queues keep real time, whatever the clock of acts says.
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var firsts = Queues.All.SelectMany(q => monitor.EnqueuedJobs(q, 0, 1).Select(j => j.Value?.EnqueuedAt)).OfType<DateTime>().ToArray();
        using var connection = _storage.GetConnection();
        return new(
            Queues.All.Sum(monitor.EnqueuedCount),
            firsts.Length == 0 ? null : Positive(now - firsts.Min()),
            monitor.ScheduledJobs(0, Most).Count(j => j.Value is { } job && now - job.EnqueueAt > Late),
            monitor.FailedCount(),
            [.. monitor.Servers().Where(s => now - (s.Heartbeat ?? s.StartedAt) < Late).Select(s => new WorkerState(s.Name, [.. s.Queues], s.StartedAt, s.Heartbeat))],
            [.. connection.GetRecurringJobs().Select(r => new RecurringState(r.Id, r.NextExecution, r.LastExecution, r.NextExecution is null, r.Error))]);
    }

    private static TimeSpan Positive(TimeSpan span) => span < TimeSpan.Zero ? TimeSpan.Zero : span;
}
