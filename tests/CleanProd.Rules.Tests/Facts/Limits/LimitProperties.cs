using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Limits;
using FsCheck.Xunit;
using Xunit;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>What holds for any value and any limit.</summary>
public class LimitProperties
{
    private static readonly Unit MgPerL = Unit.Parse("mg/L");

    [Property(MaxTest = 300)]
    public void Tightening_a_limit_never_clears_and_raising_an_emission_never_does(ushort value, ushort limit, byte tighter, byte more)
    {
        var (v, l) = (value / 10m, limit / 10m);
        if (Stand(v, l) != Standing.Exceeds) return;
        Assert.Equal(Standing.Exceeds, Stand(v, l - (tighter / 10m)));
        Assert.Equal(Standing.Exceeds, Stand(v + (more / 10m), l));
    }

    [Property(MaxTest = 300)]
    public void The_unit_of_a_value_never_changes_how_it_stands(ushort value, ushort limit)
    {
        var (v, answer) = (value / 10m, Answer(limit / 10m));
        foreach (var unit in new[] { "ug/L", "g/L", "mg/m3", "kg/m3" }.Select(Unit.Parse))
            Assert.Equal(LimitComparison.Stand(MeasuredValue.Of(v), MgPerL, answer), LimitComparison.Stand(MeasuredValue.Of(MgPerL.Convert(v, unit)), unit, answer));
    }

    [Property(MaxTest = 200)]
    public void Learning_a_fact_never_turns_a_certain_exceedance_into_compliance(ushort value, bool first, byte day)
    {
        var unknown = Asked.Water("COD", Asked.Guangzhou) with { Standard = "DB44/26-2001", EiaApprovedOn = null };
        var known = unknown with { Grade = first ? "一级" : "二级", EiaApprovedOn = new DateOnly(2001, 12, 1).AddDays(day) };
        var before = LimitComparison.Stand(MeasuredValue.Of(value), MgPerL, Asked.Answer(unknown));
        if (before != Standing.Indeterminate) Assert.Equal(before, LimitComparison.Stand(MeasuredValue.Of(value), MgPerL, Asked.Answer(known)));
    }

    [Fact]
    public void Of_what_is_asked_for_every_fact_can_be_given() =>
        Assert.All(Shipped.Reference.Limits.Limits.SelectMany(l => l.Conditions.Asks), a =>
        {
            var values = Shipped.Reference.Limits.Facts[a.Fact].Values;
            Assert.True(a.Number is not null || values.Count == 0 || a.Values.All(values.Contains), a.ToString());
        });

    private static Standing Stand(decimal value, decimal limit) => LimitComparison.Stand(MeasuredValue.Of(value), MgPerL, Answer(limit));

    private static LimitAnswer Answer(decimal limit) =>
        new([new(LimitStanding.Applies, [new ApplicableLimit { High = limit, Unit = MgPerL, Standard = "GB 1", Source = TestFacts.Source }], Wording.None)], []);
}
