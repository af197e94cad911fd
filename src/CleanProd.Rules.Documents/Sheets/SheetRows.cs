namespace CleanProd.Rules.Documents.Sheets;

/// <summary>Rows still to be written into a saved sheet.</summary>
/// <param name="SheetName">Name of the tab.</param>
/// <param name="FirstRow">Row of the first, where the model row stands.</param>
/// <param name="RowCount">Number of rows; with none the sheet stays as it is.</param>
/// <param name="Columns">Number of columns.</param>
/// <param name="Rows">The rows.</param>
internal sealed record SheetRows(string SheetName, int FirstRow, int RowCount, int Columns, Func<IEnumerable<object?[]>> Rows);
