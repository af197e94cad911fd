using CleanProd.Rules.Determinations;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using ClosedXML.Excel;

namespace CleanProd.Rules.Documents.Sheets;

/// <summary>The first sheet: what was screened, under which law, with what result; and where to read on.</summary>
internal sealed class SummarySheet(IXLWorksheet sheet, CandidateList list, ListSheets words, SheetStyle style)
{
    private const int Columns = 4;
    private int _row = 1;

    internal void Write(IReadOnlyList<Finding> findings, IReadOnlyList<(string Name, string Title, int? Rows)> sheets, string footer)
    {
        sheet.ShowGridLines = false;
        sheet.TabColor = XLColor.FromHtml("#" + SheetStyle.Teal);
        sheet.Column(1).Width = 24;
        sheet.Column(2).Width = 56;
        sheet.Column(3).Width = 14;
        sheet.Column(4).Width = 24;

        style.Title(sheet.Cell(_row, 1));
        sheet.Cell(_row, 1).SetValue<string>(Title(list, words));
        sheet.Row(_row++).Height = 34;
        style.Note(sheet.Cell(_row, 1));
        sheet.Cell(_row, 1).SetValue<string>(words.Say("初选名单，拟稿，未经批准公布。", "Preliminary list. Draft, not approved for publication."));
        _row += 2;

        Facts();
        Outcomes();
        Classes();
        Attention(findings);
        Contents(sheets);
        Hashes();
        style.Print(sheet, null, footer, landscape: false);
    }

    internal static string Title(CandidateList list, ListSheets words) => words.Say(
        $"{list.Heading.Year}年度强制性清洁生产审核候选企业名单",
        $"Candidates for a mandatory cleaner-production audit, {list.Heading.Year}");

    private void Facts()
    {
        var heading = list.Heading;
        Caption(words.Say("筛查说明", "What was screened"));
        Pair(words.Say("数据集", "Data set"), heading.DataSet);
        Pair(words.Say("管辖区域", "Jurisdiction"), heading.Jurisdiction);
        Pair(words.Say("筛查年度", "Screened year"), words.Say($"{heading.Year}年", $"{heading.Year}"));
        Pair(words.Say("判定日期", "Determined as of"), words.Say(DateText.Of(heading.AsOf)));
        Pair(words.Say("适用法律", "Law applied"), words.Say(heading.Instrument));
        foreach (var pack in heading.Packs) Pair(words.Say("规则包", "Rule pack"), $"{words.Say(pack.Title)}\n{pack.Id}");
        _row++;
    }

    private void Outcomes()
    {
        Caption(words.Say("判定结果", "Outcomes"));
        Headings(words.Say("结论", "Outcome"), words.Say("含义", "Meaning"), words.Say("企业数（家）", "Enterprises"), words.Say("占比（%）", "Share (%)"));
        var first = _row;
        (Outcome Outcome, string Meaning)[] outcomes =
        [
            (Outcome.Triggered, words.Say("法律要求实施强制性清洁生产审核", "The law requires an audit")),
            (Outcome.Undetermined, words.Say("缺少能够决定结论的数据", "A fact that would decide is missing")),
            (Outcome.NotTriggered, words.Say("数据完整，法律不要求", "On complete facts the law does not require one")),
            (Outcome.NotApplicable, words.Say("各项事由均不涉及（如已关闭）", "No ground concerns it (closed, for example)")),
            (Outcome.Error, words.Say("规则未能求值，处理完毕前不得发布", "A rule failed: blocks release")),
        ];
        var shares = Proportions.Shares(outcomes.Select(o => (long)list.Count(o.Outcome)).ToArray());
        foreach (var ((outcome, meaning), share) in outcomes.Zip(shares))
            Line(words.Say(outcome.Chinese(), outcome.Word().Replace('_', ' ')), meaning, list.Count(outcome), share);
        Line(words.Say("合计", "Total"), "", list.Determinations.Count, list.Determinations.Count == 0 ? 0m : 100m);
        Bars(first, _row - 2);
        _row++;
    }

    private void Classes()
    {
        Caption(words.Say("列入名单的企业（按类别，一家企业可以列入多类）", "Listed, by class (one enterprise may be in several)"));
        Headings(words.Say("类别", "Class"), words.Say("内容", "What it holds"), words.Say("企业数（家）", "Enterprises"), words.Say("占列入企业（%）", "Share of the listed (%)"));
        var first = _row;
        foreach (var @class in list.Classes)
            Line(words.Say(@class.Class.Name), words.Say(@class.Class.Title), @class.Entries.Count,
                Proportions.Percent(@class.Entries.Count, list.Statistics.Total.Listed) ?? 0m);
        Line(words.Say("列入企业（不重复）", "Listed enterprises"), "", list.Statistics.Total.Listed, list.Statistics.Total.ShareOfListed);
        Bars(first, _row - 2);
        _row++;
    }

    private void Attention(IReadOnlyList<Finding> findings)
    {
        Caption(words.Say("需要关注", "What needs attention"));
        Pair(words.Say("接近判定界限", "Near a threshold"), words.Say($"{list.NearThreshold.Count} 项", $"{list.NearThreshold.Count}"));
        Pair(words.Say("导入发现", "Findings of the import"), words.Say(
            $"错误 {Count(FindingSeverity.Error)} 条，警告 {Count(FindingSeverity.Warning)} 条，提示 {Count(FindingSeverity.Note)} 条",
            $"{Count(FindingSeverity.Error)} errors, {Count(FindingSeverity.Warning)} warnings, {Count(FindingSeverity.Note)} notes"));
        _row++;

        int Count(FindingSeverity severity) => findings.Count(f => f.Severity == severity);
    }

    private void Contents(IReadOnlyList<(string Name, string Title, int? Rows)> sheets)
    {
        Caption(words.Say("本工作簿", "In this workbook"));
        Headings(words.Say("工作表", "Sheet"), words.Say("内容", "What it holds"), words.Say("行数", "Rows"), "");
        foreach (var (name, title, rows) in sheets)
        {
            Line(name, title, rows, null);
            var link = sheet.Cell(_row - 1, 1);
            link.Hyperlink = new XLHyperlink($"'{name.Replace("'", "''", StringComparison.Ordinal)}'!A1");
            link.Style.Font.SetFontName(style.BodyFont).Font.SetFontSize(10).Font.SetFontColor(XLColor.FromHtml("#" + SheetStyle.Teal));
        }

        _row++;
    }

    private void Hashes()
    {
        if (list.Heading.Hashes.Count == 0) return;
        Caption(words.Say("校验值（SHA-256）", "Hashes (SHA-256)"));
        foreach (var hash in list.Heading.Hashes) Pair(hash.Name, hash.Sha256);
    }

    private void Caption(string text)
    {
        sheet.Cell(_row, 1).SetValue<string>(text);
        style.Caption(sheet.Cell(_row, 1));
        sheet.Row(_row++).Height = 22;
    }

    private void Headings(params string[] headings)
    {
        for (var i = 0; i < Columns; i++)
        {
            sheet.Cell(_row, i + 1).SetValue<string>(headings[i]);
            style.Heading(sheet.Cell(_row, i + 1));
        }

        sheet.Row(_row++).Height = 20;
    }

    private void Pair(string name, string value)
    {
        sheet.Cell(_row, 1).SetValue<string>(SheetText.Clean(name));
        style.Body(sheet.Cell(_row, 1), ColumnKind.Text);
        for (var i = 2; i <= Columns; i++) style.Body(sheet.Cell(_row, i), ColumnKind.Text);
        sheet.Range(_row, 2, _row, Columns).Merge();
        sheet.Cell(_row, 2).SetValue<string>(SheetText.Clean(value));
        sheet.Row(_row++).Height = 6 + 14 * Math.Max(TextWidth.Lines(value, 90), TextWidth.Lines(name, 22));
    }

    private void Line(string name, string text, int? count, decimal? share)
    {
        ColumnKind[] kinds = [ColumnKind.Text, ColumnKind.Text, ColumnKind.Count, ColumnKind.Percent];
        for (var i = 0; i < Columns; i++) style.Body(sheet.Cell(_row, i + 1), kinds[i]);
        sheet.Cell(_row, 1).SetValue<string>(SheetText.Clean(name));
        sheet.Cell(_row, 2).SetValue<string>(SheetText.Clean(text));
        if (count is { } number) sheet.Cell(_row, 3).SetValue(number);
        if (share is { } value) sheet.Cell(_row, 4).SetValue(value);
        sheet.Row(_row++).Height = 6 + 14 * Math.Max(TextWidth.Lines(text, 54), TextWidth.Lines(name, 22));
    }

    private void Bars(int first, int last)
    {
        if (last < first) return;
        sheet.Range(first, 4, last, 4).AddConditionalFormat().DataBar(XLColor.FromHtml("#9CC3C6"))
            .Minimum(XLCFContentType.Number, 0).Maximum(XLCFContentType.Number, 100);
    }
}
