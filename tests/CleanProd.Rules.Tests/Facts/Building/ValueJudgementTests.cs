using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Building;

public class ValueJudgementTests
{
    [Theory]
    [InlineData("89.9", Standing.Compliant)]
    [InlineData("90", Standing.Compliant)]
    [InlineData("90.0001", Standing.Exceeds)]
    public void Above_the_limit_exceeds_and_on_it_complies(string value, Standing expected) =>
        Assert.Equal(expected, ValueJudgement.Judge(MeasuredValue.Of(Number(value)), null, 90m).Standing);

    [Theory]
    [InlineData("5.9", Standing.Exceeds)]
    [InlineData("6", Standing.Compliant)]
    [InlineData("9.0", Standing.Compliant)]
    [InlineData("9.1", Standing.Exceeds)]
    public void A_range_binds_at_both_ends(string value, Standing expected) =>
        Assert.Equal(expected, ValueJudgement.Judge(MeasuredValue.Of(Number(value)), 6m, 9m).Standing);

    [Theory]
    [InlineData(ValueQualifier.Below, "3", Standing.Compliant)]
    [InlineData(ValueQualifier.Below, "5", Standing.Compliant)]
    [InlineData(ValueQualifier.Below, "6", Standing.Indeterminate)]
    [InlineData(ValueQualifier.Above, "5", Standing.Exceeds)]
    [InlineData(ValueQualifier.Above, "4", Standing.Indeterminate)]
    [InlineData(ValueQualifier.NotDetected, "0", Standing.Compliant)]
    [InlineData(ValueQualifier.Missing, "0", Standing.Indeterminate)]
    public void A_qualified_value_is_judged_only_as_far_as_it_tells(ValueQualifier qualifier, string number, Standing expected) =>
        Assert.Equal(expected, ValueJudgement.Judge(new(qualifier, Number(number)), null, 5m).Standing);

    [Fact]
    public void Without_a_limit_nothing_can_be_told() =>
        Assert.Equal((Standing.Indeterminate, (decimal?)null), ValueJudgement.Judge(MeasuredValue.Of(5m), null, null));

    [Fact]
    public void Missing_is_never_zero() =>
        Assert.NotEqual(ValueJudgement.Judge(MeasuredValue.Of(0m), null, 5m).Standing, ValueJudgement.Judge(MeasuredValue.Missing, null, 5m).Standing);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
