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

    [Theory]
    [InlineData("indicators.Value(\"spills\") > 50", "tightens", "", "Tightens rule")]
    [InlineData("indicators.Value(\"drills\") > 80", "tightens", "", "cannot be shown from its form; rule stays beside it")]
    [InlineData("indicators.Value(\"spills\") > 50", "replaces", "", "does not loosen it")]
    [InlineData("indicators.Value(\"drills\") > 80", "replaces", "", "cannot be shown: make it tighten")]
    [InlineData("indicators.Value(\"spills\") > 80", "replaces", ", \"loosens\": true", "Replaces and loosens rule, on: Provincial Act Art. 5")]
    public void What_is_found_is_said_with_what_to_do(string condition, string relation, string more, string says) =>
        Assert.Contains(says, Found(Local(condition, Mark(relation, more))).Text.En, StringComparison.Ordinal);

    [Theory]
    [InlineData(70, true)]
    [InlineData(50, false)]
    [InlineData(90, false)]
    public void A_rule_that_says_it_tightens_is_refused_only_by_a_case_that_it_lets_go(int spills, bool isRefuted)
    {
        var local = Local("indicators.Value(\"spills\") > 80", Mark("tightens"));
        var found = Found(WithCase(local, $"{spills}次", spills, "440100"));
        Assert.Equal(isRefuted, found.IsError);
        Assert.Equal(isRefuted, found.Text.En.Contains($"in the case '{spills}次' rule lists and it does not", StringComparison.Ordinal));
    }

    [Fact]
    public void A_case_that_the_local_rule_leaves_open_lets_somebody_go_too()
    {
        var found = Found(WithCase(Local("indicators.Value(\"drills\") > 80", Mark("tightens")), "drills 未报", 70, "440100"));
        Assert.True(found.IsError);
    }

    [Fact]
    public void Rules_are_held_against_each_other_with_the_values_that_are_announced_last_and_govern_both()
    {
        // Until 2019 the local limit is the looser one; by the values announced for 2020 it is the stricter; those for 2040 come after it has ceased.
        const string values = """
            { "id": "Most", "kind": "number", "unit": "1", "title": { "zh": "n", "en": "n" }, "values": [
              { "from": "2000-01-01", "to": "2019-12-31", "value": 80, "citation": "x", "basis": "derived" },
              { "from": "2020-01-01", "to": "2039-12-31", "value": 50, "citation": "x", "basis": "derived" },
              { "from": "2040-01-01", "to": null, "value": 80, "citation": "x", "basis": "derived" }] }
            """;
        var local = PackReader.Read(
            PackText("indicators.Value(\"spills\") > p.Most", $", \"overlay\": {Mark("replaces")}", values).Replace("\"test-pack\"", "\"local\"", StringComparison.Ordinal)
                .Replace("\"jurisdiction\": \"CN\", \"governs\": { \"from\": \"2000-01-01\", \"to\": null }", "\"jurisdiction\": \"CN-44\", \"governs\": { \"from\": \"2000-01-01\", \"to\": \"2039-12-31\" }", StringComparison.Ordinal),
            "local.json");
        Assert.False(Found(local).IsError);
        Assert.True(Assert.Single(OverlayCheck.Of([Pack(National), local with { GovernsTo = null }], Shipped.Reference)).IsError);
    }

    [Theory]
    [InlineData(2000, 2010)]
    [InlineData(2010, 2000)]
    public void Rules_that_begin_in_different_years_are_held_against_each_other_from_the_later_one_on(int national, int local) =>
        Assert.False(Assert.Single(OverlayCheck.Of(
            [Pack(National) with { GovernsFrom = new(national, 1, 1) }, Local("indicators.Value(\"spills\") > 50", Mark("tightens")) with { GovernsFrom = new(local, 1, 1) }], Shipped.Reference)).IsError);

    [Fact]
    public void What_a_local_rule_says_of_a_rule_of_packs_that_never_govern_with_it_is_not_looked_at() =>
        Assert.Empty(OverlayCheck.Of([Pack(National) with { GovernsTo = new(2009, 12, 31) }, Local("true", Mark("replaces")) with { GovernsFrom = new(2010, 1, 1) }], Shipped.Reference));

    [Fact]
    public void A_rule_with_a_ground_of_its_own_stands_by_itself()
    {
        var own = Local("indicators.Value(\"spills\") > 50", null);
        Assert.Empty(OverlayCheck.Of([Pack(National), own with { Rules = [own.Rules[0] with { Ground = "X1" }] }], Shipped.Reference));
        // One that names its overlay without a rule adds, whatever its ground is.
        Assert.DoesNotContain(OverlayCheck.Of([Pack(National), Local("true", Mark("adds").Replace("\"rule\": \"rule\", ", "", StringComparison.Ordinal))], Shipped.Reference), f => f.IsError);
    }

    private static RulePack WithCase(RulePack pack, string name, int spills, string region)
    {
        var text = PackText("true").Replace("\"cases\": []", $$"""
            "cases": [{ "name": "{{name}}", "asOf": "2025-01-15", "year": 2024, "facts": { "facilities": [{ "facility_id": "A", "name": "甲", "region": "{{region}}" }],
              "indicators": [{ "facility_id": "A", "indicator": "spills", "year": 2024, "value": {{spills}} }] }, "expect": { "outcome": "not_triggered", "rules": { "rule": { "outcome": "not_triggered" } } } }]
            """, StringComparison.Ordinal);
        return pack with { Cases = PackReader.Read(text, "case.json").Cases };
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

    [Fact]
    public void Where_the_place_is_not_known_a_local_yes_is_open_with_the_place_missing_first_and_a_no_stays_no()
    {
        RulePack[] packs = [Pack(National), Local("indicators.Value(\"spills\") > 50", Mark("tightens"))];
        var open = Judged(packs, null, "55").Rules[1];
        Assert.Equal((Outcome.Undetermined, 0), (open.Outcome, open.Evidence.Count));
        Assert.Equal("facility.Region", open.Missing[0]);
        Assert.Equal(Outcome.NotTriggered, Judged(packs, null, "45").Rules[1].Outcome);
        var unknown = Judged([Pack(National), Local("indicators.Value(\"drills\") > 50", Mark("tightens"))], null, "45").Rules[1];
        Assert.Equal(Outcome.Undetermined, unknown.Outcome);
        Assert.Equal("facility.Region", unknown.Missing[0]);
        Assert.True(unknown.Missing.Count > 1);
    }

    private static Determination Judged(RulePack[] packs, string? region, string spills)
    {
        var year = new InventedYear();
        year = region is null ? year.Row("A", "facilities", "name:甲厂") : year.Plant("A", region);
        var set = year.Indicator("A", "spills", spills).Set();
        return new Screening(packs, Shipped.Reference, set.TablesGiven, 2024, InventedYear.AsOf, CrossCheck.All).Judge(set.Facilities[0]);
    }
}
