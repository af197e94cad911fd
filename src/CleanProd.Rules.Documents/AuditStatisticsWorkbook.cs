using System.Globalization;
using CleanProd.Rules.Cases.Records;
using CleanProd.Rules.Documents.Sheets;
using CleanProd.Rules.Facts;
using ClosedXML.Excel;
using ColumnKind = CleanProd.Rules.Documents.Sheets.ColumnKind;

namespace CleanProd.Rules.Documents;

/// <summary>The audits of a year as an Excel workbook, in the form of the founding document's tables 3-1 and 3-2. Amounts in 万元.</summary>
public static class AuditStatisticsWorkbook
{
    /// <summary>Writes the workbook.</summary>
    /// <param name="statistics">The statistics of the year.</param>
    /// <param name="output">Where to write; left open.</param>
    /// <param name="language">Language of headings.</param>
    public static void Write(CaseStatistics statistics, Stream output, DocumentLanguage language)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        var (style, year) = (new SheetStyle(language == DocumentLanguage.Chinese), statistics.Year.ToString(CultureInfo.InvariantCulture));
        var title = Say($"{year}年清洁生产审核统计", $"Cleaner-production audits accepted in {year}");
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = title;
        workbook.Properties.Author = "CleanProd.Rules";
        workbook.Properties.Created = workbook.Properties.Modified = new DateTime(statistics.Year, 12, 31, 0, 0, 0, DateTimeKind.Utc);

        var regions = Sheet(Say("表3-1 按地区", "Table 3-1 by region"));
        Headings(
            regions, Say("地区", "Region"), Say("企业数（家）", "Enterprises"), Say("占比（%）", "Share (%)"), Say("产值（万元）", "Output (10,000 yuan)"), Say("投资（万元）", "Investment (10,000 yuan)"),
            Say("投资占产值（%）", "Investment of output (%)"), Say("年效益（万元）", "Annual benefit (10,000 yuan)"), Say("效益占产值（%）", "Benefit of output (%)"),
            Say("平均投资（万元）", "Mean investment (10,000 yuan)"), Say("平均效益（万元）", "Mean benefit (10,000 yuan)"));
        foreach (var (place, line) in statistics.ByRegion.Append(statistics.Total).Index())
        {
            var row = place + 3;
            Text(regions.Cell(row, 1), line.Region.In(language));
            Number(regions.Cell(row, 2), line.Enterprises, "#,##0");
            Number(regions.Cell(row, 3), line.ShareOfEnterprises, "0.0");
            Number(regions.Cell(row, 4), line.Output?.Amount, "#,##0.##");
            Number(regions.Cell(row, 5), line.Investment.Amount, "#,##0.##");
            Number(regions.Cell(row, 6), line.InvestmentShare, "0.00");
            Number(regions.Cell(row, 7), line.Benefit.Amount, "#,##0.##");
            Number(regions.Cell(row, 8), line.BenefitShare, "0.00");
            Number(regions.Cell(row, 9), line.MeanInvestment, "#,##0.0");
            Number(regions.Cell(row, 10), line.MeanBenefit, "#,##0.0");
            if (line == statistics.Total) regions.Range(row, 1, row, 10).Style.Font.SetBold(true);
        }

        var kinds = Sheet(Say("表3-2 按方案类型", "Table 3-2 by measure"));
        Headings(kinds, Say("方案类型", "Kind of measure"), Say("企业数（家）", "Enterprises"), Say("占比（%）", "Share (%)"));
        foreach (var (place, line) in statistics.ByKind.Index())
        {
            Text(kinds.Cell(place + 3, 1), Measure.KindName(line.Kind).In(language));
            Number(kinds.Cell(place + 3, 2), line.Enterprises, "#,##0");
            Number(kinds.Cell(place + 3, 3), line.Share, "0.0");
        }

        workbook.SaveAs(output);

        string Say(string zh, string en) => language == DocumentLanguage.Chinese ? zh : en;

        IXLWorksheet Sheet(string name)
        {
            var sheet = workbook.Worksheets.Add(name);
            sheet.ShowGridLines = false;
            sheet.TabColor = XLColor.FromHtml("#" + SheetStyle.Teal);
            sheet.Cell(1, 1).SetValue<string>($"{title}  {name}");
            style.Title(sheet.Cell(1, 1));
            sheet.Row(1).Height = 28;
            sheet.SheetView.FreezeRows(2);
            style.Print(sheet, 2, title);
            return sheet;
        }

        void Headings(IXLWorksheet sheet, params string[] headings)
        {
            foreach (var (place, heading) in headings.Index())
            {
                sheet.Cell(2, place + 1).SetValue<string>(heading);
                style.Heading(sheet.Cell(2, place + 1));
                sheet.Column(place + 1).Width = place == 0 ? 26 : 13;
            }

            sheet.Row(2).Height = 14 * headings.Max(h => TextWidth.Lines(h, 12)) + 6;
        }

        void Text(IXLCell cell, string text)
        {
            style.Body(cell, ColumnKind.Text);
            cell.SetValue<string>(text);
        }

        void Number(IXLCell cell, decimal? number, string format)
        {
            style.Body(cell, ColumnKind.Number);
            cell.Style.NumberFormat.SetFormat(format);
            // What is not known is blank, not zero.
            if (number is { } known) cell.SetValue(known);
        }
    }
}
