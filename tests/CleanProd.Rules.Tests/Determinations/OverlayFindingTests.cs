using CleanProd.Rules.Determinations;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Tests.Determinations.Proving;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Tests.Determinations;

/// <summary>Beside which wider rules a local one is put, on which day, and what is found.</summary>
public class OverlayFindingTests
{
    private static string X(string test) => $"indicators.Value(\"x\") {test}";

    private static string Mark(string relation, string? rule = "rule") =>
        $$""", "overlay": { "relation": "{{relation}}"{{(rule is null ? "" : $", \"rule\": \"{rule}\"")}}, "citation": { "zh": "条例", "en": "Act" } }""";

    private static readonly RulePack Nation = SmallPack.Of([SmallPack.Rule(X("> 60"), ", \"ground\": \"G1a\""), SmallPack.Rule("energy.Any()", name: "other")], []) with { Id = "nation" };

    private static RulePack Local(string condition, string properties, string parameters = "", params string[] cases) =>
        SmallPack.Of([SmallPack.Rule(condition, properties, "local")], cases, parameters, jurisdiction: "CN-44") with { Id = "local" };

    private static string[] Found(params RulePack[] packs) => [.. OverlayCheck.Of(packs, Shipped.Reference).Select(f => $"{(f.IsError ? "error" : "fine")} {f.Pack}/{f.Rule} {f.WiderPack}/{f.WiderRule}: {f.Text.En}")];

    [Fact]
    public void A_local_rule_is_put_beside_the_one_that_it_names_or_that_has_its_ground_or_its_name()
    {
        Assert.Equal(["fine local/local nation/rule: Tightens rule: whoever that lists is listed; both stand, the stricter governs."], Found(Nation, Local(X("> 50"), Mark("tightens"))));
        Assert.StartsWith("error local/local nation/rule: It has the ground of rule in nation", Assert.Single(Found(Nation, Local(X("> 50"), ", \"ground\": \"G1a\""))), StringComparison.Ordinal);
        var sameName = SmallPack.Of([SmallPack.Rule(X("> 50"))], [], jurisdiction: "CN-44") with { Id = "local" };
        Assert.StartsWith("error local/rule nation/rule: It has the ground of rule", Assert.Single(Found(Nation, sameName)), StringComparison.Ordinal);
        Assert.Empty(Found(Nation, Local(X("> 50"), ", \"ground\": \"G9\"")));
        Assert.Empty(Found(Nation, Local(X("> 50"), "")));
        // One that adds names no rule; that it has the ground of one is what adding means.
        Assert.Empty(Found(Nation, Local(X("> 50"), ", \"ground\": \"G1a\"" + Mark("adds", null))));
        Assert.Equal(["fine local/local nation/rule: Adds to rule."], Found(Nation, Local(X("> 50"), Mark("adds"))));
        Assert.StartsWith("error local/local /nowhere: No wider pack has a rule nowhere", Assert.Single(Found(Nation, Local(X("> 50"), Mark("tightens", "nowhere")))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_wider_rule_requires_the_local_one_may_require_and_nothing_more()
    {
        static string Requires(params string[] names) => $", \"requires\": [{string.Join(",", names.Select(n => $"\"indicators.Value(\\\"{n}\\\")\""))}]";
        static bool IsShown(string wider, string local) => !Assert.Single(OverlayCheck.Of([SmallPack.Of([SmallPack.Rule(X("> 60"), wider)], []), Local(X("> 50"), local + Mark("replaces"))], Shipped.Reference)).IsError;
        Assert.True(IsShown(Requires("a"), ""));
        Assert.True(IsShown(Requires("a"), Requires("a")));
        Assert.True(IsShown(Requires("a", "b"), Requires("b")));
        Assert.False(IsShown(Requires("a"), Requires("b")));
        Assert.False(IsShown(Requires("a"), Requires("a", "b")));
        Assert.False(IsShown("", Requires("a")));
    }

    [Fact]
    public void Where_each_applies_and_what_lets_off_counts_as_part_of_the_condition()
    {
        static bool IsShown(string wider, string local) => !Assert.Single(OverlayCheck.Of([SmallPack.Of([SmallPack.Rule(X("> 60"), wider)], []), Local(X("> 50"), local + Mark("replaces"))], Shipped.Reference)).IsError;
        const string applies = ", \"appliesWhen\": \"energy.Any()\"";
        var exception = SmallPack.Exceptions("substances.Any()");
        Assert.True(IsShown(applies, applies));
        Assert.True(IsShown(applies, ""));
        Assert.False(IsShown("", applies));
        Assert.True(IsShown(exception, exception));
        Assert.True(IsShown(exception, ""));
        Assert.False(IsShown("", exception));
    }

    private static string Case(string name, string plants, string value) => new JObject
    {
        ["name"] = name, ["asOf"] = "2025-01-15", ["year"] = 2024,
        ["facts"] = new JObject
        {
            ["facilities"] = new JArray(plants.Split(' ').Select(p => (object)new JObject { ["facility_id"] = p, ["name"] = p, ["region"] = "440103" }).ToArray()),
            ["indicators"] = new JArray(new JObject { ["facility_id"] = "A", ["indicator"] = "x", ["year"] = 2024, ["value"] = value }),
        },
        ["expect"] = new JObject { ["outcome"] = "triggered", ["rules"] = new JObject { ["local"] = new JObject { ["outcome"] = "triggered" } } },
    }.ToString();

    [Fact]
    public void Only_a_case_of_one_plant_shows_whom_a_replacement_lets_go()
    {
        static string Says(params string[] cases)
        {
            var found = Assert.Single(OverlayCheck.Of([Nation, Local(X("> 80"), Mark("replaces"), "", cases)], Shipped.Reference));
            Assert.True(found.IsError);
            return found.Text.En;
        }

        Assert.Contains("in the case 'one' rule lists and it does not", Says(Case("one", "A", "70")), StringComparison.Ordinal);
        Assert.Contains("cannot be shown: make it tighten", Says(Case("two", "A B", "70")), StringComparison.Ordinal);
        Assert.Contains("in the case 'third'", Says(Case("both list", "A", "90"), Case("none lists", "A", "50"), Case("third", "A", "70")), StringComparison.Ordinal);
    }

    private static string Dated(params (string From, string? To, int Value)[] values) =>
        $$"""{ "id": "Most", "kind": "number", "unit": "1", "title": { "zh": "n", "en": "n" }, "values": [{{string.Join(",", values.Select(v => $$"""{ "from": "{{v.From}}", "to": {{(v.To is null ? "null" : $"\"{v.To}\"")}}, "value": {{v.Value}}, "citation": "x", "basis": "derived" }"""))}}] }""";

    [Fact]
    public void They_are_held_against_each_other_with_the_values_announced_last_in_either_pack()
    {
        var wider = SmallPack.Of([SmallPack.Rule(X("> p.Most"))], [], Dated(("2000-01-01", "2019-12-31", 40), ("2020-01-01", null, 60)));
        Assert.False(Assert.Single(OverlayCheck.Of([wider, Local(X("> 50"), Mark("replaces"))], Shipped.Reference)).IsError);
        Assert.True(Assert.Single(OverlayCheck.Of([wider with { GovernsTo = new(2019, 12, 31) }, Local(X("> 50"), Mark("replaces"))], Shipped.Reference)).IsError);
        var local = Local(X("> p.Most"), Mark("replaces"), Dated(("2000-01-01", "2019-12-31", 80), ("2020-01-01", null, 50)));
        Assert.False(Assert.Single(OverlayCheck.Of([Nation, local], Shipped.Reference)).IsError);
    }

    [Fact]
    public void A_law_that_is_in_force_later_than_its_pack_governs_is_held_against_others_from_then_on()
    {
        var late = Nation with { Instrument = Nation.Instrument with { InForceFrom = new(2010, 1, 1) } };
        var local = Local(X("> 50"), Mark("tightens"));
        Assert.Single(Found(late, local with { GovernsTo = new(2010, 1, 1) }));
        Assert.Empty(Found(late, local with { GovernsTo = new(2009, 12, 31) }));
        Assert.Empty(Found(Nation with { GovernsTo = new(2009, 12, 31) }, local with { Instrument = late.Instrument }));
    }
}
