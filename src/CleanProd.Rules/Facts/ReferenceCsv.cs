using System.Text;
using Sylvan.Data.Csv;

namespace CleanProd.Rules.Facts;

/// <summary>The form of the reference files: UTF-8, commas, LF, quotes only where they are needed. Written again, a file is the same byte for byte.</summary>
public static class ReferenceCsv
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The rows of a file, headings first; outer spaces are taken off.</summary>
    /// <exception cref="ReferenceDataException">Not UTF-8, or not CSV.</exception>
    public static IReadOnlyList<string[]> Read(string file, byte[] bytes)
    {
        var lines = new List<string[]>();
        try
        {
            var text = StrictUtf8.GetString(bytes).TrimStart('\ufeff');
            // The heading is read as a row, so that its faults are reported like any other.
            using var csv = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions { HasHeaders = false, Delimiter = ',' });
            while (csv.Read())
            {
                var cells = new string[csv.RowFieldCount];
                for (var i = 0; i < cells.Length; i++) cells[i] = csv.GetString(i).Trim();
                lines.Add(cells);
            }
        }
        catch (Exception fault) when (fault is DecoderFallbackException or CsvFormatException)
        {
            throw new ReferenceDataException(file, lines.Count + 1, "", fault.Message, "comma-separated UTF-8 text");
        }

        return lines;
    }

    /// <summary>A file of these rows.</summary>
    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows) text.AppendJoin(',', row.Select(Cell)).Append('\n');
        return StrictUtf8.GetBytes(text.ToString());
    }

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
