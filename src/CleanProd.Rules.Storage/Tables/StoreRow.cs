using System.Data.Common;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.Tables;

/// <summary>The row a reader stands on, by column name.</summary>
/// <param name="table">What the row is of.</param>
/// <param name="reader">Stands on it.</param>
/// <param name="dialect">The database; null when the reader gives decimals and days as they are.</param>
internal sealed class StoreRow(StoreTable table, DbDataReader reader, StoreDialect? dialect)
{
    private readonly Dictionary<string, int> _places = table.Columns
        .Select((column, place) => (column.Name, place))
        .ToDictionary(c => c.Name, c => c.place, StringComparer.Ordinal);

    /// <summary>The facility that the row is about; set by who walks the rows.</summary>
    internal FacilityId Facility { get; set; }

    internal string Text(string column) => reader.GetString(_places[column]);

    internal string? OptionalText(string column) => IsNull(column, out var place) ? null : reader.GetString(place);

    internal TWord Word<TWord>(string column) where TWord : struct, Enum => Words<TWord>.Member(Text(column));

    internal TWord? OptionalWord<TWord>(string column) where TWord : struct, Enum =>
        OptionalText(column) is { } text ? Words<TWord>.Member(text) : null;

    internal decimal? OptionalNumber(string column) => IsNull(column, out var place) ? null : dialect?.Number(reader, place) ?? reader.GetDecimal(place);

    internal int Whole(string column) => reader.GetInt32(_places[column]);

    internal int? OptionalWhole(string column) => IsNull(column, out var place) ? null : reader.GetInt32(place);

    internal long Large(string column) => reader.GetInt64(_places[column]);

    internal DateOnly Day(string column) => Day(_places[column]);

    internal DateOnly? OptionalDay(string column) => IsNull(column, out var place) ? null : Day(place);

    internal bool? OptionalFlag(string column) => IsNull(column, out var place) ? null : reader.GetBoolean(place);

    internal byte[] Bytes(string column) => (byte[])reader.GetValue(_places[column]);

    internal Unit Unit(string column) => Facts.Unit.Parse(Text(column));

    internal SourceRef Source => new(Text("source_file"), OptionalText("source_sheet"), Whole("source_row"));

    private DateOnly Day(int place) => dialect?.Day(reader, place) ?? reader.GetFieldValue<DateOnly>(place);

    private bool IsNull(string column, out int place) => reader.IsDBNull(place = _places[column]);
}
