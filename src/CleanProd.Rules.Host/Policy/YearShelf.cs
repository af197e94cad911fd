using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Storage;

namespace CleanProd.Rules.Host.Policy;

/// <summary>Which facts of a year: the same key always gives the same facts.</summary>
/// <param name="Region">The jurisdiction.</param>
/// <param name="Year">The year.</param>
/// <param name="AsOf">The determination date.</param>
/// <param name="KnownAt">When audits of the service are read.</param>
/// <param name="Imports">Numbers of the imports that tell.</param>
internal sealed record YearKey(RegionCode Region, int Year, DateOnly AsOf, DateTimeOffset KnownAt, IReadOnlyList<long> Imports)
{
    internal string Text => FormattableString.Invariant($"{Region.Value}|{Year}|{AsOf:O}|{KnownAt:O}|{string.Join(',', Imports)}");
}

/// <summary>
/// Facts of stored years, prepared once and kept while an author works on rules: only the packs are compiled and asked again. Keyed by the state of
/// the data, so that an import makes a new one; bounded, the longest unused goes first.
/// </summary>
internal sealed class YearShelf(Store store, LawBooks books, IEnumerable<IRecordedAudits> recorded)
{
    private const int Most = 2;

    private readonly Lock _lock = new();
    private readonly List<(string Key, IReadOnlyList<RulePack> Packs, Task<FactsOfYear> Facts)> _kept = [];

    private const int Block = 64;

    /// <summary>The data as it stands now. The time is that of the last import, so that it stays the same until something is imported.</summary>
    internal async Task<YearKey> NowAsync(RegionCode region, int year, DateOnly asOf, CancellationToken ct)
    {
        await using var facts = await store.OpenFactsAsync(ct);
        var imports = await facts.EffectiveImportsAsync(store.Clock.GetUtcNow(), region, ct);
        var known = imports.Count == 0 ? DateTimeOffset.UnixEpoch : imports.Max(i => i.EffectiveAt ?? i.KnownAt);
        return new(region, year, asOf, known, [.. imports.Select(i => i.Id).Order()]);
    }

    /// <summary>The facts of everyone, for packs that will be asked.</summary>
    internal async Task<FactsOfYear> OfAsync(YearKey key, IReadOnlyList<RulePack> packs, CancellationToken ct)
    {
        Task<FactsOfYear> task;
        lock (_lock)
        {
            var at = _kept.FindIndex(k => k.Key == key.Text && packs.All(p => k.Packs.Any(q => q.PeriodMonths == p.PeriodMonths)));
            if (at >= 0 && !_kept[at].Facts.IsFaulted && !_kept[at].Facts.IsCanceled)
            {
                var found = _kept[at];
                _kept.RemoveAt(at);
                _kept.Add(found);
                task = found.Facts;
            }
            else
            {
                _kept.RemoveAll(k => k.Key == key.Text);
                if (_kept.Count >= Most) _kept.RemoveAt(0);
                // Not broken off with the one who asked first: others may wait for the same.
                task = Task.Run(() => PrepareAsync(key, packs, CancellationToken.None), CancellationToken.None);
                _kept.Add((key.Text, packs, task));
            }
        }

        return await task.WaitAsync(ct);
    }

    /// <summary>What is known about one enterprise, and the tables that were given for its place; null when no import names it.</summary>
    internal async Task<(FacilityRecords Records, IReadOnlySet<string> Tables)?> OneAsync(FacilityId facility, DateTimeOffset knownAt, CancellationToken ct)
    {
        await using var facts = await store.OpenFactsAsync(ct);
        var imports = await facts.EffectiveImportsAsync(knownAt, null, ct);
        if (await facts.FindFacilityAsync(facility, ct) is not { } known) return null;
        var audits = await AuditsAsync(knownAt, known.Region, ct);
        await foreach (var merged in facts.ReadMergedAsync([facility], imports, ct))
        {
            var own = audits.SelectMany(a => a[facility]).ToArray();
            return (own.Length > 0 ? merged.Records.WithAudits(own) : merged.Records, await new GivenTables(facts, imports).OfAsync(known.Region, own.Length > 0, ct));
        }

        return null;
    }

    private async Task<FactsOfYear> PrepareAsync(YearKey key, IReadOnlyList<RulePack> packs, CancellationToken ct)
    {
        await using var facts = await store.OpenFactsAsync(ct);
        var imports = await facts.ImportsAsync(key.Imports, ct);
        var roster = (await facts.RosterAsync(imports, key.Region, ct)).ToDictionary(f => f.Id);
        var audits = await AuditsAsync(key.KnownAt, key.Region, ct);
        var tables = new GivenTables(facts, imports);
        var preparation = FactsOfYear.Prepare(books.Reference, key.Year, key.AsOf, packs);
        await foreach (var block in facts.ReadMergedAsync([.. roster.Keys], imports, ct).Chunk(Block).WithCancellation(ct))
        {
            var work = new (FacilityRecords Records, IReadOnlySet<string> Tables)[block.Length];
            foreach (var (i, merged) in block.Index())
            {
                var own = audits.SelectMany(a => a[merged.Records.Facility.Id]).ToArray();
                work[i] = (own.Length > 0 ? merged.Records.WithAudits(own) : merged.Records, await tables.OfAsync(roster[merged.Records.Facility.Id].Region, own.Length > 0, ct));
            }

            Parallel.ForEach(work, w => preparation.Add(w.Records, w.Tables));
        }

        return preparation.Done();
    }

    private async Task<IReadOnlyList<ILookup<FacilityId, AuditRecord>>> AuditsAsync(DateTimeOffset knownAt, RegionCode region, CancellationToken ct)
    {
        var audits = new List<ILookup<FacilityId, AuditRecord>>();
        foreach (var keeper in recorded) audits.Add(await keeper.KnownAtAsync(knownAt, region, ct));
        return audits;
    }
}
