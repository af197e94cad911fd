using CleanProd.Rules.Determinations;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Tests.Determinations.Foresight;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Determinations;

/// <summary>National, provincial and city rules side by side: the stricter governs, and nobody loosens silently.</summary>
public class OverlayTests
{
    private const string National = "indicators.Value(\"spills\") > 60";

    private static RulePack Local(string condition, string? overlay, string jurisdiction = "CN-44") => PackReader.Read(
        PackText(condition, overlay is null ? "" : $", \"overlay\": {overlay}").Replace("\"test-pack\"", $"\"local-{jurisdiction.ToLowerInvariant()}\"", StringComparison.Ordinal)
            .Replace("\"jurisdiction\": \"CN\"", $"\"jurisdiction\": \"{jurisdiction}\"", StringComparison.Ordinal).Replace("\"RuleName\": \"rule\"", "\"RuleName\": \"local\"", StringComparison.Ordinal),
        "local.json");

    private static string Mark(string relation, string more = "") => $$"""{ "relation": "{{relation}}", "rule": "rule"{{more}}, "citation": { "zh": "省条例第五条", "en": "Provincial Act Art. 5" } }""";

    private static OverlayFinding Found(RulePack local) => Assert.Single(OverlayCheck.Of([Pack(National), local], Shipped.Reference));

    [Fact]
    public void A_local_rule_of_the_same_ground_has_to_say_how_it_stands()
    {
        var found = Found(Local("indicators.Value(\"spills\") > 50", null));
        Assert.True(found.IsError);
        Assert.Contains("adds", found.Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("indicators.Value(\"spills\") > 50", "tightens", "", false)]
    [InlineData("indicators.Value(\"spills\") > 50", "replaces", "", false)]
    [InlineData("indicators.Value(\"spills\") > 80", "replaces", "", true)]
    [InlineData("indicators.Value(\"spills\") > 80", "replaces", ", \"loosens\": true", false)]
    [InlineData("indicators.Value(\"spills\") > 50", "tightens", ", \"loosens\": true", true)]
    [InlineData("indicators.Value(\"drills\") > 80", "replaces", "", true)]
    [InlineData("indicators.Value(\"drills\") > 80", "adds", "", false)]
    public void Replacing_never_loosens_without_saying_so_on_a_clause(string condition, string relation, string more, bool isError) =>
        Assert.Equal(isError, Found(Local(condition, Mark(relation, more))).IsError);

    [Fact]
    public void A_case_shows_whom_a_replacement_would_let_go()
    {
        var text = PackText("indicators.Value(\"spills\") > 80", $", \"overlay\": {Mark("replaces")}").Replace("\"test-pack\"", "\"local\"", StringComparison.Ordinal)
            .Replace("\"jurisdiction\": \"CN\"", "\"jurisdiction\": \"CN-44\"", StringComparison.Ordinal).Replace("\"cases\": []", """
                "cases": [{ "name": "七十次", "asOf": "2025-01-15", "year": 2024, "facts": { "facilities": [{ "facility_id": "A", "name": "甲", "region": "440100" }],
                  "indicators": [{ "facility_id": "A", "indicator": "spills", "year": 2024, "value": 70 }] }, "expect": { "outcome": "not_triggered", "rules": { "rule": { "outcome": "not_triggered" } } } }]
                """, StringComparison.Ordinal);
        Assert.Contains("七十次", Found(PackReader.Read(text, "local.json")).Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_names_a_wider_rule_that_is_not_there_is_refused() =>
        Assert.True(Found(Local("true", Mark("replaces").Replace("\"rule\": \"rule\"", "\"rule\": \"nowhere\"", StringComparison.Ordinal))).IsError);

    [Fact]
    public void The_packs_that_ship_loosen_nothing() =>
        Assert.DoesNotContain(OverlayCheck.Of([.. Shipped.NationalPacks, Shipped.Pack("rules/gd/guangdong-overlay.json")], Shipped.Reference), f => f.IsError);

    [Fact]
    public void The_stricter_governs_and_both_are_shown_and_a_city_stands_beside_its_province()
    {
        RulePack[] packs = [Pack(National), Local("indicators.Value(\"spills\") > 50", Mark("tightens")), Local("indicators.Value(\"spills\") > 45", Mark("tightens"), "CN-4401")];
        Assert.Equal([(Outcome.NotTriggered), Outcome.Triggered, Outcome.Triggered], Judged(packs, "440103", "55").Rules.Select(r => r.Outcome));
        Assert.Equal([Outcome.NotTriggered, Outcome.NotTriggered, Outcome.Triggered], Judged(packs, "440103", "47").Rules.Select(r => r.Outcome));
        Assert.Equal([Outcome.NotTriggered, Outcome.NotTriggered], Judged(packs, "440305", "47").Rules.Select(r => r.Outcome));
        Assert.Equal(Outcome.Triggered, Judged(packs, "440103", "47").Outcome);
    }

    [Fact]
    public void A_rule_that_replaces_speaks_alone_within_its_place_and_the_other_is_shown_as_replaced()
    {
        RulePack[] packs = [Pack(National), Local("indicators.Value(\"spills\") > 80", Mark("replaces", ", \"loosens\": true"))];
        var there = Judged(packs, "440103", "70");
        Assert.Equal((Outcome.NotTriggered, Outcome.NotApplicable), (there.Outcome, there.Rules[0].Outcome));
        Assert.Equal("省条例第五条", there.Rules[0].Citation);
        Assert.Equal(Outcome.Triggered, Judged(packs, "330102", "70").Outcome);
        // Where the place is not known nobody is let off.
        Assert.Equal(Outcome.Triggered, Judged(packs, null, "70").Outcome);
    }

    private static Determination Judged(RulePack[] packs, string? region, string spills)
    {
        var year = new InventedYear();
        year = region is null ? year.Row("A", "facilities", "name:甲厂") : year.Plant("A", region);
        var set = year.Indicator("A", "spills", spills).Set();
        return new Screening(packs, Shipped.Reference, set.TablesGiven, 2024, InventedYear.AsOf, CrossCheck.All).Judge(set.Facilities[0]);
    }
}
