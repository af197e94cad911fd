using CleanProd.Rules.Facts.Totals;

namespace CleanProd.Rules.Tests.Facts.Totals;

public class GapFillingTests
{
    private static readonly DateTime Noon = new(2024, 8, 31, 12, 0, 0);

    [Fact]
    public void Without_a_flow_or_a_concentration_nothing_stands_in()
    {
        var filling = new GapFilling([]);
        Assert.Null(filling.Fill(Noon, null));
        Assert.Null(filling.Fill(Noon, 500m));
    }

    [Fact]
    public void The_mean_of_what_was_seen_stands_in_times_the_mean_flow_or_the_windows_own()
    {
        var filling = Seen((Noon.AddDays(-2), 100m, 1000m), (Noon.AddDays(-1), 400m, 3000m));
        Assert.Equal(250m * 2000m / 1_000_000_000m, filling.Fill(Noon, null)!.Value.Tonnes);
        Assert.Equal(250m * 500m / 1_000_000_000m, filling.Fill(Noon, 500m)!.Value.Tonnes);
        Assert.Contains("半年均值", filling.Fill(Noon, 500m)!.Value.Rule.Zh, StringComparison.Ordinal);
    }

    // Half a year before the end of August is the end of February.
    [Theory]
    [InlineData(29, 12, 0, 200)]
    [InlineData(29, 11, 59, 100)]
    public void What_is_older_than_half_a_year_counts_no_more(int day, int hour, int minute, int mean)
    {
        var filling = Seen((new(2024, 2, 1), 9000m, 9000m), (new(2024, 2, day, hour, minute, 0), 300m, 4000m), (Noon.AddDays(-1), 100m, 2000m));
        var volume = mean == 200 ? 3000m : 2000m;
        Assert.Equal(mean * volume / 1_000_000_000m, filling.Fill(Noon, null)!.Value.Tonnes);
        // What was dropped stays dropped.
        Assert.Equal(mean * volume / 1_000_000_000m, filling.Fill(Noon, null)!.Value.Tonnes);
    }

    [Fact]
    public void Once_all_of_it_is_too_old_nothing_stands_in_any_more()
    {
        var filling = Seen((Noon.AddDays(-1), 100m, 2000m));
        Assert.NotNull(filling.Fill(Noon, null));
        Assert.Null(filling.Fill(Noon.AddMonths(7), null));
        Assert.Null(filling.Fill(Noon.AddMonths(7), 100m));
    }

    [Fact]
    public void Samples_of_the_day_come_before_the_half_year_and_only_on_their_day()
    {
        (DateTime, decimal)[] samples = [.. new[] { 18, 0, 12, 6 }.Select(h => (Noon.Date.AddHours(h), h == 0 ? 500m : 100m)), (Noon.Date.AddDays(1), 7000m)];
        var filling = new GapFilling(samples);
        Assert.Null(filling.Fill(Noon, null));
        Assert.Equal(200m * 50m / 1_000_000_000m, filling.Fill(Noon, 50m)!.Value.Tonnes);
        Assert.Contains("手工监测", filling.Fill(Noon, 50m)!.Value.Rule.Zh, StringComparison.Ordinal);
        filling.Saw(Noon.AddDays(-1), 4000m, 80m);
        Assert.Equal(200m * 80m / 1_000_000_000m, filling.Fill(Noon, null)!.Value.Tonnes);
        Assert.Equal(4000m * 80m / 1_000_000_000m, filling.Fill(Noon.AddDays(1), null)!.Value.Tonnes);
    }

    [Theory]
    [InlineData("0,6,12,18", true)]
    [InlineData("18,12,6,0", true)]
    [InlineData("0,6,12", false)]
    [InlineData("0,1,2,3,4", true)]
    [InlineData("0,7,12,18", false)]
    [InlineData("0,1,2,9", false)]
    [InlineData("", false)]
    public void Samples_suffice_by_their_number_and_their_pauses_in_whatever_order(string hours, bool suffices) =>
        Assert.Equal(suffices, GapFilling.Suffices([.. hours.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(h => Noon.Date.AddHours(int.Parse(h, System.Globalization.CultureInfo.InvariantCulture)))]));

    private static GapFilling Seen(params (DateTime At, decimal MgPerM3, decimal VolumeM3)[] windows)
    {
        var filling = new GapFilling([]);
        foreach (var (at, concentration, volume) in windows) filling.Saw(at, concentration, volume);
        return filling;
    }
}
