using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;

namespace CleanProd.Rules.Tests.Facts.Merging;

/// <summary>Which facts are in a unit that nothing they will be held against converts to.</summary>
public class UnitFitTests
{
    [Theory]
    [InlineData("t", "kg t", "")]
    [InlineData("t", "m3 kg", "")]
    [InlineData("t", "kg m3", "")]
    [InlineData("m3", "kg t", "kg")]
    [InlineData("m3", "t kg", "t")]
    [InlineData("m3", "", "")]
    public void A_discharge_is_odd_where_it_converts_to_none_of_the_quotas_of_its_pollutant(string unit, string quotas, string other) => Assert.Equal(
        other,
        string.Join(' ', UnitFit.OddDischarges([Discharge(unit)], [.. quotas.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Quota)]).Select(o => o.Other.Symbol)));

    [Fact]
    public void Quotas_of_other_pollutants_are_not_held_against_it() => Assert.Empty(UnitFit.OddDischarges([Discharge("m3")], [Quota("t") with { Pollutant = new("NH3N") }]));

    private static DischargeRecord Discharge(string unit) =>
        new(new("A"), new("COD"), Medium.Water, new(new(2024, 1, 1), new(2024, 12, 31)), 1m, Unit.Parse(unit), new("discharges.csv", null, 2));

    private static QuotaRecord Quota(string unit) => new(new("A"), new("COD"), Medium.Water, new(2024, 1, 1), null, 1m, Unit.Parse(unit), new("quotas.csv", null, 2));
}
