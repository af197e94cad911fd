using System.Security.Cryptography;
using System.Text;
using CleanProd.Rules.Facts;
using Xunit;

namespace CleanProd.Rules.Tests.Facts;

public class ReferenceReaderTests
{
    private const string Regions = "code,name_zh,level,parent_code,gd_group,gd_group_basis,note,basis,source\n";
    

    [Theory]
    [InlineData("氨氮（NH3-N）", "w21003")]
    [InlineData("总磷（以P计）", "w21011")]
    [InlineData("总氮（以N计）", "w21001")]
    [InlineData("NOX实测浓度", "a21002")]
    [InlineData("化学需氧量(COD)", "w01018")]
    [InlineData("化学需氧量（CODcr）", "w01018")]
    [InlineData("CODcr", "w01018")]
    [InlineData("011", "w01018")]
    [InlineData("烟尘", "a34013")]
    [InlineData("颗粒物", "a34000")]
    [InlineData("铬（六价）", "w20117")]
    public void Names_met_in_real_records_resolve_to_their_code(string name, string code) =>
        Assert.Equal(code, Shipped.Reference.Pollutants.Find(name)?.Code.Value);

    [Theory]
    [InlineData("Ammonia (NH3)")]
    [InlineData("Methane (CH4)")]
    [InlineData("00530")]
    public void Names_and_codes_of_foreign_registers_stay_themselves(string name) =>
        Assert.Equal(name, Shipped.Reference.Pollutants.Resolve(name, Medium.Air).Value);

    [Fact]
    public void Shipped_tables_have_the_counts_of_their_sources()
    {
        Assert.Equal(1971, RowsOf("industries.csv"));
        Assert.Equal(177, Shipped.Reference.Regions.All.Count());
        Assert.Equal(146 + 6, Shipped.Reference.EnergyLimits.Count);
        Assert.Equal(619, Shipped.Reference.Holidays.Count);
        Assert.Equal(150, Shipped.Reference.MakeUpWorkdays.Count);
        Assert.Equal(13, Catalogue("gb8978-1996-table1").Entries.Count);
        Assert.Equal(148, Catalogue("highly-toxic-2015").Entries.Count);
        Assert.Equal(467, Catalogue("hazardous-waste-2021").Entries.Count(e => !e.Name.StartsWith("HW", StringComparison.Ordinal)));
        Assert.Equal(46, Catalogue("hazardous-waste-2021").Entries.Count(e => e.Name.StartsWith("HW", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_industry_with_an_energy_limit_is_an_industry() =>
        Assert.All(Shipped.Reference.EnergyIndustries, e => Assert.Equal(e.IndustryPrefix, Shipped.Reference.Industries.Find(e.IndustryPrefix)?.Code));

    [Fact]
    public void Key_pollutants_change_with_the_plan()
    {
        Assert.Equal(["a21026", "w01018"], On(2008));
        Assert.Equal(["a21002", "a21026", "w01018", "w21003"], On(2013));
        Assert.Contains("a99054", On(2024));
        Assert.DoesNotContain("a21026", On(2024));

        static string[] On(int year) => Shipped.Reference.KeyPollutants
            .Where(k => k.From <= new DateOnly(year, 12, 31) && (k.To is null || k.To >= new DateOnly(year, 12, 31)))
            .Select(k => k.Pollutant.Value).Order(StringComparer.Ordinal).ToArray();
    }

    [Fact]
    public void A_make_up_day_is_a_workday_and_a_statutory_day_a_holiday()
    {
        Assert.Contains(new DateOnly(2026, 10, 10), Shipped.Reference.MakeUpWorkdays);
        Assert.Contains(new DateOnly(2026, 10, 1), Shipped.Reference.Holidays);
        Assert.Empty(Shipped.Reference.Holidays.Intersect(Shipped.Reference.MakeUpWorkdays));
    }

    [Fact]
    public void Hashes_name_every_file_by_its_content()
    {
        var bytes = Encoding.UTF8.GetBytes(Regions + "440000,广东省,province,,,,,sourced,x\n");
        var read = ReferenceReader.Read(new Dictionary<string, byte[]> { ["regions.csv"] = bytes });
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), read.Hashes["regions.csv"]);
        Assert.Equal("广东省", read.Regions.Find("440000")?.Name);
    }

    [Fact]
    public void A_byte_order_mark_and_another_order_of_columns_do_not_matter()
    {
        var read = Read("cn_calendar.csv", "\ufeffkind,date,name_zh,name_en\nholiday,2026-10-01,国庆节,National Day\n");
        Assert.Contains(new DateOnly(2026, 10, 1), read.Holidays);
    }

    [Theory]
    [InlineData("regions.csv", Regions + "440000,广东省,province,,,,,sourced,x\n440000,广东,province,,,,,sourced,x\n", 3, "code", "440000")]
    [InlineData("regions.csv", Regions + "44,广东省,province,,,,,sourced,x\n", 2, "code", "44")]
    [InlineData("regions.csv", Regions + "440000,,province,,,,,sourced,x\n", 2, "name_zh", "")]
    [InlineData("cn_calendar.csv", "date,kind,name_en,name_zh\n2026/10/01,holiday,National Day,国庆节\n", 2, "date", "2026/10/01")]
    [InlineData("cn_calendar.csv", "date,kind,name_en,name_zh\n2026-10-01,feast,National Day,国庆节\n", 2, "kind", "feast")]
    [InlineData("cn_calendar.csv", "date,kind,name_en\n", 1, "name_zh", "date,kind,name_en")]
    [InlineData("cn_calendar.csv", "date,kind,name_en,name_zh,colour\n", 1, "colour", "colour")]
    [InlineData("energy_limits.csv", EnergyHeading + "E1,GB 1,名,熟料,综合能耗,3级,<=,1e2,kgce/t,,2022-11-01,,,,sourced,x\n", 2, "limit", "1e2")]
    [InlineData("energy_limits.csv", EnergyHeading + "E1,GB 1,名,熟料,综合能耗,3级,>=,100,kgce/t,,2022-11-01,,,,sourced,x\n", 2, "limit_op", ">=")]
    [InlineData("energy_limits.csv", EnergyHeading + "E1,GB 1,名,熟料,综合能耗,3级,<=,100,kgce/t,,2022-11-01,2022-10-31,,,sourced,x\n", 2, "effective_to", "2022-10-31")]
    public void A_fault_is_refused_with_its_place(string file, string text, int row, string column, string value)
    {
        var fault = Assert.Throws<ReferenceDataException>(() => Read(file, text));
        Assert.Equal((file, row, column, value), (fault.File, fault.Row, fault.Column, fault.Value));
        Assert.Contains(fault.Expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_another_length_is_refused()
    {
        var fault = Assert.Throws<ReferenceDataException>(() => Read("cn_calendar.csv", "date,kind,name_en,name_zh\n2026-10-01,holiday,x\n"));
        Assert.Equal(2, fault.Row);
    }

    [Fact]
    public void A_file_that_nobody_reads_is_refused() =>
        Assert.Equal("region.csv", Assert.Throws<ReferenceDataException>(() => Read("region.csv", Regions)).File);

    [Fact]
    public void A_file_of_another_encoding_is_refused() =>
        Assert.Throws<ReferenceDataException>(() => ReferenceReader.Read(new Dictionary<string, byte[]> { ["regions.csv"] = [0xb9, 0xe3, 0xb6, 0xab] }));

    [Fact]
    public void A_wrong_CAS_check_digit_is_refused()
    {
        var fault = Assert.Throws<ReferenceDataException>(() => ReferenceReader.Read(new Dictionary<string, byte[]>
        {
            ["catalogues.csv"] = Encoding.UTF8.GetBytes("id,title,title_en\nx,名录,List\n"),
            ["catalogues/x.csv"] = Encoding.UTF8.GetBytes("name,name_en,cas,aliases,toxic_class,from,to,basis,note,source\n氰化钠,,143-33-8,,2,2015-05-01,,sourced,,x\n"),
        }));
        Assert.Equal(("catalogues/x.csv", 2, "cas"), (fault.File, fault.Row, fault.Column));
    }

    private const string EnergyHeading =
        "row_id,standard,standard_name,product_or_process,metric,grade,limit_op,limit,unit,applies_to,effective_from,effective_to,clause,note,basis,source\n";

    private static ReferenceData Read(string file, string text) =>
        ReferenceReader.Read(new Dictionary<string, byte[]> { [file] = Encoding.UTF8.GetBytes(text) });

    private static SubstanceCatalogue Catalogue(string id) => Shipped.Reference.Catalogues.Single(c => c.Id == id);

    private static int RowsOf(string file) => Shipped.Text("data/reference/" + file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;
}
