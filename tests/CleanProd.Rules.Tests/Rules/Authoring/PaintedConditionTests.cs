using CleanProd.Rules.Determinations.Proving;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules.Authoring;

/// <summary>What is known of a test is painted where the test stands.</summary>
public class PaintedConditionTests
{
    [Fact]
    public void Every_test_of_the_shipped_packs_has_its_place_as_coverage_counts_them()
    {
        foreach (var pack in Shipped.PackFiles.Select(Shipped.Pack))
        {
            var coverage = PackCoverage.Of(pack, Shipped.Reference).ToLookup(c => (c.Rule, c.Part));
            foreach (var painted in PaintedCondition.Of(pack))
            {
                Assert.Equal(coverage[(painted.Rule, painted.Part)].Count(), painted.Tests.Count);
                Assert.All(painted.Tests, t => Assert.True(t.Length > 0 && t.Start + t.Length <= painted.Text.Length));
                // Where no parameter stands in it, it reads as coverage writes it.
                foreach (var (test, seen) in painted.Tests.Zip(coverage[(painted.Rule, painted.Part)]))
                    if (painted.Text.Substring(test.Start, test.Length) is var text && !text.Contains("p.", StringComparison.Ordinal)) Assert.Equal(seen.Text, text);
            }
        }
    }

    [Fact]
    public void A_test_within_a_test_has_its_own_place_and_equal_tests_have_one_each()
    {
        var painted = PaintedCondition.Of(Pack("monitoring.Where(m => m.Window == \"day\").Count() > 2 or facility.HasEnergyLimit or (facility.Status == \"closed\" and facility.Status == \"closed\")")).Single(p => p.Part == "condition");
        Assert.Equal(
            ["monitoring.Where(m => m.Window == \"day\").Count() > 2", "m.Window == \"day\"", "facility.HasEnergyLimit", "facility.Status == \"closed\"", "facility.Status == \"closed\""],
            painted.Tests.Select(t => painted.Text.Substring(t.Start, t.Length)));
    }
}
