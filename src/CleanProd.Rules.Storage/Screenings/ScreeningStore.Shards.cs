using CleanProd.Rules.Determinations;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Screenings;

// A shard belongs to whoever holds its newest token. A lease only says when others may take it; what keeps a slow worker from writing is the token.
public sealed partial class ScreeningStore
{
    /// <summary>Takes a shard that nobody works on, or whose worker gave no sign of life.</summary>
    /// <returns>Null when there is nothing to take.</returns>
    public Task<ShardClaim?> ClaimAsync(long run, int shard, TimeSpan lease, string worker, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            var context = session.Context;
            var now = await store.RealTimeAsync(context, ct);
            var open = context.Set<ShardEntry>().Where(s => s.RunId == run && s.ShardNo == shard
                && (s.State == ShardState.Queued || (s.State == ShardState.Judging && s.LeaseUntil < now))
                && context.Set<ScreeningEntry>().Any(r => r.Id == run && r.State == ScreeningState.Judging));
            if (await open.AsNoTracking().SingleOrDefaultAsync(ct) is not { } entry) return null;
            var (token, until) = (entry.Token + 1, now + lease);
            var taken = await open.Where(s => s.Token == entry.Token).ExecuteUpdateAsync(
                s => s.SetProperty(e => e.State, ShardState.Judging).SetProperty(e => e.Token, token).SetProperty(e => e.LeaseUntil, until)
                    .SetProperty(e => e.Worker, worker), ct);
            if (taken == 0) return null;
            var facilities = await PlacesAsync(
                context, context.Set<RosterEntry>().Where(f => f.RunId == run && f.FacilityNo >= entry.FromNo && f.FacilityNo <= entry.ToNo && !f.Carried), ct);
            return new ShardClaim(run, shard, token, facilities);
        },
        ct);

    /// <summary>Shows a sign of life.</summary>
    /// <returns>False when the shard was taken by somebody else or the run was called off.</returns>
    public Task<bool> RenewAsync(ShardClaim claim, TimeSpan lease, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            var until = await store.RealTimeAsync(session.Context, ct) + lease;
            return await Held(session, claim).ExecuteUpdateAsync(s => s.SetProperty(e => e.LeaseUntil, until), ct) == 1;
        },
        ct);

    /// <summary>Keeps the determinations of a shard, all of them or none, and marks it done.</summary>
    /// <returns>False when the claim is out of date: nothing was kept then.</returns>
    public Task<bool> FinishAsync(ShardClaim claim, IReadOnlyList<Determination> determinations, CancellationToken ct = default)
    {
        if (!claim.Facilities.Select(f => f.Facility.Id).SequenceEqual(determinations.Select(d => d.Facility.Id)))
            throw new ArgumentException("A shard is finished with a determination of each of its facilities, in order.", nameof(determinations));
        var entries = claim.Facilities.Zip(determinations, (place, determination) => ScreenedFacility.Entry(claim.Run, place, determination)).ToArray();
        return store.WriteAsync(
            async session =>
            {
                var now = await store.RealTimeAsync(session.Context, ct);
                // The lease may be over: as long as nobody else took the shard the work is as good as any.
                var held = await Held(session, claim).ExecuteUpdateAsync(
                    s => s.SetProperty(e => e.State, ShardState.Done).SetProperty(e => e.DoneAt, now).SetProperty(e => e.LeaseUntil, (DateTimeOffset?)null), ct);
                if (held == 0) return false;
                session.Context.AddRange(entries);
                await session.Context.SaveChangesAsync(ct);
                return true;
            },
            ct);
    }

    /// <summary>Gives a shard back undone.</summary>
    /// <param name="claim">The lease on it.</param>
    /// <param name="fault">Whether judging it failed by an error; false when the worker had to stop.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <returns>How often judging it failed so far; 0 when the claim is out of date.</returns>
    public Task<int> GiveBackAsync(ShardClaim claim, bool fault, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            var more = fault ? 1 : 0;
            var held = await Held(session, claim).ExecuteUpdateAsync(
                s => s.SetProperty(e => e.State, ShardState.Queued).SetProperty(e => e.QueuedAt, (DateTimeOffset?)null)
                    .SetProperty(e => e.LeaseUntil, (DateTimeOffset?)null).SetProperty(e => e.Faults, e => e.Faults + more), ct);
            return held == 0 ? 0 : await session.Context.Set<ShardEntry>().Where(s => s.RunId == claim.Run && s.ShardNo == claim.Shard).Select(s => s.Faults).SingleAsync(ct);
        },
        ct);

    /// <summary>How far a run is; null when there is none of that number.</summary>
    public Task<ScreeningProgress?> ProgressAsync(long run, CancellationToken ct = default) => store.ReadAsync(async c =>
    {
        if (await c.Set<ScreeningEntry>().SingleOrDefaultAsync(r => r.Id == run, ct) is not { } entry) return null;
        var shards = await c.Set<ShardEntry>().Where(s => s.RunId == run).ToListAsync(ct);
        var done = shards.Where(s => s.State == ShardState.Done).ToArray();
        var judged = done.Sum(s => s.Facilities);
        var ticks = done.Length == 0 ? 0 : (done.Max(s => s.DoneAt!.Value) - entry.StartedAt!.Value).Ticks;
        return new ScreeningProgress(
            entry.State, shards.Count, done.Length, entry.Facilities, entry.Carried + judged,
            [.. shards.Where(s => s.State == ShardState.Judging).Select(s => s.Worker!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            ticks > 0 ? decimal.Round((decimal)judged * TimeSpan.TicksPerSecond / ticks, 1) : null);
    });

    private static IQueryable<ShardEntry> Held(StoreSession session, ShardClaim claim) => session.Context.Set<ShardEntry>().Where(
        s => s.RunId == claim.Run && s.ShardNo == claim.Shard && s.State == ShardState.Judging && s.Token == claim.Token
            && session.Context.Set<ScreeningEntry>().Any(r => r.Id == claim.Run && r.State == ScreeningState.Judging));
}
