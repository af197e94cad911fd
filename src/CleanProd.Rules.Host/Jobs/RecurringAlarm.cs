namespace CleanProd.Rules.Host.Jobs;

/// <summary>Says so when a recurring job is disabled: once when it is seen, in words that an administrator's log watch can find.</summary>
internal sealed partial class RecurringAlarm(QueueWatch queues, ILogger<RecurringAlarm> log) : IUnfinishedWork
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public Task ResumeAsync(CancellationToken ct)
    {
        var disabled = queues.Look().Recurring.Where(r => r.Disabled).ToArray();
        _told.IntersectWith(disabled.Select(r => r.Id));
        foreach (var job in disabled.Where(r => _told.Add(r.Id))) Disabled(log, job.Id, job.Error);
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "ALARM: the recurring job {Job} is disabled and will not run again by itself: {Error}")]
    private static partial void Disabled(ILogger log, string job, string? error);
}
