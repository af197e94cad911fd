using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>How the series of a place are read: as they stand where nothing asks for more, value by value where something does.</summary>
public class ReadSeriesTests
{
    [Fact]
    public void A_series_of_one_unit_is_read_as_it_stands() => Assert.NotNull(One(new Plant().Outlet().Self("2024-03-01", "70")).Packed);

    [Fact]
    public void A_series_of_two_units_is_brought_together_and_loses_no_value()
    {
        var plant = new Plant().Outlet().Limit("COD", "80").Self("2024-03-01", "70").Value("COD", "2024-03-02", "day", "90000", "self", unit: "ug/L");
        Assert.Null(One(plant).Packed);
        Assert.Equal((2, 1), plant.Item() is var item ? (item.ValidCount, item.ExceedanceCount) : default);
    }

    [Theory]
    [InlineData("440100", "pH值", "无量纲")]
    [InlineData("Ohio", "pH值", "无量纲")]
    [InlineData("Ohio", "COD", "mg/L")]
    public void No_mean_is_formed_of_a_pH_or_at_a_foreign_plant(string region, string pollutant, string unit) =>
        Assert.NotNull(One(new Plant(region: region).Outlet().Hours(pollutant, "2024-03-01", 2, "7", unit: unit)).Packed);

    [Fact]
    public void Hours_of_which_a_mean_may_be_formed_do_not_stand_as_they_are() => Assert.Null(One(new Plant().Outlet().Hours("COD", "2024-03-01", 2, "7")).Packed);

    [Fact]
    public void Only_beside_a_measurement_of_the_authority_each_value_is_looked_at()
    {
        var own = new Plant().Outlet().Limit("COD", "80").Self("2024-03-01", "70");
        Assert.False(One(own).How!.IsSupervised);
        Assert.All(Reading(own.Value("COD", "2024-03-01", "day", "75", "supervision")).Series, s => Assert.True(s.How!.IsSupervised));
    }

    [Fact]
    public void A_formed_day_stands_among_the_reported_ones_in_order_of_time()
    {
        var plant = new Plant().Outlet().Value("COD", "2024-03-02", "day", "70").Hours("COD", "2024-03-01", 20, "60").Hours("COD", "2024-03-03", 20, "60");
        var days = Assert.Single(Reading(plant).Series, s => s.Key.Window == AveragingWindow.Day);
        Assert.Equal([1, 2, 3], days.Values.Select(v => v.Point.At.Day));
    }

    [Fact]
    public void Plain_values_under_a_standard_are_held_against_it_together()
    {
        var reading = Reading(StackPlants.Water().Self("2024-03-01", "80"));
        var series = reading.Series[0];
        var span = reading.Judge.OfSpan(series, reading.Judge.PermitsOf(series), new(2024, 3, 1), null, null);
        Assert.Equal((SpanStanding.ByLimit, (decimal?)90m), (span!.Value.Standing, span.Value.Limit.High));
    }

    [Theory]
    [InlineData("2024-01-01", "2024-06-30", "2024-07-01")]
    [InlineData("2024-07-01", "", "2024-07-01")]
    public void A_permit_is_looked_at_anew_where_it_begins_or_has_ended(string from, string to, string next)
    {
        var reading = Reading(new Plant().Outlet().Row("permit_limits", "outlet_id:DW001", "pollutant:COD", "limit_high:80", "unit:mg/L", $"from:{from}", $"to:{to}").Self("2024-03-01", "70"));
        Assert.Equal(DateOnly.Parse(next, System.Globalization.CultureInfo.InvariantCulture), reading.Judge.NextChange(reading.Judge.PermitsOf(reading.Series[0]), new(2024, 3, 1)));
    }

    [Fact]
    public void A_day_without_a_value_that_counts_is_no_fact()
    {
        var plant = new Plant().Outlet().Limit("COD", "80").Hours("COD", "2023-03-01", 2, "70").Value("COD", "2024-03-01", "day", "");
        Assert.Empty(plant.Facts().Monitoring);
        Assert.Equal(2, Reading(plant).Series.Count);
    }

    private static ReadSeries One(Plant plant) => Assert.Single(Reading(plant).Series);

    private static FacilityReading Reading(Plant plant) => new(plant.Records(), ReportingPeriod.OfYear(2024), Shipped.Reference, TestFacts.AsOf);
}
