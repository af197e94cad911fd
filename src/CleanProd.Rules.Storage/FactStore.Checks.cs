using System.Globalization;
using System.Runtime.CompilerServices;
using CleanProd.Rules.Storage.Tables;
using CleanProd.Rules.Storage.Upkeep;

namespace CleanProd.Rules.Storage;

// What the checks of a store ask.
public sealed partial class FactStore
{
    /// <summary>Facts as they stood at a moment. The snapshot keeps the connection: this is not to be disposed.</summary>
    internal static FactStore Over(StoreSnapshot snapshot) => new(snapshot.Context, snapshot.Dialect);

    /// <summary>Every packed part of a series, by its key, and why it cannot be read; null when it can.</summary>
    internal async IAsyncEnumerable<(string Place, string? Fault)> TryChunksAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = Select(StoredTables.SeriesChunks, "1 = 1");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var row = new StoreRow(StoredTables.SeriesChunks, reader, _dialect);
        while (await reader.ReadAsync(ct))
        {
            string? fault = null;
            try
            {
                _ = Open(StoredTables.SeriesChunks.Read(row)).Points().Length;
            }
            catch (Exception e) when (e is InvalidDataException or FormatException)
            {
                fault = e.Message;
            }

            yield return (string.Create(CultureInfo.InvariantCulture, $"series_chunks {row.Large("import_id")}/{row.Whole("facility_no")}/{row.Whole("row_no")}"), fault);
        }
    }
}
