using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Validity;
using CleanProd.Rules.Tests.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Validity;

public class OutageTests
{
    [Fact]
    public void A_recorded_shutdown_is_no_basis_and_was_not_due()
    {
        var plant = Cod().Value("COD", "2024-03-05", "day", "300").Value("COD", "2024-03-11", "day", "50").Said("shutdown[2024-03-01..2024-03-10]");
        var item = plant.Item();
        Assert.Equal((0, 1), (item.ExceedanceCount, item.ValidCount!.Value));
        Assert.Equal(1m / 356m, item.Capture);
        Assert.Contains("停产", Assert.Single(item.Readings).Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plant_that_is_said_to_stand_still_and_discharges_is_judged() =>
        Assert.Equal(1, Cod().Value("COD", "2024-03-05", "day", "300", more: "volume_m3:12").Said("shutdown[2024-03-01..2024-03-10]").Item().ExceedanceCount);

    [Theory]
    [InlineData("self")]
    [InlineData("supervision")]
    public void A_sample_taken_during_a_shutdown_is_judged(string origin) =>
        Assert.Equal(1, Cod().Value("COD", "2024-03-05", "day", "300", origin).Said("shutdown[2024-03-01..2024-03-10]").Item().ExceedanceCount);

    // 2008 Measures Arts 14–15: 48 hours.
    [Fact]
    public void A_repair_excuses_48_hours()
    {
        var item = Cod().Value("COD", "2024-05-01", "day", "300").Value("COD", "2024-05-02", "day", "300").Value("COD", "2024-05-03", "day", "300")
            .Said("DW001.maintenance[2024-05-01..2024-05-04]").Item();
        Assert.Equal(new DateTime(2024, 5, 3), item.FirstExceededOn);
        Assert.Equal(1, item.ExceedanceCount);
    }

    [Theory]
    [InlineData("2024-05-01T00:00..2024-05-01T04:00", 1)]
    [InlineData("2024-05-01T00:00..2024-05-01T04:01", 0)]
    public void A_day_keeps_its_mean_with_four_hours_of_repair(string span, int exceedances) =>
        Assert.Equal(exceedances, Cod().Value("COD", "2024-05-01", "day", "300").Value("COD", "2024-05-09", "day", "50").Said($"DW001.maintenance[{span}]").Item().ExceedanceCount);

    [Theory]
    [InlineData("DW002.shutdown[2024-03-01..2024-03-10]")]
    [InlineData("shutdown[2024-04-01..2024-04-10]")]
    public void Another_outlet_or_time_is_not_excused(string topic) =>
        Assert.Equal(1, Cod().Value("COD", "2024-03-05", "day", "300").Said(topic).Item().ExceedanceCount);

    [Fact]
    public void What_was_said_after_the_determination_excuses_nothing() =>
        Assert.Equal(1, Cod().Value("COD", "2024-03-05", "day", "300").Said("shutdown[2024-03-01..2024-03-10]", "2025-01-16").Item().ExceedanceCount);

    [Fact]
    public void A_time_that_cannot_be_read_is_named_as_missing() =>
        Assert.Contains("shutdown[March]", Cod().Value("COD", "2024-03-05", "day", "50").Said("shutdown[March]").Facts().Monitoring.Missing, StringComparison.Ordinal);

    private static Plant Cod() => new Plant().Outlet().Limit("COD", "80");
}
