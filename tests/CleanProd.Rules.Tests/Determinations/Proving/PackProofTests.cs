using CleanProd.Rules.Determinations.Proving;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Tests.Host;
using Newtonsoft.Json.Linq;
using Xunit;

namespace CleanProd.Rules.Tests.Determinations.Proving;

/// <summary>What the cases of a pack prove about its rules, and what they would miss.</summary>
public class PackProofTests
{
    private const string Pretreatment = "rules/examples/us-pretreatment-snc.json";

    [Fact]
    public void Of_the_pretreatment_regime_every_test_is_covered_and_no_mistake_survives()
    {
        var pack = Shipped.Pack(Pretreatment);
        Assert.All(PackCoverage.Of(pack, Shipped.Reference), t => Assert.True(t.IsCovered, t.Text));
        var mutants = PackMutation.Of(pack, Shipped.Reference);
        Assert.True(mutants.Count > 25);
        Assert.All(mutants, m => Assert.True(m.NoticedBy is not null, m.What.En));
    }

    [Theory]
    [InlineData("16 of 25 are 64 percent: under the line", "chronic", "limit moved down: 0.66m")]
    [InlineData("33 of 50 measurements over the limit are 66 percent", "chronic", "boundary flipped: m.ExceedanceCount >=")]
    [InlineData("BOD at 1.3 times, 8 of 20: over the limit, under the technical review criterion", "technical_review", "limit moved down: 1.4m")]
    [InlineData("A pH that was not reported leaves the first test open and not the second", "technical_review", "conjunct dropped: not [")]
    public void Without_a_case_the_mistake_that_it_alone_notices_survives(string without, string rule, string mistake)
    {
        var survivors = PackMutation.Of(Without(without), Shipped.Reference).Where(m => m.NoticedBy is null).ToArray();
        Assert.Contains(survivors, m => m.Rule == rule && m.What.En.StartsWith(mistake, StringComparison.Ordinal));
    }

    [Fact]
    public void A_test_that_no_case_sees_false_is_a_gap()
    {
        var without = Without("A pH that was not reported leaves the first test open and not the second", "pH over its limit in every measurement is chronic and never a technical review matter");
        var gap = Assert.Single(PackCoverage.Of(without, Shipped.Reference), t => !t.IsCovered);
        Assert.Equal(("technical_review", 0), (gap.Rule, gap.SeenTrue));
        Assert.StartsWith("[\"pH\"", gap.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_proved_with_a_case_that_fails()
    {
        var wrong = Changed(json => json["cases"]![0]!["expect"]!["rules"]!["chronic"]!["outcome"] = "not_triggered");
        Assert.Contains("66 percent", Assert.Throws<InvalidDataException>(() => PackMutation.Of(wrong, Shipped.Reference)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules/cn/code-2026.json", 2)]
    [InlineData("rules/cn/measures-2016.json", 2)]
    [InlineData("rules/cn/law-2012.json", 1)]
    [InlineData("rules/cn/measures-2004.json", 1)]
    [InlineData("rules/cn/law-2002.json", 2)]
    [InlineData("rules/gd/guangdong-overlay.json", 1)]
    public void Of_the_Chinese_packs_only_explained_mistakes_survive_and_every_test_is_covered_or_explained(string file, int explained)
    {
        var pack = Shipped.Pack(file);
        var mutants = PackMutation.Of(pack, Shipped.Reference);
        Assert.Empty(mutants.Where(m => m.IsUnexplained).Select(m => m.What.En));
        Assert.Equal(explained, mutants.Count(m => m.NoticedBy is null));
        Assert.Empty(PackMutation.Stale(pack, mutants));
        var coverage = PackCoverage.Of(pack, Shipped.Reference);
        Assert.Empty(coverage.Where(t => !t.IsCovered && t.Explained is null).Select(t => t.Text));
        // Of the earliest law no case can see a class of toxic substance: catalogues of the time are not at hand.
        Assert.Equal(file.Contains("2002", StringComparison.Ordinal) ? 1 : 0, coverage.Count(t => !t.IsCovered));
    }

    [Fact]
    public void An_explanation_of_a_mistake_that_a_case_notices_is_told()
    {
        var pack = Changed(json => json["proof"] = JObject.Parse("""{ "survivors": [{ "rule": "chronic", "part": "condition", "mutant": "limit moved up: 0.66m", "reason": { "zh": "a", "en": "a" } }] }"""));
        Assert.Single(PackMutation.Stale(pack, PackMutation.Of(pack, Shipped.Reference)));
    }

    [Theory]
    [InlineData("coverage", Pretreatment, 0, "6 / 6 covered, 0 explained")]
    [InlineData("mutate", Pretreatment, 0, "29 / 29 noticed, 0 explained")]
    [InlineData("coverage", "rules/cn/law-2002.json", 0, "8 / 9 covered, 1 explained")]
    [InlineData("mutate", "rules/cn/law-2002.json", 0, "28 / 30 noticed, 2 explained")]
    [InlineData("mutate", "rules/examples/us-tri-totals.json", 1, "noticed, 0 explained")]
    [InlineData("analyse", "rules/cn", 0, "0 findings")]
    [InlineData("boundaries", "rules/examples/uk-storm-overflow.json", 0, "略高于 just over: triggered")]
    public void The_command_line_tells_it(string verb, string pack, int code, string said)
    {
        var run = Cleanprod.Run("rules", verb, pack);
        Assert.True(run.ExitCode == code, run.Output + run.Error);
        Assert.Contains(said, run.Output, StringComparison.Ordinal);
    }

    private static RulePack Without(params string[] cases) => Changed(json =>
    {
        foreach (var one in json["cases"]!.Where(c => cases.Contains((string)c["name"]!)).ToArray()) one.Remove();
    });

    private static RulePack Changed(Action<JObject> change)
    {
        var json = JObject.Parse(Shipped.Text(Pretreatment));
        change(json);
        return PackReader.Read(json.ToString(), Pretreatment);
    }
}
