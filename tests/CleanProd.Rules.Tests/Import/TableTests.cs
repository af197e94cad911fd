using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using Xunit;
using static CleanProd.Rules.Tests.Import.DataSets;

namespace CleanProd.Rules.Tests.Import;

/// <summary>The project's own tables, as people write them.</summary>
public sealed class TableTests
{
    private const string Measurements = "facility_id,outlet_id,pollutant,at,window,value,unit\n";

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("gb18030", false)]
    public void Every_named_encoding_is_detected(string name, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = "企业代码,企业名称\nA,广州电镀厂𠮷\n";
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        Assert.Equal("广州电镀厂𠮷", ImportOf(Bytes("企业.csv", bytes)).Facts.Facilities[0].Facility.Name);
    }

    [Fact]
    public void Chinese_names_and_headings_in_any_order_with_odd_space_and_width_are_read()
    {
        var result = ImportOf(Csv("企业名单_2024.csv", " 企业 名称,行业类别,企业代码,行政区划,生产状态,重点排污单位\n甲厂,C3360,A,广州,停产,是\n"));
        var facility = Assert.Single(result.Facts.Facilities).Facility;
        Assert.Equal(("A", "甲厂", "440100", "C3360", FacilityStatus.Suspended, (bool?)true), (facility.Id.Value, facility.Name, facility.Region, facility.Industry, facility.Status, facility.KeySource));
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void An_unknown_column_is_reported_once()
    {
        var result = ImportOf(Csv("facilities.csv", "facility_id,name,颜色\nA,甲厂,红\nB,乙厂,蓝\n"));
        Assert.Equal("颜色", Single(result, "unknown_column").Column);
        Assert.Equal(2, result.Facts.Facilities.Count);
    }

    [Fact]
    public void Row_numbers_are_those_of_an_editor_even_with_quoted_line_breaks_and_blank_lines()
    {
        var result = ImportOf(Csv("facilities.csv", "facility_id,name,address\nA,甲厂,\"一号\n二楼\"\n\n,,\nB,乙厂,三号\n"));
        Assert.Equal([2, 6], result.Facts.Facilities.Select(f => f.Facility.Source.Row));
        Assert.Equal("一号\n二楼", result.Facts.Facilities[0].Facility.Address);
    }

    [Fact]
    public void A_workbook_reads_like_files_with_the_rows_that_excel_shows()
    {
        var book = Workbook(
            ("企业", [(1, [Text("企业代码"), Text("企业名称"), Text("环评批复日期")]), (2, [Text("007"), Text("甲厂"), Date(45356)]), (5, [Number("12345678901234"), Text("乙厂"), Text("")]), (9, [Text(""), Text(" ")])]),
            ("总量", [(1, [Text("企业代码"), Text("污染物"), Text("起始日期"), Text("总量指标"), Text("单位")]), (2, [Text("007"), Text("COD"), Text("2024-01-01"), Number("0.1"), Text("t/a")]), (3, [Text("007"), Text("pH"), Text("2024-01-01"), Error("#N/A"), Text("t")])]),
            ("说明", [(1, [Text("随便写写")])]));
        var result = ImportOf(Bytes("数据.xlsx", book));
        Assert.Equal(["007", "12345678901234"], result.Facts.Facilities.Select(f => f.Facility.Id.Value));
        Assert.Equal(new SourceRef("数据.xlsx", "企业", 5), result.Facts.Facilities[1].Facility.Source);
        Assert.Equal(new DateOnly(2024, 3, 5), result.Facts.Facilities[0].Facility.EiaApprovedOn);
        var quotas = result.Facts.Facilities[0].Quotas.ToDictionary(q => q.Pollutant.Value);
        Assert.Equal((0.1m, "t"), (quotas["w01018"].Quantity!.Value, quotas["w01018"].Unit.Symbol));
        // The cell of an error is unknown, with a warning.
        Assert.Null(quotas["w01001"].Quantity);
        Assert.Equal(3, Single(result, "value_missing").Row);
        Assert.Equal(("总量", 3, "总量指标", "#N/A"), Single(result, "cell_error") is var e ? (e.Sheet!, e.Row, e.Column!, e.Value!) : default);
        Assert.Equal("说明", Single(result, "sheet_ignored").Sheet);
    }

    [Fact]
    public void A_blank_is_missing_and_never_zero()
    {
        var result = ImportOf(Csv("facilities.csv", Facilities), Csv("measurements.csv", Measurements + "A,DW1,COD,2024-03-05,day,,mg/L\nA,DW1,COD,2024-03-06,day,0,mg/L\n"));
        var points = Assert.Single(result.Facts.Facilities[0].Series).Points();
        Assert.Equal([MeasuredValue.Missing, MeasuredValue.Of(0m)], points.Select(p => p.Value));
        Assert.Equal(2, Single(result, "value_missing").Row);
    }

    [Fact]
    public void A_pollutant_of_two_media_is_the_one_of_its_outlet()
    {
        var result = ImportOf(
            Csv("facilities.csv", Facilities), Csv("outlets.csv", "facility_id,outlet_id,medium\nA,W,废水\nA,G,air\n"),
            Csv("measurements.csv", Measurements + "A,W,总汞,2024-03-05,day,1,mg/L\nA,G,总汞,2024-03-05,hour,1,mg/m3\nA,W,w21020,2024-03-06,day,2,mg/L\n"));
        Assert.Equal(["a20057", "w21020"], result.Facts.Facilities[0].Series.Select(s => s.Key.Pollutant.Value));
        Assert.Equal(2, result.Facts.Facilities[0].Series[1].Count);
    }

    [Fact]
    public void Names_that_no_register_knows_are_kept_and_noted_once()
    {
        var result = ImportOf(
            Csv("facilities.csv", "facility_id,name,region,industry\nA,甲,桃花源,炼丹\nB,乙,桃花源,炼丹\n"),
            Csv("measurements.csv", Measurements + "A,DW1,怪味,2024-03-05,day,1,mg/L\nA,DW1,怪味,2024-03-06,day,1,份\n"));
        Assert.Equal("桃花源", Single(result, "region_unknown").Value);
        Assert.Equal("炼丹", Single(result, "industry_unknown").Value);
        Assert.Equal("怪味", Single(result, "pollutant_unknown").Value);
        Assert.Equal("份", Single(result, "unit_unknown").Value);
        Assert.Equal(2, result.Facts.Facilities[0].Series.Count);
    }

    [Fact]
    public void A_unit_that_has_to_convert_and_cannot_refuses_its_row()
    {
        var result = ImportOf(Csv("facilities.csv", Facilities), Csv("discharges.csv", "facility_id,pollutant,from,to,quantity,unit\nA,COD,2024-01-01,2024-12-31,3,车\nA,COD,2024-01-01,2024-12-31,4,t/a\n"));
        Assert.Equal(FindingSeverity.Error, Single(result, "unit_refused").Severity);
        Assert.Equal((4m, "t"), (result.Facts.Facilities[0].Discharges[0].Quantity!.Value, result.Facts.Facilities[0].Discharges[0].Unit.Symbol));
        Assert.True(result.Facts.Facilities[0].RefusedIn.ContainsKey("discharges"));
    }

    [Fact]
    public void A_limit_of_zero_is_no_limit_and_its_count_is_unknown()
    {
        var result = ImportOf(Csv("facilities.csv", Facilities), Csv("monitoring_summaries.csv", "facility_id,outlet_id,pollutant,year,limit_high,unit,exceedance_count\nA,G,烟尘,2024,0,mg/m3,92\nA,G,二氧化硫,2024,50,mg/m3,\n"));
        var summaries = result.Facts.Facilities[0].Summaries;
        Assert.All(summaries, s => Assert.Null(s.ExceedanceCount));
        Assert.Equal([50m, null], summaries.Select(s => s.LimitHigh));
        Assert.Equal(2, Single(result, "limit_zero").Row);
        Assert.Equal(3, Single(result, "value_missing").Row);
    }

    [Fact]
    public void A_facility_that_only_other_tables_name_is_made_with_a_warning()
    {
        var result = ImportOf(Csv("facilities.csv", Facilities), Csv("quotas.csv", "facility_id,pollutant,from,quantity,unit\nB,COD,2024-01-01,3,t\nB,pH,2024-01-01,3,t\n"));
        Assert.Equal(["A", "B"], result.Facts.Facilities.Select(f => f.Facility.Id.Value));
        Assert.Equal("B", Single(result, "facility_unknown").Value);
    }

    [Fact]
    public void A_facility_whose_own_row_is_refused_stays_and_is_known_to_be_incomplete()
    {
        var result = ImportOf(Csv("facilities.csv", "facility_id,name,eia_approved_on\nA,甲厂,昨天\n"));
        Assert.True(Assert.Single(result.Facts.Facilities).RefusedIn.ContainsKey("facilities"));
        Assert.DoesNotContain(result.Findings, f => f.Code == "facility_unknown");
    }

    [Fact]
    public void Exact_duplicates_count_once_and_contradictions_are_all_kept_out()
    {
        var result = ImportOf(
            Csv("facilities.csv", Facilities),
            Csv("quotas.csv", "facility_id,pollutant,from,quantity,unit\nA,COD,2024-01-01,3,t\nA,化学需氧量,2024-01-01,3.0,t\nA,pH,2024-01-01,3,t\nA,pH,2024-01-01,4,t\n"),
            Csv("measurements.csv", Measurements + "A,DW1,COD,2024-03-05,day,1,mg/L\nA,DW1,COD,2024-03-05,day,1,mg/L\nA,DW1,COD,2024-03-06,day,1,mg/L\nA,DW1,COD,2024-03-06,day,2,mg/L\n"));
        var facility = result.Facts.Facilities[0];
        Assert.Equal("w01018", Assert.Single(facility.Quotas).Pollutant.Value);
        Assert.Equal(1, Assert.Single(facility.Series).Count);
        Assert.Equal(4, result.Findings.Count(f => f.Code == "contradiction" && f.Severity == FindingSeverity.Error));
        Assert.Equal(2, result.Findings.Count(f => f.Code == "duplicate_row" && f.Severity == FindingSeverity.Note));
        Assert.Equal((4L, 1L, 2L, 1L), (result.Files[2].RowsRead, result.Files[2].RowsTaken, result.Files[2].RowsRefused, result.Files[2].Duplicates));
        Assert.Equal(["measurements", "quotas"], facility.RefusedIn.Keys);
    }

    [Fact]
    public void Reports_with_numbers_of_their_own_do_not_contradict_each_other()
    {
        var result = ImportOf(Csv("facilities.csv", Facilities), Csv("discharges.csv", "facility_id,pollutant,from,to,quantity,unit,record\nA,COD,2024-01-01,2024-12-31,3,t,1\nA,COD,2024-01-01,2024-12-31,4,t,2\n"));
        Assert.Equal(2, result.Facts.Facilities[0].Discharges.Count);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void Credit_codes_are_checked_and_never_refused()
    {
        var result = ImportOf(Csv(
            "facilities.csv",
            "facility_id,name,credit_code\n914403001922038217,甲,\nWY0020389,乙,0\nX1,丙,91440300192203821６\nX2,丁,914403001922038216\n９１３４０１１１ma2rad3m4r ,戊,\n"));
        Assert.Equal(5, result.Facts.Facilities.Count);
        Assert.Equal("914403001922038217", Single(result, "credit_code_check_digit").Value);
        Assert.Equal("0", Single(result, "credit_code_placeholder").Value);
        Assert.Equal(4, Single(result, "credit_code_cleaned").Row);
        Assert.Equal(2, result.Findings.Count(f => f.Code == "credit_code_shared"));
        Assert.Equal(6, Single(result, "outer_space").Row);
        Assert.Contains(result.Facts.Facilities, f => f.Facility.Id.Value == "91340111MA2RAD3M4R");
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("0")]
    public void A_placeholder_is_no_identity(string id)
    {
        var result = ImportOf(Csv("facilities.csv", $"facility_id,name\n{id},甲厂\nA,乙厂\n"));
        Assert.Equal("A", Assert.Single(result.Facts.Facilities).Facility.Id.Value);
        Assert.Equal(1, result.Files[0].RowsRefused);
    }

    [Fact]
    public void A_facility_described_in_two_ways_keeps_one_of_them_with_a_warning()
    {
        var result = ImportOf(Csv("facilities.csv", "facility_id,name\nA,乙厂\nA,甲厂\n"));
        Assert.Equal("乙厂", Assert.Single(result.Facts.Facilities).Facility.Name);
        Assert.Equal(FindingSeverity.Warning, Single(result, "facility_differs").Severity);
    }

    [Theory]
    [InlineData("status", "运行", "关闭")]
    [InlineData("region", "440100", "440300")]
    [InlineData("eia_approved_on", "2001-12-31", "2002-01-01")]
    public void Rows_about_one_facility_that_disagree_on_what_the_law_asks_about_are_all_kept_out(string column, string one, string other)
    {
        var result = ImportOf(Csv("facilities.csv", $"facility_id,name,address,{column}\nA,甲厂,一路,{one}\nA,甲厂,二路,{other}\nB,乙厂,,{one}\n"));
        Assert.Equal([2, 3], result.Findings.Where(f => f is { Code: "contradiction", Severity: FindingSeverity.Error }).Select(f => f.Row));
        var contradicted = result.Facts.Facilities.Single(f => f.Facility.Id.Value == "A");
        Assert.Equal(("甲厂", null, null, null, FacilityStatus.Unspecified), contradicted.Facility is var f ? (f.Name, f.Address, f.Region, f.EiaApprovedOn, f.Status) : default);
        Assert.Contains("facilities", contradicted.RefusedIn.Keys);
    }

    [Fact]
    public void A_table_with_two_headings_for_one_column_is_not_read()
    {
        var result = ImportOf(Csv("facilities.csv", "facility_id,name,名称\nA,甲厂,乙厂\n"), Csv("substances.csv", "facility_id,year,substance,role\nA,2024,none,used\n"));
        Assert.Equal(("名称", FindingSeverity.Error), Single(result, "duplicate_column") is var f ? (f.Column!, f.Severity) : default);
        Assert.Equal("A", Assert.Single(result.Facts.Facilities).Facility.Name);
        // An unknown heading that stands twice takes nothing away.
        Assert.DoesNotContain(ImportOf(Csv("facilities.csv", "facility_id,name,x,x\nA,甲厂,1,2\n")).Findings, d => d.Code == "duplicate_column");
    }

    [Theory]
    [InlineData("9,6", 1)]
    [InlineData("6,9", 0)]
    [InlineData("9,9", 0)]
    [InlineData(",9", 0)]
    public void A_lower_limit_above_the_upper_one_keeps_the_row_out(string limits, int refused)
    {
        var result = ImportOf(Csv("facilities.csv", Facilities), Csv("measurements.csv", $"facility_id,outlet_id,pollutant,at,window,value,unit,limit_low,limit_high\nA,1,pH,2024-03-01,instant,7,,{limits}\n"));
        Assert.Equal(refused, result.Findings.Count(f => f is { Code: "limits_reversed", Severity: FindingSeverity.Error, Column: "limit_low", Row: 2 }));
        Assert.Equal(refused == 1, result.Facts.Facilities[0].Series.Count == 0);
    }

    [Fact]
    public void An_excel_error_is_unknown_wherever_it_stands_and_however_the_file_was_saved()
    {
        var book = Workbook(("facilities", [(1, [Text("facility_id"), Text("name"), Text("status")]), (2, [Text("A"), Text("甲厂"), Error("#REF!")]), (3, [Error("#N/A"), Text("乙厂"), Text("运行")])]));
        foreach (var file in (SourceFile[])[Bytes("a.xlsx", book), Csv("facilities.csv", "facility_id,name,status\nA,甲厂,#REF!\n#N/A,乙厂,运行\n")])
        {
            var result = ImportOf(file);
            Assert.Equal([("status", 2, "#REF!"), ("facility_id", 3, "#N/A")], result.Findings.Where(f => f.Code == "cell_error").Select(f => (f.Column!, f.Row, f.Value!)));
            Assert.Equal(("A", FacilityStatus.Unspecified), Assert.Single(result.Facts.Facilities).Facility is var f ? (f.Id.Value, f.Status) : default);
        }
    }

    [Fact]
    public void Files_that_are_no_table_are_noted_and_hashed_files_are_listed()
    {
        var result = ImportOf(Csv("facilities.csv", Facilities), Csv("notes.txt", "x"), Csv("logo.png", "x"));
        Assert.Equal(2, result.Findings.Count(f => f.Code == "file_ignored"));
        var file = Assert.Single(result.Files);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Facilities))), file.Sha256);
    }
}
