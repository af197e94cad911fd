using System.Text.Json;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Screenings;

// From an order to shards: one transaction, so that a run has its whole roster or none.
public sealed partial class ScreeningStore
{
    /// <summary>Gives a run its roster, carries over what a correction does not touch, and cuts the rest into shards.</summary>
    /// <param name="run">The run.</param>
    /// <param name="roster">Its enterprises in any order.</param>
    /// <param name="shardSize">Enterprises judged in one piece.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <returns>The shards to be queued; none when somebody else was quicker or the run was called off.</returns>
    public Task<IReadOnlyList<PendingStep>> PrepareAsync(long run, IReadOnlyList<RosterFacility> roster, int shardSize, CancellationToken ct = default) =>
        store.WriteAsync<IReadOnlyList<PendingStep>>(
            async session =>
            {
                var context = session.Context;
                var now = await store.RealTimeAsync(context, ct);
                var places = roster.OrderBy(f => f.Id).Index().Select(f => new RosterPlace(f.Index, f.Item)).ToArray();
                var taken = await context.Set<ScreeningEntry>().Where(r => r.Id == run && r.State == ScreeningState.Queued).ExecuteUpdateAsync(
                    r => r.SetProperty(e => e.State, ScreeningState.Judging).SetProperty(e => e.StartedAt, now).SetProperty(e => e.QueuedAt, now)
                        .SetProperty(e => e.Facilities, places.Length).SetProperty(e => e.Carried, places.Count(p => p.Facility.Carried)), ct);
                if (taken == 0) return [];
                context.AddRange(places.Select(p => Entry(run, p)));
                var shards = places.Where(p => !p.Facility.Carried).Chunk(shardSize).Select((part, number) => new ShardEntry
                {
                    RunId = run, ShardNo = number, FromNo = part[0].Number, ToNo = part[^1].Number, Facilities = part.Length,
                    State = ShardState.Queued, QueuedAt = now,
                }).ToArray();
                context.AddRange(shards);
                await context.SaveChangesAsync(ct);
                await CarryOverAsync(context, run, ct);
                return shards.Length == 0 ? [new(run, ScreeningStep.Close)] : [.. shards.Select(s => new PendingStep(run, ScreeningStep.Judge, s.ShardNo))];
            },
            ct);

    /// <summary>The enterprises on the roster of a run, in ordinal order; none until it is drawn up.</summary>
    public Task<IReadOnlyList<RosterPlace>> RosterAsync(long run, CancellationToken ct = default) =>
        store.ReadAsync(c => PlacesAsync(c, c.Set<RosterEntry>().Where(f => f.RunId == run), ct));

    /// <summary>The place of an enterprise on the roster of a run; null when it is not on it.</summary>
    public async Task<RosterPlace?> PlaceAsync(long run, FacilityId facility, CancellationToken ct = default) =>
        (await store.ReadAsync(c => PlacesAsync(c, c.Set<RosterEntry>().Where(f => f.RunId == run && f.FacilityId == facility.Value), ct))).SingleOrDefault();

    private static async Task<IReadOnlyList<RosterPlace>> PlacesAsync(StoreContext context, IQueryable<RosterEntry> rows, CancellationToken ct)
    {
        var entries = await rows.AsNoTracking().OrderBy(f => f.FacilityNo).ToListAsync(ct);
        return [.. entries.Select(f => new RosterPlace(f.FacilityNo, new(
            new(f.FacilityId), f.Name, new(f.Region), f.Audits is { } audits ? JsonSerializer.Deserialize<AuditRecord[]>(audits)! : [], f.Carried)))];
    }

    private static RosterEntry Entry(long run, RosterPlace place) => new()
    {
        RunId = run,
        FacilityNo = place.Number,
        FacilityId = place.Facility.Id.Value,
        Name = place.Facility.Name,
        Region = place.Facility.Region.Value,
        Carried = place.Facility.Carried,
        Audits = place.Facility.Audits.Count == 0 ? null : JsonSerializer.Serialize(place.Facility.Audits),
    };

    private static Task<int> CarryOverAsync(StoreContext context, long run, CancellationToken ct) => context.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO screening_determinations (run_id, facility_no, facility_id, name, region, outcome, grounds, line, line_sha256, record)
        SELECT f.run_id, f.facility_no, d.facility_id, d.name, d.region, d.outcome, d.grounds, d.line, d.line_sha256, d.record
        FROM screening_roster f
        JOIN screenings r ON r.id = f.run_id
        JOIN screening_determinations d ON d.run_id = r.base_run AND d.facility_id = f.facility_id
        WHERE f.run_id = {run} AND f.carried
        """,
        ct);
}
