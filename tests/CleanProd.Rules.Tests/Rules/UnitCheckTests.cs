using CleanProd.Rules.Rules;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules;

/// <summary>Only what is measured alike is compared.</summary>
public class UnitCheckTests
{
    private static string P(string unit) => $$"""{ "id": "N", "kind": "number", "unit": "{{unit}}", "title": { "zh": "n", "en": "n" }, "values": [{ "from": "2000-01-01", "to": null, "value": 2, "citation": "x", "basis": "derived" }] }""";

    [Theory]
    [InlineData("monitoring.Any(m => m.MaxRatio > p.N)", "t/a", "unit_mismatch")]
    [InlineData("monitoring.Any(m => m.MaxValue > p.N)", "t/a", "unit_open")]
    [InlineData("monitoring.Any(m => m.MaxValue > p.N)", "mg/L", "unit_open")]
    [InlineData("monitoring.Any(m => m.Unit == \"mg/L\" and m.MaxValue > p.N)", "t/a", "unit_mismatch")]
    [InlineData("monitoring.Any(m => m.Unit == \"mg/L\" and m.MaxValue > p.N)", "ug/L", "unit_mismatch")]
    [InlineData("monitoring.Any(m => m.Unit == \"mg/L\" or m.MaxValue > p.N)", "mg/L", "unit_open")]
    [InlineData("monitoring.Any(m => m.Capture < p.N)", "%", "unit_mismatch")]
    [InlineData("monitoring.Any(m => m.ExceedanceCount > m.LimitHigh)", "1", "unit_open")]
    [InlineData("monitoring.Any(m => m.MonthsOver(p.N) > 2)", "mo", "unit_mismatch")]
    [InlineData("monitoring.Any(m => m.MonthsOver(1) > p.N)", "1", "unit_mismatch")]
    [InlineData("discharges.Any(d => d.DischargedIn(\"kg\") > p.N)", "t", "unit_mismatch")]
    [InlineData("discharges.Any(d => d.DischargedIn(\"mg/L\") > 1)", "1", "unit_mismatch")]
    [InlineData("discharges.Sum(d => d.Discharged) > p.N", "t", "unit_open")]
    [InlineData("discharges.Any(d => d.Discharged + d.Ratio > 1)", "1", "unit_open")]
    [InlineData("energy.Any(e => discharges.Any(d => e.UnitConsumption > d.Discharged))", "1", "unit_mismatch")]
    [InlineData("audits.YearsSinceLastAccepted > p.N", "mo", "unit_mismatch")]
    [InlineData("iif(energy.Any(), p.N, monitoring.Max(m => m.MaxRatio)) > 1", "t", "unit_mismatch")]
    public void What_is_not_measured_alike_is_refused(string condition, string unit, string code) =>
        Assert.Equal(code, Assert.Throws<PackException>(() => Compiled(condition, parameters: P(unit))).Errors[0].Code);

    [Theory]
    [InlineData("discharges.Any(d => d.Unit == \"t\" and discharges.Any(e => e.Discharged > p.N))", "t")]
    [InlineData("monitoring.Any(m => m.Unit == \"mg/L\" and energy.Any(e => e.Limit > p.N))", "mg/L")]
    [InlineData("discharges.Any(d => discharges.Any(e => e.Unit == \"t\" and d.Discharged > p.N))", "t")]
    public void What_is_said_of_the_unit_of_one_item_says_nothing_of_another(string condition, string unit) =>
        Assert.Equal("unit_open", Assert.Throws<PackException>(() => Compiled(condition, parameters: P(unit))).Errors[0].Code);

    [Theory]
    [InlineData("Math.Max(p.N, monitoring.Count()) > 1", "t")]
    [InlineData("Math.Min(monitoring.Count(), p.N) > 1", "mo")]
    public void The_greater_or_smaller_of_two_is_asked_only_of_what_is_measured_alike(string condition, string unit)
    {
        var error = Assert.Throws<PackException>(() => Compiled(condition, parameters: P(unit))).Errors[0];
        Assert.Equal(("unit_mismatch", PackText(condition).Split('\n')[11].IndexOf('M', StringComparison.Ordinal) + "Math.".Length + 1), (error.Code, error.Position.Column));
    }

    [Theory]
    [InlineData("monitoring.Any(m => m.Unit == \"mg/L\" and m.MaxValue > p.N)", "mg/L")]
    [InlineData("monitoring.Any(m => m.MaxValue > p.N and m.Unit == \"mg/L\")", "毫克/升")]
    [InlineData("monitoring.Any(m => m.MaxValue > m.LimitHigh * p.N)", "1")]
    [InlineData("monitoring.Any(m => m.MaxValue / m.LimitHigh > p.N)", "1")]
    [InlineData("monitoring.Any(m => m.MaxValue > m.LimitHigh * 1.4)", "1")]
    [InlineData("discharges.Where(d => d.Unit == \"t\").Sum(d => d.Discharged) > p.N", "t")]
    [InlineData("discharges.Sum(d => d.DischargedIn(\"t\")) > p.N", "t")]
    [InlineData("discharges.Sum(d => d.Discharged) > discharges.Sum(d => d.Quota)", "t")]
    [InlineData("monitoring.Any(a => monitoring.Any(b => a.Unit == b.Unit and a.MaxValue > b.MaxValue))", "1")]
    [InlineData("audits.Any(a => a.MonthsSinceListed > p.N * 12)", "a")]
    [InlineData("indicators.Value(\"x\") > p.N", "t/a")]
    [InlineData("monitoring.Any(m => m.MaxValue > 100)", "1")]
    [InlineData("monitoring.Any(m => m.ExceedanceDays >= p.N)", "d")]
    public void What_is_measured_alike_is_taken(string condition, string unit) => Compiled(condition, parameters: P(unit));

    [Theory]
    [InlineData("facility.Status == \"close\"", "Did you mean 'closed'?")]
    [InlineData("monitoring.Any(m => m.Window in (\"day\", \"dai\"))", "Did you mean 'day'?")]
    [InlineData("audits.Any(a => a.ListedOn > \"01/02/2020\")", "2016-07-01")]
    [InlineData("facility.RegionIn(44)", "RegionIn(prefixes: text)")]
    [InlineData("facility.Name == 5", "texts with texts")]
    [InlineData("monitoring.Anny(m => m.ExceedanceCount > 0)", "Did you mean 'Any'?")]
    [InlineData("indicators.Valu(\"x\") > 1", "Did you mean 'Value'?")]
    public void A_mistake_is_told_with_what_was_meant(string condition, string says) =>
        Assert.Contains(says, Assert.Throws<PackException>(() => Compiled(condition)).Errors[0].Message, StringComparison.Ordinal);

    [Fact]
    public void The_place_of_a_mistake_is_its_own_and_not_that_of_the_first_word_of_its_name()
    {
        const string condition = "monitoring.Any(m => m.MaxValue > m.LimitHigh) or monitoring.Any(m => m.MaxValue > m.ExceedanceCount)";
        var error = Assert.Throws<PackException>(() => Compiled(condition)).Errors[0];
        Assert.Equal(PackText(condition).Split('\n')[11].LastIndexOf("> m.E", StringComparison.Ordinal) + 1, error.Position.Column);
    }
}
