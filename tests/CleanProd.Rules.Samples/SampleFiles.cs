using System.Text;

namespace CleanProd.Rules.Samples;

/// <summary>Which file holds which table, in which encoding: those a bureau receives in one morning.</summary>
internal static class SampleFiles
{
    public const string Workbook = "energy-and-substances.xlsx";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly UTF8Encoding Utf8WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Every text file by its path below the data set, with its bytes.</summary>
    public static IReadOnlyDictionary<string, byte[]> Texts()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var table in Tables.Columns.Keys.Except(SampleWorkbook.Sheets))
        {
            var rows = SampleSet.Table(table);
            files[table + ".csv"] = table switch
            {
                // Saved by a Chinese Excel as plain CSV.
                "outlets" => CsvText.Bytes(rows, Encoding.GetEncoding("GB18030"), "\r\n"),
                // Saved as "CSV UTF-8".
                "facilities" => CsvText.Bytes(rows, Utf8WithMark, "\r\n"),
                _ => CsvText.Bytes(rows, Utf8),
            };
        }

        files["expected/expected-2025-01-15.csv"] = CsvText.Bytes(SampleSet.Expected, Utf8);
        return files;
    }
}
