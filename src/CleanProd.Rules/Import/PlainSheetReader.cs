using CleanProd.Rules.Facts;
using CleanProd.Rules.Import.Csv;

namespace CleanProd.Rules.Import;

/// <summary>Reads a sheet that is a table of the data set: finds its columns by heading, hands its rows on.</summary>
internal sealed class PlainSheetReader(FactGatherer gatherer, FindingLog log, ImportPulse pulse)
{
    internal void Read(SourceSheet sheet, FactTable table)
    {
        string?[]? headings = null;
        int[] ordinals = [];
        var width = 0;
        var before = log.Counts(sheet.File).Read;
        foreach (var row in sheet.Rows)
        {
            if (headings is null)
            {
                headings = new string?[table.Columns.Count];
                if (!Columns(sheet, table, row, headings, out ordinals)) return;
                gatherer.Gives(table);
                width = row.Cells.Length;
                if (table == FactTables.Measurements && sheet.Rows is CsvRows csv) gatherer.TakeInBulk(csv, ordinals, rows => Taken(sheet.File, rows));
                continue;
            }

            Taken(sheet.File, 1);
            var source = new SourceRef(sheet.File, sheet.Name, row.Number);
            if (sheet.CellsMayNotExceedHeadings && row.Cells.Length > width && row.Cells.AsSpan(width).ContainsAnyExcept((string?)null))
            {
                log.Add("too_many_cells", source, null, null, Plain(row.Cells.Length), Plain(width));
                continue;
            }

            var cells = new string?[table.Columns.Count];
            for (var i = 0; i < ordinals.Length && i < row.Cells.Length; i++)
                if (ordinals[i] >= 0) cells[ordinals[i]] = row.Cells[i];
            gatherer.Add(new FactRow(table, cells, headings, source, RowManner.Plain));
        }

        if (log.Counts(sheet.File).Read == before) log.Add("table_empty", new SourceRef(sheet.File, sheet.Name, 0), null, null);
    }

    private void Taken(string file, int rows)
    {
        log.Counts(file).Read += rows;
        pulse.Taken(file, rows);
    }

    // Position in the table of each column of the sheet, -1 for one that is not known.
    private bool Columns(SourceSheet sheet, FactTable table, SourceRow heading, string?[] headings, out int[] ordinals)
    {
        var source = new SourceRef(sheet.File, sheet.Name, heading.Number);
        ordinals = new int[heading.Cells.Length];
        var complete = true;
        for (var i = 0; i < ordinals.Length; i++)
        {
            ordinals[i] = heading.Cells[i] is { } text ? Find(table, text, headings) : -1;
            if (ordinals[i] >= 0) headings[ordinals[i]] = CellText.Clean(heading.Cells[i]);
            else if (heading.Cells[i] is { } other && Bears(table, other) is { } twice)
            {
                log.Add("duplicate_column", source, CellText.Clean(other), null, CellText.Clean(other)!, twice);
                complete = false;
            }
            else if (heading.Cells[i] is { } unknown) log.Add("unknown_column", source, CellText.Clean(unknown), null, CellText.Clean(unknown)!);
        }

        foreach (var (column, ordinal) in table.Columns.Select((c, i) => (c, i)))
        {
            if (!column.Required || headings[ordinal] is not null) continue;
            log.Add("missing_column", source with { Row = 0 }, column.Name, null, column.Name, string.Join(", ", column.Chinese.Prepend(column.Name)));
            complete = false;
        }

        return complete;
    }

    // The first column not yet found that bears the heading: 限值 alone may be a name of two columns.
    private static int Find(FactTable table, string heading, string?[] found)
    {
        for (var i = 0; i < table.Columns.Count; i++)
            if (found[i] is null && IsNamed(table.Columns[i], CellText.Fold(heading))) return i;
        return -1;
    }

    // The column that a heading names, found already or not; null when it names none.
    private static string? Bears(FactTable table, string heading) => table.Columns.FirstOrDefault(c => IsNamed(c, CellText.Fold(heading)))?.Name;

    private static bool IsNamed(FactColumn column, string folded) => folded == column.Name || column.Chinese.Any(c => CellText.Fold(c) == folded);

    private static string Plain(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
