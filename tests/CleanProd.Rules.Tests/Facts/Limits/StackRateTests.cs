using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Limits;
using FsCheck.Xunit;
using Xunit;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>DB44/27-2001 4.3.2, annexes A and B; SO2, second period, second zone: 15 m 2.1, 20 m 3.6, 100 m 140 kg/h.</summary>
public class StackRateTests
{
    [Theory]
    [InlineData("15", "2.1")]
    [InlineData("18", "3.0")]
    [InlineData("20", "3.6")]
    [InlineData("100", "140")]
    [InlineData("110", "169.4")]
    public void Between_heights_the_rate_is_linear_and_beyond_them_by_the_square(string height, string rate) =>
        Assert.Equal(Number(rate), Rate(height).High);

    // 10.7 case 8.
    [Fact]
    public void A_compliant_concentration_does_not_excuse_the_rate_at_18_metres()
    {
        Assert.Equal(3.0m, Rate("18").High);
        Assert.Contains("附录B 内插", Rate("18").Clause, StringComparison.Ordinal);
        Assert.Equal(Standing.Compliant, Stand("3", "18"));
        Assert.Equal(Standing.Compliant, Stand("2.999", "18"));
        Assert.Equal(Standing.Exceeds, Stand("3.001", "18"));
        var both = Asked.Answer((Sulphur("18") with { Unit = null }).Given("stack_5_m_above_buildings=yes"));
        Assert.Equal(["kg/h", "mg/m3"], both.Limits.Select(l => l.Unit.Symbol).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_stack_not_5_m_above_its_buildings_and_a_new_one_below_15_m_take_half()
    {
        Assert.Equal(1.5m, Asked.Answer(Sulphur("18").Given("stack_5_m_above_buildings=no")).Limits.Single().High);
        Assert.Equal(2.1m * 100m / 225m / 2m, Rate("10").High);
        Assert.Equal(2.6m * 100m / 225m, Asked.Answer((Sulphur("10") with { EiaApprovedOn = new(2001, 12, 31) }).Given("stack_5_m_above_buildings=yes")).Limits.Single().High);
    }

    [Fact]
    public void Without_the_buildings_or_the_height_the_fact_is_asked_for()
    {
        Assert.Equal(["stack_5_m_above_buildings"], Asked.Answer(Sulphur("18")).Missing.Select(m => m.Name));
        Assert.Contains(Asked.Answer(Sulphur("18") with { StackHeightM = null }).Missing, m => m.Name.Contains("height", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_near_stacks_count_as_one()
    {
        Assert.Equal((25m, 5m), StackRate.Equivalent((17m, 2m), (31m, 3m), 47.9m));
        Assert.Null(StackRate.Equivalent((17m, 2m), (31m, 3m), 48m));
    }

    [Property]
    public void A_higher_stack_never_has_a_lower_rate(ushort tenths, byte more)
    {
        (decimal, decimal)[] listed = [(15m, 2.1m), (20m, 3.6m), (30m, 12m), (40m, 21m)];
        var height = (tenths + 1m) / 10m;
        Assert.True(StackRate.At(listed, height + (more / 10m)) >= StackRate.At(listed, height));
    }

    [Property]
    public void The_root_of_a_square_is_exact(uint tenths)
    {
        var number = tenths / 10m;
        Assert.Equal(number, DecimalRoot.Of(number * number));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("2", "1.414213562373")]
    [InlineData("0.0001", "0.01")]
    public void A_root_is_rounded_to_twelve_places(string number, string root) => Assert.Equal(Number(root), DecimalRoot.Of(Number(number)));

    private static LimitQuestion Sulphur(string height) =>
        (Asked.Air("二氧化硫", Asked.Guangzhou, unit: "kg/h") with { Grade = "二级", StackHeightM = Number(height), Standard = "DB44/27-2001" }).Given("gas_source=process", "process=other");

    private static ApplicableLimit Rate(string height) => Asked.Answer(Sulphur(height).Given("stack_5_m_above_buildings=yes")).Limits.Single();

    private static Standing Stand(string value, string height) =>
        LimitComparison.Stand(MeasuredValue.Of(Number(value)), Unit.Parse("kg/h"), Asked.Answer(Sulphur(height).Given("stack_5_m_above_buildings=yes")));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
