using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Tests.Determinations.Foresight;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Determinations;

/// <summary>That the second reader is heard: a pack whose workflows say something else than its rules makes both readers disagree.</summary>
public class DoubleEntryTests
{
    private static readonly RulePack Honest = Pack("indicators.Value(\"spills\") > 60");

    private static RulePack Reading(string other) => Honest with { Workflows = Pack(other).Workflows };

    /// <summary>Whatever is certain to us is the contrary to RulesEngine.</summary>
    private static readonly RulePack Contrary = Reading("indicators.Value(\"spills\") <= 60");

    private static FactSet Facts(params (string Id, string Spills)[] plants)
    {
        var year = new InventedYear();
        foreach (var (id, spills) in plants) year.Plant(id).Indicator(id, "spills", spills);
        return year.Set();
    }

    private static IReadOnlyList<Determination> Judged(RulePack pack, CrossCheck check, FactSet set, params FacilityRecords[] facilities) =>
        new Screening([pack], Shipped.Reference, set.TablesGiven, 2024, InventedYear.AsOf, check).Judge(facilities.Length == 0 ? set.Facilities : facilities);

    [Fact]
    public void A_disagreement_on_a_hit_is_an_error_with_what_each_reader_said_and_no_evidence()
    {
        var rule = Assert.Single(Judged(Contrary, new(int.MaxValue), Facts(("A", "70")))[0].Rules);
        Assert.Equal((Outcome.Error, 0, (Margin?)null), (rule.Outcome, rule.Evidence.Count, rule.Margin));
        Assert.Equal(["error: double entry disagrees on 'rule': ours Yes, RulesEngine False"], rule.Missing);
    }

    [Fact]
    public void Every_hit_is_read_twice_and_of_the_others_those_of_the_sample()
    {
        var set = Facts(("A", "70"), ("B", "40"), ("C", "50"));
        Assert.Equal([Outcome.Error, Outcome.NotTriggered, Outcome.NotTriggered], Judged(Contrary, new(int.MaxValue), set).Select(d => d.Outcome));
        Assert.Equal([Outcome.Error, Outcome.Error, Outcome.Error], Judged(Contrary, CrossCheck.All, set).Select(d => d.Outcome));
        Assert.Equal(["error: double entry disagrees on 'rule': ours No, RulesEngine True"], Judged(Contrary, CrossCheck.All, set)[1].Rules[0].Missing);
        Assert.Equal([Outcome.Triggered, Outcome.NotTriggered, Outcome.NotTriggered], Judged(Honest, CrossCheck.All, set).Select(d => d.Outcome));
    }

    [Fact]
    public void The_sample_is_about_one_in_so_many_and_the_same_whoever_stands_beside()
    {
        var set = Facts([.. Enumerable.Range(1000, 400).Select(i => ($"P{i}", "40"))]);
        string[] Read(params FacilityRecords[] facilities) => [.. Judged(Contrary, new(4), set, facilities).Where(d => d.Outcome == Outcome.Error).Select(d => d.Facility.Id.Value)];
        var sample = Read();
        Assert.InRange(sample.Length, 60, 140);
        var some = set.Facilities.Where((_, i) => i % 3 == 0).Reverse().ToArray();
        Assert.Equal(some.Select(f => f.Facility.Id.Value).Intersect(sample), Read(some));
    }

    [Fact]
    public void A_rule_that_the_second_reader_does_not_know_is_an_error()
    {
        var unknown = Honest with { Workflows = PackReader.Read(PackText("true").Replace("\"RuleName\": \"rule\"", "\"RuleName\": \"other\"", StringComparison.Ordinal), "p.json").Workflows };
        Assert.Equal(["error: RulesEngine did not evaluate 'rule'"], Judged(unknown, CrossCheck.All, Facts(("A", "40")))[0].Rules[0].Missing);
    }

    [Theory]
    [InlineData("1 / (indicators.Value(\"spills\") - 70) > 0", "error: division by zero")]
    [InlineData("indicators.Value(\"spills\") * 7000000000000000000.5m * 7000000000.5m > 0", "error: Value was either too large or too small for a Decimal.")]
    public void A_rule_that_fails_says_so_itself_whatever_the_second_reader_says(string condition, string says)
    {
        var rule = Judged(Pack(condition) with { Workflows = Pack("indicators.Value(\"spills\") > 0").Workflows }, CrossCheck.All, Facts(("A", "70")))[0].Rules[0];
        Assert.Equal((Outcome.Error, says), (rule.Outcome, Assert.Single(rule.Missing)));
    }

    [Fact]
    public void Where_neither_whether_it_applies_nor_whether_it_holds_is_known_both_are_missing_in_that_order()
    {
        static IReadOnlyList<string> Missing(string condition) =>
            Judged(Pack(condition, ", \"appliesWhen\": \"indicators.Value(\\\"q\\\") > 1\""), CrossCheck.All, Facts(("A", "70")))[0].Rules[0].Missing;
        Assert.Equal(["indicators[q]"], Missing("indicators.Value(\"spills\") > 60"));
        Assert.Equal(["indicators[q]", "indicators[r]"], Missing("indicators.Value(\"r\") > 60"));
        Assert.Equal(["indicators[q]"], Missing("indicators.Value(\"q\") > 60"));
    }
}
