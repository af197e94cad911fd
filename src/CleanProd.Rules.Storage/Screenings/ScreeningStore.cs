using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Imports;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Screenings;

/// <summary>
/// Screenings, their rosters, shards and determinations. Every step of a run is one transaction, and doing a step twice changes nothing, so
/// that any number of processes may work on a run and any of them may die.
/// </summary>
/// <param name="store">Where they are kept.</param>
public sealed partial class ScreeningStore(Store store)
{
    // Determinations read at once: the evidence of a facility may take a megabyte.
    private const int Block = 200;

    /// <summary>Orders a screening of the facts that are known now of what was known at the order's time.</summary>
    /// <exception cref="RefusedActException">Code <c>stale_version</c>: the occurrence was ordered already.</exception>
    public Task<ScreeningHead> StartAsync(ScreeningOrder order, Officer by, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            // An import that is just being settled is in before, or its time is after: none can turn up later under this time.
            await session.LockAsync(ImportStore.Facts, ct);
            foreach (var (_, text) in order.Packs) await DocumentStore.KeepAsync(session, text, ct);
            var reference = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, bytes) in order.Reference) reference.Add(name, await DocumentStore.KeepAsync(session, bytes, ct));
            var entry = new ScreeningEntry
            {
                Kind = order.Kind,
                Region = order.Region.Value,
                Year = order.Year,
                AsOf = order.AsOf,
                KnownAt = Store.Moment(order.KnownAt),
                Imports = JsonSerializer.Serialize(await ImportsHeldAsync(session.Context, order.KnownAt, ct)),
                Packs = JsonSerializer.Serialize(order.Packs.Select(p => p.Name)),
                Reference = JsonSerializer.Serialize(reference),
                ReferenceHash = HashOf(reference),
                CrossCheck = order.CrossCheck.OneIn,
                Occurrence = order.Occurrence,
                DueAt = order.DueAt,
                BaseRun = order.BaseRun,
                State = ScreeningState.Queued,
                RequestedBy = EventJson.Write(by),
                RequestedAt = session.Now,
                QueuedAt = await store.RealTimeAsync(session.Context, ct),
            };
            session.Context.Add(entry);
            await session.Context.SaveChangesAsync(ct);
            session.Record(by, "screening.start", $"screening/{entry.Id}", JsonSerializer.Serialize(new
            {
                kind = Tables.Words<ScreeningKind>.Text(entry.Kind), region = entry.Region, year = entry.Year, as_of = entry.AsOf, known_at = entry.KnownAt,
                imports = entry.Imports, packs = entry.Packs, reference = entry.ReferenceHash, occurrence = entry.Occurrence, base_run = entry.BaseRun,
            }));
            return ScreeningHead.Of(entry);
        },
        ct);

    /// <summary>Calls a screening off. What is being judged is thrown away.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    /// <exception cref="RefusedActException">It is over or about to be.</exception>
    public Task CancelAsync(long run, Officer by, string? reason, CancellationToken ct = default) =>
        EndAsync(run, ScreeningState.Cancelled, by, "screening.cancel", reason, null, ct);

    /// <summary>Says that a screening cannot be finished.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    /// <exception cref="RefusedActException">It is over.</exception>
    public Task FailAsync(long run, string why, CancellationToken ct = default) =>
        EndAsync(run, ScreeningState.Failed, Officer.System, "screening.fail", why, why, ct);

    /// <summary>A screening; null when there is none of that number.</summary>
    public Task<ScreeningHead?> FindAsync(long run, CancellationToken ct = default) => store.ReadAsync(async c =>
        await c.Set<ScreeningEntry>().SingleOrDefaultAsync(r => r.Id == run, ct) is { } entry ? ScreeningHead.Of(entry) : null);

    /// <summary>The screening of an occurrence of a schedule; null when it was not ordered yet.</summary>
    public Task<ScreeningHead?> FindOccurrenceAsync(string occurrence, CancellationToken ct = default) => store.ReadAsync(async c =>
        await c.Set<ScreeningEntry>().SingleOrDefaultAsync(r => r.Occurrence == occurrence, ct) is { } entry ? ScreeningHead.Of(entry) : null);

    /// <summary>Screenings whose region lies within reach or around it, the newest first.</summary>
    /// <param name="reach">What the asker reaches.</param>
    /// <param name="before">Only those with a smaller number; null from the newest on.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<ScreeningHead>> ListAsync(Reach reach, long? before, int most, CancellationToken ct = default) =>
        store.ReadAsync<IReadOnlyList<ScreeningHead>>(async c =>
        {
            // A county reads the runs of its city, its province and the country, cut to its own.
            var around = reach.Regions.SelectMany(r => Enumerable.Range(0, r.Value.Length + 1).Select(n => r.Value[..n])).Distinct().ToList();
            var within = c.Set<ScreeningEntry>().Within(reach, r => r.Region).Select(r => r.Id);
            var entries = await c.Set<ScreeningEntry>()
                .Where(r => (before == null || r.Id < before) && (around.Contains(r.Region) || within.Contains(r.Id)))
                .OrderByDescending(r => r.Id).Take(most).ToListAsync(ct);
            return [.. entries.Select(ScreeningHead.Of)];
        });

    /// <summary>The determinations of a run in ordinal order.</summary>
    public async IAsyncEnumerable<ScreenedFacility> ReadAsync(long run, ScreenedFilter filter, [EnumeratorCancellation] CancellationToken ct = default)
    {
        for (FacilityId? after = null; ;)
        {
            var block = await PageAsync(run, filter, after, Block, ct);
            foreach (var facility in block) yield return facility;
            if (block.Count < Block) yield break;
            after = block[^1].FacilityId;
        }
    }

    /// <summary>Some determinations of a run in ordinal order.</summary>
    /// <param name="run">The run.</param>
    /// <param name="filter">Which.</param>
    /// <param name="after">Only those after this one.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<ScreenedFacility>> PageAsync(long run, ScreenedFilter filter, FacilityId? after, int most, CancellationToken ct = default) =>
        store.ReadAsync<IReadOnlyList<ScreenedFacility>>(async c =>
        {
            var from = after is { } id ? await NumberAsync(c, run, id, ct) : -1;
            var entries = await Filtered(c, run, filter).Where(d => d.FacilityNo > from).OrderBy(d => d.FacilityNo).Take(most).ToListAsync(ct);
            return [.. entries.Select(ScreenedFacility.Of)];
        });

    /// <summary>What a run decided about an enterprise; null when it is not on its roster or not judged yet.</summary>
    public Task<ScreenedFacility?> FindAsync(long run, FacilityId facility, CancellationToken ct = default) => store.ReadAsync(async c =>
        await c.Set<DeterminationEntry>().SingleOrDefaultAsync(d => d.RunId == run && d.FacilityId == facility.Value, ct) is { } entry ? ScreenedFacility.Of(entry) : null);

    /// <summary>The lines of <c>determinations.jsonl</c> of a run in ordinal order, without line feeds.</summary>
    public async IAsyncEnumerable<string> ReadLinesAsync(long run, ScreenedFilter filter, [EnumeratorCancellation] CancellationToken ct = default)
    {
        for (var from = -1; ;)
        {
            var start = from;
            var block = await store.ReadAsync(c => Filtered(c, run, filter).Where(d => d.FacilityNo > start).OrderBy(d => d.FacilityNo)
                .Select(d => new { d.FacilityNo, d.Line }).Take(Block).ToListAsync(ct));
            foreach (var row in block) yield return row.Line;
            if (block.Count < Block) yield break;
            from = block[^1].FacilityNo;
        }
    }

    private static IQueryable<DeterminationEntry> Filtered(StoreContext context, long run, ScreenedFilter filter)
    {
        var rows = context.Set<DeterminationEntry>().Where(d => d.RunId == run).Within(filter.Reach, d => d.Region, d => d.FacilityId);
        if (filter.Outcome is { } outcome) rows = rows.Where(d => d.Outcome == outcome);
        if (filter.Ground is { } ground) rows = rows.Where(d => d.Grounds.Contains($" {ground} "));
        if (filter.Region is { } region) rows = rows.Where(d => d.Region.StartsWith(region.Value));
        if (filter.Text is { } text) rows = rows.Where(d => d.Name.Contains(text) || d.FacilityId.Contains(text));
        return rows;
    }

    private static Task<int> NumberAsync(StoreContext context, long run, FacilityId facility, CancellationToken ct) =>
        context.Set<RosterEntry>().Where(f => f.RunId == run && f.FacilityId == facility.Value).Select(f => f.FacilityNo).SingleOrDefaultAsync(ct);

    private Task EndAsync(long run, ScreeningState state, Officer by, string act, string? reason, string? failure, CancellationToken ct) => store.WriteAsync(
        async session =>
        {
            var from = ScreeningLife.Before(state);
            var now = await store.RealTimeAsync(session.Context, ct);
            // One statement, so that of two who end it at once only one does.
            var changed = await session.Context.Set<ScreeningEntry>().Where(r => r.Id == run && from.Contains(r.State)).ExecuteUpdateAsync(
                r => r.SetProperty(e => e.State, state).SetProperty(e => e.EndedAt, now).SetProperty(e => e.Failure, failure), ct);
            if (changed == 0)
            {
                var stored = await session.Context.Set<ScreeningEntry>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == run, ct)
                    ?? throw new KeyNotFoundException($"The store has no screening {run}.");
                throw ScreeningLife.Illegal(stored.State);
            }

            session.Record(by, act, $"screening/{run}", JsonSerializer.Serialize(new { reason }));
        },
        ct);

    /// <summary>
    /// Imports that hold at a time, as far as is known at this moment. The numbers are kept: an import that was under way with an earlier time
    /// must not come in between two shards.
    /// </summary>
    private static async Task<long[]> ImportsHeldAsync(StoreContext context, DateTimeOffset knownAt, CancellationToken ct)
    {
        var at = knownAt.UtcDateTime;
        var imports = await context.Imports.AsNoTracking().Where(i => i.EffectiveAt != null).Select(i => new { i.Id, i.EffectiveAt, i.UndoneAt }).ToListAsync(ct);
        return [.. imports.Where(i => i.EffectiveAt <= at && !(i.UndoneAt <= at)).Select(i => i.Id).Order()];
    }

    private static string HashOf(SortedDictionary<string, string> reference) => Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(reference.Select(h => $"{h.Key} {h.Value}\n")))));
}
