using System.Text;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Tests.Facts;

/// <summary>Each reference file of a few rows: what is read of it, and what is refused where.</summary>
public class SmallReferenceFilesTests
{
    private const string Regions = "code,name_zh,level,parent_code,gd_group,gd_group_basis,note,basis,source\n", Industries = "code,full_code,name_zh,level,parent_code,section,note,basis,source\n",
        Pollutants = "code,name_zh,name_en,cas,medium,unit,quantity_unit,data_type,code_2005,aliases,basis,cas_en_basis,in_hj212_annex,source\n", Keys = "pollutant,plan,from,to,basis,source\n", Calendar = "date,kind,name_en,name_zh\n",
        Intervals = "sector,industry_prefix,years,from,to,clause,basis,code_basis,source,note\n", Energy = "row_id,standard,standard_name,product_or_process,metric,grade,limit_op,limit,unit,applies_to,effective_from,effective_to,clause,note,basis,source\n",
        EnergyIndustries = "industry_prefix,industry_name,standard,values_at_hand,basis,source\n", Lists = "file,title,title_en,edition,last_reviewed,review_after_months,superseded_by,superseded_on,note\n",
        Catalogue = "name,name_en,cas,aliases,toxic_class,from,to,basis,note,source\n", Catalogues = "id,title,title_en\n";

    private const string Cod = "w01018,化学需氧量,COD,,water,mg/L,kg,N20.2,011,CODcr|化学耗氧量,sourced,,yes,x\n", So2 = "a21026,二氧化硫,SO2,,air,mg/m3,kg,N20.2,,,sourced,,yes,x\n";

    [Fact]
    public void Every_table_is_read()
    {
        var read = Read(
            ("regions.csv", Regions + "440100,广州市,city,440000,珠三角,sourced,,sourced,x\n440000,广东省,province,,,,,sourced,x\n"), ("industries.csv", Industries + "3360,C3360,金属表面处理,4,336,C,,sourced,x\n"), ("pollutants.csv", Pollutants + Cod + So2),
            ("key_pollutants.csv", Keys + "w01018,十四五,2021-01-01,2025-12-31,sourced,x\na21026,十一五,2006-01-01,,sourced,x\n"), ("cn_calendar.csv", Calendar + "2026-10-01,holiday,National Day,国庆节\n2026-10-10,workday,,\n"),
            ("audit_intervals.csv", Intervals + "电镀,C336,2,2010-04-22,2016-06-30,第一条,sourced,derived,x,\n造纸,C22,3,2010-04-22,,第二条,recalled,sourced,x,\n其他,,5,2010-04-22,,第三条,sourced,sourced,x,\n"),
            ("energy_limits.csv", Energy + "E1,GB 1,名,熟料,综合能耗,限定值,<=,100.5,kgce/t,,2022-11-01,2025-12-31,,,recalled,x\n"), ("energy_industries.csv", EnergyIndustries + "C3011,水泥,GB 1,yes,sourced,x\n"));
        Assert.Equal(["440000 广东省  ", "440100 广州市 440000 珠三角"], read.Regions.All.Select(r => $"{r.Code} {r.Name} {r.Parent} {r.Group}"));
        Assert.Equal(new Industry("C3360", "金属表面处理"), Assert.Single(read.Industries.All));
        Assert.Equal(["a21026 二氧化硫 SO2 Air mg/m3 ", "w01018 化学需氧量 COD Water mg/L 011"], read.Pollutants.All.Select(p => $"{p.Code} {p.Name} {p.EnglishName} {p.Medium} {p.DeviceUnit} {p.Code2005}"));
        Assert.Equal([new KeyPollutant(new("w01018"), new(2021, 1, 1), new(2025, 12, 31), "十四五"), new(new("a21026"), new(2006, 1, 1), null, "十一五")], read.KeyPollutants);
        Assert.Equal((new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 10)), (Assert.Single(read.Holidays), Assert.Single(read.MakeUpWorkdays)));
        Assert.Equal(
            [
                new AuditInterval("电镀", "C336", 2, new(2010, 4, 22), new(2016, 6, 30), "第一条", "sourced", "derived"), new("造纸", "C22", 3, new(2010, 4, 22), null, "第二条", "recalled", "sourced"), new("其他", null, 5, new(2010, 4, 22), null, "第三条", "sourced", "sourced"),
            ], read.AuditIntervals);
        Assert.Equal([new EnergyLimit("GB 1", "熟料", "综合能耗", "限定值", 100.5m, Unit.Parse("kgce/t"), new(2022, 11, 1), new(2025, 12, 31), "recalled")], read.EnergyLimits);
        Assert.Equal([new EnergyIndustry("C3011", "GB 1")], read.EnergyIndustries);
        Assert.Equal(8, read.Hashes.Count);
        Assert.Empty(ReferenceReader.Read(new Dictionary<string, byte[]> { ["README.md"] = [1] }).Hashes);
    }

    [Fact]
    public void A_catalogue_is_named_in_the_index_and_read_line_by_line()
    {
        var read = Read(("catalogues.csv", Catalogues + "x,名录,List\ny,空,Empty\n"), ("catalogues/x.csv", Catalogue + "氰化钠,,143-33-9|71-43-2|108-88-3,山奈 | 氰化物,2,2015-05-01,2020-01-01,sourced,,x\n石灰,,,,,2015-05-01,,recalled,,x\n"), ("catalogues\\y.csv", Catalogue));
        Assert.Equal(["x 名录 2", "y 空 0"], read.Catalogues.Select(c => $"{c.Id} {c.Title} {c.Entries.Count}"));
        var (cyanide, lime) = (read.Catalogues[0].Entries[0], read.Catalogues[0].Entries[1]);
        Assert.Equal(("143-33-9", "71-43-2 108-88-3", "山奈 氰化物", 2), (cyanide.Cas, string.Join(' ', cyanide.OtherCas), string.Join(' ', cyanide.Aliases), cyanide.ToxicClass));
        Assert.Equal((new DateOnly(2015, 5, 1), new DateOnly(2020, 1, 1), "sourced"), (cyanide.From, cyanide.To, cyanide.Basis));
        Assert.Equal((null, 0, 0, null, null), (lime.Cas, lime.OtherCas.Count, lime.Aliases.Count, lime.ToxicClass, lime.To));
    }

    [Theory]
    [InlineData("regions.csv", Regions + "440100,广州,city,,,,,sourced,x\n440100,广州,city,,,,,sourced,x\n", 3, "code", "440100", "each key once")]
    [InlineData("regions.csv", Regions + "44010a,广州,city,,,,,sourced,x\n", 2, "code", "44010a", "six digits")]
    [InlineData("regions.csv", Regions + "4401000,广州,city,,,,,sourced,x\n", 2, "code", "4401000", "six digits")]
    [InlineData("industries.csv", Industries + "1,C1,甲,,,,,sourced,x\n2,C1,乙,,,,,sourced,x\n", 3, "full_code", "C1", "each key once")]
    [InlineData("industries.csv", Industries + "1,,甲,,,,,sourced,x\n", 2, "full_code", "", "a value")]
    [InlineData("pollutants.csv", Pollutants + Cod + "W01018,甲,,,water,,,,,,sourced,,,x\n", 3, "code", "W01018", "each key once")]
    [InlineData("pollutants.csv", Pollutants + "w1,甲,,,soil,,,,,,sourced,,,x\n", 2, "medium", "soil", "water or air")]
    [InlineData("key_pollutants.csv", Keys + "w01018,十四五,2021-01-01,,sourced,x\n", 2, "pollutant", "w01018", "a code of pollutants.csv")]
    [InlineData("cn_calendar.csv", Calendar + "2026-10-01,holiday,,\n2026-10-01,workday,,\n", 3, "date", "2026-10-01", "each key once")]
    [InlineData("cn_calendar.csv", Calendar + ",holiday,,\n", 2, "date", "", "a date such as 2016-07-01")]
    [InlineData("cn_calendar.csv", "date,kind,name_en,name_zh,kind\n", 1, "kind", "kind", "each heading once")]
    [InlineData("cn_calendar.csv", "", 0, "", "an empty file", "the headings date, kind, name_en, name_zh")]
    [InlineData("cn_calendar.csv", "date,kind,name_en\n", 1, "name_zh", "date,kind,name_en", "the heading name_zh")]
    [InlineData("cn_calendar.csv", Calendar + "2026-10-01,holiday,,\n2026-10-02,holiday,\n", 3, "", "3 cells", "4 cells as in the heading")]
    [InlineData("audit_intervals.csv", Intervals + "电镀,C336,4,2010-04-22,,x,sourced,derived,x,\n", 2, "years", "4", "2 or 3 or 5")]
    [InlineData("audit_intervals.csv", Intervals + "甲,C1,2,2010-04-22,,x,sourced,derived,x,\n乙,C1,3,2010-04-22,,x,sourced,derived,x,\n", 3, "industry_prefix", "C1", "each key once")]
    [InlineData("audit_intervals.csv", Intervals + "甲,C1,2,2010-04-22,2010-04-21,x,sourced,derived,x,\n", 2, "to", "2010-04-21", "a day not before the first")]
    [InlineData("energy_limits.csv", Energy + "E1,G,,p,m,1级,<=,1,t,,2022-11-01,,,,sourced,x\nE1,G,,p,m,2级,<=,1,t,,2022-11-01,,,,sourced,x\n", 3, "row_id", "E1", "each key once")]
    [InlineData("energy_industries.csv", EnergyIndustries + "C1,甲,G,yes,sourced,x\nC1,甲,H,yes,sourced,x\n", 3, "industry_prefix", "C1", "each key once")]
    [InlineData("lists.csv", Lists + "a.csv,甲,A,1,2024-01-01,12,,,\na.csv,甲,A,1,2024-01-01,12,,,\n", 3, "file", "a.csv", "each key once")]
    [InlineData("lists.csv", Lists + "a.csv,甲,A,1,2024-01-01,0,,,\n", 2, "review_after_months", "0", "a whole number of months")]
    [InlineData("lists.csv", Lists + "a.csv,甲,A,1,2024-01-01,1.5,,,\n", 2, "review_after_months", "1.5", "a whole number of months")]
    [InlineData("catalogues.csv", Catalogues + "x,名录,List\n", 2, "id", "x", "the id of a file such as catalogues/x.csv")]
    [InlineData("catalogues/x.csv", Catalogue, 0, "", "catalogues/x.csv", "a row in catalogues.csv that names it")]
    [InlineData("region.csv", Regions, 0, "", "region.csv", null)]
    public void A_fault_is_refused_with_its_place(string file, string text, int row, string column, string value, string? expected)
    {
        var fault = Assert.Throws<ReferenceDataException>(() => Read((file, text)));
        Assert.Equal((file, row, column, value, expected ?? fault.Expected), (fault.File, fault.Row, fault.Column, fault.Value, fault.Expected));
        var place = $"{file}{(row > 0 ? $", row {row}" : "")}{(column.Length > 0 ? $", column '{column}'" : "")}";
        Assert.Equal($"Reference data: {place}: '{value}' found, expected {fault.Expected}. Correct the file.", fault.Message);
    }

    [Theory]
    [InlineData("甲,,,,,2015-05-01,,sourced,,x\n甲,,,,,2015-05-01,,sourced,,x\n", 3, "name")]
    [InlineData("甲,,143-33-9|143-33-8,,,2015-05-01,,sourced,,x\n", 2, "cas")]
    [InlineData("甲,,,,6,2015-05-01,,sourced,,x\n", 2, "toxic_class")]
    [InlineData("甲,,,,1,2015-05-01,2015-04-30,sourced,,x\n", 2, "to")]
    public void A_line_of_a_catalogue_that_cannot_be_used_is_refused(string lines, int row, string column)
    {
        var fault = Assert.Throws<ReferenceDataException>(() => Read(("catalogues.csv", Catalogues + "x,名录,List\n"), ("catalogues/x.csv", Catalogue + lines)));
        Assert.Equal(("catalogues/x.csv", row, column), (fault.File, fault.Row, fault.Column));
    }

    [Fact]
    public void The_same_key_on_another_day_or_in_another_plan_is_another_row()
    {
        Assert.Equal(2, Read(("audit_intervals.csv", Intervals + "甲,C1,2,2010-04-22,2016-06-30,x,sourced,derived,x,\n甲,C1,3,2016-07-01,,x,sourced,derived,x,\n")).AuditIntervals.Count);
        Assert.Equal(2, Read(("pollutants.csv", Pollutants + Cod), ("key_pollutants.csv", Keys + "w01018,十三五,2016-01-01,,sourced,x\nw01018,十四五,2021-01-01,,sourced,x\n")).KeyPollutants.Count);
        Assert.Equal(2, Read(("catalogues.csv", Catalogues + "x,名录,List\n"), ("catalogues/x.csv", Catalogue + "甲,,,,,2015-05-01,2015-12-31,sourced,,x\n甲,,,,,2016-01-01,,sourced,,x\n")).Catalogues[0].Entries.Count);
        Assert.Throws<ReferenceDataException>(() => Read(("pollutants.csv", Pollutants + Cod), ("key_pollutants.csv", Keys + "w01018,十四五,2021-01-01,,sourced,x\nw01018,十四五,2021-01-01,,sourced,x\n")));
        Assert.Throws<ReferenceDataException>(() => Read(("pollutants.csv", Pollutants + Cod), ("key_pollutants.csv", Keys + "011,十四五,2021-01-01,,sourced,x\n")));
        Assert.Equal("catalogues/a.csv", Assert.Throws<ReferenceDataException>(() => Read(("catalogues/b.csv", Catalogue), ("catalogues/a.csv", Catalogue))).File);
        Assert.Equal("a.csv", Assert.Throws<ReferenceDataException>(() => Read(("b.csv", Catalogue), ("a.csv", Catalogue))).File);
        Assert.Throws<ReferenceDataException>(() => Read(("catalogues.csv", Catalogues + "x,名录,List\nx,名录,List\n"), ("catalogues/x.csv", Catalogue)));
    }

    [Fact]
    public void A_name_of_its_own_comes_before_another_s_alias_and_the_old_code_is_a_name_too()
    {
        var pollutants = Read(("pollutants.csv", Pollutants + "w1,甲,,,water,,,,011,乙|丙,sourced,,,x\nw2,乙,,,water,,,,,,sourced,,,x\na3,丁,,,air,,,,,甲,sourced,,,x\n")).Pollutants;
        Assert.Equal("甲 w1, 乙 w2, 丙 w1, 011 w1, 丁 a3, 戊 ", string.Join(", ", new[] { "甲", "乙", "丙", "011", "丁", "戊" }.Select(n => $"{n} {pollutants.Find(n)?.Code}")));
        Assert.Equal("a3", pollutants.Find("甲", Medium.Air)?.Code.Value);
    }

    [Fact]
    public void The_shortest_times_are_a_month_and_a_day()
    {
        Assert.Equal(1, Assert.Single(Read(("lists.csv", Lists + "a.csv,甲,A,1,2024-01-01,1,,,\n")).Lists).ReviewAfterMonths);
        Assert.Equal(new DateOnly(2010, 4, 22), Assert.Single(Read(("audit_intervals.csv", Intervals + "甲,C1,2,2010-04-22,2010-04-22,x,sourced,derived,x,\n")).AuditIntervals).To);
    }

    [Fact]
    public void A_list_is_read_with_its_edition_and_what_took_its_place()
    {
        var list = Assert.Single(Read(("lists.csv", Lists + "a.csv,名录,List,2021,2024-01-31,12,第二版,2025-02-01,remark\n")).Lists);
        Assert.Equal(new ReferenceList("a.csv", new("名录", "List"), "2021", new(2024, 1, 31), 12) { SupersededBy = "第二版", SupersededOn = new(2025, 2, 1), Note = "remark" }, list);
        Assert.Equal("Reference list “List” (2021) is superseded by 第二版: replace it", list.Warning(new(2025, 2, 1))!.En);
        Assert.Equal("参考数据“名录”（2021）自 2024-01-31 起未复核，请复核", list.Warning(new(2025, 1, 31)) is null ? (list with { SupersededBy = null }).Warning(new(2025, 2, 1))!.Zh : "");
        Assert.Equal("Reference list “List” (2021) was last reviewed on 2024-01-31: review it", (list with { SupersededBy = null }).Warning(new(2025, 2, 1))!.En);
    }

    private static ReferenceData Read(params (string File, string Text)[] files) => ReferenceReader.Read(files.ToDictionary(f => f.File, f => Encoding.UTF8.GetBytes(f.Text)));
}
