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

    /// <summary>The determinations of the facilities, in their order.</summary>
    internal async Task<IReadOnlyList<Determination>> JudgeAsync(ScreeningHead run, IReadOnlyList<RosterPlace> places, CancellationToken ct)
    {
        await using var facts = await store.OpenFactsAsync(ct);
        var imports = await facts.ImportsAsync(run.Imports, ct);
        var facilities = places.ToDictionary(p => p.Facility.Id, p => p.Facility);
        var tables = new GivenTables(facts, imports);
        var judged = new List<Determination>(places.Count);
        Task<Determination[]>? judging = null;
        await foreach (var block in facts.ReadMergedAsync([.. facilities.Keys], imports, ct).Chunk(Block).WithCancellation(ct))
        {
            var work = new (Screening Screening, FacilityRecords Records)[block.Length];
            foreach (var (i, merged) in block.Index())
            {
                var facility = facilities[merged.Records.Facility.Id];
                var given = await tables.OfAsync(facility.Region, facility.Audits.Count > 0, ct);
                work[i] = (await judges.OfAsync(run, given), facility.Audits.Count > 0 ? merged.Records.WithAudits(facility.Audits) : merged.Records);
            }

            // The next block is read while this one is judged.
            if (judging is not null) judged.AddRange(await judging);
            judging = Task.Run(() => Judge(work, ct), ct);
        }

        if (judging is not null) judged.AddRange(await judging);
        return judged;
    }

    private static Determination[] Judge((Screening Screening, FacilityRecords Records)[] work, CancellationToken ct)
    {
        var determinations = new Determination[work.Length];
        Parallel.For(0, work.Length, new ParallelOptions { CancellationToken = ct }, i => determinations[i] = work[i].Screening.Judge(work[i].Records));
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
