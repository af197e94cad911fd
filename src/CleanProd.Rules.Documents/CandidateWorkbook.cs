using CleanProd.Rules.Facts;
using CleanProd.Rules.Documents.Sheets;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using ClosedXML.Excel;

namespace CleanProd.Rules.Documents;

/// <summary>The candidate list as an Excel workbook: summary, a sheet per class, what is undetermined, near-threshold, evidence, statistics, findings.</summary>
public static class CandidateWorkbook
{
    /// <summary>Writes the workbook. Memory does not grow with the number of rows.</summary>
    /// <param name="list">The list.</param>
    /// <param name="findings">Findings of the import; their kinds and the first 1,000 are shown.</param>
    /// <param name="output">Where to write; left open.</param>
    /// <param name="language">Language of headings and sentences.</param>
    public static void Write(CandidateList list, IReadOnlyList<Finding> findings, Stream output, DocumentLanguage language)
    {
        var words = new ListSheets(list, language);
        var style = new SheetStyle(language == DocumentLanguage.Chinese);
        var names = new SheetName();
        var footer = SummarySheet.Title(list, words);
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = footer;
        workbook.Properties.Author = "CleanProd.Rules";
        workbook.Properties.Created = workbook.Properties.Modified = list.Heading.AsOf.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

        var summary = workbook.Worksheets.Add(names.Take(words.Say("汇总", "Summary")));
        var rows = new List<SheetRows>();
        var contents = new List<(string Name, string Title, int? Rows)>();
        foreach (var table in words.All(findings))
        {
            var sheet = TableSheet.Add(workbook, table, names.Take(table.Name), style, footer);
            rows.Add(sheet);
            contents.Add((sheet.SheetName, table.Title, table.RowCount));
        }

        var statistics = workbook.Worksheets.Add(names.Take(words.Say("统计", "Statistics")));
        statistics.Position = 2;
        contents.Insert(0, (statistics.Name, words.Say("按地区、事由、行业、地市统计", "By region, ground, industry and city"), null));
        new StatisticsSheet(statistics, list, words, style).Write(footer);
        new SummarySheet(summary, list, words, style).Write(findings, contents, footer);
        summary.SetTabActive();

        using var saved = new MemoryStream();
        workbook.SaveAs(saved);
        saved.Position = 0;
        RowStream.Write(saved, rows, output);
    }
}
