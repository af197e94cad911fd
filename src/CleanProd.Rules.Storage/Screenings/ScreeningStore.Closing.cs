using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CleanProd.Rules.Lists;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Screenings;

// The end of a run, and what is left behind on the way there.
public sealed partial class ScreeningStore
{
    /// <summary>
    /// Closes a run whose shards are all done: hashes and counts its determinations in ordinal order. Whoever comes when there is nothing to close, or
    /// at the same time as another, does no harm.
    /// </summary>
    /// <returns>Whether this call finished the run.</returns>
    public async Task<bool> CloseAsync(long run, CancellationToken ct = default)
    {
        await store.WriteAsync(
            async session => await session.Context.Set<ScreeningEntry>()
                .Where(r => r.Id == run && r.State == ScreeningState.Judging && !session.Context.Set<ShardEntry>().Any(s => s.RunId == run && s.State != ShardState.Done))
                .ExecuteUpdateAsync(r => r.SetProperty(e => e.State, ScreeningState.Closing), ct),
            ct);
        if (await FindAsync(run, ct) is not { State: ScreeningState.Closing } head) return false;
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (counts, lines) = (new ScreeningCounts.Builder(), 0);
        await foreach (var line in ReadLinesAsync(run, new ScreenedFilter(), ct))
        {
            sha.AppendData(Encoding.UTF8.GetBytes(line));
            sha.AppendData("\n"u8);
            counts.Add(line);
            lines++;
        }

        if (lines != head.Facilities) throw new InvalidDataException($"Screening {run} has {lines} determinations of {head.Facilities} facilities.");
        var (hash, counted) = (Convert.ToHexStringLower(sha.GetHashAndReset()), counts.Build().Write());
        return await store.WriteAsync(
            async session =>
            {
                var now = await store.RealTimeAsync(session.Context, ct);
                var finished = await session.Context.Set<ScreeningEntry>().Where(r => r.Id == run && r.State == ScreeningState.Closing).ExecuteUpdateAsync(
                    r => r.SetProperty(e => e.State, ScreeningState.Finished).SetProperty(e => e.ResultHash, hash).SetProperty(e => e.Counts, counted)
                        .SetProperty(e => e.EndedAt, now), ct);
                if (finished == 1)
                    session.Record(Officer.System, "screening.finish", $"screening/{run}", JsonSerializer.Serialize(new { result = hash, facilities = lines, counts = counted }));
                return finished == 1;
            },
            ct);
    }

    /// <summary>
    /// What should go on and has given no sign of life for the length of a lease; it is marked as told to the queue, so that of several processes that
    /// ask, one gets it.
    /// </summary>
    /// <param name="lease">How long silence means nothing.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<PendingStep>> TakeUpAsync(TimeSpan lease, CancellationToken ct = default) => store.WriteAsync<IReadOnlyList<PendingStep>>(
        async session =>
        {
            var (context, pending) = (session.Context, new List<PendingStep>());
            var runs = await context.Set<ScreeningEntry>().AsNoTracking()
                .Where(r => r.State == ScreeningState.Queued || r.State == ScreeningState.Judging || r.State == ScreeningState.Closing)
                .Select(r => new { r.Id, r.State, r.QueuedAt }).ToListAsync(ct);
            var now = await store.RealTimeAsync(context, ct);
            var silent = now - lease;
            foreach (var run in runs.OrderBy(r => r.Id))
            {
                var shards = run.State == ScreeningState.Judging
                    ? await context.Set<ShardEntry>().AsNoTracking().Where(s => s.RunId == run.Id).OrderBy(s => s.ShardNo).ToListAsync(ct)
                    : [];
                var open = shards.Where(s => s.State != ShardState.Done).ToArray();
                if (open.Length == 0)
                {
                    var quiet = !(run.QueuedAt >= silent) && !shards.Any(s => s.DoneAt >= silent);
                    if (quiet && await context.Set<ScreeningEntry>().Where(r => r.Id == run.Id && r.State == run.State && r.QueuedAt == run.QueuedAt)
                            .ExecuteUpdateAsync(r => r.SetProperty(e => e.QueuedAt, now), ct) == 1)
                        pending.Add(new(run.Id, run.State == ScreeningState.Queued ? ScreeningStep.Prepare : ScreeningStep.Close));
                    continue;
                }

                // While others of the run are being worked on, a waiting shard has only to wait for its turn.
                var still = !shards.Any(s => s.LeaseUntil >= now || s.DoneAt >= silent || s.QueuedAt >= silent);
                foreach (var shard in open.Where(s => s.State == ShardState.Judging ? s.LeaseUntil < now : s.QueuedAt is null || still))
                {
                    var told = await context.Set<ShardEntry>()
                        .Where(s => s.RunId == run.Id && s.ShardNo == shard.ShardNo && s.Token == shard.Token && s.State == shard.State && s.QueuedAt == shard.QueuedAt
                            && (s.State == ShardState.Queued || s.LeaseUntil < now))
                        .ExecuteUpdateAsync(s => s.SetProperty(e => e.State, ShardState.Queued).SetProperty(e => e.QueuedAt, now), ct);
                    if (told == 1) pending.Add(new(run.Id, ScreeningStep.Judge, shard.ShardNo));
                }
            }

            return pending;
        },
        ct);

    /// <summary>Ends every lease: for the start of the one process of an embedded store, whose predecessors are dead.</summary>
    public Task EndLeasesAsync(CancellationToken ct = default) => store.WriteAsync(
        session => session.Context.Set<ShardEntry>().Where(s => s.State != ShardState.Done).ExecuteUpdateAsync(
            s => s.SetProperty(e => e.State, ShardState.Queued).SetProperty(e => e.LeaseUntil, (DateTimeOffset?)null).SetProperty(e => e.QueuedAt, (DateTimeOffset?)null), ct),
        ct);
}
