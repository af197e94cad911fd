using CleanProd.Rules.Determinations;
using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>
/// Orders the screenings of schedules. Whatever asks (the scheduler, the look at unfinished work, an officer), each occurrence is ordered
/// once; one that was missed while nothing ran is ordered late.
/// </summary>
internal sealed partial class ScheduleOffice(
    Store store, ScheduleStore schedules, ScreeningStore screenings, ScreeningOffice office, RecurringSchedules recurring, ILogger<ScheduleOffice> log) : IUnfinishedWork
{
    /// <summary>Orders whatever is due and was not ordered yet.</summary>
    public async Task ResumeAsync(CancellationToken ct)
    {
        foreach (var schedule in await schedules.ListAsync(Reach.Everything, ct))
        {
            recurring.Register(schedule);
            foreach (var occurrence in schedule.DueBy(store.Clock.GetUtcNow()))
                if (await screenings.FindOccurrenceAsync(occurrence.Key, ct) is null) await OrderAsync(schedule, occurrence, Officer.System, ct);
        }
    }

    /// <summary>
    /// Orders this year's occurrence now, before or after its time. An occurrence that was called off or failed is ordered anew.
    /// </summary>
    /// <exception cref="RefusedActException">Code <c>already_fired</c>: it is under way or done.</exception>
    internal async Task<ScreeningHead> FireAsync(Schedule schedule, Officer by, CancellationToken ct)
    {
        var (now, today) = (store.Clock.GetUtcNow(), Schedule.DayOf(store.Clock.GetUtcNow()));
        var occurrence = schedule.In(today.Year);
        if (occurrence.AsOf > today) occurrence = occurrence with { AsOf = today };
        for (var (key, again) = (occurrence.Key, 2); ; key = FormattableString.Invariant($"{occurrence.Key}#{again++}"))
        {
            if (await screenings.FindOccurrenceAsync(key, ct) is { } earlier)
            {
                if (earlier.State is ScreeningState.Cancelled or ScreeningState.Failed) continue;
                throw Fired(earlier);
            }

            return await OrderAsync(schedule, occurrence with { Key = key }, by, ct) ?? throw Fired((await screenings.FindOccurrenceAsync(key, ct))!);
        }
    }

    private async Task<ScreeningHead?> OrderAsync(Schedule schedule, ScheduleOccurrence occurrence, Officer by, CancellationToken ct)
    {
        try
        {
            var run = await office.OrderAsync(
                new(ScreeningKind.Annual, schedule.Region, occurrence.ScreenedYear) { AsOf = occurrence.AsOf, Occurrence = occurrence.Key, DueAt = occurrence.DueAt }, by, ct);
            Ordered(log, occurrence.Key, run.Id);
            return run;
        }
        catch (RefusedActException e) when (e.Code == "stale_version")
        {
            // Another process was quicker.
            return null;
        }
        catch (PackSelectionException e)
        {
            Impossible(log, occurrence.Key, e);
            return await office.OrderWithoutPacksAsync(schedule, occurrence, by, ct);
        }
    }

    private static RefusedActException Fired(ScreeningHead earlier) => new("already_fired", new(
        $"本年度的计划筛查已有（第 {earlier.Id} 号），不重复运行；需要时请另行筛查或更正。",
        $"This year's occurrence is screening {earlier.Id} already: order a screening or a correction instead."));

    [LoggerMessage(Level = LogLevel.Information, Message = "{Occurrence} is screening {Run}")]
    private static partial void Ordered(ILogger log, string occurrence, long run);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Occurrence} cannot be screened")]
    private static partial void Impossible(ILogger log, string occurrence, Exception error);
}
