using System.Globalization;
using ClosedXML.Excel;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Documents;

/// <summary>
/// Reference data as one workbook and back without loss: a sheet for each file, every cell a text, so that no program makes a date or a number of
/// a code. The first sheet says which sheet is which file.
/// </summary>
public static class ReferenceWorkbook
{
    private const string Contents = "目录 contents";

    private const int LongestName = 31;

    /// <summary>Writes the files.</summary>
    /// <param name="files">Contents by path under <c>data/reference</c>.</param>
    /// <param name="to">Where to; not closed.</param>
    /// <exception cref="ReferenceDataException">A file is not CSV.</exception>
    public static void Write(IReadOnlyDictionary<string, byte[]> files, Stream to)
    {
        using var workbook = new XLWorkbook();
        var contents = workbook.AddWorksheet(Contents);
        Put(contents, 1, ["file", "sheet"]);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Contents };
        foreach (var (i, (file, bytes)) in files.OrderBy(f => f.Key, StringComparer.Ordinal).Index())
        {
            var name = SheetOf(file, taken);
            Put(contents, i + 2, [file, name]);
            var sheet = workbook.AddWorksheet(name);
            foreach (var (row, cells) in ReferenceCsv.Read(file, bytes).Index()) Put(sheet, row + 1, cells);
            sheet.SheetView.FreezeRows(1);
            sheet.Row(1).Style.Font.Bold = true;
        }

        contents.Row(1).Style.Font.Bold = true;
        contents.Column(1).Width = contents.Column(2).Width = 40;
        workbook.SaveAs(to);
    }

    /// <summary>The files of a workbook.</summary>
    /// <exception cref="InvalidDataException">It is no such workbook; the message says what is missing.</exception>
    public static IReadOnlyDictionary<string, byte[]> Read(Stream from)
    {
        using var workbook = new XLWorkbook(from);
        if (!workbook.TryGetWorksheet(Contents, out var contents))
            throw new InvalidDataException($"工作簿缺少工作表“{Contents}”，不是导出的参考数据。 The workbook lacks the sheet '{Contents}': it is no export of reference data.");
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var row in Rows(contents).Skip(1))
        {
            var (file, name) = (row[0], row.Length > 1 ? row[1] : "");
            if (!workbook.TryGetWorksheet(name, out var sheet))
                throw new InvalidDataException($"工作簿缺少工作表“{name}”（{file}）。 The workbook lacks the sheet '{name}' ({file}).");
            if (!files.TryAdd(file, ReferenceCsv.Write(Rows(sheet)))) throw new InvalidDataException($"目录中 {file} 出现两次。 The contents name {file} twice.");
        }

        return files;
    }

    private static void Put(IXLWorksheet sheet, int row, string[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length == 0) continue;
            var cell = sheet.Cell(row, i + 1);
            cell.Style.NumberFormat.Format = "@";
            // A value with a leading apostrophe would lose it.
            if (cells[i][0] == '\'') cell.Style.IncludeQuotePrefix = true;
            cell.SetValue(cells[i]);
        }
    }

    // Every row as wide as the headings.
    private static IEnumerable<string[]> Rows(IXLWorksheet sheet)
    {
        var (last, width) = (sheet.LastRowUsed()?.RowNumber() ?? 0, sheet.Row(1).LastCellUsed()?.Address.ColumnNumber ?? 0);
        for (var row = 1; row <= last; row++)
            yield return [.. Enumerable.Range(1, Math.Max(width, sheet.Row(row).LastCellUsed()?.Address.ColumnNumber ?? 0)).Select(column => Text(sheet.Cell(row, column)))];
    }

    // What somebody typed into a new cell may have become a number or a date.
    private static string Text(IXLCell cell) => cell.DataType switch
    {
        XLDataType.Number => cell.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        XLDataType.DateTime => cell.GetDateTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        XLDataType.Boolean => cell.GetBoolean() ? "true" : "false",
        _ => cell.GetString().Trim(),
    };

    private static string SheetOf(string file, HashSet<string> taken)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (name.Length > LongestName) name = name[..LongestName];
        for (var (bare, i) = (name, 2); !taken.Add(name); i++)
        {
            var tail = string.Create(CultureInfo.InvariantCulture, $"~{i}");
            name = bare[..Math.Min(bare.Length, LongestName - tail.Length)] + tail;
        }

        return name;
    }
}
