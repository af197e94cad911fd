namespace CleanProd.Rules.Documents.Sheets;

/// <summary>A sheet that is one table: title, note, headings, rows.</summary>
/// <param name="Name">Name of the tab, before it is sanitised.</param>
/// <param name="Title">Title above the table.</param>
/// <param name="Note">Line below the title.</param>
/// <param name="Columns">Columns.</param>
/// <param name="RowCount">Number of rows.</param>
/// <param name="Rows">
/// Rows, enumerated twice (widths, then cells), so that a list of any size needs no memory: a cell is <see cref="string"/>,
/// <see cref="decimal"/>, <see cref="int"/>, <see cref="long"/> or null.
/// </param>
internal sealed record SheetTable(
    string Name, string Title, string Note, IReadOnlyList<SheetColumn> Columns, int RowCount, Func<IEnumerable<object?[]>> Rows)
{
    /// <summary>What the sheet says when it has no rows.</summary>
    public string Empty { get; init; } = "";

    /// <summary>Columns that stay in view when the sheet is scrolled to the right.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>Colour of the tab, as RGB.</summary>
    public string TabColor { get; init; } = SheetStyle.Teal;

    /// <summary>Most rows of one sheet: below Excel's 1,048,576.</summary>
    internal const int MostRows = 1_000_000;

    /// <summary>The table cut into sheets that Excel can hold: 证据, 证据 (2) …</summary>
    internal IEnumerable<SheetTable> Parts(int most = MostRows)
    {
        if (RowCount <= most)
        {
            yield return this;
            yield break;
        }

        for (var first = 0; first < RowCount; first += most)
        {
            var skip = first;
            yield return this with
            {
                Name = skip == 0 ? Name : $"{Name} ({skip / most + 1})",
                RowCount = Math.Min(most, RowCount - skip),
                Rows = () => Rows().Skip(skip).Take(most),
            };
        }
    }
}
