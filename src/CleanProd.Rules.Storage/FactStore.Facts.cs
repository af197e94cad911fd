using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Tables;

namespace CleanProd.Rules.Storage;

public sealed partial class FactStore
{
    // Facilities read at once: few enough to hold a year of hourly chunks, many enough that thirteen queries a block cost nothing.
    private const int Block = 256;

    /// <summary>Everything that an import said about each facility, in ordinal order of their identities.</summary>
    /// <param name="import">Number of the import.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="InvalidDataException">What is stored is damaged; the message names the series.</exception>
    public async IAsyncEnumerable<FacilityRecords> ReadFacilitiesAsync(long import, [EnumeratorCancellation] CancellationToken ct = default)
    {
        for (var from = 0; ; from += Block)
        {
            var block = await ReadFactsAsync(FactSelection.Range(import, from, from + Block), ct);
            foreach (var (_, facility) in block) yield return facility;
            if (block.Count < Block) yield break;
        }
    }

    private async Task WriteFactsAsync(long import, IReadOnlyList<FacilityRecords> facilities, CancellationToken ct)
    {
        // A facility's number is its place in the ordinal order of identities, whatever order the caller has.
        var ordered = facilities.OrderBy(f => f.Facility.Id).ToArray();
        await WriteAsync(StoredTables.Facilities, ordered.Select((f, number) => (new object[] { import, number }, f.Facility)), ct);
        await WriteRowsAsync(StoredTables.Outlets, f => f.Outlets);
        await WriteRowsAsync(StoredTables.SeriesChunks, Chunks);
        await WriteRowsAsync(StoredTables.Summaries, f => f.Summaries);
        await WriteRowsAsync(StoredTables.PermitLimits, f => f.PermitLimits);
        await WriteRowsAsync(StoredTables.Discharges, f => f.Discharges);
        await WriteRowsAsync(StoredTables.Quotas, f => f.Quotas);
        await WriteRowsAsync(StoredTables.Substances, f => f.Substances);
        await WriteRowsAsync(StoredTables.Energy, f => f.Energy);
        await WriteRowsAsync(StoredTables.Audits, f => f.Audits);
        await WriteRowsAsync(StoredTables.Indicators, f => f.Indicators);
        await WriteRowsAsync(StoredTables.Discretion, f => f.Discretion);
        await WriteRowsAsync(StoredTables.RefusedRows, f => f.RefusedIn.OrderBy(r => r.Key, StringComparer.Ordinal));

        Task WriteRowsAsync<T>(StoreTable<T> table, Func<FacilityRecords, IEnumerable<T>> records) =>
            WriteAsync(
                table,
                ordered.SelectMany((f, number) => records(f).Select((record, row) => (new object[] { import, number, row }, record))),
                ct);
    }

    internal static IEnumerable<SeriesChunk> Chunks(FacilityRecords facility) =>
        from series in facility.Series
        from part in series.BySpan()
        select new SeriesChunk(series.Key, part.Span, part.Part.Count, Bytes(part.Part.Chunk));

    // A packed series is nearly always an array of its own.
    private static byte[] Bytes(ReadOnlyMemory<byte> chunk) =>
        MemoryMarshal.TryGetArray(chunk, out var array) && array.Offset == 0 && array.Count == array.Array!.Length ? array.Array : chunk.ToArray();

    private async Task<IReadOnlyList<(long Import, FacilityRecords Records)>> ReadFactsAsync(FactSelection which, CancellationToken ct)
    {
        var facilities = new SortedDictionary<(long Import, int Number), FacilityRecord>();
        await foreach (var (place, record) in ReadRowsAsync(StoredTables.Facilities, which, null, ct)) facilities.Add(place, record);
        var outlets = await RowsAsync(StoredTables.Outlets);
        var chunks = await RowsAsync(StoredTables.SeriesChunks);
        var summaries = await RowsAsync(StoredTables.Summaries);
        var permitLimits = await RowsAsync(StoredTables.PermitLimits);
        var discharges = await RowsAsync(StoredTables.Discharges);
        var quotas = await RowsAsync(StoredTables.Quotas);
        var substances = await RowsAsync(StoredTables.Substances);
        var energy = await RowsAsync(StoredTables.Energy);
        var audits = await RowsAsync(StoredTables.Audits);
        var indicators = await RowsAsync(StoredTables.Indicators);
        var discretion = await RowsAsync(StoredTables.Discretion);
        var refused = await RowsAsync(StoredTables.RefusedRows);
        return
        [
            .. facilities.Select(f => (f.Key.Import, new FacilityRecords
            {
                Facility = f.Value,
                Outlets = outlets(f.Key),
                Series = Join(chunks(f.Key)),
                Summaries = summaries(f.Key),
                PermitLimits = permitLimits(f.Key),
                Discharges = discharges(f.Key),
                Quotas = quotas(f.Key),
                Substances = substances(f.Key),
                Energy = energy(f.Key),
                Audits = audits(f.Key),
                Indicators = indicators(f.Key),
                Discretion = discretion(f.Key),
                RefusedIn = refused(f.Key).ToDictionary(StringComparer.Ordinal),
            })),
        ];

        async Task<Func<(long, int), IReadOnlyList<T>>> RowsAsync<T>(StoreTable<T> table)
        {
            var rows = new Dictionary<(long, int), List<T>>();
            (long, int) last = default;
            List<T>? list = null;
            // Rows of one facility follow each other.
            await foreach (var (place, record) in ReadRowsAsync(table, which, facilities, ct))
            {
                if (list is null || place != last) rows.Add(last = place, list = []);
                list.Add(record);
            }

            return place => rows.TryGetValue(place, out var of) ? of : [];
        }
    }

    private async IAsyncEnumerable<((long Import, int Number) Place, T Record)> ReadRowsAsync<T>(
        StoreTable<T> table, FactSelection which, SortedDictionary<(long Import, int Number), FacilityRecord>? facilities, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = Select(table, which);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var row = new StoreRow(table, reader, _dialect);
        (long, int)? last = null;
        while (await reader.ReadAsync(ct))
        {
            var place = (row.Large("import_id"), row.Whole("facility_no"));
            if (facilities is not null && place != last) row.Facility = facilities[place].Id;
            last = place;
            yield return (place, table.Read(row));
        }
    }

    internal static List<MeasurementSeries> Join(IReadOnlyList<SeriesChunk> chunks)
    {
        var joined = new List<MeasurementSeries>();
        for (var i = 0; i < chunks.Count;)
        {
            var key = chunks[i].Key;
            var parts = new List<MeasurementSeries>();
            for (; i < chunks.Count && chunks[i].Key == key; i++) parts.Add(Open(chunks[i]));
            joined.Add(MeasurementSeries.Join(parts));
        }

        return joined;
    }

    private static MeasurementSeries Open(SeriesChunk chunk)
    {
        try
        {
            var series = MeasurementSeries.FromChunk(chunk.Key, chunk.Bytes);
            return series.Count == chunk.Count ? series : throw new InvalidDataException("The chunk holds another number of values than the store says.");
        }
        catch (InvalidDataException e)
        {
            var key = chunk.Key;
            throw new InvalidDataException(
                $"Facility {key.FacilityId}, outlet {key.OutletId}, {key.Pollutant}, {key.Window}, {key.Origin}, {key.Unit}, {chunk.Span}: {e.Message}", e);
        }
    }
}
