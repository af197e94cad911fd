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

    [Theory]
    [InlineData("2024-05-01T07:59", false)]
    [InlineData("2024-05-01T08:00", true)]
    [InlineData("2024-05-01T09:59", true)]
    [InlineData("2024-05-01T10:00", false)]
    public void A_single_reading_is_excused_from_the_first_moment_to_before_the_last(string at, bool excused) =>
        Assert.Equal(excused, Repair(8, 10).Excuses(DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture), AveragingWindow.Instant));

    // 45 valid minutes are enough for an hour.
    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    public void An_hour_keeps_its_mean_with_a_quarter_of_an_hour_of_repair(int minutes, bool excused)
    {
        var at = new DateTime(2024, 5, 1, 8, 0, 0);
        Assert.Equal(excused, new Outage(OutageKind.Maintenance, null, at, at.AddMinutes(minutes), TestFacts.Source).Excuses(at, AveragingWindow.Hour));
    }

    [Fact]
    public void A_month_keeps_its_mean() => Assert.False(Repair(0, 20).Excuses(new(2024, 5, 1), AveragingWindow.Month));

    [Fact]
    public void What_lies_beside_an_outage_is_covered_for_no_time() =>
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromHours(1)), (Covered(1, 3), Covered(12, 14), Covered(9, 14)));

    [Fact]
    public void Each_kind_tells_its_own_reason()
    {
        Assert.Contains("维修", Repair(8, 10).Reason.Zh, StringComparison.Ordinal);
        Assert.Contains("停产", (Repair(8, 10) with { Kind = OutageKind.Shutdown }).Reason.Zh, StringComparison.Ordinal);
    }

    private static TimeSpan Covered(int from, int until) => Repair(8, 10).Covers(new(2024, 5, 1, from, 0, 0), new(2024, 5, 1, until, 0, 0));

    private static Outage Repair(int from, int until) => new(OutageKind.Maintenance, null, new(2024, 5, 1, from, 0, 0), new(2024, 5, 1, until, 0, 0), TestFacts.Source);

    private static Plant Cod() => new Plant().Outlet().Limit("COD", "80");
}
