using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Limits;
using static System.Globalization.CultureInfo;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>The limit of one value, how it stands to it, and what two rates come to together.</summary>
public class AppliedLimitTests
{
    private static readonly Unit Milligrams = Unit.Parse("mg/L"), Rate = Unit.Parse("kg/h");
    private static readonly SourceRef Row = new("a.csv", null, 2);
    private static readonly PermitLimits Permit = new([new(new("A"), new("DW001"), new("w01018"), Milligrams, new(2020, 1, 1), Row) { LimitLow = 1m, LimitHigh = 80m, LegalSource = "证" }]);

    [Theory]
    [InlineData("5", null, "5", null, "随监测值报告的限值")]
    [InlineData(null, "70", null, "70", "随监测值报告的限值")]
    [InlineData("5", "70", "5", "70", "随监测值报告的限值")]
    [InlineData(null, null, "1", "80", "证")]
    public void The_limit_of_the_row_comes_before_the_permits(string? low, string? high, string? appliedLow, string? appliedHigh, string basis)
    {
        var limit = AppliedLimit.Of(Number(low), Number(high), Milligrams, new(2024, 3, 1), Permit);
        Assert.Equal((Number(appliedLow), Number(appliedHigh), basis, basis == "证", false), (limit.Low, limit.High, limit.Basis, limit.Law is not null, limit.IsNone));
    }

    [Theory]
    [InlineData("kg/h", 2024)]
    [InlineData("mg/L", 2019)]
    public void A_permit_of_another_kind_or_time_is_no_limit(string unit, int year) => Assert.True(AppliedLimit.Of(null, null, Unit.Parse(unit), new(year, 3, 1), Permit).IsNone);

    [Theory]
    [InlineData("6", "9", "5.9", "6")]
    [InlineData("6", "9", "6", "9")]
    [InlineData("6", "9", "9.5", "9")]
    [InlineData("6", null, "7", "6")]
    [InlineData("6", null, "5", "6")]
    [InlineData(null, "9", "5", "9")]
    [InlineData(null, null, "5", null)]
    public void A_value_is_shown_against_the_bound_it_breaks(string? low, string? high, string value, string? shown)
    {
        var limit = new AppliedLimit(Number(low), Number(high), null);
        Assert.Equal((Number(shown), low is null && high is null), (limit.Broken(MeasuredValue.Read(value)), limit.IsNone));
    }

    // Value, lower and upper limit; what it comes to, and the ratio.
    [Theory]
    [InlineData("5", "6", "9", Standing.Exceeds, "1.2")]
    [InlineData("0", "6", "9", Standing.Exceeds, null)]
    [InlineData("-1", "6", "9", Standing.Exceeds, null)]
    [InlineData("6", "6", "9", Standing.Compliant, "0.6666666666666666666666666667")]
    [InlineData("18", "6", "9", Standing.Exceeds, "2")]
    [InlineData("7", "6", null, Standing.Compliant, null)]
    [InlineData("<6", "6", null, Standing.Exceeds, "1")]
    [InlineData("<7", "6", null, Standing.Indeterminate, null)]
    [InlineData(">6", "6", null, Standing.Compliant, null)]
    [InlineData(">5", "6", null, Standing.Indeterminate, null)]
    [InlineData("ND", "6", null, Standing.Indeterminate, null)]
    [InlineData("", "6", null, Standing.Indeterminate, null)]
    [InlineData("<9", null, "9", Standing.Compliant, "1")]
    [InlineData(">9", null, "9", Standing.Exceeds, "1")]
    [InlineData("<9", "6", "9", Standing.Indeterminate, null)]
    [InlineData("<5", "6", "9", Standing.Exceeds, "1.2")]
    [InlineData(">10", "6", "9", Standing.Exceeds, "1.1111111111111111111111111111")]
    [InlineData(">7", "6", "9", Standing.Indeterminate, null)]
    [InlineData("ND", null, "9", Standing.Compliant, null)]
    [InlineData("1", null, "0", Standing.Exceeds, null)]
    [InlineData("0", null, "0", Standing.Compliant, null)]
    public void A_value_stands_to_both_ends_as_far_as_it_tells(string value, string? low, string? high, Standing standing, string? ratio) =>
        Assert.Equal((standing, Number(ratio)), ValueJudgement.Judge(MeasuredValue.Read(value), Number(low), Number(high)));

    [Theory]
    [InlineData("3", "4", "7", "7", "7")]
    [InlineData("<3", "4", "4", "7", "4–7")]
    [InlineData("3", ">4", "7", null, "≥7")]
    [InlineData("ND", "4", "4", null, "≥4")]
    [InlineData("<3", "<4", "0", "7", "0–7")]
    [InlineData("", "4", "4", null, "≥4")]
    [InlineData(">3", "<4", "3", null, "≥3")]
    public void Two_rates_come_to_at_least_and_at_most(string one, string other, string low, string? high, string text)
    {
        var sum = SummedRate.Of(MeasuredValue.Read(one), MeasuredValue.Read(other));
        Assert.Equal((Number(low), Number(high), text), ((decimal?)sum.Low, sum.High, sum.ToString()));
    }

    // The limit is 5 kg/h: over it by the least, within it by the most.
    [Theory]
    [InlineData("5.1", null, "5.1")]
    [InlineData("5.1", "9", "5.1")]
    [InlineData("5", "5", "5")]
    [InlineData("4", "5", "5")]
    [InlineData("4", "5.1", null)]
    [InlineData("4", null, null)]
    public void The_sum_is_told_where_it_is_certain(string low, string? high, string? told)
    {
        var answer = new LimitAnswer([new(LimitStanding.Applies, [new() { High = 5m, Unit = Rate, Standard = "x", Source = Row }], Wording.None)], []);
        Assert.Equal(told is null ? null : MeasuredValue.Read(told), new SummedRate(decimal.Parse(low, InvariantCulture), Number(high)).Told(Rate, answer));
    }

    [Fact]
    public void A_sum_that_is_one_number_is_told_even_where_the_limit_is_not_known() =>
        Assert.Equal(MeasuredValue.Of(5m), new SummedRate(5m, 5m).Told(Rate, new([new(LimitStanding.Missing, [], Wording.None)], [])));

    // One limit that is known and converts, nothing converted to oxygen and no stacks: the number alone decides.
    [Theory]
    [InlineData("plain", true)]
    [InlineData("two limits", false)]
    [InlineData("oxygen", false)]
    [InlineData("oxygen of one", false)]
    [InlineData("not detectable", false)]
    [InlineData("another unit", false)]
    [InlineData("stacks", false)]
    [InlineData("missing", false)]
    public void A_limit_of_a_standard_is_plain_or_not(string what, bool plain)
    {
        var one = new ApplicableLimit { High = 5m, Unit = what is "another unit" ? Milligrams : Rate, Standard = "x", Source = Row, ReferenceOxygen = what is "oxygen" ? 3.5m : null, NotDetectable = what is "not detectable" };
        var limit = new StandardLimit(
            new([new(LimitStanding.Applies, what is "two limits" ? [one, one] : what is "oxygen of one" ? [one, one with { ReferenceOxygen = 3.5m }] : [one], Wording.None)], what is "missing" ? [new("x", Wording.None)] : []), Rate)
        { Stacks = what is "stacks" ? new(new(new("a"), new("b"), null, 1m), 20m, null) : null };
        Assert.Equal((plain, what is "oxygen" or "oxygen of one"), (limit.IsPlain, limit.AsksOxygen));
    }

    [Fact]
    public void Of_several_possible_limits_the_loosest_is_shown_in_the_unit_of_the_values()
    {
        ApplicableLimit Limit(decimal? low, decimal? high, string unit, string standard) => new() { Low = low, High = high, Unit = Unit.Parse(unit), Standard = standard, Source = Row };
        var shown = new StandardLimit(new([new(LimitStanding.Applies, [Limit(null, 90_000m, "g/h", "甲"), Limit(null, 200m, "mg/L", "乙")], Wording.None), new(LimitStanding.Applies, [Limit(1000m, 95_000m, "g/h", "丙"), Limit(5m, null, "kg/h", "丁")], Wording.None)], []), Rate);
        Assert.Equal("丙", shown.Shown.Standard);
        Assert.Equal(((decimal?)1m, (decimal?)95m, "丙"), (shown.Applied.Low, shown.Applied.High, shown.Applied.Basis));
        Assert.Same(shown.Shown, shown.Applied.Law);
    }

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, InvariantCulture);
}
