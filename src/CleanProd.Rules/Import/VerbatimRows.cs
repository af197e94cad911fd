using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import.Csv;
using CleanProd.Rules.Import.Hj212;

namespace CleanProd.Rules.Import;

/// <summary>A row of a source file as it stands there.</summary>
/// <param name="Sheet">Sheet of a workbook; null for a text file.</param>
/// <param name="Row">Row as an editor or Excel shows it.</param>
/// <param name="Cells">Its cells, blank ones as null; the whole line of a log of devices is one cell.</param>
/// <param name="FirstRow">The first row of the file or sheet that is not blank, mostly the headings; empty for a log.</param>
public sealed record VerbatimRow(string? Sheet, int Row, IReadOnlyList<string?> Cells, IReadOnlyList<string?> FirstRow)
{
    /// <summary>Whether a cell of the row holds the number of a value, as the source writes numbers. A formed mean or a sum stands in no cell.</summary>
    public bool Holds(MeasuredValue value) =>
        value.Qualifier is ValueQualifier.Exact or ValueQualifier.Below or ValueQualifier.Above
        && Cells.OfType<string>().SelectMany(Texts).Any(t => MeasuredText.Read(t, out var held) == NumberReading.Number && held.Number == value.Number
            && held.Qualifier is not (ValueQualifier.Missing or ValueQualifier.NotDetected));

    // A frame of a device holds its values after signs of equality.
    private static IEnumerable<string> Texts(string cell) => cell.Contains("&&", StringComparison.Ordinal) ? cell.Split(';', ',', '=', '&') : [cell];
}

/// <summary>Finds rows of a source file again: by the same readers that an import reads with, so that file, sheet and row mean the same.</summary>
public static class VerbatimRows
{
    // Characters; a log without line breaks is shown by its beginning.
    private const int LongestLine = 1 << 16;

    /// <summary>The wanted rows that the file has, in its order. Reading ends with the last of them.</summary>
    /// <param name="file">The file.</param>
    /// <param name="wanted">Sheets and rows.</param>
    /// <exception cref="ImportException">The file cannot be read.</exception>
    public static IReadOnlyList<VerbatimRow> Read(SourceFile file, IReadOnlySet<(string? Sheet, int Row)> wanted)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (wanted.Count == 0) return [];
        if (Hj212LogReader.Wants(file)) return [.. Lines(file, wanted)];
        if (!DataSetImporter.IsWorkbook(file))
        {
            var encoding = TextEncoding.Detect(file);
            if (DataSetImporter.IsJson(file)) return [.. Rows(JsonSheetReader.Read(file, encoding), wanted)];
            using var csv = new CsvRows(file, encoding, new FindingLog(), CsvRows.BlockLength);
            return [.. Rows(csv.Sheet, wanted)];
        }

        using var workbook = new WorkbookReader(file, tellsErrors: true);
        return [.. workbook.Sheets().SelectMany(s => Rows(s, wanted))];
    }

    private static IEnumerable<VerbatimRow> Rows(SourceSheet sheet, IReadOnlySet<(string? Sheet, int Row)> wanted)
    {
        var (left, first) = (wanted.Count(w => w.Sheet == sheet.Name), (string?[]?)null);
        if (left == 0) yield break;
        foreach (var row in sheet.Rows)
        {
            first ??= row.Cells;
            if (!wanted.Contains((sheet.Name, row.Number))) continue;
            yield return new(sheet.Name, row.Number, row.Cells, first);
            if (--left == 0) yield break;
        }
    }

    // Lines end where the reader of frames counts them: at line feeds alone.
    private static IEnumerable<VerbatimRow> Lines(SourceFile file, IReadOnlySet<(string? Sheet, int Row)> wanted)
    {
        using var text = new StreamReader(file.Open(), Encoding.UTF8);
        var (last, number, line) = (wanted.Max(w => w.Row), 1, new StringBuilder());
        for (var c = text.Read(); number <= last; c = text.Read())
        {
            if (c is not ('\n' or -1))
            {
                if (line.Length < LongestLine) line.Append((char)c);
                continue;
            }

            if (wanted.Contains((null, number))) yield return new(null, number, [line.ToString().TrimEnd('\r')], []);
            if (c == -1) yield break;
            line.Clear();
            number++;
        }
    }
}
