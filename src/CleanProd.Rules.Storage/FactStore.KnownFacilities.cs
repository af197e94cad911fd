using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Storage.Tables;

namespace CleanProd.Rules.Storage;

// Facilities by what is known now, for search and access; kept with every act that changes it.
public sealed partial class FactStore
{
    /// <summary>Facilities known now, in ordinal order of their identities.</summary>
    /// <param name="within">Where they lie.</param>
    /// <param name="text">A part of the name or identity; null for all.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="ct">Breaks it off.</param>
    public async Task<IReadOnlyList<KnownFacility>> FindFacilitiesAsync(
        RegionCode within, string? text = null, int most = int.MaxValue, CancellationToken ct = default)
    {
        var inside = $"substr(region_code, 1, {within.Value.Length}) = $1";
        var found = text is null
            ? await KnownAsync(inside, [within.Value], ct)
            : await KnownAsync($"{inside} AND ({_dialect.Holds("name", 2)} OR {_dialect.Holds("facility_id", 2)})", [within.Value, text], ct);
        return [.. found.Take(most)];
    }

    /// <summary>A facility known now; null when no effective import names it.</summary>
    public async Task<KnownFacility?> FindFacilityAsync(FacilityId facility, CancellationToken ct = default) =>
        (await KnownAsync("facility_id = $1", [facility.Value], ct)).SingleOrDefault();

    private async Task<IReadOnlyList<KnownFacility>> KnownAsync(string where, object[] parameters, CancellationToken ct)
    {
        var found = new List<KnownFacility>();
        await using var command = Select(KnownTables.Facilities, where, parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var row = new StoreRow(KnownTables.Facilities, reader, _dialect);
        while (await reader.ReadAsync(ct)) found.Add(KnownTables.Facilities.Read(row));
        return [.. found.OrderBy(f => f.Id)];
    }

    /// <summary>
    /// Makes the known facilities anew about which an import that begins to hold may say something new. A platform that pushes values every
    /// hour describes nobody: then nothing is made anew.
    /// </summary>
    private async Task IndexNewAsync(long import, RegionCode region, CancellationToken ct)
    {
        var (touched, mentioned) = (new List<FacilityId>(), new List<FacilityId>());
        await foreach (var (_, record) in ReadRowsAsync(StoredTables.Facilities, FactSelection.All([import]), null, ct))
            (record.IsMention ? mentioned : touched).Add(record.Id);
        foreach (var block in mentioned.Chunk(BlockOfDescriptions))
        {
            var known = (await KnownAsync(_dialect.OneOf("facility_id", 1), [_dialect.List(block.Select(f => f.Value))], ct)).ToDictionary(f => f.Id);
            // A narrower jurisdiction may be where it lies.
            touched.AddRange(block.Where(f => !known.TryGetValue(f, out var before) || before.Region.Value.Length < region.Value.Length));
        }

        await IndexAsync(touched, ct);
    }

    /// <summary>Makes facilities anew from the imports that hold now.</summary>
    private async Task IndexAsync(IReadOnlyList<FacilityId> facilities, CancellationToken ct)
    {
        var effective = await EffectiveImportsAsync(DateTimeOffset.MaxValue, null, ct);
        foreach (var block in facilities.Chunk(BlockOfDescriptions))
        {
            var known = await DescribeAsync(effective, block, ct);
            await using var clear = Command(
                $"DELETE FROM known_facilities WHERE {_dialect.OneOf("facility_id", 1)}", _dialect.List(block.Select(f => f.Value)));
            await clear.ExecuteNonQueryAsync(ct);
            await WriteAsync(KnownTables.Facilities, known.Select(f => (new object[] { f.Id.Value }, f)), ct);
        }
    }

    // Descriptions are small: a province's facilities in a few queries.
    private const int BlockOfDescriptions = 4096;

    private async Task<IReadOnlyList<FacilityId>> NamedByAsync(IReadOnlyList<long> imports, CancellationToken ct)
    {
        var named = new SortedSet<FacilityId>();
        await using var command = Command(
            $"SELECT DISTINCT facility_id FROM facilities WHERE {_dialect.OneOf("import_id", 1)}", _dialect.List(imports));
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) named.Add(new FacilityId(reader.GetString(0)));
        return [.. named];
    }

    /// <summary>What imports together say of facilities, in ordinal order; all facilities they name when none are asked for.</summary>
    private async Task<IReadOnlyList<KnownFacility>> DescribeAsync(
        IReadOnlyList<StoredImport> imports, IReadOnlyList<FacilityId>? facilities, CancellationToken ct)
    {
        var scopes = await ScopesAsync(imports, ct);
        var places = imports.Index().ToDictionary(i => i.Item.Id, i => i.Index);
        var told = new Dictionary<FacilityId, List<(int Place, FacilityRecord Record)>>();
        var which = facilities is null
            ? FactSelection.All([.. imports.Select(i => i.Id)])
            : FactSelection.Of(facilities, [.. imports.Select(i => i.Id)]);
        await foreach (var (place, record) in ReadRowsAsync(StoredTables.Facilities, which, null, ct))
        {
            if (!told.TryGetValue(record.Id, out var list)) told.Add(record.Id, list = []);
            list.Add((places[place.Import], record));
        }

        return [.. told.OrderBy(t => t.Key).Select(t => Describe([.. t.Value.OrderBy(r => r.Place)]))];

        KnownFacility Describe((int Place, FacilityRecord Record)[] rows)
        {
            var layers = rows.Select(r => new FactLayer(scopes[r.Place], new FacilityRecords { Facility = r.Record })).ToArray();
            var facility = FacilityMerge.Merge(layers).Records.Facility;
            // The latest of the narrowest.
            var giver = rows.Select(r => imports[r.Place].Region).Reverse().MaxBy(r => r.Value.Length);
            return new(
                facility.Id, facility.Name, DivisionOf(facility.Region) ?? giver, facility.Industry, facility.CreditCode,
                facility.Status == FacilityStatus.Unspecified ? FacilityStatus.Operating : facility.Status,
                imports[rows.LastOrDefault(r => !r.Record.IsMention, rows[0]).Place].Id);
        }
    }

    // The importer writes every division that the register knows as its six digits, and leaves all others as they were written.
    private static RegionCode? DivisionOf(string? region) =>
        region is { Length: 6 } && region.All(char.IsAsciiDigit) ? RegionCode.Of(region) : null;
}
