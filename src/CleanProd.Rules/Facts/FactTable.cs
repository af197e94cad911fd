using System.Collections.Frozen;

namespace CleanProd.Rules.Facts;

/// <summary>What the cells of a column hold.</summary>
public enum ColumnKind
{
    /// <summary>Text as written.</summary>
    Text,

    /// <summary>Identity of a facility or outlet.</summary>
    Identity,

    /// <summary>Code, name or alias of a pollutant.</summary>
    Pollutant,

    /// <summary>An exact decimal; thousands separators and exponents are read.</summary>
    Number,

    /// <summary>A number with a qualifier: <c>12.5</c>, <c>&lt;0.02</c>, <c>0.02L</c>, <c>ND</c>.</summary>
    MeasuredValue,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A year of four digits.</summary>
    Year,

    /// <summary>A day, <c>2024-03-05</c>.</summary>
    Date,

    /// <summary>A day or a time, <c>2024-03-05 13:00</c>.</summary>
    Moment,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One word of a fixed list.</summary>
    Word,

    /// <summary>A unit of measurement.</summary>
    Unit,
}

/// <summary>A column of a fact table.</summary>
/// <param name="Name">English heading.</param>
/// <param name="Chinese">Chinese headings, the one to publish first.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Required">Whether a table without the column cannot be read.</param>
public sealed record FactColumn(string Name, IReadOnlyList<string> Chinese, ColumnKind Kind, bool Required)
{
    /// <summary>Whether a cell of a required column may be blank: the value is then unknown, never zero.</summary>
    public bool MayBeBlank { get; init; }
}

/// <summary>A table of the data set: a CSV file or a sheet.</summary>
public sealed class FactTable
{
    private readonly FrozenDictionary<string, int> _ordinals;

    internal FactTable(string name, IReadOnlyList<string> chinese, IReadOnlyList<FactColumn> columns)
    {
        (Name, Chinese, Columns) = (name, chinese, columns);
        _ordinals = columns.Select((c, i) => (c.Name, i)).ToFrozenDictionary(c => c.Name, c => c.i, StringComparer.Ordinal);
    }

    /// <summary>English name: of the file, the sheet and the word.</summary>
    public string Name { get; }

    /// <summary>Chinese names, the one to publish first.</summary>
    public IReadOnlyList<string> Chinese { get; }

    /// <summary>Columns in the order in which they are documented.</summary>
    public IReadOnlyList<FactColumn> Columns { get; }

    /// <summary>Position of a column; -1 when the table has none of that name.</summary>
    public int Ordinal(string column) => _ordinals.GetValueOrDefault(column, -1);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
