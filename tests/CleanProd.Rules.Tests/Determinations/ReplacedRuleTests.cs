using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Tests.Determinations.Foresight;
using CleanProd.Rules.Tests.Determinations.Proving;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Determinations;

/// <summary>For whom a rule is replaced, and what is then told of it.</summary>
public class ReplacedRuleTests
{
    private static string Mark(string relation, string rule) => $$""", "ground": "G1a", "overlay": { "relation": "{{relation}}", "rule": "{{rule}}", "loosens": true, "citation": { "zh": "条例{{rule}}", "en": "Act {{rule}}" } }""";

    private static CompiledPack Of(string id, string jurisdiction, params string[] rules) => CompiledPack.Compile(SmallPack.Of(rules, [], jurisdiction: jurisdiction) with { Id = id }, AsOf);

    private static readonly CompiledPack Nation = Of("nation", "CN", SmallPack.Rule("energy.Any()", ", \"ground\": \"G1a\"", "first"), SmallPack.Rule("energy.Any()", name: "second"));

    private static readonly CompiledPack Province = Of("province", "CN-44", SmallPack.Rule("energy.Any()", Mark("tightens", "second"), "stricter"), SmallPack.Rule("energy.Any()", Mark("replaces", "first"), "local"));

    private static readonly CompiledPack City = Of("city", "CN-4401", SmallPack.Rule("energy.Any()", Mark("replaces", "local"), "municipal"));

    private static readonly CompiledPack[] All = [Nation, Province, City];

    private static FacilityRecord At(string? region) => new(new("A"), "甲", Source) { Region = region };

    private static string Replaced(string? region, params CompiledPack[] packs) =>
        string.Join(' ', packs.SelectMany(p => p.Rules.Where(r => Overlays.IsReplaced(packs, p, r, At(region))).Select(r => r.Rule.Name)));

    [Theory]
    [InlineData("440103", "first local")]
    [InlineData("440305", "first")]
    [InlineData("44", "first")]
    [InlineData("330102", "")]
    [InlineData(null, "")]
    public void A_rule_is_replaced_within_the_place_of_what_replaces_it_and_nowhere_else(string? region, string replaced) => Assert.Equal(replaced, Replaced(region, All));

    [Fact]
    public void A_rule_is_replaced_by_a_narrower_pack_alone()
    {
        // Of a city the nation's rule is untouched by what says it replaces another name; of its own pack nothing is replaced.
        Assert.Equal("", Replaced("440103", Nation, City));
        Assert.Equal("", Replaced("440103", Of("a", "CN-44", SmallPack.Rule("energy.Any()", name: "first")), Of("b", "CN-44", SmallPack.Rule("energy.Any()", Mark("replaces", "first"), "local"))));
        Assert.Equal("", Replaced("440103", Of("a", "CN-4401", SmallPack.Rule("energy.Any()", name: "first")), Province));
    }

    private static readonly FactSet Plants = new InventedYear().Plant("B", "440305").Plant("C", "330102").Set();

    private static readonly Screening Screened = new(
        [.. All.Select(p => (p, new DoubleEntry(p)))], Shipped.Reference, Plants.TablesGiven, 2024, new(int.MaxValue));

    [Fact]
    public void A_screening_tells_of_each_rule_whether_it_is_replaced()
    {
        static string[] Told(FacilityRecords facility) => [.. Screened.Judge(facility).Rules.Select(r => $"{r.Rule} {r.Outcome}")];
        Assert.Equal(["first NotApplicable", "second Undetermined", "stricter Undetermined", "local Undetermined"], Told(Plants.Facilities[0]));
        Assert.Equal(["first Undetermined", "second Undetermined"], Told(Plants.Facilities[1]));
    }

    [Fact]
    public void Whether_anything_replaces_is_asked_of_every_rule_of_every_pack()
    {
        Assert.True(Overlays.AnyReplaces(All));
        Assert.True(Overlays.AnyReplaces([Province]));
        Assert.False(Overlays.AnyReplaces([Nation, Of("other", "CN-44", SmallPack.Rule("energy.Any()", Mark("tightens", "first")))]));
    }

    [Fact]
    public void What_is_replaced_is_told_as_not_applicable_on_the_clause_of_the_other_and_the_rest_stays()
    {
        RuleDetermination[] judged = [new("first", Outcome.Triggered) { Ground = "G1a", Citation = "国", Missing = ["x"] }, new("second", Outcome.Triggered)];
        var settled = Overlays.Settle(All, Nation, At("440305"), judged).ToArray();
        Assert.Equal(("first", Outcome.NotApplicable, "G1a", "条例first", "Act first", "由地方规定“local”替代", "replaced by the local rule 'local'"),
            (settled[0].Rule, settled[0].Outcome, settled[0].Ground!, settled[0].Citation, settled[0].CitationEn, settled[0].Sentence, settled[0].SentenceEn));
        Assert.Empty(settled[0].Missing);
        Assert.Same(judged[1], settled[1]);
        Assert.Equal(judged, Overlays.Settle(All, Nation, At("330102"), judged));
    }
}
