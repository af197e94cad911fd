using CleanProd.Rules.Facts.Limits;
using Xunit;

namespace CleanProd.Rules.Tests.Facts.Limits;

public class ConvertedConcentrationTests
{
    // GB 13271-2014: coal at 9 % reference oxygen.
    [Theory]
    [InlineData("50", "9", "9", "50")]
    [InlineData("40", "13", "9", "60")]
    [InlineData("60", "5", "9", "45")]
    [InlineData("50", "3.5", "3.5", "50")]
    public void Combustion_gas_is_converted_to_reference_oxygen(string measured, string oxygen, string reference, string expected) =>
        Assert.Equal(Number(expected), ConvertedConcentration.ToReferenceOxygen(Number(measured), Number(oxygen), Number(reference)));

    [Fact]
    public void Air_has_no_concentration_at_reference_oxygen() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ConvertedConcentration.ToReferenceOxygen(50m, 21m, 9m));

    // 10.7 case 9: GB 4287-2012 4.5; a ratio of exactly 1 and below keeps the measured value.
    [Theory]
    [InlineData("139", "60")]
    [InlineData("1400", "60")]
    [InlineData("1401", "60.042857142857142857142857143")]
    [InlineData("2800", "120")]
    public void Drainage_beyond_the_base_raises_the_concentration_and_never_lowers_it(string drained, string expected) =>
        Assert.Equal(Number(expected), ConvertedConcentration.ToBaseDrainage(60m, Number(drained), [(10m, 140m)]));

    [Fact]
    public void What_several_products_may_drain_is_added_up() =>
        Assert.Equal((60m, 120m), (ConvertedConcentration.ToBaseDrainage(60m, 1700m, [(10m, 140m), (30m, 10m)]), ConvertedConcentration.ToBaseDrainage(60m, 3400m, [(10m, 140m), (30m, 10m)])));

    // DB44/26-2001 annex A.
    [Fact]
    public void A_mixed_outlet_has_the_limit_weighted_by_water() =>
        Assert.Equal(97.5m, ConvertedConcentration.MixedOutletLimit([(100m, 3m, 10m), (90m, 1m, 10m)]));

    // DB44/26-2001 annex B.
    [Fact]
    public void A_load_limit_follows_from_concentration_and_base_drainage() =>
        Assert.Equal(14m, ConvertedConcentration.LoadLimit(100m, 140m));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
