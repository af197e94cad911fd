using System.Text.Json;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Screenings;

/// <summary>Yearly orders. None is ever deleted: it is switched off.</summary>
/// <param name="store">Where they are kept.</param>
public sealed class ScheduleStore(Store store)
{
    // A year without a leap day: what is not there every year is no day of a yearly order.
    private const int CommonYear = 2001;

    /// <summary>Adds a schedule. Its first occurrence is the first after now.</summary>
    /// <exception cref="RefusedActException">Code <c>bad_schedule</c>.</exception>
    public Task<Schedule> AddAsync(ScheduleTerms terms, Officer by, CancellationToken ct = default)
    {
        Check(terms);
        return store.WriteAsync(
            async session =>
            {
                var entry = new ScheduleEntry
                {
                    Name = terms.Name, Region = terms.Region.Value, Month = terms.Month, Day = terms.Day, Hour = terms.Hour, Enabled = terms.Enabled,
                    Version = 1, Since = session.Now,
                };
                session.Context.Add(entry);
                await session.Context.SaveChangesAsync(ct);
                Record(session, by, "schedule.add", entry.Id, terms);
                return Schedule.Of(entry);
            },
            ct);
    }

    /// <summary>Changes a schedule. Occurrences that were due before now stay as they were.</summary>
    /// <exception cref="KeyNotFoundException">There is no such schedule.</exception>
    /// <exception cref="RefusedActException">Codes <c>bad_schedule</c>, <c>stale_version</c>.</exception>
    public Task<Schedule> ChangeAsync(long schedule, int version, ScheduleTerms terms, Officer by, CancellationToken ct = default)
    {
        Check(terms);
        return store.WriteAsync(
            async session =>
            {
                var changed = await session.Context.Set<ScheduleEntry>().Where(s => s.Id == schedule && s.Version == version).ExecuteUpdateAsync(
                    s => s.SetProperty(e => e.Name, terms.Name).SetProperty(e => e.Region, terms.Region.Value).SetProperty(e => e.Month, terms.Month)
                        .SetProperty(e => e.Day, terms.Day).SetProperty(e => e.Hour, terms.Hour).SetProperty(e => e.Enabled, terms.Enabled)
                        .SetProperty(e => e.Version, version + 1).SetProperty(e => e.Since, session.Now), ct);
                var entry = await session.Context.Set<ScheduleEntry>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == schedule, ct)
                    ?? throw new KeyNotFoundException($"The store has no schedule {schedule}.");
                if (changed == 0)
                    throw new RefusedActException("stale_version", new(
                        $"该计划已被他人修改（当前版本 {entry.Version}），请重新载入后再试。", $"Somebody else changed the schedule (it is at version {entry.Version}): load it again and repeat."));
                Record(session, by, "schedule.change", schedule, terms);
                return Schedule.Of(entry);
            },
            ct);
    }

    /// <summary>A schedule; null when there is none of that number.</summary>
    public Task<Schedule?> FindAsync(long schedule, CancellationToken ct = default) => store.ReadAsync(async c =>
        await c.Set<ScheduleEntry>().SingleOrDefaultAsync(s => s.Id == schedule, ct) is { } entry ? Schedule.Of(entry) : null);

    /// <summary>Schedules within reach, in order of their numbers.</summary>
    public Task<IReadOnlyList<Schedule>> ListAsync(Reach reach, CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<Schedule>>(async c =>
        [.. (await c.Set<ScheduleEntry>().Within(reach, s => s.Region).OrderBy(s => s.Id).ToListAsync(ct)).Select(Schedule.Of)]);

    private static void Check(ScheduleTerms terms)
    {
        if (terms is { Name.Length: > 0 and <= 200, Month: >= 1 and <= 12, Day: >= 1, Hour: >= 0 and <= 23 } && terms.Day <= DateTime.DaysInMonth(CommonYear, terms.Month)) return;
        throw new RefusedActException("bad_schedule", new(
            "请填名称（200字以内）、每年都有的月日和0至23的整点。", "Give a name of at most 200 characters, a day that every year has, and a full hour from 0 to 23."));
    }

    private static void Record(StoreSession session, Officer by, string act, long schedule, ScheduleTerms terms) => session.Record(by, act, $"schedule/{schedule}", JsonSerializer.Serialize(new
    {
        name = terms.Name, region = terms.Region.Value, month = terms.Month, day = terms.Day, hour = terms.Hour, enabled = terms.Enabled,
    }));
}
