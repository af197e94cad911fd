using System.Text.RegularExpressions;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>
/// How files of somebody else become tables of the data set, without code: which sheets, which headings, which column or constant feeds
/// which field. Made by <see cref="ColumnMapReader"/>; the format is described in <c>docs/column-maps.md</c>.
/// </summary>
public sealed class ColumnMap
{
    internal ColumnMap()
    {
    }

    /// <summary>Identity: the name of its file without <c>.json</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Chinese title.</summary>
    public required string Title { get; init; }

    /// <summary>English title.</summary>
    public required string TitleEn { get; init; }

    /// <summary>Licence of the data that it reads.</summary>
    public required string Licence { get; init; }

    /// <summary>Who publishes the data, and where.</summary>
    public required string Source { get; init; }

    /// <summary>What a user of the data has to know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    internal RowManner Manner { get; init; } = RowManner.Plain;

    internal IReadOnlyList<MapSource> Sources { get; init; } = [];
}

/// <summary>One kind of file or sheet that a map reads.</summary>
internal sealed record MapSource(IReadOnlyList<Wildcard> Files, IReadOnlyList<Wildcard> Sheets, MapHeader Header)
{
    internal required IReadOnlyList<MapColumn> Columns { get; init; }

    internal IReadOnlyList<MapFilter> Where { get; init; } = [];

    internal IReadOnlyList<MapCheck> Checks { get; init; } = [];

    internal required IReadOnlyList<MapRow> Rows { get; init; }

    /// <summary>Whether the row number is part of an identity: then two equal rows are two subjects.</summary>
    internal bool RowsAreSubjects { get; init; }
}

/// <summary>Where the headings stand: a row by its number, or the first that holds some; neither: the first row.</summary>
internal sealed record MapHeader(int? Row, IReadOnlyList<Wildcard> Holds);

/// <summary>A column of the source.</summary>
internal sealed record MapColumn(string Name, IReadOnlyList<Wildcard> Headings, bool Required, HashSet<string> Missing, char? Thousands, char? Decimal);

/// <summary>What a filter asks of a cell.</summary>
internal enum FilterKind
{
    In,
    NotIn,
    EqualsArgument,
    Blank,
    NotBlank,
}

/// <summary>A condition on a column, by its position in the source's list of columns.</summary>
internal sealed record MapFilter(int Column, FilterKind Kind, HashSet<string> Values);

/// <summary>What a check looks for.</summary>
internal enum CheckKind
{
    CreditCode,
    NotBlank,
    Reconcile,
}

/// <summary>Something to look at in a column, whether or not a field takes it.</summary>
internal sealed record MapCheck(int Column, CheckKind Kind)
{
    internal string Table { get; init; } = "";

    internal string Field { get; init; } = "";

    internal decimal Above { get; init; }

    internal HashSet<string> No { get; init; } = [];
}

/// <summary>A row of a table that a source row gives.</summary>
internal sealed record MapRow(FactTable Table, IReadOnlyList<MapFilter> Where, int? SplitColumn, string SplitAt, IReadOnlyList<MapField> Fields);

/// <summary>Where a field's text comes from.</summary>
internal enum FieldOrigin
{
    Column,
    Constant,
    Argument,
    Template,
    Item,
    Unknown,
}

/// <summary>One field of a row of a table.</summary>
internal sealed record MapField(int Ordinal, FieldOrigin Origin)
{
    /// <summary>Column that feeds it, or whose cell a warning shows; -1 when there is none.</summary>
    internal int Column { get; init; } = -1;

    internal string Constant { get; init; } = "";

    internal IReadOnlyList<TemplatePart> Template { get; init; } = [];

    internal (string Zh, string En) Reason { get; init; }

    internal Regex? Extract { get; init; }

    internal Dictionary<string, string>? Translate { get; init; }

    internal string Otherwise { get; init; } = "refuse";

    internal IReadOnlyList<string> DateFormats { get; init; } = [];

    internal bool ZeroIsMissing { get; init; }

    internal bool FractionToPercent { get; init; }

    internal bool Upper { get; init; }
}

/// <summary>A piece of a template: text, a column, or something about the row.</summary>
internal sealed record TemplatePart(string Text, int Column, bool MayBeBlank)
{
    /// <summary>In place of a column: the text names the file, the sheet or the row.</summary>
    internal const int AboutRow = -2;
}
