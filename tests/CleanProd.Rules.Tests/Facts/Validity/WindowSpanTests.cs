using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Validity;

namespace CleanProd.Rules.Tests.Facts.Validity;

public class WindowSpanTests
{
    [Theory]
    [InlineData(AveragingWindow.Instant, "2024-03-31T23:00:00", "2024-03-31T23:45:10")]
    [InlineData(AveragingWindow.Hour, "2024-03-31T23:00:00", "2024-04-01T00:00:00")]
    [InlineData(AveragingWindow.Day, "2024-03-31T00:00:00", "2024-04-01T00:00:00")]
    [InlineData(AveragingWindow.Month, "2024-03-01T00:00:00", "2024-04-01T00:00:00")]
    [InlineData(AveragingWindow.Year, "2024-01-01T00:00:00", "2025-01-01T00:00:00")]
    public void A_value_stands_for_the_stretch_of_its_window(AveragingWindow window, string start, string end)
    {
        var at = new DateTime(2024, 3, 31, 23, 45, 10);
        Assert.Equal((Moment(start), Moment(end)), (WindowSpan.Start(at, window), WindowSpan.End(at, window)));
    }

    [Theory]
    [InlineData(Medium.Water, DataOrigin.Automatic, false, AveragingWindow.Day)]
    [InlineData(Medium.Air, DataOrigin.Automatic, false, AveragingWindow.Hour)]
    [InlineData(Medium.Unspecified, DataOrigin.Automatic, false, null)]
    [InlineData(Medium.Water, DataOrigin.Automatic, true, null)]
    [InlineData(Medium.Water, DataOrigin.Self, false, null)]
    [InlineData(Medium.Air, DataOrigin.Supervision, false, null)]
    [InlineData(Medium.Air, DataOrigin.Unspecified, false, null)]
    public void A_mean_decides_of_automatic_data_alone(Medium medium, DataOrigin origin, bool isPh, AveragingWindow? window) => Assert.Equal(window, DecidingWindow.Of(medium, origin, isPh));

    [Theory]
    [InlineData(AveragingWindow.Instant, false)]
    [InlineData(AveragingWindow.Hour, true)]
    [InlineData(AveragingWindow.Day, true)]
    [InlineData(AveragingWindow.Month, true)]
    [InlineData(AveragingWindow.Year, false)]
    public void A_pH_of_a_stretch_is_a_mean(AveragingWindow window, bool isMean)
    {
        Assert.Equal(isMean, DecidingWindow.IsMeanOfPh(window, true));
        Assert.False(DecidingWindow.IsMeanOfPh(window, false));
    }

    // An hour keeps its mean with 15 lost minutes, a day with 4 lost hours; nobody says how many a month needs.
    [Theory]
    [InlineData(AveragingWindow.Hour, 15, true)]
    [InlineData(AveragingWindow.Hour, 16, false)]
    [InlineData(AveragingWindow.Day, 240, true)]
    [InlineData(AveragingWindow.Day, 241, false)]
    [InlineData(AveragingWindow.Instant, 5000, true)]
    [InlineData(AveragingWindow.Month, 5000, true)]
    public void A_reported_mean_may_stand_with_so_much_of_it_lost(AveragingWindow window, int minutes, bool stands) => Assert.Equal(stands, MeanValidity.MayStand(window, TimeSpan.FromMinutes(minutes)));

    // Readings of one hour, ! where they are not valid; minutes that they stand for.
    [Theory]
    [InlineData("0,10,20,30,40,50", 60, "35")]
    [InlineData("0!,10,20,30,40,50", 50, "40")]
    [InlineData("0!,10!,20,30,40,50", null, null)]
    [InlineData("0,15,30,45!", 45, "15")]
    [InlineData("0,15,30!,45!", null, null)]
    [InlineData("0,40", 60, "20")]
    [InlineData("0,20,20,40", 60, "20")]
    [InlineData("30", null, null)]
    public void An_hour_is_formed_of_readings_that_stand_for_45_minutes_of_it(string readings, int? minutes, string? mean)
    {
        var unit = Unit.Parse("mg/m3");
        var formed = MeanFormation.Hours(readings.Split(',').Select(r => (int.Parse(r.TrimEnd('!'), CultureInfo.InvariantCulture), r.EndsWith('!')))
            .Select(r => (new SeriesPoint(new(2024, 3, 1, 8, r.Item1, 30), MeasuredValue.Of(r.Item1 + 10m), TestFacts.Source with { Row = r.Item1 }), unit, !r.Item2))).ToArray();
        Assert.Equal(minutes is null ? 0 : 1, formed.Length);
        if (minutes is null) return;
        Assert.Equal((minutes, new DateTime(2024, 3, 1, 8, 0, 0)), (formed[0].Parts, formed[0].Point.At));
        if (mean is "35" or "40") Assert.Equal(decimal.Parse(mean, CultureInfo.InvariantCulture), formed[0].Point.Value.Number);
    }

    [Fact]
    public void Each_hour_and_each_day_is_formed_by_itself()
    {
        var unit = Unit.Parse("mg/m3");
        var hours = MeanFormation.Hours(Enumerable.Range(0, 120).Select(m => (new SeriesPoint(new DateTime(2024, 3, 1, 22, 0, 0).AddMinutes(m), MeasuredValue.Of(m < 60 ? 10m : 20m), TestFacts.Source), unit, m < 110))).ToArray();
        Assert.Equal([(22, 10m, 60), (23, 20m, 50)], hours.Select(h => (h.Point.At.Hour, h.Point.Value.Number, h.Parts)));
        var days = MeanFormation.Days(Enumerable.Range(0, 44).Select(h => (new SeriesPoint(new DateTime(2024, 3, 1).AddHours(h), MeasuredValue.Of(h < 24 ? 10m : 20m), TestFacts.Source), unit))).ToArray();
        Assert.Equal([(1, 10m, 24), (2, 20m, 20)], days.Select(d => (d.Point.At.Day, d.Point.Value.Number, d.Parts)));
    }

    [Fact]
    public void Hours_of_which_one_is_told_twice_are_one_fewer() =>
        Assert.Empty(MeanFormation.Days(Enumerable.Range(0, 20).Select(h => (new SeriesPoint(new DateTime(2024, 3, 1, Math.Min(h, 18), 0, 0), MeasuredValue.Of(10m), TestFacts.Source), Unit.Parse("mg/m3")))));

    private static DateTime Moment(string at) => DateTime.Parse(at, CultureInfo.InvariantCulture);
}
