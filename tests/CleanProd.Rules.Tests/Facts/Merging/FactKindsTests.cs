using CleanProd.Rules.Facts.Merging;

namespace CleanProd.Rules.Tests.Facts.Merging;

/// <summary>Which tables a replacing import replaces year by year.</summary>
public class FactKindsTests
{
    [Fact]
    public void What_is_reported_for_a_year_is_replaced_by_years_and_what_describes_a_plant_is_not() => Assert.Equal(
        ["discharges", "energy", "indicators", "measurements", "monitoring_summaries", "quotas", "substances"], FactKinds.ByYears.Order(StringComparer.Ordinal));
}
