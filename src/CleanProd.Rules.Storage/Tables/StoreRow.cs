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

    // The texts of the row before.
    private readonly string?[] _texts = new string?[table.Columns.Count];
    private (string? Text, Unit? Unit) _unit;
    private int _next;

    /// <summary>The facility that the row is about; set by who walks the rows.</summary>
    internal FacilityId Facility { get; set; }

    internal string Text(string column) => Text(PlaceOf(column));

    internal string? OptionalText(string column) => IsNull(column, out var place) ? null : Text(place);

    internal TWord Word<TWord>(string column) where TWord : struct, Enum => Words<TWord>.Member(Text(column));

    internal TWord? OptionalWord<TWord>(string column) where TWord : struct, Enum =>
        OptionalText(column) is { } text ? Words<TWord>.Member(text) : null;

    internal decimal? OptionalNumber(string column) => IsNull(column, out var place) ? null : dialect?.Number(reader, place) ?? reader.GetDecimal(place);

    internal int Whole(string column) => reader.GetInt32(PlaceOf(column));

    internal int? OptionalWhole(string column) => IsNull(column, out var place) ? null : reader.GetInt32(place);

    internal long Large(string column) => reader.GetInt64(PlaceOf(column));

    internal DateOnly Day(string column) => Day(PlaceOf(column));

    internal DateOnly? OptionalDay(string column) => IsNull(column, out var place) ? null : Day(place);

    internal bool? OptionalFlag(string column) => IsNull(column, out var place) ? null : reader.GetBoolean(place);

    internal byte[] Bytes(string column) => (byte[])reader.GetValue(PlaceOf(column));

    internal Unit Unit(string column)
    {
        var text = Text(column);
        if (!ReferenceEquals(text, _unit.Text) || _unit.Unit is null) _unit = (text, Facts.Unit.Parse(text));
        return _unit.Unit!;
    }

    internal SourceRef Source => new(Text("source_file"), OptionalText("source_sheet"), Whole("source_row"));

    private DateOnly Day(int place) => dialect?.Day(reader, place) ?? reader.GetFieldValue<DateOnly>(place);

    private bool IsNull(string column, out int place) => reader.IsDBNull(place = PlaceOf(column));

    private string Text(int place) => dialect is null ? reader.GetString(place) : _texts[place] = dialect.Text(reader, place, _texts[place]);

    // Columns are mostly asked for in their order.
    private int PlaceOf(string column)
    {
        if (_next < table.Columns.Count && ReferenceEquals(table.Columns[_next].Name, column)) return _next++;
        var place = _places[column];
        _next = place + 1;
        return place;
    }
}
