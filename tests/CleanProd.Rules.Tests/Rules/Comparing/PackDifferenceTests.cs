using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Comparing;
using FsCheck.Xunit;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules.Comparing;

/// <summary>What one pack says otherwise than another, in sentences.</summary>
public class PackDifferenceTests
{
    private static string Limit(string value, string more = "") =>
        $$"""{ "id": "Many", "kind": "number", "unit": "次", "title": { "zh": "次数", "en": "count" }, "values": [{ "from": "2000-01-01", {{more}} "value": {{value}}, "citation": "某条", "basis": "derived" }] }""";

    private static string[] Zh(RulePack before, RulePack after) => [.. PackDifference.Of(before, after).Select(c => c.Sentence.Zh)];

    [Fact]
    public void The_same_pack_written_otherwise_says_nothing_new()
    {
        Assert.Empty(PackDifference.Of(Pack("monitoring.Any(m => m.ExceedanceCount > 0)"), Pack("monitoring.Any( x => (x.ExceedanceCount > 0) )")));
        foreach (var pack in Shipped.PackFiles.Select(Shipped.Pack)) Assert.Empty(PackDifference.Of(pack, pack));
    }

    [Fact]
    public void A_parameter_is_told_from_what_to_what_and_from_which_day_and_what_it_does_to_the_rule()
    {
        var (old, now) = (Pack("indicators.Value(\"x\") > p.Many", parameters: Limit("60")), Pack("indicators.Value(\"x\") > p.Many", parameters: Limit("60", "\"to\": \"2025-12-31\",").Replace(
            "}] }", "}, { \"from\": \"2026-01-01\", \"value\": 40, \"citation\": \"新条\", \"basis\": \"derived\" }] }", StringComparison.Ordinal)));
        var changes = PackDifference.Of(old, now);
        Assert.Equal("参数 Many 自 2026-01-01 起由 60 次 改为 40 次（新条）", changes[0].Sentence.Zh);
        Assert.Equal("Many goes from 60 次 to 40 次 from 2026-01-01（新条）", changes[0].Sentence.En);
        Assert.Equal((PackChangeKind.Tightened, "rule"), (changes[1].Kind, changes[1].Subject));
        Assert.Contains("因参数变化从严", changes[1].Sentence.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("indicators.Value(\"x\") > 60", "indicators.Value(\"x\") > 50", PackChangeKind.Tightened)]
    [InlineData("indicators.Value(\"x\") > 60", "indicators.Value(\"x\") >= 60", PackChangeKind.Tightened)]
    [InlineData("indicators.Value(\"x\") < 60", "indicators.Value(\"x\") < 50", PackChangeKind.Loosened)]
    [InlineData("monitoring.Any(m => m.ExceedanceCount > 0)", "monitoring.Any(m => m.ExceedanceCount > 0 and m.Medium == \"water\")", PackChangeKind.Loosened)]
    [InlineData("monitoring.Any(m => m.ExceedanceCount > 0)", "monitoring.Any(m => m.ExceedanceCount > 0) or facility.KeySource == true", PackChangeKind.Tightened)]
    [InlineData("not (indicators.Value(\"x\") > 60)", "not (indicators.Value(\"x\") > 70)", PackChangeKind.Tightened)]
    [InlineData("monitoring.Count(m => m.ExceedanceCount > 1) > 2", "monitoring.Count(m => m.ExceedanceCount > 0) > 1", PackChangeKind.Tightened)]
    [InlineData("monitoring.Count(m => m.ExceedanceCount > 0) < 3", "monitoring.Count(m => m.ExceedanceCount > 1) < 3", PackChangeKind.Tightened)]
    [InlineData("indicators.Value(\"x\") > 60", "indicators.Value(\"y\") > 60", PackChangeKind.Condition)]
    public void A_condition_is_called_tightened_or_loosened_where_that_can_be_shown(string before, string after, PackChangeKind kind) =>
        Assert.Equal(kind, Assert.Single(PackDifference.Of(Pack(before), Pack(after))).Kind);

    [Fact]
    public void Rules_citations_exceptions_dates_and_cases_are_told()
    {
        var (old, now) = (Shipped.Text("rules/cn/measures-2016.json"), Shipped.Pack("rules/cn/code-2026.json"));
        var changes = PackDifference.Of(Shipped.Pack("rules/cn/measures-2016.json"), now);
        Assert.Contains(changes, c => c is { Kind: PackChangeKind.RuleRemoved, Subject: "G2" });
        Assert.Contains(changes, c => c is { Kind: PackChangeKind.RuleAdded, Subject: "G4" });
        Assert.Contains(changes, c => c is { Kind: PackChangeKind.Citation, Subject: "G1a" });
        Assert.Contains(changes, c => c.Kind == PackChangeKind.Dates && c.Sentence.Zh.Contains("2016-07-01～2026-08-14", StringComparison.Ordinal));

        const string exception = """, "exceptions": [{ "when": "facility.Status == \"suspended\"", "citation": { "zh": "但书", "en": "proviso" }, "sentence": { "zh": "停产", "en": "suspended" } }]""";
        Assert.Equal(["规则 rule 新增例外（但书）：facility.Status == \"suspended\""], Zh(Pack("true"), Pack("true", exception)));
        Assert.Contains("删去案例", string.Join('\n', Zh(Shipped.Pack("rules/cn/measures-2016.json"), PackReader.Read(old[..old.IndexOf("\"cases\"", StringComparison.Ordinal)] + "\"cases\": [] }", "short.json"))), StringComparison.Ordinal);
    }

    [Property(MaxTest = 200)]
    public void What_is_shown_to_follow_never_fails_to(int seed)
    {
        foreach (var each in Effort.Seeds(seed)) Check(new Random(each));
    }

    private static void Check(Random random)
    {
        var (a, b) = (RandomCondition.Make(random, 2), RandomCondition.Make(random, 2));
        foreach (var (narrow, wide) in ((string, string)[])[(a.Text, b.Text), (a.Text, $"({b.Text}) or ({a.Text})"), ($"({b.Text}) and ({a.Text})", a.Text), ($"not ({a.Text})", $"not (({a.Text}) and ({b.Text}))")])
        {
            var (x, y) = (Compiled(narrow).Rules[0].Condition, Compiled(wide).Rules[0].Condition);
            if (!ConditionOrder.Implies(x.Expression, y.Expression)) continue;
            for (var i = 0; i < 10; i++)
            {
                var facts = World.Make(random, complete: i % 2 == 0).Facts();
                Assert.True(x.Ask(facts) <= y.Ask(facts), $"{narrow} is said to imply {wide}: {x.Ask(facts)} {y.Ask(facts)}");
            }
        }
    }
}
