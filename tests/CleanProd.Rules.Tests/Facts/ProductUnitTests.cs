using CleanProd.Rules.Facts;
using Xunit;

namespace CleanProd.Rules.Tests.Facts;

public class ProductUnitTests
{
    [Theory]
    [InlineData("tce/重量箱", "kgce/重量箱", 1000)]
    [InlineData("tce/adt", "kgce/风干吨", 1000)]
    public void Energy_per_weight_case_of_glass_or_air_dry_tonne_of_pulp_converts(string from, string to, int factor) =>
        Assert.Equal(factor, Unit.Parse(from).Convert(1m, Unit.Parse(to)));

    [Theory]
    [InlineData("mg/100mL", "mg/L", 10, true)]
    [InlineData("mg/0L", "mg/L", 0, false)]
    [InlineData("0mg/L", "mg/L", 0, false)]
    [InlineData("999999999999999999999999999999mg/L", "mg/L", 0, false)]
    [InlineData("mg/999999999999999999999999999999L", "mg/L", 0, false)]
    public void A_multiple_of_a_unit_is_one_and_nothing_or_more_than_anybody_measures_in_is_none(string from, string to, int factor, bool converts)
    {
        Assert.Equal(converts, Unit.Parse(from).ConvertsTo(Unit.Parse(to)));
        if (converts) Assert.Equal(factor, Unit.Parse(from).Convert(1m, Unit.Parse(to)));
    }

    [Theory]
    [InlineData("重量箱")]
    [InlineData("adt")]
    public void A_weight_case_or_an_air_dry_tonne_is_not_a_tonne(string unit) => Assert.False(Unit.Parse(unit).ConvertsTo(Unit.Parse("t")));
}
