using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>How a value stands to an answer: only what is so however the missing facts turn out.</summary>
public class HeldAgainstLimitTests
{
    private static readonly Unit MgL = Unit.Parse("mg/L");

    private static ApplicableLimit Upper(decimal high, decimal? oxygen = null) => new() { High = high, Unit = MgL, Standard = "G", ReferenceOxygen = oxygen, Source = TestFacts.Source };

    private static PossibleAnswer Applies(params ApplicableLimit[] limits) => new(LimitStanding.Applies, limits, Wording.None);

    private static PossibleAnswer Only(LimitStanding standing, params ApplicableLimit[] limits) => new(standing, limits, Wording.None);

    private static Standing Stand(decimal value, params PossibleAnswer[] possible) => LimitComparison.Stand(MeasuredValue.Of(value), MgL, new(possible, []));

    [Fact]
    public void It_exceeds_or_complies_only_if_it_does_in_every_way()
    {
        Assert.Equal([Standing.Compliant, Standing.Indeterminate, Standing.Exceeds], new[] { 80m, 90m, 91m }.Select(v => Stand(v, Applies(Upper(80m)), Applies(Upper(90m)))));
        Assert.Equal(Standing.Indeterminate, Stand(91m, Applies(Upper(80m)), Only(LimitStanding.NoLimit)));
        Assert.Equal(Standing.Compliant, Stand(80m, Applies(Upper(80m)), Only(LimitStanding.NoLimit)));
    }

    [Fact]
    public void One_of_several_limits_that_is_exceeded_is_enough()
    {
        Assert.Equal(Standing.Exceeds, Stand(85m, Applies(Upper(80m), Upper(90m))));
        Assert.Equal(Standing.Exceeds, Stand(85m, Applies(Upper(90m), Upper(80m))));
        Assert.Equal(Standing.Exceeds, Stand(85m, Applies(Upper(90m) with { Unit = Unit.Parse("kg/h") }, Upper(80m))));
        Assert.Equal(Standing.Indeterminate, Stand(75m, Applies(Upper(90m) with { Unit = Unit.Parse("kg/h") }, Upper(80m))));
        Assert.Equal(Standing.Indeterminate, Stand(75m, Applies(Upper(80m), Upper(90m) with { Unit = Unit.Parse("kg/h") }, Upper(80m))));
    }

    [Fact]
    public void Where_a_limit_is_not_at_hand_only_an_exceedance_of_a_known_one_is_certain()
    {
        Assert.Equal(Standing.Exceeds, Stand(91m, Only(LimitStanding.Missing, Upper(90m))));
        Assert.Equal(Standing.Indeterminate, Stand(90m, Only(LimitStanding.Missing, Upper(90m))));
        Assert.Equal(Standing.Indeterminate, Stand(90m, Only(LimitStanding.Missing)));
    }

    [Fact]
    public void Without_a_limit_it_complies_and_against_another_window_it_cannot_be_told()
    {
        Assert.Equal(Standing.Compliant, Stand(90m, Only(LimitStanding.NoLimit)));
        Assert.Equal(Standing.Indeterminate, Stand(90m, Only(LimitStanding.OtherWindow, Upper(80m))));
        Assert.Equal(Standing.Indeterminate, LimitComparison.Stand(MeasuredValue.Of(1m), MgL, new([], [])));
    }

    [Fact]
    public void Bounds_are_held_in_the_unit_of_the_value()
    {
        var range = Upper(9m) with { Low = 6m, Unit = Unit.Parse("g/L") };
        Assert.Equal([Standing.Exceeds, Standing.Compliant, Standing.Compliant, Standing.Exceeds], new[] { 5999m, 6000m, 9000m, 9001m }.Select(v => Stand(v, Applies(range))));
    }

    [Theory]
    [InlineData("0.001", Standing.Exceeds)]
    [InlineData("0", Standing.Compliant)]
    [InlineData(">0.5", Standing.Exceeds)]
    [InlineData("<0.5", Standing.Compliant)]
    [InlineData("ND", Standing.Compliant)]
    [InlineData("", Standing.Indeterminate)]
    public void What_must_not_be_detected(string value, Standing expected) =>
        Assert.Equal(expected, LimitComparison.Stand(MeasuredValue.Read(value), MgL, new([Applies(Upper(0m) with { NotDetectable = true })], [])));

    // 10 at 17.5 % oxygen is 50 at 3.5 %.
    [Theory]
    [InlineData("10", 17.5, Standing.Compliant)]
    [InlineData("10.001", 17.5, Standing.Exceeds)]
    [InlineData("<10", 17.5, Standing.Compliant)]
    [InlineData("<10.001", 17.5, Standing.Indeterminate)]
    [InlineData("10.001", null, Standing.Compliant)]
    [InlineData("10", 21.0, Standing.Indeterminate)]
    [InlineData("10", 22.0, Standing.Indeterminate)]
    public void A_value_is_converted_to_the_reference_oxygen_of_the_limit(string value, double? oxygen, Standing expected) =>
        Assert.Equal(expected, LimitComparison.Stand(MeasuredValue.Read(value), MgL, new([Applies(Upper(50m, 3.5m))], []), (decimal?)oxygen));

    [Fact]
    public void Measured_oxygen_changes_nothing_where_the_limit_has_no_reference() =>
        Assert.Equal(Standing.Compliant, LimitComparison.Stand(MeasuredValue.Of(50m), MgL, new([Applies(Upper(50m))], []), 17.5m));

    [Fact]
    public void A_minimum_of_removal_is_met_on_it_unless_more_is_asked()
    {
        var removal = Upper(0m) with { High = null, Low = 60m };
        Assert.Equal([false, true, true], new[] { 59.9m, 60m, 60.1m }.Select(v => LimitComparison.Removes(v, removal, false)));
        Assert.Equal([false, false, true], new[] { 59.9m, 60m, 60.1m }.Select(v => LimitComparison.Removes(v, removal, true)));
        Assert.True(LimitComparison.Removes(0m, Upper(50m), true));
    }

    [Fact]
    public void Only_a_number_is_converted()
    {
        Assert.Equal(MeasuredValue.NotDetected, ConvertedConcentration.ToReferenceOxygen(MeasuredValue.NotDetected, 17.5m, 3.5m));
        Assert.Equal(MeasuredValue.Missing, ConvertedConcentration.ToReferenceOxygen(MeasuredValue.Missing, 17.5m, 3.5m));
        Assert.Equal(new MeasuredValue(ValueQualifier.Below, 50m), ConvertedConcentration.ToReferenceOxygen(new MeasuredValue(ValueQualifier.Below, 10m), 17.5m, 3.5m));
        Assert.Null(ConvertedConcentration.ToReferenceOxygen(MeasuredValue.Missing, 21m, 3.5m));
    }

    [Fact]
    public void What_cannot_be_computed_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ConvertedConcentration.ToReferenceOxygen(50m, 21.5m, 9m));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConvertedConcentration.ToReferenceOxygen(50m, 9m, 21m));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConvertedConcentration.ToBaseDrainage(50m, 9m, [(0m, 140m)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConvertedConcentration.MixedOutletLimit([(50m, 0m, 140m)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => StackRate.At([(15m, 1m)], 0m));
        Assert.Throws<ArgumentOutOfRangeException>(() => DecimalRoot.Of(-1m));
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("0.25", "0.5")]
    [InlineData("625", "25")]
    [InlineData("3", "1.732050807569")]
    [InlineData("0.0000000001", "0.00001")]
    public void Roots(string number, string root) => Assert.Equal(root, PlainNumber.Text(DecimalRoot.Of(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void Rates_are_listed_in_any_order()
    {
        (decimal, decimal)[] listed = [(30m, 12m), (15m, 2m), (20m, 4m)];
        Assert.Equal([0.5m, 2m, 2.8m, 4m, 8m, 12m, 48m], new[] { 7.5m, 15m, 17m, 20m, 25m, 30m, 60m }.Select(h => StackRate.At(listed, h)));
        Assert.Equal([2m, 8m, 0.5m], new[] { 15m, 30m, 7.5m }.Select(h => StackRate.At([(15m, 2m)], h)));
    }
}
