using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Tests.Determinations.Proving;

namespace CleanProd.Rules.Tests.Determinations.Foresight;

/// <summary>What is known of tables that were given, and whom a way off is told.</summary>
public class SelfCheckTablesTests
{
    private static SelfCheck Try(RulePack pack, FactSet known, FactSet tried) => SelfCheck.Of(
        [pack], Shipped.Reference, known.Facilities[0], known.TablesGiven, tried.Facilities[0], tried.TablesGiven.Except(["facilities"]).ToHashSet(), 2024, InventedYear.AsOf);

    [Fact]
    public void A_table_that_was_given_without_the_plant_stays_given_and_one_that_is_tried_is_given_too()
    {
        var known = new InventedYear().Plant("A").Plant("B").Row("B", "quotas", "pollutant:化学需氧量", "medium:water", "from:2024-01-01", "to:2024-12-31", "quantity:50", "unit:t").Set();
        var tried = new InventedYear().Plant("A").Row("A", "discharges", "pollutant:化学需氧量", "medium:water", "from:2024-01-01", "to:2024-12-31", "quantity:61.25", "unit:t").Set();
        // Quotas were given and none for this plant: it has none.
        var pack = SmallPack.Of([SmallPack.Rule("discharges.Any(d => d.Discharged > d.Quota)")], []);
        Assert.Equal(Outcome.NotTriggered, Try(pack, known, tried).Determination.Outcome);
        Assert.Equal(Outcome.Undetermined, Try(pack, new InventedYear().Plant("A").Set(), tried).Determination.Outcome);
    }

    [Fact]
    public void Where_a_rule_fails_no_way_off_is_told_of_the_others()
    {
        var tried = new InventedYear().Plant("A").Indicator("A", "x", "12").Set();
        var (lists, fails) = (SmallPack.Rule("indicators.Value(\"x\") > 10"), SmallPack.Rule("1 / (indicators.Value(\"x\") - 12) > 0", name: "fails"));
        var failed = Try(SmallPack.Of([lists, fails], []), tried, tried);
        Assert.Equal((Outcome.Error, 0), (failed.Determination.Outcome, failed.WaysOff.Count));
        Assert.Single(Try(SmallPack.Of([lists], []), tried, tried).WaysOff);
    }
}
