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
    [InlineData("重量箱")]
    [InlineData("adt")]
    public void A_weight_case_or_an_air_dry_tonne_is_not_a_tonne(string unit) => Assert.False(Unit.Parse(unit).ConvertsTo(Unit.Parse("t")));
}
