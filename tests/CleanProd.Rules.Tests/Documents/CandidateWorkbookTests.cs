using CleanProd.Rules.Determinations;
using CleanProd.Rules.Documents;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using static CleanProd.Rules.Tests.Lists.InventedProvince;

namespace CleanProd.Rules.Tests.Documents;

public class CandidateWorkbookTests
{
    private static readonly Finding[] Findings =
    [
        new("measurements.csv", null, 17, "value", "1,2,3", FindingSeverity.Error, "number_unreadable", "不是数字。", "请更正。"),
        new("measurements.csv", null, 18, "value", "=1+1", FindingSeverity.Error, "number_unreadable", "不是数字。", "请更正。"),
        new("facilities.csv", null, 3, "facility_id", "00123456", FindingSeverity.Note, "foreign_identity", "不是信用代码。", "无须处理。"),
    ];

    [Fact]
    public void The_workbook_has_its_sheets_in_order()
    {
        using var workbook = Written(List, Findings);
        Assert.Equal(["汇总", "统计", "双超", "高耗能", "双有", "数据不足", "临界", "证据", "导入发现", "导入发现明细"], workbook.Worksheets.Select(s => s.Name));
    }

    [Fact]
    public void Every_listed_enterprise_is_on_the_sheet_of_its_class_with_its_code_as_text()
    {
        using var workbook = Written(List, []);
        foreach (var @class in List.Classes)
        {
            var cells = Column(workbook.Worksheet(@class.Class.Name.Zh), 5);
            Assert.Equal(@class.Entries.Select(e => e.Determination.Facility.Id.Value), cells.Select(c => c.GetString()));
            Assert.All(cells, c => Assert.Equal(XLDataType.Text, c.DataType));
        }
    }

    [Fact]
    public void An_identity_with_leading_zeros_keeps_them()
    {
        using var workbook = Written(List, []);
        Assert.All(Column(workbook.Worksheet("数据不足"), 5), c => Assert.Equal((Dyer, XLDataType.Text), (c.GetString(), c.DataType)));
    }

    [Fact]
    public void Text_that_looks_like_a_formula_or_number_stays_text()
    {
        using var workbook = Written(List, Findings);
        var values = Column(workbook.Worksheet("导入发现明细"), 5);
        Assert.Equal(["1,2,3", "=1+1", "00123456"], values.Select(c => c.GetString()));
        Assert.All(values, c => Assert.False(c.HasFormula));
    }

    [Fact]
    public void Findings_are_counted_by_file_and_kind()
    {
        using var workbook = Written(List, Findings);
        var sheet = workbook.Worksheet("导入发现");
        Assert.Equal(("错误", "measurements.csv", 2d), (sheet.Cell(4, 1).GetString(), sheet.Cell(4, 2).GetString(), sheet.Cell(4, 4).GetDouble()));
        Assert.Equal(("提示", "facilities.csv", 1d), (sheet.Cell(5, 1).GetString(), sheet.Cell(5, 2).GetString(), sheet.Cell(5, 4).GetDouble()));
    }

    [Fact]
    public void Table_sheets_are_frozen_filtered_and_print_on_a4_landscape_with_headings_on_every_page()
    {
        using var workbook = Written(List, Findings);
        Assert.All(workbook.Worksheets.Skip(2), sheet =>
        {
            Assert.Equal(3, sheet.SheetView.SplitRow);
            Assert.Equal(XLPaperSize.A4Paper, sheet.PageSetup.PaperSize);
            Assert.Equal(XLPageOrientation.Landscape, sheet.PageSetup.PageOrientation);
            Assert.Equal(1, sheet.PageSetup.PagesWide);
            Assert.Equal((3, 3), (sheet.PageSetup.FirstRowToRepeatAtTop, sheet.PageSetup.LastRowToRepeatAtTop));
            Assert.Contains("&P", sheet.PageSetup.Footer.Right.GetText(XLHFOccurrence.OddPages), StringComparison.Ordinal);
            Assert.True(sheet.AutoFilter.IsEnabled);
            Assert.Equal(sheet.LastRowUsed().RowNumber(), sheet.AutoFilter.Range.LastRow().RowNumber());
        });
    }

    [Fact]
    public void Columns_are_wide_enough_for_chinese_text_and_rows_high_enough_for_wrapped_text()
    {
        using var workbook = Written(List, []);
        var sheet = workbook.Worksheet("双超");
        Assert.True(sheet.Column(4).Width >= 20, "ten Chinese characters take twenty digits");
        Assert.True(sheet.Column(9).Width <= 52);
        Assert.True(sheet.Row(4).Height >= 8 * 13, "five facts over several lines");
        Assert.True(sheet.Cell(4, 9).Style.Alignment.WrapText);
    }

    [Fact]
    public void Evidence_rows_lead_back_to_file_sheet_and_row_with_numbers_as_numbers()
    {
        using var workbook = Written(List, []);
        var sheet = workbook.Worksheet("证据");
        Assert.Equal(List.Evidence.Count(), Column(sheet, 2).Length);
        var row = Column(sheet, 5).Single(c => c.GetString() == "总铬").WorksheetRow();
        Assert.Equal(("DW003", "2024-11-20", "mg/L", "2024年自行监测.xlsx", "measurements"), (row.Cell(4).GetString(), row.Cell(6).GetString(), row.Cell(9).GetString(), row.Cell(12).GetString(), row.Cell(13).GetString()));
        Assert.Equal((1.8, 0.5, 3.6, 88d), (row.Cell(7).GetDouble(), row.Cell(8).GetDouble(), row.Cell(10).GetDouble(), row.Cell(14).GetDouble()));
    }

    [Fact]
    public void The_statistics_sheet_shows_the_tables_with_their_totals()
    {
        using var workbook = Written(List, []);
        var sheet = workbook.Worksheet("统计");
        var total = sheet.CellsUsed(c => c.GetString() == "合计").First().WorksheetRow();
        Assert.Equal((7d, 3d, 100d, 1d), (total.Cell(2).GetDouble(), total.Cell(3).GetDouble(), total.Cell(4).GetDouble(), total.Cell(6).GetDouble()));
        Assert.Contains(sheet.CellsUsed(), c => c.GetString() == "表2 按事由（一家企业可以计入多项）");
    }

    [Fact]
    public void The_summary_counts_outcomes_and_names_law_pack_dates_and_hashes()
    {
        using var workbook = Written(List, Findings);
        var texts = workbook.Worksheet("汇总").CellsUsed().Select(c => c.GetString()).ToArray();
        Assert.All(new[] { "2024年度强制性清洁生产审核候选企业名单", "《清洁生产审核办法》", "2025年1月15日", "广东省2024年度数据（虚构）", Heading.Hashes[0].Sha256, "错误 2 条，警告 0 条，提示 1 条" }, t => Assert.Contains(t, texts));
        var listed = workbook.Worksheet("汇总").CellsUsed(c => c.GetString() == "应列入").First().WorksheetRow();
        Assert.Equal(3d, listed.Cell(3).GetDouble());
    }

    [Fact]
    public void An_english_workbook_has_english_sheets_and_sentences()
    {
        using var workbook = Written(List, Findings, DocumentLanguage.English);
        Assert.Equal(["Summary", "Statistics", "Over limits", "Energy", "Toxic", "Undetermined", "Near threshold", "Evidence", "Findings", "Finding rows"], workbook.Worksheets.Select(s => s.Name));
        Assert.Contains("Discharge exceeds the national or local discharge standard (Measures Art. 8(1))", workbook.Worksheet("Over limits").Cell(4, 8).GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DocumentLanguage.Chinese)]
    [InlineData(DocumentLanguage.English)]
    public void The_file_is_a_valid_workbook(DocumentLanguage language)
    {
        using var document = SpreadsheetDocument.Open(Bytes(List, Findings, language), false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void The_same_list_has_the_same_bytes() =>
        Assert.Equal(Bytes(List, Findings, DocumentLanguage.Chinese).ToArray(), Bytes(List, Findings, DocumentLanguage.Chinese).ToArray());

    [Fact]
    public void A_list_of_nobody_says_so()
    {
        using var workbook = Written(CandidateList.Of([Of(Facility("1", "甲", null, null, null), No("G1a"))], Reference, Heading), []);
        Assert.Equal("本次筛查没有列入本类的企业。", workbook.Worksheet("双超").Cell(4, 1).GetString());
    }

    [Fact]
    public void A_regime_of_many_facilities_and_odd_rule_names_keeps_every_row()
    {
        var facilities = Enumerable.Range(0, 5_000).Select(i => Of(
            Facility($"{i:D8}", $"Overflow {i}\u0001", null, null, null),
            new RuleDetermination("release_over_threshold/[air]: kilograms per year", i % 2 == 0 ? Outcome.Triggered : Outcome.NotTriggered)
            {
                Evidence = i % 2 == 0 ? [new Evidence(new("a.csv", null, i + 2)) { Value = new(ValueQualifier.Above, 60m), Limit = 1234567890.1234567m }] : [],
            })).ToArray();
        using var workbook = Written(CandidateList.Of(facilities, new ReferenceData(), Heading), [], DocumentLanguage.English);
        var sheet = workbook.Worksheet(3);
        Assert.Equal("release_over_threshold__air__ k", sheet.Name);
        Assert.Equal(2_500, Column(sheet, 5).Length);
        Assert.Equal("00004998", Column(sheet, 5)[^1].GetString());
        var evidence = workbook.Worksheet("Evidence").Row(4);
        Assert.Equal((">60", "1234567890.1234567"), (evidence.Cell(7).GetString(), evidence.Cell(8).GetString()));
    }

    private static IXLCell[] Column(IXLWorksheet sheet, int column) =>
        sheet.Column(column).Cells(4, sheet.LastRowUsed().RowNumber()).Where(c => !c.IsEmpty()).ToArray();

    private static XLWorkbook Written(CandidateList list, Finding[] findings, DocumentLanguage language = DocumentLanguage.Chinese) => new(Bytes(list, findings, language));

    private static MemoryStream Bytes(CandidateList list, Finding[] findings, DocumentLanguage language)
    {
        var stream = new MemoryStream();
        CandidateWorkbook.Write(list, findings, stream, language);
        stream.Position = 0;
        return stream;
    }
}
