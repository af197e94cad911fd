using System.Collections.Concurrent;
using System.Globalization;
using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Storage.Screenings;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>Schedules as recurring jobs of the scheduler, registered again by every process that starts and after every change.</summary>
internal sealed class RecurringSchedules(IRecurringJobManager jobs, JobStorage storage)
{
    private const string Prefix = "schedule-";

    private readonly ConcurrentDictionary<long, int> _registered = new();

    /// <summary>Registers a schedule unless this process did so since its last change.</summary>
    internal void Register(Schedule schedule)
    {
        if (_registered.TryGetValue(schedule.Id, out var version) && version == schedule.Version) return;
        var name = Prefix + schedule.Id.ToString(CultureInfo.InvariantCulture);
        var cron = FormattableString.Invariant($"0 {schedule.Hour} {schedule.Day} {schedule.Month} *");
        if (schedule.Enabled)
            jobs.AddOrUpdate<ScheduleJob>(name, j => j.RunAsync(CancellationToken.None), cron, new RecurringJobOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(Schedule.Zone) });
        else
            jobs.RemoveIfExists(name);
        _registered[schedule.Id] = schedule.Version;
    }

    /// <summary>Recurring jobs that the scheduler has given up.</summary>
    internal IReadOnlyList<string> Disabled()
    {
        using var connection = storage.GetConnection();
        return [.. connection.GetRecurringJobs().Where(j => j.NextExecution is null && !j.Removed).Select(j => j.Id).Order(StringComparer.Ordinal)];
    }
}

/// <summary>What the scheduler calls at the time of a schedule.</summary>
internal sealed class ScheduleJob(ScheduleOffice office)
{
    /// <summary>Orders whatever is due.</summary>
    [Queue(Queues.Routine)]
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public Task RunAsync(CancellationToken ct) => office.ResumeAsync(ct);
}

/// <summary>A recurring job that the scheduler has disabled is an alarm: it says one line in a log and never runs again.</summary>
internal sealed class RecurringJobsCheck(RecurringSchedules recurring) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(recurring.Disabled() is { Count: > 0 } disabled
            ? HealthCheckResult.Degraded($"recurring jobs disabled by the scheduler: {string.Join(", ", disabled)}")
            : HealthCheckResult.Healthy());
}
