using CleanProd.Rules.Lists;
using ClosedXML.Excel;

namespace CleanProd.Rules.Documents.Sheets;

/// <summary>The statistics in the form of the founding document's tables 3-1 and 3-2, by industry and by city.</summary>
internal sealed class StatisticsSheet(IXLWorksheet sheet, CandidateList list, ListSheets words, SheetStyle style)
{
    private int _row = 1;

    internal void Write(string footer)
    {
        var statistics = list.Statistics;
        sheet.ShowGridLines = false;
        sheet.TabColor = XLColor.FromHtml("#" + SheetStyle.Teal);
        sheet.Cell(_row, 1).SetValue<string>(words.Say("统计", "Statistics"));
        style.Title(sheet.Cell(_row, 1));
        sheet.Row(_row++).Height = 28;
        sheet.Cell(_row, 1).SetValue<string>(words.Note(words.Say("各占比合计为 100；平均数为合计除以家数。", "Shares sum to 100; every mean is a sum divided by its count.")));
        style.Note(sheet.Cell(_row, 1));
        _row += 2;

        Regions(words.Say("表1 按地区", "Table 1  By region"), words.Say("地区", "Region"), statistics.ByRegion);
        Grounds(words.Say("表2 按事由（一家企业可以计入多项）", "Table 2  By ground (one enterprise may count in several)"));
        Shares(words.Say("表3 按行业（大类）", "Table 3  By industry division"), words.Say("行业", "Industry"), statistics.ByIndustry);
        Shares(words.Say("表4 按地市", "Table 4  By city"), words.Say("地市", "City"), statistics.ByCity);

        sheet.Column(1).Width = Math.Clamp(2 + statistics.ByRegion.Concat(statistics.ByIndustry).Concat(statistics.ByCity).Select(l => TextWidth.Of(words.Say(l.Label))).DefaultIfEmpty(0).Max(), 20, 40);
        for (var i = 2; i <= 10 + statistics.Grounds.Count; i++) sheet.Column(i).Width = 12.5;
        style.Print(sheet, null, footer);
    }

    private void Regions(string caption, string first, IReadOnlyList<StatisticsLine> lines)
    {
        var grounds = list.Statistics.Grounds;
        Caption(caption);
        Headings(
        [
            first, words.Say("筛查企业（家）", "Screened"), words.Say("列入企业（家）", "Listed"), words.Say("占列入总数（%）", "Share of listed (%)"),
            words.Say("占本地区筛查（%）", "Of the screened (%)"), words.Say("数据不足（家）", "Undetermined"),
            .. grounds.Select(words.GroundName),
            words.Say("证据（行）", "Evidence rows"), words.Say("家均证据（行）", "Rows per listed"), words.Say("平均最大比值", "Mean largest ratio"),
        ]);
        foreach (var line in lines.Append(list.Statistics.Total))
        {
            var column = Shares(line);
            for (var i = 0; i < grounds.Count; i++) Cell(ref column, ColumnKind.Count, i < line.ByGround.Count ? line.ByGround[i] : 0);
            Cell(ref column, ColumnKind.Count, line.EvidenceRows);
            Cell(ref column, ColumnKind.Percent, line.MeanEvidenceRows);
            Cell(ref column, ColumnKind.Number, line.MeanLargestRatio);
            sheet.Cell(_row, column - 1).Style.NumberFormat.SetFormat("0.00");
            EndRow(line == list.Statistics.Total);
        }

        _row++;
    }

    // The cells that every table of shares begins with; returns the next column.
    private int Shares(StatisticsLine line)
    {
        var column = 1;
        Cell(ref column, ColumnKind.Text, words.Say(line.Label));
        Cell(ref column, ColumnKind.Count, line.Screened);
        Cell(ref column, ColumnKind.Count, line.Listed);
        Cell(ref column, ColumnKind.Percent, line.ShareOfListed);
        Cell(ref column, ColumnKind.Percent, line.ListedOfScreened);
        Cell(ref column, ColumnKind.Count, line.Undetermined);
        return column;
    }

    private void Grounds(string caption)
    {
        Caption(caption);
        Headings([words.Say("事由", "Ground"), words.Say("企业（家）", "Enterprises"), words.Say("占列入企业（%）", "Share of listed (%)")]);
        var first = _row;
        foreach (var line in list.Statistics.ByGround)
        {
            var column = 1;
            Cell(ref column, ColumnKind.Text, words.GroundName(line.Ground));
            Cell(ref column, ColumnKind.Count, line.Enterprises);
            Cell(ref column, ColumnKind.Percent, line.ShareOfListed);
            EndRow(false);
        }

        Bars(first, 3);
        _row++;
    }

    private void Shares(string caption, string name, IReadOnlyList<StatisticsLine> lines)
    {
        Caption(caption);
        Headings([name, words.Say("筛查企业（家）", "Screened"), words.Say("列入企业（家）", "Listed"), words.Say("占列入总数（%）", "Share of listed (%)"), words.Say("占本项筛查（%）", "Of the screened (%)"), words.Say("数据不足（家）", "Undetermined")]);
        var first = _row;
        foreach (var line in lines.Append(list.Statistics.Total))
        {
            Shares(line);
            EndRow(line == list.Statistics.Total);
        }

        if (lines.Count > 0) Bars(first, 4, _row - 2);
        _row++;
    }

    private void Bars(int first, int column, int? last = null)
    {
        if ((last ?? _row - 1) < first) return;
        sheet.Range(first, column, last ?? _row - 1, column).AddConditionalFormat().DataBar(XLColor.FromHtml("#9CC3C6"))
            .Minimum(XLCFContentType.Number, 0).Maximum(XLCFContentType.Number, 100);
    }

    private void Caption(string text)
    {
        sheet.Cell(_row, 1).SetValue<string>(text);
        style.Caption(sheet.Cell(_row, 1));
        sheet.Row(_row++).Height = 22;
    }

    private void Headings(IReadOnlyList<string> headings)
    {
        for (var i = 0; i < headings.Count; i++)
        {
            sheet.Cell(_row, i + 1).SetValue<string>(headings[i]);
            style.Heading(sheet.Cell(_row, i + 1));
        }

        sheet.Row(_row++).Height = headings.Max(h => TextWidth.Lines(h, 11.5)) * 14 + 6;
    }

    private void Cell(ref int column, ColumnKind kind, object? value)
    {
        var cell = sheet.Cell(_row, column++);
        style.Body(cell, kind);
        switch (value)
        {
            case string text:
                cell.SetValue<string>(SheetText.Clean(text));
                break;
            case decimal number:
                cell.SetValue(number);
                break;
            case int count:
                cell.SetValue(count);
                break;
            case long count:
                cell.SetValue(count);
                break;
            default:
                cell.SetValue<string>("–");
                break;
        }
    }

    private void EndRow(bool total)
    {
        if (total) sheet.Row(_row).Style.Font.SetBold(true);
        sheet.Row(_row).Height = 17;
        _row++;
    }
}
