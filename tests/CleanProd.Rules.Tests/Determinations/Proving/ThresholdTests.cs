using CleanProd.Rules.Determinations.Proving;
using CleanProd.Rules.Rules;
using static CleanProd.Rules.Tests.Determinations.Proving.SmallPack;

namespace CleanProd.Rules.Tests.Determinations.Proving;

/// <summary>Which lines a condition draws between numbers, and on which side of them a case lies.</summary>
public class ThresholdTests
{
    private static string[] Lines(string condition) =>
        [.. Threshold.Of("rule", "condition", TestFacts.Compiled(condition).Rules[0].Condition.Expression).Select(t => $"{t.Text}")];

    [Theory]
    [InlineData("indicators.Value(\"x\") > 10", "indicators.Value(\"x\") > 10")]
    [InlineData("indicators.Value(\"x\") == 10", "indicators.Value(\"x\") == 10")]
    [InlineData("monitoring.Any(m => m.ExceedanceCount > 0)", "m.ExceedanceCount > 0: MaxRatio 1")]
    [InlineData("monitoring.Any(m => m.ExceedanceCount > 1)", "m.ExceedanceCount > 1")]
    [InlineData("monitoring.Any(m => m.ExceedanceDays > 0)", "m.ExceedanceDays > 0")]
    [InlineData("monitoring.Any(m => m.MonthsAtOrOver(1.4m) >= 2)", "m.MonthsAtOrOver(1.4m) >= 2|m.MonthsAtOrOver(1.4m): MaxRatio 1.4m")]
    [InlineData("monitoring.Any(m => m.CountAtOrOver(1.4m) + m.CountAtOrOver(1.2m) >= 2)", "m.CountAtOrOver(1.4m) + m.CountAtOrOver(1.2m) >= 2|m.CountAtOrOver(1.4m): MaxRatio 1.4m|m.CountAtOrOver(1.2m): MaxRatio 1.2m")]
    [InlineData("indicators.Value(\"x\") > 10 and not (indicators.Value(\"y\") < 3)", "indicators.Value(\"x\") > 10|indicators.Value(\"y\") < 3")]
    [InlineData("indicators.Value(\"x\") == null or null != indicators.Value(\"y\")", "")]
    [InlineData("facility.EiaApprovedOn < \"2016-07-01\" or facility.Region == \"44\" or facility.KeySource == true", "")]
    [InlineData("monitoring.Any(m => Math.Abs(m.ExceedanceCount - 1.5m) > 2)", "Math.Abs(m.ExceedanceCount - 1.5m) > 2")]
    [InlineData("period.From.Year < 2016", "period.From.Year < 2016")]
    public void A_line_lies_where_numbers_are_held_against_each_other(string condition, string lines) => Assert.Equal(lines.Split('|', StringSplitOptions.RemoveEmptyEntries), Lines(condition));

    private static string Sides(string condition, string indicators, string outcome, Newtonsoft.Json.Linq.JObject? tables = null)
    {
        var pack = Of([Rule(condition)], [Case("case", indicators, outcome, tables: tables)]);
        var example = PreparedCase.Of(pack, Shipped.Reference)[0];
        return string.Join(' ', Threshold.Of("rule", "condition", example.Pack.Rules[0].Condition.Expression).Select(t => t.Relation(example)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"));
    }

    [Theory]
    [InlineData("indicators.Value(\"x\") > 10", "x=9", "not_triggered", "-1")]
    [InlineData("indicators.Value(\"x\") > 10", "x=10", "not_triggered", "0")]
    [InlineData("indicators.Value(\"x\") > 10", "x=10.1", "triggered", "1")]
    [InlineData("indicators.Value(\"x\") < 10", "x=9", "triggered", "-1")]
    [InlineData("10 < indicators.Value(\"x\")", "x=9", "not_triggered", "1")]
    [InlineData("indicators.Value(\"x\") > 10", "", "undetermined", "?")]
    [InlineData("indicators.Value(\"x\") > indicators.Value(\"y\")", "x=4 y=3", "triggered", "1")]
    // Where the first part decides, the second is not asked.
    [InlineData("indicators.Value(\"x\") > 10 and indicators.Value(\"y\") > 5", "x=9 y=6", "not_triggered", "-1 ?")]
    [InlineData("indicators.Value(\"x\") > 10 and indicators.Value(\"y\") > 5", "x=11 y=6", "triggered", "1 1")]
    public void On_which_side_a_case_lies_is_told_where_it_is_known(string condition, string indicators, string outcome, string sides) => Assert.Equal(sides, Sides(condition, indicators, outcome));

    [Theory]
    [InlineData("2024-03-04=80", "not_triggered", "-1")]
    [InlineData("2024-03-04=90", "not_triggered", "0")]
    [InlineData("2024-03-04=91", "triggered", "1")]
    public void An_exceedance_lies_where_the_highest_value_meets_its_limit(string values, string outcome, string side) =>
        Assert.Equal(side, Sides("monitoring.Any(m => m.ExceedanceCount > 0)", "", outcome, Measured(values)));

    [Fact]
    public void Of_several_items_no_side_is_told()
    {
        var both = Measured("2024-03-04=90");
        ((Newtonsoft.Json.Linq.JArray)both["measurements"]!).Add(Measured("2024-03-04=90", "氨氮")["measurements"]![0]!);
        Assert.Equal("?", Sides("monitoring.Any(m => m.ExceedanceCount > 0)", "", "not_triggered", both));
        Assert.Equal("?", Sides("monitoring.Any(m => m.ExceedanceCount > 0)", "", "undetermined"));
    }
}
