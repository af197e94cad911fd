namespace CleanProd.Rules.Import;

/// <summary>One row of a text file or sheet; blank rows are not handed on.</summary>
/// <param name="Number">Row as an editor or Excel shows it.</param>
/// <param name="Cells">Cells; null where blank. The array belongs to the receiver.</param>
internal readonly record struct SourceRow(int Number, string?[] Cells)
{
    internal string? this[int i] => i < Cells.Length ? Cells[i] : null;
}

/// <summary>A text file, or one sheet of a workbook, while it is being read.</summary>
/// <param name="File">File, relative to the data set.</param>
/// <param name="Name">Name of the sheet; null for a text file.</param>
/// <param name="Rows">Its rows, from the first, once.</param>
/// <param name="CellsMayNotExceedHeadings">Whether more cells than headings mean that a separator stands unquoted in a field.</param>
internal sealed record SourceSheet(string File, string? Name, IEnumerable<SourceRow> Rows, bool CellsMayNotExceedHeadings);
