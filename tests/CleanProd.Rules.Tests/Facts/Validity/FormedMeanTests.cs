using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Validity;

namespace CleanProd.Rules.Tests.Facts.Validity;

/// <summary>What a mean is made of: 24 hours of a day, half of them one way and half another.</summary>
public class FormedMeanTests
{
    private static readonly Unit Litre = Unit.Parse("mg/L");

    [Fact]
    public void Parts_in_another_unit_of_the_same_kind_are_converted()
    {
        var mean = Assert.Single(MeanFormation.Days(Day(h => (At(h, MeasuredValue.Of(h < 12 ? 8m : 8000m)), h < 12 ? Litre : Unit.Parse("μg/L")))));
        Assert.Equal((MeasuredValue.Of(8m), Litre, 24), (mean.Point.Value, mean.Unit, mean.Parts));
    }

    [Fact]
    public void Of_parts_of_two_kinds_there_is_no_mean() =>
        Assert.Empty(MeanFormation.Days(Day(h => (At(h, MeasuredValue.Of(8m)), h < 12 ? Litre : Unit.Parse("kg")))));

    // A limit of its own belongs to the value it came with.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Parts_that_bring_a_limit_of_their_own_form_no_mean(bool upper) => Assert.Empty(MeanFormation.Days(Day(h => (
        At(h, MeasuredValue.Of(8m)) with { LimitHigh = upper && h == 3 ? 10m : null, LimitLow = !upper && h == 3 ? 1m : null }, Litre))));

    [Fact]
    public void One_part_that_was_not_detected_leaves_the_mean_unknown() =>
        Assert.Empty(MeanFormation.Days(Day(h => (At(h, h == 3 ? new(ValueQualifier.NotDetected, 0m) : MeasuredValue.Of(8m)), Litre))));

    [Fact]
    public void One_part_above_the_range_leaves_the_mean_above_a_number_whatever_the_others_are()
    {
        // What lies below its detection limit or was not detected adds nothing for certain.
        var mean = Assert.Single(MeanFormation.Days(Day(h => (
            At(h, h switch { 0 => new(ValueQualifier.Above, 24m), 1 => new(ValueQualifier.Below, 24m), 2 => new(ValueQualifier.NotDetected, 0m), _ => MeasuredValue.Of(8m) }), Litre))));
        Assert.Equal(new MeasuredValue(ValueQualifier.Above, (24m + (21 * 8m)) / 24m), mean.Point.Value);
    }

    [Fact]
    public void The_flow_weighs_and_is_summed()
    {
        var mean = Assert.Single(MeanFormation.Days(Day(h => (At(h, MeasuredValue.Of(h < 12 ? 100m : 50m)) with { VolumeM3 = h < 12 ? 3m : 1m }, Litre))));
        Assert.Equal((MeasuredValue.Of(87.5m), (decimal?)48m), (mean.Point.Value, mean.Point.VolumeM3));
    }

    [Fact]
    public void An_hour_without_flow_weighs_nothing()
    {
        var mean = Assert.Single(MeanFormation.Days(Day(h => (At(h, MeasuredValue.Of(h < 12 ? 100m : 50m)) with { VolumeM3 = h < 12 ? 0m : 1m }, Litre))));
        Assert.Equal((MeasuredValue.Of(50m), (decimal?)12m), (mean.Point.Value, mean.Point.VolumeM3));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void Without_the_flow_of_every_part_or_where_nothing_flowed_the_mean_is_plain(int? others)
    {
        var mean = Assert.Single(MeanFormation.Days(Day(h => (At(h, MeasuredValue.Of(h < 12 ? 100m : 50m)) with { VolumeM3 = others is null && h < 12 ? 3m : others }, Litre))));
        Assert.Equal((MeasuredValue.Of(75m), (decimal?)null), (mean.Point.Value, mean.Point.VolumeM3));
    }

    [Fact]
    public void Two_readings_stand_for_their_distance_and_one_for_a_minute()
    {
        Assert.Equal(25, MeanFormation.Step([Minute(10), Minute(35)]));
        Assert.Equal(1, MeanFormation.Step([Minute(10)]));
        Assert.Equal(1, MeanFormation.Step([Minute(10), Minute(10)]));
    }

    private static IEnumerable<(SeriesPoint Point, Unit Unit)> Day(Func<int, (SeriesPoint, Unit)> hour) => Enumerable.Range(0, 24).Select(hour);

    private static SeriesPoint At(int hour, MeasuredValue value) => new(new(2024, 3, 1, hour, 0, 0), value, TestFacts.Source);

    private static DateTime Minute(int minute) => new(2024, 3, 1, 8, minute, 0);
}
