using ClosedXML.Excel;

namespace CleanProd.Rules.Samples;

/// <summary>
/// The workbook with sheets <c>energy</c> and <c>substances</c>. Every cell is text: left to itself, Excel turns codes into numbers.
/// Two saves of one workbook differ in bytes (time stamps inside), so workbooks are compared by their cells.
/// </summary>
internal static class SampleWorkbook
{
    public static readonly string[] Sheets = ["energy", "substances"];

    public static void Write(string path)
    {
        using var book = new XLWorkbook();
        foreach (var name in Sheets)
        {
            var sheet = book.AddWorksheet(name);
            sheet.Style.NumberFormat.Format = "@";
            var rows = SampleSet.Table(name);
            for (var r = 0; r < rows.Count; r++)
                for (var c = 0; c < rows[r].Length; c++)
                    sheet.Cell(r + 1, c + 1).SetValue(rows[r][c]).SetDataType(XLDataType.Text);
            sheet.Row(1).Style.Font.Bold = true;
            sheet.Columns(1, rows[0].Length).Width = 22;
            sheet.SheetView.FreezeRows(1);
        }

        book.SaveAs(path);
    }

    public static IReadOnlyList<string[]> Read(string path, string sheet)
    {
        using var book = new XLWorkbook(path);
        var used = book.Worksheet(sheet).RangeUsed();
        return [.. used.Rows().Select(r => r.Cells(1, used.ColumnCount()).Select(c => c.GetString()).ToArray())];
    }

    /// <summary>Whether the file holds exactly the rows the generator would write.</summary>
    public static bool IsCurrent(string path) =>
        File.Exists(path) && Sheets.All(s => Read(path, s).Select(Line).SequenceEqual(SampleSet.Table(s).Select(Line), StringComparer.Ordinal));

    private static string Line(string[] cells) => string.Join('\u001f', cells);
}
