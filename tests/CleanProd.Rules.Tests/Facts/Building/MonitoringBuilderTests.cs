using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Import;

namespace CleanProd.Rules.Tests.Facts.Building;

public class MonitoringBuilderTests
{
    [Fact]
    public void A_sample_without_its_result_may_be_an_exceedance_and_a_gap_of_automatic_data_is_told_by_the_capture()
    {
        var manual = Single(Value("2024-03-01", "50", "self"), Value("2024-04-01", "", "self"));
        Assert.Equal((0, 1, 1, 1), (manual.ExceedanceCount, manual.PossibleExceedanceCount, manual.IndeterminateCount, manual.ValidCount));
        var automatic = Single(Value("2024-03-01", "50", "automatic"), Value("2024-03-02", "", "automatic"));
        Assert.Equal((0, 0, 1), (automatic.ExceedanceCount, automatic.PossibleExceedanceCount, automatic.ValidCount));
        Assert.Equal(1m / 366m, automatic.Capture);
    }

    [Fact]
    public void Values_on_the_limit_comply_and_months_keep_their_largest_ratio()
    {
        var item = Single(Value("2024-03-01", "90", "self"), Value("2024-03-09", "126", "self"), Value("2024-05-01", "90.1", "self"));
        Assert.Equal((2, 2), (item.ExceedanceCount, item.ExceedanceDays));
        Assert.Equal((1, 2), (item.MonthsAtOrOver(1.4m), item.MonthsOver(1m)));
        Assert.Equal([126m, 90.1m], item.Evidence.Select(e => e.Value!.Value.Number));
        Assert.Equal((1.4m, 90m, 126m), (item.MaxRatio, item.LimitHigh, item.MaxValue));
    }

    [Fact]
    public void A_value_over_the_range_exceeds_by_at_least_its_ratio_and_by_how_much_stays_open()
    {
        var item = Single(Value("2024-03-01", ">108", "self"), Value("2024-04-01", "126", "self"), Value("2024-05-01", "99", "self"));
        Assert.Equal((3, 3), (item.ExceedanceCount, item.PossibleExceedanceCount));
        Assert.Equal((1, 2), (item.CountAtOrOver(1.4m), item.PossibleCountAtOrOver(1.4m)));
        Assert.Equal((1, 2), (item.MonthsAtOrOver(1.4m), item.PossibleMonthsAtOrOver(1.4m)));
        Assert.Equal((1, 2), (item.MonthsOver(1.3m), item.PossibleMonthsOver(1.3m)));
        Assert.Equal((2, 2), (item.CountAtOrOver(1.2m), item.PossibleCountAtOrOver(1.2m)));
        Assert.Equal((3, 3), (item.MonthsAtOrOver(1.1m), item.PossibleMonthsAtOrOver(1.1m)));
    }

    [Fact]
    public void The_permit_limit_in_force_on_the_day_is_converted_and_the_strictest_binds()
    {
        var facts = Facts(
            Value("2024-03-01", "80", "self", limit: ""), Value("2024-09-01", "80", "self", limit: ""),
            Row("permit_limits", "outlet_id:1", "pollutant:COD", "limit_high:100", "unit:mg/L", "from:2020-01-01"),
            Row("permit_limits", "outlet_id:1", "pollutant:COD", "limit_high:0.07", "unit:g/L", "from:2024-07-01", "source:许可证变更"));
        var item = Assert.Single(facts.Monitoring);
        Assert.Equal(1, item.ExceedanceCount);
        Assert.Equal((70m, "许可证变更"), (item.Evidence[0].Limit, item.Evidence[0].Basis));
    }

    [Fact]
    public void A_mean_of_pH_is_never_formed_and_a_pH_has_no_ratio()
    {
        var item = Single(Row("measurements", "outlet_id:1", "pollutant:pH值", "at:2024-03-01", "window:instant", "value:9.1", "unit:无量纲", "limit_low:6", "limit_high:9"));
        Assert.Equal((1, null, null), (item.ExceedanceCount, item.Mean, item.MaxRatio));
    }

    [Fact]
    public void Nothing_monitored_an_unmeasured_outlet_and_a_refused_row_leave_the_list_incomplete()
    {
        Assert.Equal("monitoring", Facts().Monitoring.Missing);
        Assert.Equal("monitoring[2]", Facts(Value("2024-03-01", "50", "self"), Row("outlets", "outlet_id:1", "medium:water"), Row("outlets", "outlet_id:2", "medium:water")).Monitoring.Missing);
        Assert.Contains("measurements.csv", Facts(Value("2024-03-01", "50", "self"), Value("2024-04-01", "-3", "self")).Monitoring.Missing, StringComparison.Ordinal);
        Assert.True(Facts(Value("2024-03-01", "50", "self")).Monitoring.IsComplete);
    }

    [Fact]
    public void Flagged_automatic_values_do_not_judge() =>
        Assert.Equal((0, 1), (Single(Value("2024-03-01", "500", "automatic", "flag:C"), Value("2024-03-02", "50", "automatic", "flag:N")) is var m ? (m.ExceedanceCount, m.ValidCount!.Value) : default));

    private static MonitoringFact Single(params TableRow[] rows) => Assert.Single(Facts(rows).Monitoring);

    private static FacilityFacts Facts(params TableRow[] rows)
    {
        var facts = RowImporter.Import(rows.Append(Row("facilities", "name:甲")), Shipped.Reference, 2024).Facts;
        return new FactsBuilder(Shipped.Reference, facts.TablesGiven, ReportingPeriod.OfYear(2024), new DateOnly(2025, 1, 15)).Build(facts.Facilities[0]);
    }

    private static TableRow Value(string at, string value, string origin, string more = "flag:", string limit = "90") =>
        Row("measurements", "outlet_id:1", "pollutant:COD", $"at:{at}", "window:day", $"value:{value}", "unit:mg/L", $"origin:{origin}", $"limit_high:{limit}", more);

    private static TableRow Row(string table, params string[] cells) => new(table,
        cells.Append("facility_id:A").Select(c => c.Split(':', 2)).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal), new SourceRef($"{table}.csv", null, 2));
}
