using CleanProd.Rules.Determinations.Proving;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Tests.Determinations.Proving;

/// <summary>In which ways a case is varied to find a line: by the numbers of its cells, and by how many of its measurements are high.</summary>
public class CaseVariationTests
{
    private static PackCase Of(params (string Table, string Cells)[] rows) => new("case", new(2025, 1, 15), 2024,
        [.. rows.Select(r => (r.Table, (IReadOnlyDictionary<string, string>)r.Cells.Split(' ').Select(c => c.Split('=')).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal)))], "triggered", [], new(1, 1));

    private static string Rows(PackCase example) => string.Join("; ", example.Rows.Select(r => $"{r.Table}: {string.Join(' ', r.Cells.Select(c => $"{c.Key}={c.Value}"))}"));

    [Theory]
    [InlineData("indicators", "value=12", "1", "13000")]
    [InlineData("indicators", "value=12.5", "0.1", "13500")]
    [InlineData("indicators", "value=12.50", "0.01", "13500")]
    [InlineData("indicators", "value=-12", "1", "13000")]
    [InlineData("indicators", "value=0", "1", "1000")]
    [InlineData("indicators", "value=0.0004", "0.0001", "1000")]
    [InlineData("discharges", "quantity=12", "0.1", "13000")]
    [InlineData("discharges", "quantity=12.345", "0.001", "13345")]
    [InlineData("monitoring_summaries", "exceedance_count=3", "1", "4000")]
    [InlineData("monitoring_summaries", "valid_count=30", "1", "31000")]
    [InlineData("monitoring_summaries", "max=80", "0.1", "81000")]
    [InlineData("monitoring_summaries", "median=80", "0.1", "81000")]
    [InlineData("monitoring_summaries", "limit_high=80", "0.1", "81000")]
    [InlineData("monitoring_summaries", "limit_low=8", "0.1", "9000")]
    [InlineData("energy", "output=5", "0.1", "6000")]
    [InlineData("energy", "energy=5", "0.1", "6000")]
    [InlineData("discharges", "volume_m3=5", "0.1", "6000")]
    public void A_number_is_varied_in_steps_of_its_last_place_from_nothing_to_far_beyond_itself(string table, string cells, string step, string high)
    {
        var variation = Assert.Single(CaseVariation.Of(Of((table, cells))));
        Assert.Equal((decimal.Parse(step, System.Globalization.CultureInfo.InvariantCulture), 0m, decimal.Parse(high, System.Globalization.CultureInfo.InvariantCulture)), (variation.Step, variation.Low, variation.High));
        Assert.Equal($"{table}: {cells.Split('=')[0]}=7.5", Rows(variation.At(7.50m)));
    }

    [Theory]
    [InlineData("indicators", "value=many")]
    [InlineData("indicators", "value=1e3")]
    [InlineData("indicators", "value=1,000")]
    [InlineData("facilities", "name=12")]
    public void What_is_no_plain_number_of_a_column_that_decides_is_not_varied(string table, string cells) => Assert.Empty(CaseVariation.Of(Of((table, cells))));

    [Fact]
    public void One_number_of_one_row_is_varied_at_a_time_and_the_rest_stays()
    {
        var example = Of(("facilities", "facility_id=A"), ("indicators", "indicator=x value=1"), ("indicators", "indicator=y value=2 limit_high=3"));
        Assert.Equal(
            ["facilities: facility_id=A; indicators: indicator=x value=9; indicators: indicator=y value=2 limit_high=3", "facilities: facility_id=A; indicators: indicator=x value=1; indicators: indicator=y value=9 limit_high=3",
                "facilities: facility_id=A; indicators: indicator=x value=1; indicators: indicator=y value=2 limit_high=9"],
            CaseVariation.Of(example).Select(v => Rows(v.At(9m))));
        Assert.All(CaseVariation.Of(example), v => Assert.Same(example, v.Base));
    }

    private static string Measured(string at, string value, string window = "day", string outlet = "W1", string pollutant = "COD") => $"outlet_id={outlet} pollutant={pollutant} window={window} at={at} value={value}";

    private static CaseVariation? BySeries(params string[] rows) => CaseVariation.Of(Of([.. rows.Select(r => ("measurements", r))])).SingleOrDefault(v => v.Step == 1m && v.High <= 12m);

    private static (string At, string Value)[] Told(PackCase example) => [.. example.Rows.Select(r => (r.Cells["at"], r.Cells["value"]))];

    [Fact]
    public void A_series_of_days_goes_on_to_twelve_of_which_as_many_as_asked_are_as_high_as_its_highest()
    {
        var series = BySeries(Measured("2024-03-04", "95"), Measured("2024-03-06", "40.5"))!;
        Assert.Equal((1m, 0m, 12m), (series.Step, series.Low, series.High));
        string[] days = ["04", "06", "05", "07", "08", "09", "10", "11", "12", "13", "14", "15"];
        Assert.Equal(days.Select((d, i) => ($"2024-03-{d}", i < 2 ? "95" : "40.5")), Told(series.At(2m)));
        Assert.All(Told(series.At(0m)), r => Assert.Equal("40.5", r.Value));
        Assert.All(Told(series.At(12m)), r => Assert.Equal("95", r.Value));
    }

    [Fact]
    public void Months_follow_month_by_month_and_none_goes_over_into_another_year()
    {
        Assert.Equal(["2024-03-01", "2024-04-01", "2024-05-01", "2024-06-01", "2024-07-01", "2024-08-01", "2024-09-01", "2024-10-01", "2024-11-01", "2024-12-01"], Told(BySeries(Measured("2024-03-01", "95", "month"))!.At(0m)).Select(r => r.At));
        Assert.Equal(["2024-12-30", "2024-12-31"], Told(BySeries(Measured("2024-12-30", "95"))!.At(0m)).Select(r => r.At));
    }

    [Fact]
    public void Where_all_are_alike_the_low_ones_are_a_hundredth() =>
        Assert.Equal(["95", "95", "0.95"], Told(BySeries(Measured("2024-12-29", "95"), Measured("2024-12-30", "95"))!.At(2m)).Select(r => r.Value));

    [Theory]
    [InlineData(12)]
    [InlineData(14)]
    public void A_series_that_is_as_long_already_keeps_its_length(int length)
    {
        var all = Enumerable.Range(1, length).Select(d => Measured($"2024-03-{d * 2:00}", d == 3 ? "95" : "40")).ToArray();
        var series = CaseVariation.Of(Of([.. all.Select(r => ("measurements", r))])).Last();
        Assert.Equal((1m, (decimal)length), (series.Step, series.High));
        Assert.Equal(5, Told(series.At(5m)).Count(r => r.Value == "95"));
    }

    [Fact]
    public void Other_outlets_pollutants_and_windows_and_other_tables_stay_as_they_are()
    {
        var example = Of(("facilities", "facility_id=A"), ("measurements", Measured("2024-12-31", "95")), ("measurements", Measured("2024-12-31", "11", outlet: "W2")), ("measurements", Measured("2024-12-31", "12", pollutant: "NH3")), ("measurements", Measured("2024-12-31", "13", "month")), ("measurements", Measured("2024-12-30", "50")));
        var series = CaseVariation.Of(example).Last();
        Assert.Equal(2m, series.High);
        Assert.Equal(
            $"facilities: facility_id=A; measurements: {Measured("2024-12-31", "11", outlet: "W2")}; measurements: {Measured("2024-12-31", "12", pollutant: "NH3")}; measurements: {Measured("2024-12-31", "13", "month")}; measurements: {Measured("2024-12-31", "95")}; measurements: {Measured("2024-12-30", "50")}",
            Rows(series.At(1m)));
    }

    [Fact]
    public void A_series_with_a_value_that_is_no_number_or_without_a_day_is_not_varied_as_a_series()
    {
        Assert.Empty(CaseVariation.Of(Of(("measurements", Measured("2024-03-04", "<5")))));
        Assert.Single(CaseVariation.Of(Of(("measurements", Measured("2024-03-04", "95")), ("measurements", Measured("2024-03-05", "<5")))));
        Assert.Single(CaseVariation.Of(Of(("measurements", Measured("2024-03-04T08:00", "95")))));
        Assert.Single(CaseVariation.Of(Of(("measurements", "value=95"))));
    }
}
