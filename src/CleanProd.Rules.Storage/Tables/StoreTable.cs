using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.Tables;

/// <summary>A table that is written and read in bulk; its key columns come first.</summary>
internal abstract class StoreTable(string name, params StoreColumn[] keys)
{
    private readonly List<StoreColumn> _columns = [.. keys];

    internal string Name { get; } = name;

    internal IReadOnlyList<StoreColumn> Keys { get; } = keys;

    /// <summary>Keys and values, in the order they are written and read.</summary>
    internal IReadOnlyList<StoreColumn> Columns => _columns;

    internal int IndexOf(string column) => _columns.FindIndex(c => c.Name == column);

    protected void Add(StoreColumn column) => _columns.Add(column);
}

/// <summary>
/// A table and what its columns hold of a record. One description serves the schema, the writing and the reading, so that they
/// cannot drift apart.
/// </summary>
/// <param name="name">Name in the database.</param>
/// <param name="read">Makes the record of a row.</param>
/// <param name="keys">Key columns; their values are the writer's, not the record's.</param>
internal sealed class StoreTable<T>(string name, Func<StoreRow, T> read, params StoreColumn[] keys) : StoreTable(name, keys)
{
    private readonly List<Func<T, object?>> _values = [];

    internal T Read(StoreRow row) => read(row);

    /// <summary>Fills in the values after the keys.</summary>
    internal void Fill(T record, Span<object?> values)
    {
        for (var i = 0; i < _values.Count; i++) values[Keys.Count + i] = _values[i](record);
    }

    internal StoreTable<T> Text(string column, Func<T, string> value) => With(column, ColumnKind.Text, false, value);

    internal StoreTable<T> OptionalText(string column, Func<T, string?> value) => With(column, ColumnKind.Text, true, value);

    /// <summary>A word of a closed list, as the data format writes it (<c>water</c>), so that a new word never renumbers old rows.</summary>
    internal StoreTable<T> Word<TWord>(string column, Func<T, TWord> value) where TWord : struct, Enum =>
        With(column, ColumnKind.Text, false, r => Words<TWord>.Text(value(r)));

    internal StoreTable<T> OptionalWord<TWord>(string column, Func<T, TWord?> value) where TWord : struct, Enum =>
        With(column, ColumnKind.Text, true, r => value(r) is { } word ? Words<TWord>.Text(word) : null);

    internal StoreTable<T> OptionalNumber(string column, Func<T, decimal?> value) => With(column, ColumnKind.Number, true, r => value(r));

    internal StoreTable<T> Whole(string column, Func<T, int> value) => With(column, ColumnKind.Whole, false, r => value(r));

    internal StoreTable<T> OptionalWhole(string column, Func<T, int?> value) => With(column, ColumnKind.Whole, true, r => value(r));

    internal StoreTable<T> Large(string column, Func<T, long> value) => With(column, ColumnKind.Large, false, r => value(r));

    internal StoreTable<T> Day(string column, Func<T, DateOnly> value) => With(column, ColumnKind.Day, false, r => value(r));

    internal StoreTable<T> OptionalDay(string column, Func<T, DateOnly?> value) => With(column, ColumnKind.Day, true, r => value(r));

    internal StoreTable<T> OptionalFlag(string column, Func<T, bool?> value) => With(column, ColumnKind.Flag, true, r => value(r));

    internal StoreTable<T> Bytes(string column, Func<T, byte[]> value) => With(column, ColumnKind.Bytes, false, value);

    /// <summary>File, sheet and row that the record was read from.</summary>
    internal StoreTable<T> Source(Func<T, SourceRef> value) =>
        Text("source_file", r => value(r).File).OptionalText("source_sheet", r => value(r).Sheet).Whole("source_row", r => value(r).Row);

    private StoreTable<T> With(string column, ColumnKind kind, bool optional, Func<T, object?> value)
    {
        Add(new StoreColumn(column, kind, optional));
        _values.Add(value);
        return this;
    }
}
