using CleanProd.Rules.Import.Csv;

namespace CleanProd.Rules.Import;

/// <summary>A row of a file as it stands there.</summary>
/// <param name="Number">Row as an editor or Excel shows it.</param>
/// <param name="Cells">Its cells, blank ones as null.</param>
public sealed record PreviewRow(int Number, IReadOnlyList<string?> Cells);

/// <summary>The beginning of a text file or of one sheet of a workbook, for people who say what its columns are.</summary>
/// <param name="Sheet">Name of the sheet; null for a text file.</param>
/// <param name="Rows">Its first rows that are not blank.</param>
public sealed record SheetPreview(string? Sheet, IReadOnlyList<PreviewRow> Rows)
{
    /// <summary>The beginnings of all sheets, read by the same readers that an import reads with.</summary>
    /// <param name="file">The file.</param>
    /// <param name="rows">At most so many rows of each sheet.</param>
    /// <exception cref="ImportException">The file cannot be read.</exception>
    public static IReadOnlyList<SheetPreview> Of(SourceFile file, int rows)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (DataSetImporter.IsJson(file)) return [Of(JsonSheetReader.Read(file, TextEncoding.Detect(file)), rows)];
        if (DataSetImporter.IsWorkbook(file))
        {
            using var workbook = new WorkbookReader(file, tellsErrors: true);
            return [.. workbook.Sheets().Select(s => Of(s, rows))];
        }

        using var csv = new CsvRows(file, TextEncoding.Detect(file), new FindingLog(), CsvRows.BlockLength);
        return [Of(csv.Sheet, rows)];
    }

    private static SheetPreview Of(SourceSheet sheet, int rows) => new(sheet.Name, [.. sheet.Rows.Take(rows).Select(r => new PreviewRow(r.Number, r.Cells))]);
}
