using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Validity;
using CleanProd.Rules.Tests.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Validity;

public class MeanFormationTests
{
    [Theory]
    [InlineData(44, false)]
    [InlineData(45, true)]
    public void An_hour_needs_45_minutes(int minutes, bool stands) => Assert.Equal(stands, MeanValidity.HourStands(minutes));

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void A_day_needs_20_hours(int hours, bool stands) => Assert.Equal(stands, MeanValidity.DayStands(hours));

    [Fact]
    public void A_quarter_needs_three_quarters_of_its_data()
    {
        Assert.True(MeanValidity.Supports(0.75m));
        Assert.False(MeanValidity.Supports(0.7499m));
    }

    [Theory]
    [InlineData(44, 0)]
    [InlineData(45, 1)]
    public void An_hourly_mean_of_air_is_formed_of_45_valid_minutes(int valid, int formed)
    {
        var plant = new Plant("C3011").Outlet("DA001", "air").Limit("NOx", "100", "DA001", "mg/m3");
        for (var minute = 0; minute < 60; minute++)
            plant.Value("NOx", $"2024-03-01T08:{minute:00}", "instant", "120", outlet: "DA001", unit: "mg/m3", more: minute < valid ? "flag:N" : "flag:C");
        var hours = plant.Facts().Monitoring.Where(m => m.Window == "hour").ToArray();
        Assert.Equal(formed, hours.Sum(h => h.ExceedanceCount));
        // Without a valid mean nothing is proved by single readings, and nothing is clean.
        var readings = plant.Item("instant");
        Assert.Equal((0, formed == 1 ? 0 : 44), (readings.ExceedanceCount, readings.IndeterminateCount));
    }

    [Fact]
    public void Readings_every_ten_minutes_stand_for_ten_minutes_each()
    {
        Assert.Equal(10, MeanFormation.Step([At(0), At(10), At(30), At(50)]));
        Assert.Equal(40, MeanFormation.Minutes([At(0), At(10), At(30), At(50)], 10));
        // Every other reading invalid: three of ten minutes are no hour, however far apart the valid ones lie.
        var readings = Enumerable.Range(0, 6).Select(i => (Point(i * 10, 5m), Unit.Parse("mg/m3"), i % 2 == 0));
        Assert.Empty(MeanFormation.Hours(readings));
    }

    [Theory]
    [InlineData(19, 0, 19)]
    [InlineData(20, 1, 0)]
    public void A_daily_mean_of_water_is_formed_of_20_valid_hours(int hours, int exceedances, int open)
    {
        var plant = new Plant().Outlet().Limit("COD", "80").Hours("COD", "2024-03-01", hours, "81");
        Assert.Equal(exceedances, plant.Facts().Monitoring.Where(m => m.Window == "day").Sum(d => d.ExceedanceCount));
        var item = plant.Item("hour");
        Assert.Equal((0, open), (item.ExceedanceCount, item.IndeterminateCount));
    }

    [Fact]
    public void A_formed_mean_says_of_what_it_was_formed()
    {
        var day = new Plant().Outlet().Limit("COD", "80").Hours("COD", "2024-03-01", 22, "81").Item();
        Assert.Contains("由22个有效小时均值", Assert.Single(day.Evidence).Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void One_high_hour_of_water_is_no_exceedance_where_the_daily_mean_complies()
    {
        var plant = new Plant().Outlet().Limit("COD", "80").Hours("COD", "2024-03-01", 23, "60").Value("COD", "2024-03-01T23:00", "hour", "200");
        Assert.Equal((0, 0), (plant.Item("hour").ExceedanceCount, plant.Item("hour").IndeterminateCount));
        Assert.Equal(((23m * 60m) + 200m) / 24m, plant.Item().MaxValue);
    }

    [Fact]
    public void One_high_hour_of_air_is_an_exceedance() =>
        Assert.Equal(1, new Plant().Outlet("DA001", "air").Limit("NOx", "100", "DA001", "mg/m3").Hours("NOx", "2024-03-01", 23, "60", "DA001", "mg/m3")
            .Value("NOx", "2024-03-01T23:00", "hour", "101", outlet: "DA001", unit: "mg/m3").Item("hour").ExceedanceCount);

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 0)]
    public void A_reported_daily_mean_falls_with_more_than_four_invalid_hours(int invalid, int judged)
    {
        var plant = new Plant().Outlet().Limit("COD", "80").Value("COD", "2024-03-01", "day", "81").Value("COD", "2024-03-02", "day", "50");
        for (var hour = 0; hour < 24; hour++) plant.Value("COD", $"2024-03-01T{hour:00}:00", "hour", "60", more: hour < invalid ? "flag:M" : "flag:N");
        Assert.Equal(judged, plant.Item().ExceedanceCount);
    }

    // HJ 212-2017 annex D: mean C = G / D.
    [Fact]
    public void A_mean_is_weighted_with_the_flow_where_every_part_has_one()
    {
        var plant = new Plant().Outlet().Limit("COD", "80");
        for (var hour = 0; hour < 24; hour++) plant.Value("COD", $"2024-03-01T{hour:00}:00", "hour", hour < 12 ? "100" : "50", more: hour < 12 ? "volume_m3:3" : "volume_m3:1");
        Assert.Equal(87.5m, plant.Item().MaxValue);
    }

    [Fact]
    public void Parts_below_a_detection_limit_leave_the_mean_below_a_number()
    {
        var unit = Unit.Parse("mg/L");
        var mean = Assert.Single(MeanFormation.Days(Enumerable.Range(0, 24).Select(h => (new SeriesPoint(new(2024, 3, 1, h, 0, 0), h < 12 ? new(ValueQualifier.Below, 4m) : MeasuredValue.Of(8m), TestFacts.Source), unit))));
        Assert.Equal(new MeasuredValue(ValueQualifier.Below, 6m), mean.Point.Value);
    }

    [Fact]
    public void A_limit_of_the_permit_for_hours_binds_hours() =>
        Assert.Equal(1, new Plant().Outlet().Limit("COD", "80", more: "window:hour").Hours("COD", "2024-03-01", 3, "60").Value("COD", "2024-03-01T05:00", "hour", "81").Item("hour").ExceedanceCount);

    [Fact]
    public void No_mean_of_pH_is_formed_and_a_reported_one_is_refused()
    {
        var plant = new Plant().Outlet().Row("permit_limits", "outlet_id:DW001", "pollutant:pH值", "limit_low:6", "limit_high:9", "unit:无量纲", "from:2020-01-01")
            .Hours("pH值", "2024-03-01", 24, "7.5", unit: "无量纲").Value("pH值", "2024-03-02T09:00", "instant", "9.1", unit: "无量纲");
        Assert.DoesNotContain(plant.Facts().Monitoring, m => m.Window == "day");
        Assert.Equal((0, 24), (plant.Item("hour").ExceedanceCount, plant.Item("hour").IndeterminateCount));
        Assert.Equal(1, plant.Item("instant").ExceedanceCount);
        Assert.Contains("pH值不计算平均值", plant.Facts().Monitoring.Missing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_of_the_stream_is_no_pollutant() =>
        Assert.DoesNotContain(new Plant().Outlet("DA001", "air").Value("氧气含量", "2024-03-01T08:00", "hour", "11", outlet: "DA001", unit: "%").Facts().Monitoring, m => m.Pollutant == "a19001");

    private static DateTime At(int minute) => new(2024, 3, 1, 8, minute, 0);

    private static SeriesPoint Point(int minute, decimal value) => new(At(minute), MeasuredValue.Of(value), TestFacts.Source);
}
