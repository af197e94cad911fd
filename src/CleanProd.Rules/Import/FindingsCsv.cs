using System.Globalization;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>Findings as CSV, for people and spreadsheets.</summary>
public static class FindingsCsv
{
    /// <summary>
    /// Writes headings and one line per finding, lines ending in LF; the caller chooses the encoding (UTF-8). A cell that a spreadsheet would
    /// run as a formula gets a leading apostrophe.
    /// </summary>
    /// <param name="findings">What to write, in this order.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="language"><c>zh-CN</c> or <c>en</c>.</param>
    /// <param name="headings">Whether the line of headings comes first; not when more is added to what stands there already.</param>
    public static void Write(IEnumerable<Finding> findings, TextWriter writer, string language = "zh-CN", bool headings = true)
    {
        if (headings) writer.Write("file,sheet,row,column,value,severity,code,message,action\n");
        foreach (var finding in findings)
        {
            var (message, action) = FindingTexts.In(finding, language);
            string?[] cells =
            [
                finding.File, finding.Sheet, finding.Row == 0 ? null : finding.Row.ToString(CultureInfo.InvariantCulture), finding.Column,
                finding.Value, Word(finding.Severity), finding.Code, message, action,
            ];
            writer.Write(CsvCell.Line(cells));
        }
    }

    /// <summary><c>note</c>, <c>warning</c>, <c>error</c>.</summary>
    public static string Word(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "note",
    };
}
