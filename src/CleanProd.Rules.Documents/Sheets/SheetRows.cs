namespace CleanProd.Rules.Documents.Sheets;

/// <summary>Rows still to be written into a saved sheet.</summary>
/// <param name="SheetName">Name of the tab.</param>
/// <param name="FirstRow">Row of the first, where the model row stands.</param>
/// <param name="RowCount">Number of rows; with none the sheet stays as it is.</param>
/// <param name="Widths">Widths of the columns, for the height of wrapped rows; null for a column that does not wrap.</param>
/// <param name="Rows">The rows.</param>
internal sealed record SheetRows(string SheetName, int FirstRow, int RowCount, IReadOnlyList<double?> Widths, Func<IEnumerable<object?[]>> Rows)
{
    /// <summary>Number of columns.</summary>
    internal int Columns => Widths.Count;
}
