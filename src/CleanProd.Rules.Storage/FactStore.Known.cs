using System.Runtime.CompilerServices;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage;

// The facts of all imports together, as they were known at a time K: what came until then, held, and was not undone yet.
public sealed partial class FactStore
{
    /// <summary>Imports whose facts held at a time, in the order in which they supersede each other.</summary>
    /// <param name="knownAt">The time.</param>
    /// <param name="within">Only those of jurisdictions that lie within this one or around it; null for all.</param>
    /// <param name="ct">Breaks it off.</param>
    public async Task<IReadOnlyList<StoredImport>> EffectiveImportsAsync(
        DateTimeOffset knownAt, RegionCode? within = null, CancellationToken ct = default)
    {
        var entries = await _context.Imports.AsNoTracking().Where(i => i.EffectiveAt != null).ToListAsync(ct);
        // Times are compared here: what one database keeps of a second, the other rounds.
        return
        [
            .. entries.Select(Stored).Where(i => i.HeldAt(knownAt) && (within is null || within.Value.Touches(i.Region)))
                .OrderBy(i => i.KnownAt).ThenBy(i => i.Id),
        ];
    }

    /// <summary>
    /// Imports by their numbers, in the order in which they supersede each other: for a screening, which goes on with the imports it began with
    /// whatever is given or undone meanwhile.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no import of one of the numbers.</exception>
    public async Task<IReadOnlyList<StoredImport>> ImportsAsync(IReadOnlyList<long> numbers, CancellationToken ct = default)
    {
        var entries = await _context.Imports.AsNoTracking().Where(i => numbers.Contains(i.Id)).ToListAsync(ct);
        return entries.Count == numbers.Count
            ? [.. entries.Select(Stored).OrderBy(i => i.KnownAt).ThenBy(i => i.Id)]
            : throw new KeyNotFoundException($"The store lacks one of the imports {string.Join(", ", numbers)}.");
    }

    /// <summary>The facilities known at a time, in ordinal order of their identities.</summary>
    /// <param name="knownAt">The time.</param>
    /// <param name="region">Only those that lie within; the whole country for all.</param>
    /// <param name="ct">Breaks it off.</param>
    public async Task<IReadOnlyList<KnownFacility>> RosterAsync(DateTimeOffset knownAt, RegionCode region, CancellationToken ct = default) =>
        await RosterAsync(await EffectiveImportsAsync(knownAt, null, ct), region, ct);

    /// <summary>The facilities that imports name, in ordinal order of their identities.</summary>
    public async Task<IReadOnlyList<KnownFacility>> RosterAsync(IReadOnlyList<StoredImport> imports, RegionCode region, CancellationToken ct = default) =>
        [.. (await DescribeAsync(imports, null, ct)).Where(f => region.Covers(f.Region))];

    /// <summary>
    /// The facts of facilities as known at a time, merged over all imports, in ordinal order of identities; those that no import names are
    /// left out. A dozen queries for 256 facilities, however many imports there are.
    /// </summary>
    /// <exception cref="InvalidDataException">What is stored is damaged; the message names the series.</exception>
    public async IAsyncEnumerable<MergedFacility> ReadKnownAsync(
        IReadOnlyList<FacilityId> facilities, DateTimeOffset knownAt, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await foreach (var facility in ReadMergedAsync(facilities, await EffectiveImportsAsync(knownAt, null, ct), ct)) yield return facility;
    }

    /// <summary>The facts of facilities merged over some imports, given in the order in which they supersede each other.</summary>
    /// <exception cref="InvalidDataException">What is stored is damaged; the message names the series.</exception>
    public async IAsyncEnumerable<MergedFacility> ReadMergedAsync(
        IReadOnlyList<FacilityId> facilities, IReadOnlyList<StoredImport> imports, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var scopes = await ScopesAsync(imports, ct);
        foreach (var block in facilities.Distinct().Order().Chunk(Block))
        {
            var facts = await ReadFactsAsync(FactSelection.Of(block, [.. imports.Select(i => i.Id)]), ct);
            foreach (var facility in facts.GroupBy(f => f.Records.Facility.Id).OrderBy(g => g.Key))
            {
                var told = facility.ToDictionary(f => f.Import, f => f.Records);
                yield return FacilityMerge.Merge([.. scopes.Where(s => told.ContainsKey(s.Import)).Select(s => new FactLayer(s, told[s.Import]))]);
            }
        }
    }

    /// <summary>
    /// What each import said of a facility that held at a time, in the order in which they supersede each other; none when nobody named it. Only the
    /// imports that name it are asked for.
    /// </summary>
    public async Task<IReadOnlyList<FactLayer>> LayersAsync(FacilityId facility, DateTimeOffset knownAt, CancellationToken ct = default)
    {
        var naming = new List<long>();
        await using (var command = Command("SELECT import_id FROM facilities WHERE facility_id = $1", facility.Value))
        await using (var reader = await command.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct)) naming.Add(reader.GetInt64(0));
        return await LayersAsync(facility, [.. (await ImportsAsync(naming, ct)).Where(i => i.HeldAt(knownAt))], ct);
    }

    /// <summary>What each of some imports says of a facility, in their order; those that do not name it are left out.</summary>
    public async Task<IReadOnlyList<FactLayer>> LayersAsync(FacilityId facility, IReadOnlyList<StoredImport> imports, CancellationToken ct = default)
    {
        if (imports.Count == 0) return [];
        var told = (await ReadFactsAsync(FactSelection.Of([facility], [.. imports.Select(i => i.Id)]), ct)).ToDictionary(f => f.Import, f => f.Records);
        return [.. (await ScopesAsync([.. imports.Where(i => told.ContainsKey(i.Id))], ct)).Select(s => new FactLayer(s, told[s.Import]))];
    }

    /// <summary>Names of the tables that the imports known at a time gave.</summary>
    /// <param name="knownAt">The time.</param>
    /// <param name="place">
    /// Only imports of jurisdictions that the place lies in: what Shenzhen gave tells nothing of whether Guangzhou gave it. Null for all imports.
    /// </param>
    /// <param name="ct">Breaks it off.</param>
    public async Task<IReadOnlySet<string>> TablesGivenKnownAsync(DateTimeOffset knownAt, RegionCode? place = null, CancellationToken ct = default)
    {
        var imports = (await EffectiveImportsAsync(knownAt, place, ct)).Where(i => place is null || i.Region.Covers(place.Value)).ToArray();
        return await TablesGivenAsync(imports, ct);
    }

    /// <summary>Names of the tables that imports gave.</summary>
    public async Task<IReadOnlySet<string>> TablesGivenAsync(IReadOnlyList<StoredImport> imports, CancellationToken ct = default) =>
        new SortedSet<string>((await ScopesAsync(imports, ct)).SelectMany(s => s.Years.Keys), StringComparer.Ordinal);

    /// <summary>The facilities that imports name, in ordinal order.</summary>
    public Task<IReadOnlyList<FacilityId>> FacilitiesNamedAsync(IReadOnlyList<StoredImport> imports, CancellationToken ct = default) =>
        NamedByAsync([.. imports.Select(i => i.Id)], ct);

    /// <summary>
    /// Facilities about which something else may be known at the later time than at the earlier one, in ordinal order: those that a new, accepted
    /// or undone import names, and all facilities when a table was given for the first time or not any more.
    /// </summary>
    public async Task<IReadOnlyList<FacilityId>> FacilitiesTouchedSinceAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken ct = default)
    {
        var (before, after) = (await EffectiveImportsAsync(from, null, ct), await EffectiveImportsAsync(to, null, ct));
        var given = await TablesGivenKnownAsync(from, null, ct);
        var all = !given.SetEquals(await TablesGivenKnownAsync(to, null, ct));
        var changed = before.Concat(after).GroupBy(i => i.Id).Where(g => all || g.Count() == 1).Select(g => g.Key).ToArray();
        return await NamedByAsync(changed, ct);
    }

    /// <summary>The names a facility bore, as known at a time, the oldest first; a name told again after another stands again.</summary>
    public async Task<IReadOnlyList<KnownName>> NamesKnownAsync(FacilityId facility, DateTimeOffset knownAt, CancellationToken ct = default)
    {
        var imports = await EffectiveImportsAsync(knownAt, null, ct);
        var told = new Dictionary<long, FacilityRecord>();
        await foreach (var (place, record) in ReadRowsAsync(StoredTables.Facilities, FactSelection.Of([facility], [.. imports.Select(i => i.Id)]), null, ct))
            told.Add(place.Import, record);
        var names = new List<KnownName>();
        foreach (var import in imports.Where(i => told.ContainsKey(i.Id)))
        {
            var name = told[import.Id].Name;
            if (name != facility.Value && (names.Count == 0 || names[^1].Name != name)) names.Add(new(name, import.KnownAt, import.Id));
        }

        return names;
    }

    private async Task<IReadOnlyList<ImportScope>> ScopesAsync(IReadOnlyList<StoredImport> imports, CancellationToken ct)
    {
        var tables = await OfImportsAsync(ImportTables.TablesGiven, imports, ct);
        var years = await OfImportsAsync(ImportTables.YearsGiven, imports, ct);
        return
        [
            .. imports.Select(i => new ImportScope(i.Id, i.Mode, tables[i.Id].Concat(years[i.Id].Select(y => y.Table)).Distinct().ToDictionary(
                t => t,
                t => (IReadOnlySet<int>)years[i.Id].Where(y => y.Table == t).Select(y => y.Year).ToHashSet(),
                StringComparer.Ordinal))),
        ];
    }

    private async Task<ILookup<long, T>> OfImportsAsync<T>(StoreTable<T> table, IReadOnlyList<StoredImport> imports, CancellationToken ct)
    {
        var rows = new List<(long Import, T Record)>();
        await using var command = Select(table, _dialect.OneOf("\"import_id\"", 1), _dialect.List(imports.Select(i => i.Id)));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var row = new StoreRow(table, reader, _dialect);
        while (await reader.ReadAsync(ct)) rows.Add((row.Large("import_id"), table.Read(row)));
        return rows.ToLookup(r => r.Import, r => r.Record);
    }
}
