using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Screenings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

// Yearly orders.
internal static partial class ScreeningsApi
{
    private static void MapSchedules(this IEndpointRouteBuilder api)
    {
        api.MapGet("/schedules", SchedulesAsync).Needs(Permission.ManageSchedules, Target.Scoped).WithSummary("Schedules with their next run.");
        api.MapPost("/schedules", AddScheduleAsync).Needs(Permission.ManageSchedules, Target.Scoped).WithSummary("Adds a yearly schedule.");
        api.MapGet("/schedules/{schedule}", ScheduleAsync).Needs(Permission.ManageSchedules, Target.Schedule).WithSummary("A schedule with its next run.");
        api.MapPut("/schedules/{schedule}", ChangeScheduleAsync).Needs(Permission.ManageSchedules, Target.Schedule).WithSummary("Changes a schedule.");
        api.MapDelete("/schedules/{schedule}", StopScheduleAsync).Needs(Permission.ManageSchedules, Target.Schedule).WithSummary("Switches a schedule off; it stays on record.");
        api.MapPost("/schedules/{schedule}/fire", FireAsync).Needs(Permission.RunScreenings, Target.Schedule).WithSummary("Runs this year's occurrence now; each occurrence runs once.");
    }

    /// <summary>A schedule to be kept: a day of every year and a full hour, Beijing time.</summary>
    internal sealed record ScheduleBody(string Name, string Region, int Month, int Day, int Hour = 2, bool Enabled = true, int Version = 0)
    {
        internal ScheduleTerms Terms => new(Name.Trim(), RegionCode.Of(Region), Month, Day, Hour, Enabled);
    }

    /// <summary>A schedule as the API tells it.</summary>
    internal sealed record ScheduleAnswer(
        long Id, string Name, string Region, int Month, int Day, int Hour, string TimeZone, bool Enabled, int Version, DateTimeOffset? NextAt, int? NextYear, Wording Next)
    {
        internal static ScheduleAnswer Of(Schedule s, DateTimeOffset now) => new(
            s.Id, s.Name, s.Region.Value, s.Month, s.Day, s.Hour, Schedule.Zone, s.Enabled, s.Version, s.NextAfter(now)?.DueAt, s.NextAfter(now)?.ScreenedYear, s.NextInWords(now));
    }

    private static async Task<Ok<IReadOnlyList<ScheduleAnswer>>> SchedulesAsync(Actor actor, ScheduleStore schedules, Store store, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<ScheduleAnswer>>([.. (await schedules.ListAsync(actor.Scope.Reach, ct)).Select(s => ScheduleAnswer.Of(s, store.Clock.GetUtcNow()))]);

    private static async Task<Created<ScheduleAnswer>> AddScheduleAsync(
        ScheduleBody body, Actor actor, ScheduleStore schedules, RecurringSchedules recurring, Store store, CancellationToken ct)
    {
        MustCover(actor, body.Terms.Region);
        var added = await schedules.AddAsync(body.Terms, actor.Officer, ct);
        recurring.Register(added);
        return TypedResults.Created(FormattableString.Invariant($"/api/v1/schedules/{added.Id}"), ScheduleAnswer.Of(added, store.Clock.GetUtcNow()));
    }

    private static async Task<Ok<ScheduleAnswer>> ScheduleAsync(string schedule, ScheduleStore schedules, Store store, CancellationToken ct) =>
        TypedResults.Ok(ScheduleAnswer.Of(await FoundAsync(schedule, schedules, ct), store.Clock.GetUtcNow()));

    private static async Task<Ok<ScheduleAnswer>> ChangeScheduleAsync(
        string schedule, ScheduleBody body, Actor actor, ScheduleStore schedules, RecurringSchedules recurring, Store store, CancellationToken ct)
    {
        MustCover(actor, body.Terms.Region);
        var changed = await schedules.ChangeAsync(Number(schedule), body.Version, body.Terms, actor.Officer, ct);
        recurring.Register(changed);
        return TypedResults.Ok(ScheduleAnswer.Of(changed, store.Clock.GetUtcNow()));
    }

    private static async Task<Ok<ScheduleAnswer>> StopScheduleAsync(
        string schedule, Actor actor, ScheduleStore schedules, RecurringSchedules recurring, Store store, CancellationToken ct)
    {
        var s = await FoundAsync(schedule, schedules, ct);
        var stopped = await schedules.ChangeAsync(s.Id, s.Version, new(s.Name, s.Region, s.Month, s.Day, s.Hour, Enabled: false), actor.Officer, ct);
        recurring.Register(stopped);
        return TypedResults.Ok(ScheduleAnswer.Of(stopped, store.Clock.GetUtcNow()));
    }

    private static async Task<Created<ScreeningAnswer>> FireAsync(string schedule, Actor actor, ScheduleStore schedules, ScheduleOffice office, CancellationToken ct) =>
        Created(await office.FireAsync(await FoundAsync(schedule, schedules, ct), actor.Officer, ct));

    private static async Task<Schedule> FoundAsync(string schedule, ScheduleStore schedules, CancellationToken ct) =>
        await schedules.FindAsync(Number(schedule), ct) ?? throw new KeyNotFoundException();
}
