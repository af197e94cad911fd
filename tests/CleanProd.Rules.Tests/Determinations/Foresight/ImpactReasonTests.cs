using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Tests.Determinations.Proving;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Determinations.Foresight;

/// <summary>Which rules are told as the reasons of a change, and which are not.</summary>
public class ImpactReasonTests
{
    private static RulePack Rules(params string[] rules) => SmallPack.Of(rules, []);

    private static string X(string condition, string properties = "") => SmallPack.Rule(condition, properties, "x");

    private static string Y(string condition, string properties = "") => SmallPack.Rule(condition, properties, "y");

    private static string Z(string condition, string properties = "") => SmallPack.Rule(condition, properties, "z");

    private static IReadOnlyList<ImpactEntry> Entries(RulePack before, RulePack after) =>
        new InventedYear().Plant("A").Indicator("A", "x", "12").Indicator("A", "y", "3").Impact(before, after).Entries;

    private static string[] Told(ImpactEntry entry) => [.. entry.Reasons.Select(r => $"{r.Rule} {r.Before?.Word() ?? "-"} {r.After?.Word() ?? "-"}")];

    [Fact]
    public void A_rule_that_lists_nobody_before_or_after_is_no_reason_however_it_is_rewritten()
    {
        // y says another sentence, z does not concern any more: neither lists.
        var entry = Assert.Single(Entries(
            Rules(X("indicators.Value(\"x\") > 20"), Y("indicators.Value(\"y\") > 5"), Z("indicators.Value(\"y\") > 6")),
            Rules(X("indicators.Value(\"x\") > 10"), Y("indicators.Value(\"y\") > 4"), Z("indicators.Value(\"y\") > 6", ", \"appliesWhen\": \"indicators.Value(\\\"y\\\") > 5\""))));
        Assert.Equal(["x not_triggered triggered"], Told(entry));
        Assert.Equal([ImpactKind.Joins], entry.Kinds);
        Assert.Empty(entry.Reasons[0].Missing);
    }

    [Fact]
    public void A_rule_that_is_rewritten_and_says_the_same_of_a_plant_touches_it_not() =>
        Assert.Empty(Entries(Rules(X("indicators.Value(\"x\") > 10")), Rules(X("indicators.Value(\"x\") > 10 or indicators.Value(\"y\") > 5"))));

    [Fact]
    public void Another_ground_alone_is_another_reason() =>
        Assert.Equal([ImpactKind.ReasonChanges], Assert.Single(Entries(Rules(X("indicators.Value(\"x\") > 10", ", \"ground\": \"G1a\"")), Rules(X("indicators.Value(\"x\") > 10", ", \"ground\": \"G1b\"")))).Kinds);

    [Fact]
    public void An_outcome_without_any_number_is_told_all_the_same()
    {
        var leaves = Assert.Single(Entries(Rules(X("true")), Rules(X("false"))));
        Assert.Equal(["x triggered not_triggered"], Told(leaves));
        Assert.Equal((null, null), (leaves.Reasons[0].DecidedBefore, leaves.Reasons[0].DecidedAfter));
        Assert.Equal([ImpactKind.Leaves], leaves.Kinds);
    }

    [Fact]
    public void Whoever_stays_listed_for_the_same_reason_is_not_touched_by_what_is_settled_beside_it()
    {
        const string open = "indicators.Value(\"unknown\") > 5";
        Assert.Empty(Entries(Rules(X("indicators.Value(\"x\") > 10"), Y(open)), Rules(X("indicators.Value(\"x\") > 10"), Y("indicators.Value(\"y\") > 5"))));
        // Beside another reason it is told.
        var entry = Assert.Single(Entries(Rules(X("indicators.Value(\"x\") > 10"), Y(open)), Rules(X("indicators.Value(\"x\") > 11"), Y("indicators.Value(\"y\") > 5"))));
        Assert.Equal([ImpactKind.ReasonChanges], entry.Kinds);
        Assert.Equal(["x triggered triggered", "y undetermined not_triggered"], Told(entry));
        Assert.Equal([[], ["indicators[unknown]"]], entry.Reasons.Select(r => r.Missing.ToArray()));
    }

    [Fact]
    public void A_rule_that_is_new_misses_nothing_where_it_decides() =>
        Assert.Empty(Assert.Single(Entries(Rules(X("indicators.Value(\"x\") > 20")), Rules(X("indicators.Value(\"x\") > 20"), Y("indicators.Value(\"y\") > 2")))).Reasons.Single().Missing);

    [Fact]
    public void Where_the_second_reader_disagrees_about_the_proposed_law_the_plant_fails()
    {
        var contrary = Rules(X("indicators.Value(\"x\") > 10")) with { Workflows = Rules(X("indicators.Value(\"x\") <= 10")).Workflows };
        var entry = Assert.Single(Entries(Rules(X("indicators.Value(\"x\") > 20")), contrary));
        Assert.Equal((Outcome.NotTriggered, Outcome.Error), (entry.Before, entry.After));
        Assert.Equal([ImpactKind.Fails], entry.Kinds);
        Assert.Contains("double entry disagrees", Assert.Single(entry.Reasons[0].Missing), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("44", "44")]
    [InlineData("4401", "4401")]
    [InlineData("440103", "4401")]
    public void A_place_is_counted_by_its_city_or_what_there_is_of_it(string place, string key)
    {
        var impact = new InventedYear().Plant("A", place, "C").Indicator("A", "x", "12").Impact(Rules(X("indicators.Value(\"x\") > 20")), Rules(X("indicators.Value(\"x\") > 10")));
        Assert.Equal((key, "C", "x"), (impact.ByRegion.Single().Key, impact.ByIndustry.Single().Key, impact.ByGround.Single().Key));
        Assert.All((ImpactSlice[])[.. impact.ByRegion, .. impact.ByIndustry, .. impact.ByGround], s => Assert.Equal(new ImpactCounts(1, 0, 0, 0, 0, 0), s.Counts));
    }

    [Fact]
    public void A_deciding_value_has_the_name_for_people_and_else_its_code()
    {
        var shown = new Evidence(Source) { Pollutant = "w01018" };
        Assert.Equal("化学需氧量", DecidingValue.Of(new("rule", Outcome.Triggered) { Evidence = [shown with { Name = "化学需氧量" }] })!.Name);
        Assert.Equal("w01018", DecidingValue.Of(new("rule", Outcome.Triggered) { Evidence = [shown] })!.Name);
        Assert.Null(DecidingValue.Of(new("rule", Outcome.Triggered)));
        var margin = DecidingValue.Of(new("rule", Outcome.NotTriggered) { Margin = new(0.5m, "x > 10", "x", "5", "10") })!;
        Assert.Equal(("x", "5", "10", "x > 10", (SourceRef?)null), (margin.Name, margin.Value, margin.Limit, margin.Condition, margin.Source));
    }
}
