using System.Text;

namespace CleanProd.Rules.Samples;

/// <summary>Which file holds which table, in which encoding: those a bureau receives in one morning.</summary>
internal static class SampleFiles
{
    public const string Workbook = "energy-and-substances.xlsx";

    /// <summary>The log of frames.</summary>
    public const string Log = "hj212-2024-07.log";

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
                // Exported from a Chinese form: headings and words as people there write them.
                "quotas" => CsvText.Bytes(InChinese(rows), Utf8),
                _ => CsvText.Bytes(rows, Utf8),
            };
        }

        files[Log] = Utf8.GetBytes(string.Concat(SampleSet.Log.Select(l => l + "\r\n")));
        files["expected/expected-2025-01-15.csv"] = CsvText.Bytes(SampleSet.Expected, Utf8);
        files[AcceptedFindings.File] = CsvText.Bytes(AcceptedFindings.Rows(), Utf8);
        return files;
    }

    private static IEnumerable<string[]> InChinese(IReadOnlyList<string[]> quotas) =>
        quotas.Skip(1)
            .Select(row => row.Select((cell, i) => (i, cell) switch { (2, "water") => "废水", (2, "air") => "废气", (6, "t") => "吨", _ => cell }).ToArray())
            .Prepend(["统一社会信用代码", "污染物", "介质", "起始日期", "终止日期", "总量指标", "单位", "核定机关", "文号"]);
}
