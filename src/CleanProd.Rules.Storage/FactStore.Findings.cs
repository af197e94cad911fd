using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using CleanProd.Rules.Storage.Imports;
using CleanProd.Rules.Storage.Tables;

namespace CleanProd.Rules.Storage;

// Findings, asked for in parts: an import may have as many as it has rows.
public sealed partial class FactStore
{
    internal async Task<IReadOnlyDictionary<FindingSeverity, int>> CountFindingsAsync(long import, CancellationToken ct)
    {
        var counts = new Dictionary<FindingSeverity, int>();
        await using var command = Command("SELECT severity, COUNT(*) FROM findings WHERE import_id = $1 GROUP BY severity", import);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) counts.Add(Words<FindingSeverity>.Member(reader.GetString(0)), (int)reader.GetInt64(1));
        return counts;
    }

    internal async Task<IReadOnlyList<int>> FindingNumbersAsync(long import, FindingSeverity severity, CancellationToken ct)
    {
        var numbers = new List<int>();
        await using var command = Command(
            "SELECT row_no FROM findings WHERE import_id = $1 AND severity = $2 ORDER BY row_no", import, Words<FindingSeverity>.Text(severity));
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) numbers.Add(reader.GetInt32(0));
        return numbers;
    }

    internal async Task<IReadOnlyList<(int Number, Finding Finding)>> FindFindingsAsync(long import, FindingQuery which, CancellationToken ct)
    {
        var (where, parameters) = ("import_id = $1 AND row_no > $2", new List<object> { import, which.After });
        if (which.Severity is { } severity) And("severity", Words<FindingSeverity>.Text(severity));
        if (which.Code is { } code) And("code", code);
        var found = new List<(int, Finding)>();
        await using var command = Select(ImportTables.Findings, where, which.Most, [.. parameters]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var row = new StoreRow(ImportTables.Findings, reader, _dialect);
        while (await reader.ReadAsync(ct)) found.Add((row.Whole("row_no"), ImportTables.Findings.Read(row)));
        return found;

        void And(string column, string value)
        {
            parameters.Add(value);
            where = FormattableString.Invariant($"{where} AND {column} = ${parameters.Count}");
        }
    }

    internal async Task<IReadOnlyDictionary<FacilityId, RegionCode>> KnownPlacesAsync(IReadOnlyList<FacilityId> facilities, CancellationToken ct)
    {
        var places = new Dictionary<FacilityId, RegionCode>();
        foreach (var block in facilities.Chunk(BlockOfDescriptions))
            foreach (var known in await KnownAsync(_dialect.OneOf("facility_id", 1), [_dialect.List(block.Select(f => f.Value))], ct))
                places.Add(known.Id, known.Region);
        return places;
    }
}
