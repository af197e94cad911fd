using System.Runtime.CompilerServices;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>Judges the facilities of a shard: the same whoever does it, with whatever other shards beside it.</summary>
internal sealed class ShardJudge(Store store, Judges judges)
{
    // Facilities held in memory with all their measurements; as many again are read meanwhile.
    private const int Block = 64;

    // As many as the store asks for in one query.
    private const int ReadAtOnce = 256;

    /// <summary>The determinations of the facilities, in their order.</summary>
    internal async Task<IReadOnlyList<Determination>> JudgeAsync(ScreeningHead run, IReadOnlyList<RosterPlace> places, CancellationToken ct)
    {
        await using var facts = await store.OpenFactsAsync(ct);
        var imports = await facts.ImportsAsync(run.Imports, ct);
        var facilities = places.ToDictionary(p => p.Facility.Id, p => p.Facility);
        var tables = new GivenTables(facts, imports);
        var judged = new List<Determination>(places.Count);
        Task<Determination[]>? judging = null;
        await foreach (var block in ReadAsync(facts, [.. facilities.Keys], imports, ct).Chunk(Block).WithCancellation(ct))
        {
            var work = new Func<Determination>[block.Length];
            foreach (var (i, (id, records, damage)) in block.Index())
            {
                var facility = facilities[id];
                var screening = await judges.OfAsync(run, await tables.OfAsync(facility.Region, facility.Audits.Count > 0, ct));
                work[i] = records is null
                    ? () => screening.Unreadable(new(id, facility.Name, new("store", null, 0)) { Region = facility.Region.Value }, damage!)
                    : () => screening.Judge(facility.Audits.Count > 0 ? records.WithAudits(facility.Audits) : records);
            }

            // The next block is read while this one is judged.
            if (judging is not null) judged.AddRange(await judging);
            judging = Task.Run(() => Judge(work, ct), ct);
        }

        if (judging is not null) judged.AddRange(await judging);
        return judged;
    }

    // Facts that are damaged keep nobody else from being judged: the block is read again, one by one, to find whose they are.
    private static async IAsyncEnumerable<(FacilityId Id, FacilityRecords? Records, string? Damage)> ReadAsync(
        FactStore facts, IReadOnlyList<FacilityId> facilities, IReadOnlyList<StoredImport> imports, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var block in facilities.Order().Chunk(ReadAtOnce))
        {
            var read = await TryReadAsync(facts, block, imports, ct);
            if (read.Damage is null)
            {
                foreach (var records in read.Records) yield return (records.Facility.Id, records, null);
                continue;
            }

            foreach (var id in block)
            {
                var alone = await TryReadAsync(facts, [id], imports, ct);
                if (alone.Damage is not null) yield return (id, null, alone.Damage);
                foreach (var records in alone.Records) yield return (id, records, null);
            }
        }
    }

    private static async Task<(IReadOnlyList<FacilityRecords> Records, string? Damage)> TryReadAsync(
        FactStore facts, IReadOnlyList<FacilityId> facilities, IReadOnlyList<StoredImport> imports, CancellationToken ct)
    {
        try
        {
            return (await facts.ReadMergedAsync(facilities, imports, ct).Select(m => m.Records).ToListAsync(ct), null);
        }
        catch (InvalidDataException e)
        {
            return ([], e.Message);
        }
    }

    private static Determination[] Judge(Func<Determination>[] work, CancellationToken ct)
    {
        var determinations = new Determination[work.Length];
        Parallel.For(0, work.Length, new ParallelOptions { CancellationToken = ct }, i => determinations[i] = work[i]());
        return determinations;
    }
}

/// <summary>Which tables were given for a place: by the imports of every jurisdiction that it lies in.</summary>
internal sealed class GivenTables(FactStore facts, IReadOnlyList<StoredImport> imports)
{
    private readonly Dictionary<RegionCode, IReadOnlySet<string>> _ofPlaces = [];

    /// <summary>Names of the tables.</summary>
    /// <param name="place">The place.</param>
    /// <param name="withAudits">Whether the service itself tells of audits.</param>
    /// <param name="ct">Breaks it off.</param>
    internal async Task<IReadOnlySet<string>> OfAsync(RegionCode place, bool withAudits, CancellationToken ct)
    {
        if (!_ofPlaces.TryGetValue(place, out var given))
            _ofPlaces.Add(place, given = await facts.TablesGivenAsync([.. imports.Where(i => i.Region.Covers(place))], ct));
        return withAudits && !given.Contains(FactTables.Audits.Name) ? new SortedSet<string>(given, StringComparer.Ordinal) { FactTables.Audits.Name } : given;
    }
}
