using System.Globalization;

namespace CleanProd.Rules.Samples;

/// <summary>
/// The refused rows of the sample that somebody is said to have looked at and accepted, so that the call for attention ends. The rows are
/// found by what they say; everything else about them stays as it is: out, and their facilities incomplete.
/// </summary>
internal static class AcceptedFindings
{
    public const string File = "accepted-findings.csv";

    private const string Who = "示例审核员";
    private const string When = "2025-01-10";

    /// <summary>The rows of the file, heading first.</summary>
    public static IEnumerable<string[]> Rows()
    {
        yield return ["file", "sheet", "row", "code", "accepted_by", "accepted_on", "reason"];
        yield return Of("substances", r => r.Contains("堆放"), "not_a_word", "已函请企业更正用途；更正前按数据不足处理");
        foreach (var row in Contradictions()) yield return row;
        yield return Of("measurements", r => r.Contains("-3.2"), "negative_value", "仪器零点漂移，企业已说明；该值不采用");
        yield return Of("measurements", r => r.Contains("7O.5"), "not_a_number", "录入时把数字0写成字母O，待企业更正");
        var damaged = SampleSet.Log.Select((line, i) => (line, i)).Single(l => l.line.Contains("DataTime=20240720000000")).i;
        yield return [SampleFiles.Log, "", (damaged + 1).ToString(CultureInfo.InvariantCulture), "hj212_crc", Who, When, "线路误码，已请设备补发；补发前按数据不完整处理"];
        yield return Of("measurements", r => r.Contains("15/08/2024"), "not_a_date", "日期格式不合，待企业更正");
    }

    // Two rows about one sample that differ in the value alone.
    private static IEnumerable<string[]> Contradictions()
    {
        var rows = SampleSet.Table("measurements");
        var value = Array.IndexOf(rows[0], "value");
        foreach (var pair in rows.Skip(1).Select((row, i) => (row, i))
            .GroupBy(r => string.Join('|', r.row.Where((_, column) => column != value))).Where(g => g.Select(r => r.row[value]).Distinct().Count() > 1))
        {
            foreach (var (_, i) in pair)
                yield return Line("measurements", i + 2, "contradiction", "两份报告数值不一，已要求监测单位核实；核实前均不采用");
        }
    }

    private static string[] Of(string table, Func<string[], bool> isIt, string code, string reason)
    {
        var rows = SampleSet.Table(table);
        var at = Enumerable.Range(1, rows.Count - 1).Single(i => isIt(rows[i]));
        return Line(table, at + 1, code, reason);
    }

    private static string[] Line(string table, int row, string code, string reason)
    {
        var inWorkbook = SampleWorkbook.Sheets.Contains(table);
        return [inWorkbook ? SampleFiles.Workbook : table + ".csv", inWorkbook ? table : "", row.ToString(CultureInfo.InvariantCulture), code, Who, When, reason];
    }
}
