using System.Buffers;
using System.Data;
using System.Text;
using System.Text.Json;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Tables;
using CleanProd.Rules.Storage.Upkeep.Backup;

namespace CleanProd.Rules.Storage.EvidencePacks;

/// <summary>
/// The records of one facility as lines: of each table the names of its columns and then a row a line, with the values of a backup. What is read
/// back is equal to what was written.
/// </summary>
internal static class FactLines
{
    internal const string Recorded = "recorded_audits";

    /// <summary>The tables that have a row, by name.</summary>
    internal static IEnumerable<(string Table, byte[] Lines)> Write(FacilityRecords records, IReadOnlyList<AuditRecord> recorded)
    {
        (string, byte[])[] all =
        [
            Lines(StoredTables.Facilities, [records.Facility]), Lines(StoredTables.Outlets, records.Outlets), Lines(StoredTables.SeriesChunks, [.. FactStore.Chunks(records)]),
            Lines(StoredTables.Summaries, records.Summaries), Lines(StoredTables.PermitLimits, records.PermitLimits), Lines(StoredTables.Discharges, records.Discharges),
            Lines(StoredTables.Quotas, records.Quotas), Lines(StoredTables.Substances, records.Substances), Lines(StoredTables.Energy, records.Energy),
            Lines(StoredTables.Audits, records.Audits), Lines(StoredTables.Indicators, records.Indicators), Lines(StoredTables.Discretion, records.Discretion),
            Lines(StoredTables.RefusedRows, [.. records.RefusedIn.OrderBy(r => r.Key, StringComparer.Ordinal)]), Lines(StoredTables.Audits, recorded) with { Item1 = Recorded },
        ];
        return all.Where(t => t.Item2.Length > 0);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; a table that is absent has no row.</summary>
    /// <exception cref="InvalidDataException">It is not of this form; the message names table and line.</exception>
    internal static (FacilityRecords Records, IReadOnlyList<AuditRecord> Recorded) Read(FacilityId facility, IReadOnlyDictionary<string, byte[]> tables)
    {
        var own = Rows(StoredTables.Facilities);
        if (own.Count != 1 || own[0].Id != facility) throw new InvalidDataException("facilities: exactly the enterprise of the pack was expected.");
        return (
            new FacilityRecords
            {
                Facility = own[0],
                Outlets = Rows(StoredTables.Outlets),
                Series = FactStore.Join(Rows(StoredTables.SeriesChunks)),
                Summaries = Rows(StoredTables.Summaries),
                PermitLimits = Rows(StoredTables.PermitLimits),
                Discharges = Rows(StoredTables.Discharges),
                Quotas = Rows(StoredTables.Quotas),
                Substances = Rows(StoredTables.Substances),
                Energy = Rows(StoredTables.Energy),
                Audits = Rows(StoredTables.Audits),
                Indicators = Rows(StoredTables.Indicators),
                Discretion = Rows(StoredTables.Discretion),
                RefusedIn = Rows(StoredTables.RefusedRows).DistinctBy(r => r.Key).ToDictionary(StringComparer.Ordinal),
            },
            Rows(StoredTables.Audits, Recorded));

        List<T> Rows<T>(StoreTable<T> table, string? name = null) => tables.TryGetValue(name ?? table.Name, out var lines) ? FactLines.Rows(table, facility, lines) : [];
    }

    private static (string, byte[]) Lines<T>(StoreTable<T> table, IReadOnlyList<T> records)
    {
        if (records.Count == 0) return (table.Name, []);
        var columns = Columns(table);
        var lines = new ArrayBufferWriter<byte>();
        lines.Write(JsonSerializer.SerializeToUtf8Bytes(columns.Select(c => c.Name)));
        lines.Write("\n"u8);
        var values = new object?[table.Columns.Count];
        foreach (var record in records)
        {
            table.Fill(record, values);
            BackupRow.Write(values.AsSpan(table.Keys.Count), columns, lines);
        }

        return (table.Name, lines.WrittenSpan.ToArray());
    }

    private static List<T> Rows<T>(StoreTable<T> table, FacilityId facility, byte[] lines)
    {
        var columns = Columns(table);
        using var rows = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var column in table.Columns) rows.Columns.Add(column.Name, Nullable.GetUnderlyingType(column.Type) ?? column.Type);
        var number = 0;
        try
        {
            foreach (var line in Encoding.UTF8.GetString(lines).Split('\n')[..^1])
            {
                if (number++ == 0)
                {
                    if (!JsonSerializer.Deserialize<string[]>(line)!.SequenceEqual(columns.Select(c => c.Name))) throw new FormatException("other columns");
                    continue;
                }

                var values = new object?[columns.Length];
                BackupRow.Read(line, columns, values);
                rows.Rows.Add([.. table.Keys.Select(_ => (object)DBNull.Value), .. values.Select(v => v ?? DBNull.Value)]);
            }

            using var reader = rows.CreateDataReader();
            var row = new StoreRow(table, reader, dialect: null) { Facility = facility };
            var read = new List<T>();
            while (reader.Read()) read.Add(table.Read(row));
            return read;
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or InvalidCastException or KeyNotFoundException)
        {
            throw new InvalidDataException($"facts/{table.Name}.jsonl, line {number}: {e.Message}", e);
        }
    }

    private static StoreColumn[] Columns(StoreTable table) => [.. table.Columns.Skip(table.Keys.Count)];
}
