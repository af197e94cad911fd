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
    [InlineData("60 < indicators.Value(\"x\")", "50 < indicators.Value(\"x\")", PackChangeKind.Tightened)]
    [InlineData("60 > indicators.Value(\"x\")", "50 > indicators.Value(\"x\")", PackChangeKind.Loosened)]
    [InlineData("indicators.Value(\"x\") >= 60", "indicators.Value(\"x\") > 60", PackChangeKind.Loosened)]
    [InlineData("indicators.Value(\"x\") < 60", "indicators.Value(\"x\") <= 60", PackChangeKind.Tightened)]
    [InlineData("indicators.Value(\"x\") > 60", "indicators.Value(\"x\") < 60", PackChangeKind.Condition)]
    [InlineData("indicators.Value(\"x\") > indicators.Value(\"y\")", "indicators.Value(\"x\") >= indicators.Value(\"y\")", PackChangeKind.Tightened)]
    [InlineData("indicators.Value(\"x\") > indicators.Value(\"y\")", "indicators.Value(\"x\") > indicators.Value(\"z\")", PackChangeKind.Condition)]
    [InlineData("indicators.Value(\"x\") > 60 and facility.KeySource == true", "indicators.Value(\"x\") > 60", PackChangeKind.Tightened)]
    [InlineData("indicators.Value(\"x\") > 60 or facility.KeySource == true", "facility.KeySource == true", PackChangeKind.Loosened)]
    [InlineData("monitoring.All(m => m.ExceedanceCount > 0)", "monitoring.All(m => m.ExceedanceCount > 1)", PackChangeKind.Loosened)]
    [InlineData("monitoring.Any(m => m.ExceedanceCount > 0)", "monitoring.All(m => m.ExceedanceCount > 0)", PackChangeKind.Condition)]
    [InlineData("monitoring.Any(m => m.ExceedanceCount > 0)", "discharges.Any(d => d.Quota > 0)", PackChangeKind.Condition)]
    [InlineData("monitoring.Any(m => m.ExceedanceCount > 0)", "monitoring.Any()", PackChangeKind.Tightened)]
    [InlineData("monitoring.Where(m => m.Medium == \"water\").Any(m => m.ExceedanceCount > 0)", "monitoring.Any(x => x.ExceedanceCount > 0)", PackChangeKind.Tightened)]
    [InlineData("monitoring.Where(m => m.Medium == \"water\").All(m => m.ExceedanceCount > 0)", "monitoring.All(m => m.ExceedanceCount > 0)", PackChangeKind.Condition)]
    [InlineData("monitoring.Where(m => m.Medium == \"water\").Any(m => m.ExceedanceCount > 0 and m.IndeterminateCount > 0)", "monitoring.Where(x => x.Medium == \"water\").Any(y => y.ExceedanceCount > 0)", PackChangeKind.Tightened)]
    [InlineData("monitoring.Where(m => m.Medium == \"water\").Any(m => m.ExceedanceCount > 0)", "monitoring.Where(m => m.Medium == \"air\").Any(m => m.ExceedanceCount > 0)", PackChangeKind.Condition)]
    [InlineData("monitoring.Count(m => m.ExceedanceCount > 0) > 2", "monitoring.Count(m => m.ExceedanceCount > 0) >= 2", PackChangeKind.Tightened)]
    [InlineData("monitoring.Count(m => m.ExceedanceCount > 1) > 2", "monitoring.Count(m => m.ExceedanceCount > 0) > 2", PackChangeKind.Tightened)]
    [InlineData("monitoring.Count(m => m.ExceedanceCount > 1) >= 2", "monitoring.Count(m => m.ExceedanceCount > 0) > 2", PackChangeKind.Condition)]
    [InlineData("monitoring.Count(m => m.ExceedanceCount > 1) > 2", "monitoring.Count(m => m.ExceedanceCount > 0) > 3", PackChangeKind.Condition)]
    [InlineData("monitoring.Count(m => m.ExceedanceCount > 1) <= 2", "monitoring.Count(m => m.ExceedanceCount > 0) <= 2", PackChangeKind.Loosened)]
    [InlineData("monitoring.Count(m => m.ExceedanceCount > 1) > 2", "discharges.Count(d => d.Quota > 0) > 2", PackChangeKind.Condition)]
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

    [Theory]
    [InlineData("\"test-pack\"", "\"other-pack\"", PackChangeKind.Instrument, "规则包由 test-pack 改为 other-pack")]
    [InlineData("《测试办法》", "《新办法》", PackChangeKind.Instrument, "依据的文件由《测试办法》改为《新办法》")]
    [InlineData("\"number\": \"1\"", "\"number\": \"2\"", PackChangeKind.Instrument, "文号由“1”改为“2”")]
    [InlineData("\"inForce\": { \"from\": \"2000-01-01\", \"to\": null }", "\"inForce\": { \"from\": \"2000-01-01\", \"to\": \"2030-12-31\" }", PackChangeKind.Instrument, "文件有效期由 2000-01-01～… 改为 2000-01-01～2030-12-31")]
    [InlineData("\"测试\"", "\"试验\"", PackChangeKind.Instrument, "标题由“测试”改为“试验”")]
    [InlineData("\"jurisdiction\": \"CN\"", "\"jurisdiction\": \"CN-44\"", PackChangeKind.Instrument, "适用地区由 CN 改为 CN-44")]
    [InlineData("\"governs\": { \"from\": \"2000-01-01\"", "\"governs\": { \"from\": \"2001-01-01\"", PackChangeKind.Dates, "适用的判定日期由 2000-01-01～… 改为 2001-01-01～…")]
    [InlineData("\"ground\": \"G1a\"", "\"ground\": \"G1b\"", PackChangeKind.Words, "规则 rule 的情形由 G1a 改为 G1b")]
    [InlineData("第一条", "第二条", PackChangeKind.Citation, "规则 rule 的依据由“第一条”改为“第二条”")]
    [InlineData("\"理由\"", "\"别的理由\"", PackChangeKind.Words, "规则 rule 的理由由“理由”改为“别的理由”")]
    [InlineData("\"但书\"", "\"另一但书\"", PackChangeKind.Citation, "规则 rule 的例外的依据由“但书”改为“另一但书”")]
    [InlineData("\"停产\"", "\"停业\"", PackChangeKind.Words, "规则 rule 的例外的理由由“停产”改为“停业”")]
    [InlineData("\"one\"", "\"eins\"", PackChangeKind.Cases, "删去案例“one”", "新增案例“eins”")]
    [InlineData("\"asOf\": \"2025-01-15\"", "\"asOf\": \"2025-01-16\"", PackChangeKind.Cases, "案例“one”的事实或者预期已改")]
    [InlineData("\"year\": 2024", "\"year\": 2023", PackChangeKind.Cases, "案例“one”的事实或者预期已改")]
    [InlineData("\"outcome\": \"triggered\" }, \"G1a\"", "\"outcome\": \"undetermined\" }, \"G1a\"", PackChangeKind.Cases, "案例“one”的事实或者预期已改")]
    [InlineData("\"甲\"", "\"乙\"", PackChangeKind.Cases, "案例“one”的事实或者预期已改")]
    [InlineData(", \"audits\": [{ \"facility_id\": \"A\", \"kind\": \"mandatory\" }]", "", PackChangeKind.Cases, "案例“one”的事实或者预期已改")]
    [InlineData("\"missing\": [\"x\"]", "\"missing\": [\"y\"]", PackChangeKind.Cases, "案例“one”的事实或者预期已改")]
    [InlineData("\"G1a\": {", "\"G1b\": {", PackChangeKind.Cases, "案例“one”的事实或者预期已改")]
    public void Whatever_one_pack_says_otherwise_is_told_by_itself(string before, string after, PackChangeKind kind, params string[] says)
    {
        const string exception = """, "exceptions": [{ "when": "facility.Status == \"suspended\"", "citation": { "zh": "但书", "en": "proviso" }, "sentence": { "zh": "停产", "en": "suspended" } }]""";
        var text = PackText("facility.KeySource == true", exception).Replace("\"cases\": []", """
            "cases": [{ "name": "one", "asOf": "2025-01-15", "year": 2024, "facts": { "facilities": [{ "facility_id": "A", "name": "甲" }], "audits": [{ "facility_id": "A", "kind": "mandatory" }] },
              "expect": { "outcome": "undetermined", "rules": { "rule": { "outcome": "triggered" }, "G1a": { "outcome": "triggered", "missing": ["x"] } } } }]
            """, StringComparison.Ordinal);
        Assert.Contains(before, text, StringComparison.Ordinal);
        var changes = PackDifference.Of(PackReader.Read(text, "a.json"), PackReader.Read(text.Replace(before, after, StringComparison.Ordinal), "b.json"));
        Assert.Equal(says, changes.Select(c => c.Sentence.Zh));
        Assert.All(changes, c => Assert.True(c.Kind == kind && c.Sentence.En.Length > 0));
    }

    [Fact]
    public void A_parameter_that_comes_goes_or_ends_is_told_with_its_days()
    {
        var (with, without) = (Pack("indicators.Value(\"x\") > 1", parameters: Limit("60")), Pack("indicators.Value(\"x\") > 1"));
        Assert.Equal(["新增参数 Many：自 2000-01-01 起为 60 次（某条）"], Zh(without, with));
        Assert.Equal(["删去参数 Many"], Zh(with, without));
        Assert.Equal(["参数 Many 自 2026-01-01 起不再有值（原为 60 次）"], Zh(with, Pack("indicators.Value(\"x\") > 1", parameters: Limit("60", "\"to\": \"2025-12-31\","))));
        Assert.Equal(["参数 Many 自 2026-01-01 起定为 60 次（某条）"], Zh(Pack("indicators.Value(\"x\") > 1", parameters: Limit("60", "\"to\": \"2025-12-31\",")), with));
        Assert.Equal(["参数 Many 的单位由 次 改为 个"], Zh(with, Pack("indicators.Value(\"x\") > 1", parameters: Limit("60").Replace("次\",", "个\",", StringComparison.Ordinal))));
        Assert.Equal(["参数 Many 自 2000-01-01 起的依据由“某条”改为“他条”"], Zh(with, Pack("indicators.Value(\"x\") > 1", parameters: Limit("60").Replace("某条", "他条", StringComparison.Ordinal))));
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
            var (x, y) = (Compiled(narrow, parameters: RandomCondition.Parameters).Rules[0].Condition, Compiled(wide, parameters: RandomCondition.Parameters).Rules[0].Condition);
            if (!ConditionOrder.Implies(x.Expression, y.Expression)) continue;
            for (var i = 0; i < 10; i++)
            {
                var facts = World.Make(random, complete: i % 2 == 0).Facts();
                Assert.True(x.Ask(facts) <= y.Ask(facts), $"{narrow} is said to imply {wide}: {x.Ask(facts)} {y.Ask(facts)}");
            }
        }
    }
}
