using CleanProd.Rules.Facts;
using Sylvan.Data.Csv;

namespace CleanProd.Rules.Import;

/// <summary>Reads a CSV file as one sheet.</summary>
internal static class CsvSheetReader
{
    // The longest record, in characters.
    private const int LongestRecord = 1 << 24;

    internal static SourceSheet Read(SourceFile file, TextEncoding encoding, FindingLog log) =>
        new(file.Name, null, Rows(file, encoding, log), CellsMayNotExceedHeadings: true);

    private static IEnumerable<SourceRow> Rows(SourceFile file, TextEncoding encoding, FindingLog log)
    {
        using var text = new StreamReader(file.Open(), encoding.Encoding, detectEncodingFromByteOrderMarks: true);
        using var lines = new CsvLines(
            text, Separator(file, encoding), (row, line) => log.Add("broken_quote", new SourceRef(file.Name, null, row), null, Start(line)));
        using var csv = Open(file, lines);
        while (Next(file, csv))
        {
            var row = lines.NextStart();
            var cells = new string?[csv.RowFieldCount];
            var blank = true;
            for (var i = 0; i < cells.Length; i++)
            {
                var cell = csv.GetString(i);
                if (CellText.Clean(cell) is null && cell.All(char.IsWhiteSpace)) continue;
                cells[i] = cell;
                blank = false;
            }

            if (!blank) yield return new SourceRow(row, cells);
        }
    }

    private static CsvDataReader Open(SourceFile file, CsvLines lines)
    {
        try
        {
            return CsvDataReader.Create(lines, new CsvDataReaderOptions
            {
                HasHeaders = false,
                Delimiter = lines.Separator,
                // Every line is data: a row may begin with '#'.
                Comment = '\0',
                CsvStyle = CsvStyle.Standard,
                BufferSize = 1 << 16,
                MaxBufferSize = LongestRecord,
            });
        }
        catch (CsvMissingHeadersException e)
        {
            throw new ImportException($"{file.Name}：文件是空的。请检查导出是否完整。 / The file is empty. Check that the export is complete.", e);
        }
    }

    private static bool Next(SourceFile file, CsvDataReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (Exception e) when (e is CsvFormatException or CsvRecordTooLargeException)
        {
            throw new ImportException($"{file.Name}：CSV 格式错误（{e.Message}）。请检查引号和分隔符。 / The CSV is malformed ({e.Message}). Check quotes and separators.", e);
        }
    }

    private static char Separator(SourceFile file, TextEncoding encoding)
    {
        using var text = new StreamReader(file.Open(), encoding.Encoding, detectEncodingFromByteOrderMarks: true);
        while (text.ReadLine() is { } line)
            if (CellText.Clean(line) is not null) return CsvLines.SeparatorOf(line);
        return ',';
    }

    private static string Start(string line) => line.Length <= 200 ? line : line[..200] + "…";
}
