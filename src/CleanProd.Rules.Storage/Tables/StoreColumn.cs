namespace CleanProd.Rules.Storage.Tables;

/// <summary>What a column holds, whatever the database calls it.</summary>
internal enum ColumnKind
{
    /// <summary>Text of any length.</summary>
    Text,

    /// <summary>An exact decimal: <c>numeric</c> in PostgreSQL, text in plain notation in SQLite, which has no exact decimals.</summary>
    Number,

    /// <summary>A whole number of 32 bits.</summary>
    Whole,

    /// <summary>A whole number of 64 bits.</summary>
    Large,

    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>A moment, UTC.</summary>
    Time,

    /// <summary>An identity made at random: <c>uuid</c> in PostgreSQL, text in SQLite.</summary>
    Id,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>Bytes.</summary>
    Bytes,
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Name in the database.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Optional">Whether it may be null.</param>
internal sealed record StoreColumn(string Name, ColumnKind Kind, bool Optional)
{
    /// <summary>The type that carries a value in this program.</summary>
    internal Type Type => (Kind, Optional) switch
    {
        (ColumnKind.Text, _) => typeof(string),
        (ColumnKind.Number, false) => typeof(decimal),
        (ColumnKind.Number, true) => typeof(decimal?),
        (ColumnKind.Whole, false) => typeof(int),
        (ColumnKind.Whole, true) => typeof(int?),
        (ColumnKind.Large, false) => typeof(long),
        (ColumnKind.Large, true) => typeof(long?),
        (ColumnKind.Day, false) => typeof(DateOnly),
        (ColumnKind.Day, true) => typeof(DateOnly?),
        (ColumnKind.Time, false) => typeof(DateTime),
        (ColumnKind.Time, true) => typeof(DateTime?),
        (ColumnKind.Id, false) => typeof(Guid),
        (ColumnKind.Id, true) => typeof(Guid?),
        (ColumnKind.Flag, false) => typeof(bool),
        (ColumnKind.Flag, true) => typeof(bool?),
        _ => typeof(byte[]),
    };
}
