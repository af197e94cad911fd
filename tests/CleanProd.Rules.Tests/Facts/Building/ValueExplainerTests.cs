using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Import;
using CleanProd.Rules.Tests.Host;
using Xunit;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>Every value can say how it came to its judgement, by the code that judged it.</summary>
public class ValueExplainerTests
{
    private static readonly DateOnly AsOf = new(2025, 1, 15);

    [Fact]
    public void A_value_is_explained_from_its_row_through_validity_and_limit_to_the_comparison()
    {
        var explained = Explain(
            ("permit_limits.csv", "facility_id,outlet_id,pollutant,limit_high,unit,from,source\nA,DW001,化学需氧量,90,mg/L,2020-01-01,排污许可证\n"),
            ("measurements.csv", "facility_id,outlet_id,pollutant,at,window,value,unit,origin,flag\nA,DW001,COD,2024-03-04,day,132,mg/L,self,\nA,DW001,COD,2024-03-05,day,90,mg/L,self,\nA,DW001,COD,2024-03-06,day,500,mg/L,automatic,M\n"));
        Assert.Equal([Standing.Exceeds, Standing.Compliant, null], explained.Select(e => e.Standing));
        Assert.Equal(
        [
            "measurements.csv:2：DW001 化学需氧量 2024-03-04 日均值（自行监测）132 mg/L", "有效", "限值 ≤ 90 mg/L（排污许可证）", "132 超过限值，为限值的 1.467 倍",
        ], explained[0].Steps.Select(s => s.Text.Zh));
        Assert.Equal("limit ≤ 90 mg/L (排污许可证)", explained[1].Steps[2].Text.En);
        Assert.Equal("90 is within the limit, 1 times the limit", explained[1].Steps[3].Text.En);
        Assert.Equal((90m, 132m / 90m), (explained[0].LimitHigh, explained[0].Ratio));
        Assert.Equal(2, explained[2].Steps.Count);
        Assert.Contains("维护", explained[2].Steps[1].Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_and_a_value_whose_limit_is_not_known_say_so()
    {
        var explained = Explain(("measurements.csv", "facility_id,outlet_id,pollutant,at,window,value,unit,origin,flag\nA,DW001,COD,2024-03-04,day,132,mg/L,self,\nA,DW001,COD,2024-03-06,day,,mg/L,automatic,\n"));
        Assert.Equal([Standing.Indeterminate, null], explained.Select(e => e.Standing));
        Assert.Contains("限值不能确定", explained[0].Steps[2].Text.Zh, StringComparison.Ordinal);
        Assert.Contains("空值", explained[1].Steps[1].Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_of_one_time_stand_in_the_order_of_their_rows()
    {
        MeasurementSeries Of(string unit, int row) => MeasurementSeries.Pack(
            new(new("A"), new("DW001"), new("w01018"), AveragingWindow.Day, DataOrigin.Self, Unit.Parse(unit)), [new(new DateTime(2024, 3, 1), MeasuredValue.Of(1), new("m.csv", null, row))]);
        var records = new FacilityRecords { Facility = new(new("A"), "甲厂", TestFacts.Source), Series = [Of("mg/L", 9), Of("ug/L", 3)] };
        Assert.Equal([3, 9], ValueExplainer.Explain(records, ReportingPeriod.OfYear(2024), Shipped.Reference, AsOf, new("DW001"), new("w01018")).Select(e => e.Source.Row));
    }

    [Fact]
    public void Of_the_sample_as_many_values_are_explained_as_exceeding_as_its_facts_count()
    {
        var files = Directory.EnumerateFiles(Shipped.PathOf("data/samples/guangdong")).Where(f => !f.EndsWith(".md", StringComparison.Ordinal))
            .Select(f => new SourceFile(Path.GetFileName(f), () => File.OpenRead(f))).ToArray();
        var imported = new DataSetImporter(Shipped.Reference, null, new ImportArguments(2024)).Import(files);
        var builder = new FactsBuilder(Shipped.Reference, imported.Facts.TablesGiven, ReportingPeriod.OfYear(2024), AsOf);
        var (counted, shown) = (0, 0);
        foreach (var records in imported.Facts.Facilities)
        {
            foreach (var place in builder.Build(records).Monitoring.Where(m => m.Window != "year").GroupBy(m => (m.OutletId, m.Pollutant)))
            {
                var explained = ValueExplainer.Explain(records, ReportingPeriod.OfYear(2024), Shipped.Reference, AsOf, new(place.Key.OutletId), new(place.Key.Pollutant));
                Assert.Equal(place.Sum(m => m.ExceedanceCount), explained.Count(e => e.Standing == Standing.Exceeds));
                Assert.Equal(place.Sum(m => m.IndeterminateCount), explained.Count(e => e.Standing == Standing.Indeterminate));
                counted += place.Sum(m => m.ExceedanceCount);
                shown += explained.Count;
            }
        }

        Assert.True(counted > 20 && shown > 2000, $"{counted} {shown}");
    }

    [Theory]
    [InlineData("--lang", "en", "is within the limit")]
    [InlineData("--json", null, "\"standing\": \"compliant\"")]
    [InlineData(null, null, "未超过限值")]
    public void The_command_line_explains_one_value_of_the_sample(string? option, string? argument, string said)
    {
        string[] arguments =
        [
            "rules", "explain", "rules/cn/measures-2016.json", "--data", "data/samples/guangdong", "--year", "2024", "--facility", "91440111YL1174401M",
            "--outlet", "DW001", "--pollutant", "COD", "--at", "2024-01-25", .. new[] { option, argument }.OfType<string>(),
        ];
        var run = Cleanprod.Run(arguments);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains(said, run.Output, StringComparison.Ordinal);
        Assert.Contains("measurements.csv", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, Cleanprod.Run([.. arguments[..^(option is null ? 1 : argument is null ? 2 : 3)], "2023-01-25"]).ExitCode);
    }

    private static IReadOnlyList<ExplainedValue> Explain(params (string Name, string Text)[] files)
    {
        var sources = files.Append(("facilities.csv", "facility_id,name\nA,甲厂\n")).Append(("outlets.csv", "facility_id,outlet_id,medium\nA,DW001,water\n"))
            .Select(f => new SourceFile(f.Item1, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(f.Item2)))).ToArray();
        var imported = new DataSetImporter(Shipped.Reference, null, new ImportArguments(2024)).Import(sources);
        return ValueExplainer.Explain(imported.Facts.Facilities.Single(), ReportingPeriod.OfYear(2024), Shipped.Reference, AsOf, new("DW001"), new("w01018"));
    }
}
