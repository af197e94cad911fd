using System.Globalization;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>Where a screening lies. Reading a part is for everybody who reaches a part; deciding is for those who reach all of it.</summary>
internal sealed class RunPlaces(ScreeningStore screenings) : ITargetPlaces
{
    public Target Target => Target.Run;

    public async Task<TargetPlace?> FindAsync(RouteValueDictionary route, CancellationToken ct) =>
        long.TryParse(route["run"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var run) && await screenings.FindAsync(run, ct) is { } head
            ? new(head.Region, Shared: true)
            : null;
}

/// <summary>Where a schedule lies.</summary>
internal sealed class SchedulePlaces(ScheduleStore schedules) : ITargetPlaces
{
    public Target Target => Target.Schedule;

    public async Task<TargetPlace?> FindAsync(RouteValueDictionary route, CancellationToken ct) =>
        long.TryParse(route["schedule"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var schedule) && await schedules.FindAsync(schedule, ct) is { } found
            ? new(found.Region)
            : null;
}
