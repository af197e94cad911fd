using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>Of the limits of a permit the strictest in force on the day binds.</summary>
public class PermitLimitTests
{
    private static readonly Unit MgL = Unit.Parse("mg/L");

    private static readonly DateOnly Day = new(2024, 6, 1);

    private static PermitLimitRecord Permit(decimal? high, decimal? low = null, string unit = "mg/L", int row = 2) =>
        new(new("A"), new("1"), new("COD"), Unit.Parse(unit), new(2024, 1, 1), new("permit_limits.csv", null, row)) { LimitHigh = high, LimitLow = low };

    private static string Of(params PermitLimitRecord[] permits) => Said(PermitLimit.Strictest(permits, MgL, Day, null));

    private static string Said(ApplicableLimit? limit) => limit is null ? "" : $"{Number(limit.Low)}–{Number(limit.High)} {limit.Unit} {limit.Standard} {limit.Source.Row}";

    private static string Number(decimal? number) => number is { } n ? PlainNumber.Text(n) : "";

    [Fact]
    public void The_strictest_of_several_binds()
    {
        Assert.Equal("", Of());
        Assert.Equal("–80 mg/L 排污许可证 2", Of(Permit(80m)));
        Assert.Equal("–70 mg/L 排污许可证 3", Of(Permit(80m), Permit(70m, row: 3)));
        Assert.Equal("–70 mg/L 排污许可证 3", Of(Permit(70m, row: 3), Permit(80m)));
        Assert.Equal("–70 mg/L 排污许可证 2", Of(Permit(70m), Permit(70m, row: 3)));
        Assert.Equal("–60 mg/L 排污许可证 3", Of(Permit(80m), Permit(0.06m, unit: "g/L", row: 3)));
        Assert.Equal("6.5–8 mg/L 排污许可证 3", Of(Permit(9m, 6.5m), Permit(8m, 6m, row: 3)));
        Assert.Equal("6.5–8 mg/L 排污许可证 2", Of(Permit(8m, 6m), Permit(9m, 6.5m, row: 3)));
        Assert.Equal("6– mg/L 排污许可证 2", Of(Permit(null, 6m)));
        Assert.Equal("6–80 mg/L 排污许可证 3", Of(Permit(null, 6m), Permit(80m, row: 3)));
        Assert.Equal("6–80 mg/L 排污许可证 3", Of(Permit(80m, row: 3), Permit(null, 6m)));
    }

    [Fact]
    public void One_in_a_unit_of_something_else_is_no_limit_for_the_value()
    {
        Assert.Equal("", Of(Permit(80m, unit: "kg/h")));
        Assert.Equal("–80 mg/L 排污许可证 3", Of(Permit(1m, unit: "kg/h"), Permit(80m, row: 3)));
        Assert.Equal("–1 kg/h 排污许可证 2", Said(PermitLimit.Strictest([Permit(1m, unit: "kg/h"), Permit(80m, row: 3)], null, Day, null)));
    }

    [Theory]
    [InlineData("2023-12-31", false)]
    [InlineData("2024-01-01", true)]
    [InlineData("2024-12-31", true)]
    [InlineData("2025-01-01", false)]
    public void It_binds_from_its_first_day_to_its_last(string day, bool binds) =>
        Assert.Equal(binds, PermitLimit.Strictest([Permit(80m) with { To = new(2024, 12, 31) }], MgL, Asked.Day(day), null) is not null);

    [Fact]
    public void One_of_another_window_is_passed_over_where_a_window_is_asked_for()
    {
        var daily = Permit(80m) with { Window = AveragingWindow.Day, LegalSource = "许可证甲" };
        Assert.Equal("–80 mg/L 许可证甲 2", Said(PermitLimit.Strictest([daily], MgL, Day, AveragingWindow.Day)));
        Assert.Equal("", Said(PermitLimit.Strictest([daily], MgL, Day, AveragingWindow.Hour)));
        Assert.Equal("–80 mg/L 许可证甲 2", Said(PermitLimit.Strictest([daily], MgL, Day, null)));
        Assert.Equal("–80 mg/L 排污许可证 2", Said(PermitLimit.Strictest([Permit(80m)], MgL, Day, AveragingWindow.Hour)));
    }

    [Fact]
    public void It_comes_before_every_standard()
    {
        var library = MadeUpLimits.Library([MadeUpLimits.General("G")], [MadeUpLimits.Row("G", 10m)]);
        Assert.Equal("permit_limits.csv:2", MadeUpLimits.Said(library, MadeUpLimits.Question with { Region = null, Unit = MgL, PermitLimits = [Permit(80m)] }));
        Assert.Equal("G=10", MadeUpLimits.Said(library, MadeUpLimits.Question with { SampledOn = new(2023, 12, 31), PermitLimits = [Permit(80m)] }));
        Assert.Equal("G=10", MadeUpLimits.Said(library, MadeUpLimits.Question with { Window = AveragingWindow.Hour, PermitLimits = [Permit(80m) with { Window = AveragingWindow.Day }] }));
    }

    [Fact]
    public void For_a_series_it_is_told_for_each_day()
    {
        var limits = new PermitLimits([Permit(80m) with { To = new(2024, 6, 30) }, Permit(70m, row: 3) with { From = new(2024, 3, 1), To = new(2024, 3, 31) }, Permit(1m, unit: "kg/h", row: 4)]);
        DateOnly[] days = [new(2023, 12, 31), new(2024, 1, 1), new(2024, 2, 29), new(2024, 3, 1), new(2024, 3, 31), new(2024, 4, 1), new(2024, 6, 30), new(2024, 7, 1)];
        decimal?[] expected = [null, 80m, 80m, 70m, 70m, 80m, 80m, null];
        Assert.Equal(expected, days.Select(d => limits.On(MgL, d)?.High));
        Assert.Equal(expected.Reverse(), days.Reverse().Select(d => limits.On(MgL, d)?.High));
        Assert.Equal(1m, limits.On(Unit.Parse("kg/h"), new(2024, 7, 1))?.High);
        Assert.Null(limits.On(MgL, new(2024, 7, 1)));
        Assert.Null(new PermitLimits([]).On(MgL, Day));
        Assert.Equal(new DateOnly(2024, 3, 1), new PermitLimits([Permit(70m) with { From = new(2024, 3, 1) }, Permit(80m) with { To = new(2024, 3, 1) }]).NextChange(new(2024, 2, 1)));
    }

    [Theory]
    [InlineData("2023-12-30", "2024-01-01")]
    [InlineData("2023-12-31", "2024-01-01")]
    [InlineData("2024-01-01", "2024-03-01")]
    [InlineData("2024-03-01", "2024-04-01")]
    [InlineData("2024-03-31", "2024-04-01")]
    [InlineData("2024-04-01", "2024-07-01")]
    [InlineData("2024-06-30", "2024-07-01")]
    [InlineData("2024-07-01", "9999-12-31")]
    public void The_next_change_is_the_first_day_after(string day, string next) => Assert.Equal(
        Asked.Day(next),
        new PermitLimits([Permit(80m) with { To = new(2024, 6, 30) }, Permit(70m) with { From = new(2024, 3, 1), To = new(2024, 3, 31) }, Permit(60m)]).NextChange(Asked.Day(day)));
}
