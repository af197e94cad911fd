using System.Globalization;
using CleanProd.Rules.Documents.Sheets;
using CleanProd.Rules.Facts;
using ClosedXML.Excel;
using ColumnKind = CleanProd.Rules.Documents.Sheets.ColumnKind;

namespace CleanProd.Rules.Documents;

/// <summary>Results of a year as one table, for who wants to work on with them.</summary>
public static class ResultsWorkbook
{
    /// <summary>What the results are of.</summary>
    /// <param name="Year">The screened year.</param>
    /// <param name="Run">The screening; null for what stands for the year.</param>
    public sealed record Heading(int Year, long? Run);

    /// <summary>A row; everything in the words of the reader.</summary>
    /// <param name="FacilityId">Identity.</param>
    /// <param name="Name">Name.</param>
    /// <param name="City">City.</param>
    /// <param name="County">County.</param>
    /// <param name="IndustryCode">Code of the industry.</param>
    /// <param name="Industry">Name of the industry.</param>
    /// <param name="Outcome">Outcome.</param>
    /// <param name="Grounds">Grounds that list it.</param>
    /// <param name="Ratio">Value over threshold of the rule nearest to its line.</param>
    /// <param name="Nearest">That rule.</param>
    /// <param name="Missing">Missing facts.</param>
    /// <param name="Before">Outcome of the year before.</param>
    /// <param name="GroundsBefore">Grounds of the year before.</param>
    /// <param name="Run">The screening.</param>
    public sealed record Line(
        string FacilityId, string Name, string City, string County, string IndustryCode, string Industry, string Outcome, string Grounds, decimal? Ratio, string Nearest, string Missing, string Before,
        string GroundsBefore, long Run);

    /// <summary>Writes the workbook.</summary>
    /// <param name="heading">What the results are of.</param>
    /// <param name="lines">The rows.</param>
    /// <param name="output">Where to write; left open.</param>
    /// <param name="language">Language of headings.</param>
    public static void Write(Heading heading, IReadOnlyList<Line> lines, Stream output, DocumentLanguage language)
    {
        ArgumentNullException.ThrowIfNull(heading);
        ArgumentNullException.ThrowIfNull(lines);
        string Say(string zh, string en) => language == DocumentLanguage.Chinese ? zh : en;
        var (year, run) = (heading.Year.ToString(CultureInfo.InvariantCulture), heading.Run?.ToString(CultureInfo.InvariantCulture));
        var title = Say($"{year}年度判定结果", $"Results of {year}");
        SheetColumn[] columns =
        [
            new(Say("企业代码", "Code"), ColumnKind.Code), new(Say("企业名称", "Enterprise"), ColumnKind.Text, 36), new(Say("地市", "City"), ColumnKind.Text), new(Say("区县", "County"), ColumnKind.Text),
            new(Say("行业代码", "Industry code"), ColumnKind.Code), new(Say("行业", "Industry"), ColumnKind.Text), new(Say("判定", "Outcome"), ColumnKind.Code), new(Say("列入情形", "Grounds"), ColumnKind.Text),
            new(Say("距界线（倍）", "Distance from the line (×)"), ColumnKind.Number), new(Say("最接近的项目", "Nearest to its line"), ColumnKind.Text, 30), new(Say("缺少的事实", "Missing facts"), ColumnKind.Text, 40),
            new(Say("上年判定", "Outcome of the year before"), ColumnKind.Code), new(Say("上年情形", "Grounds of the year before"), ColumnKind.Text), new(Say("筛查号", "Screening"), ColumnKind.Count),
        ];
        var table = new SheetTable(
            Say("判定结果", "Results"), title, run is null ? Say($"{lines.Count} 家企业", $"{lines.Count} enterprises") : Say($"第 {run} 号筛查，{lines.Count} 家企业", $"Screening {run}, {lines.Count} enterprises"), columns,
            lines.Count, () => lines.Select(l => new object?[] { l.FacilityId, l.Name, l.City, l.County, l.IndustryCode, l.Industry, l.Outcome, l.Grounds, l.Ratio, l.Nearest, l.Missing, l.Before, l.GroundsBefore, l.Run }))
        {
            FrozenColumns = 2, Empty = Say("没有符合条件的企业。", "No enterprise fits."),
        };
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = title;
        workbook.Properties.Author = "CleanProd.Rules";
        workbook.Properties.Created = workbook.Properties.Modified = new DateTime(heading.Year, 12, 31, 0, 0, 0, DateTimeKind.Utc);
        var (style, names) = (new SheetStyle(language == DocumentLanguage.Chinese), new SheetName());
        var rows = table.Parts().Select(part => TableSheet.Add(workbook, part, names.Take(part.Name), style, title)).ToList();
        using var saved = new MemoryStream();
        workbook.SaveAs(saved);
        saved.Position = 0;
        RowStream.Write(saved, rows, output);
    }
}
