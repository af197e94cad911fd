using CleanProd.Rules.Import;
using static CleanProd.Rules.Tests.Import.DataSets;

namespace CleanProd.Rules.Tests.Import;

/// <summary>Rows as JSON, as machines send them.</summary>
public class JsonTests
{
    [Fact]
    public void Rows_are_read_as_from_a_csv_file_with_every_digit_of_their_numbers()
    {
        var result = ImportOf(
            Csv("facilities.json", """[{"facility_id":"A","name":"甲厂","key_source":true,"region":null}]"""),
            Csv("measurements-7.json", """
                [
                  {"facility_id":"A","outlet_id":"W1","pollutant":"COD","at":"2024-03-05","window":"day","value":0.1234567890123456789012345678,"unit":"mg/L"},
                  {"unit":"mg/L","facility_id":"A","outlet_id":"W1","pollutant":"COD","at":"2024-03-06","window":"day","value":"<0.02"},
                  {"facility_id":"A","outlet_id":"W1","pollutant":"COD","at":"2024-03-07","window":"day","value":1.5e1,"unit":"mg/L","limit_high":100.10}
                ]
                """));

        Assert.DoesNotContain(result.Findings, f => f.Severity == FindingSeverity.Error);
        var facility = Assert.Single(result.Facts.Facilities);
        Assert.True(facility.Facility.KeySource);
        var points = facility.Series.SelectMany(s => s.Points()).OrderBy(p => p.At).ToArray();
        Assert.Equal([0.1234567890123456789012345678m, 0.02m, 15m], points.Select(p => p.Value.Number));
        Assert.Equal([1, 2, 3], points.Select(p => p.Source.Row));
    }

    [Fact]
    public void What_is_wrong_within_a_row_is_a_finding_with_file_row_and_column()
    {
        var result = ImportOf(Csv("energy-1.json", """
            [{"facility_id":"A","year":2024,"product":"布","output":"viel","output_unit":"t","energy":5,"energy_unit":"tce","weather":"fine"},{}]
            """), Csv("facilities.csv", Facilities));

        Assert.Contains(result.Findings, f => (f.Code, f.File, f.Row, f.Column, f.Value) == ("not_a_number", "energy-1.json", 1, "output", "viel"));
        Assert.Contains(result.Findings, f => (f.Code, f.Column) == ("unknown_column", "weather"));
        Assert.Contains(result.Findings, f => f is { Severity: FindingSeverity.Error, Row: 2 });
    }

    [Theory]
    [InlineData("{\"facility_id\":\"A\"}", "数组")]
    [InlineData("[{\"facility_id\":\"A\"", "JSON 格式错误")]
    [InlineData("[1]", "第 1 行")]
    [InlineData("[{\"facility_id\":\"A\"},{\"facility_id\":{\"x\":1}}]", "第 2 行 facility_id")]
    [InlineData("[{\"facility_id\":\"A\",\"facility_id\":\"B\"}]", "JSON 格式错误")]
    public void What_is_no_array_of_rows_is_refused_whole(string text, string said) =>
        Assert.Contains(said, Assert.Throws<ImportException>(() => ImportOf(Csv("facilities.json", text))).Message, StringComparison.Ordinal);
}
