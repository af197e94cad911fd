using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;

namespace CleanProd.Rules.Tests.Import;

public class ColumnLineUpTests
{
    private const string Csv = "某市排污单位台账,,,\n统一代码,单位全称,行政区,监控点,污染物名称,日期,结果(mg/L)\n91440103YL0000001X,荔湾染整厂,440103,DW001,化学需氧量,2024-03-05,96.4\n";

    private static readonly SourceFile File = new("台账.csv", () => new MemoryStream(Encoding.UTF8.GetBytes(Csv)));

    [Fact]
    public void Columns_that_were_lined_up_are_read_as_the_tables_that_were_chosen()
    {
        var sheet = Assert.Single(SheetPreview.Of(File, 12));
        Assert.Equal([1, 2, 3], sheet.Rows.Select(r => r.Number));
        var facility = new LinedUpField("facility_id", "统一代码", null);
        var lineUp = new ColumnLineUp("台账", null, 2,
        [
            new(FactTables.Facilities, [facility, new("name", "单位全称", null), new("region", "行政区", null)]),
            new(FactTables.Measurements,
            [
                facility, new("outlet_id", "监控点", null), new("pollutant", "污染物名称", null), new("at", "日期", null), new("value", "结果(mg/L)", null), new("unit", null, "mg/L"),
                new("window", null, "day"), new("origin", null, "self"),
            ]),
        ]);
        Assert.Empty(lineUp.Open);
        var read = new DataSetImporter(Shipped.Reference, ColumnMapReader.Read(lineUp.ToJson(), "台账"), new(2024)).Import([File]);
        var records = Assert.Single(read.Facts.Facilities);
        Assert.Equal(("荔湾染整厂", "440103"), (records.Facility.Name, records.Facility.Region));
        Assert.Equal(96.4m, Assert.Single(Assert.Single(records.Series).Points()).Value.Number);
        Assert.DoesNotContain(read.Findings, f => f.Severity == FindingSeverity.Error);
    }

    [Fact]
    public void A_required_field_that_nothing_fills_is_named() => Assert.Equal(
        ["facilities.name"], new ColumnLineUp("x", null, 1, [new(FactTables.Facilities, [new("facility_id", "代码", null)])]).Open.Select(o => $"{o.Table.Name}.{o.Field.Name}"));

    [Theory]
    [InlineData("name", "企业名称", "企业名称")]
    [InlineData("name", " 单位名称 ", " 单位名称 ")]
    [InlineData("industry", "所属行业类别", "所属行业类别")]
    [InlineData("eia_approved_on", "备注", null)]
    public void The_heading_that_bears_or_holds_the_name_of_a_field_is_proposed(string field, string heading, string? proposed) =>
        Assert.Equal(proposed, ColumnLineUp.Suggest(FactTables.Facilities.Columns[FactTables.Facilities.Ordinal(field)], ["其他", heading]));
}
