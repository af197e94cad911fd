using CleanProd.Rules.Determinations.Proving;
using CleanProd.Rules.Rules;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Determinations.Proving;

/// <summary>What can be said of packs without any facts.</summary>
public class PackAnalysisTests
{
    [Fact]
    public void The_shipped_packs_have_no_finding_that_is_not_explained()
    {
        foreach (var folder in Shipped.PackFiles.GroupBy(f => Path.GetDirectoryName(f)))
            Assert.Empty(PackAnalysis.Of([.. folder.Select(Shipped.Pack)], Shipped.Reference).Where(f => f.Accepted is null).Select(f => f.ToString()));
    }

    [Theory]
    [InlineData("monitoring.Any(m => m.ExceedanceCount >= 0)", "always_true", "m.ExceedanceCount >= 0")]
    [InlineData("energy.Any() or not energy.Any()", "always_true", "energy.Any() or not energy.Any()")]
    [InlineData("indicators.Value(\"x\") > 3 and indicators.Value(\"x\") < 2", "contradiction", "indicators.Value(\"x\") > 3 and indicators.Value(\"x\") < 2")]
    [InlineData("monitoring.Any(m => m.Window == \"day\" and m.Window == \"month\")", "contradiction", "m.Window == \"day\" and m.Window == \"month\"")]
    [InlineData("facility.Status == \"closed\" and facility.Status != \"closed\"", "contradiction", "facility.Status")]
    [InlineData("energy.Any() and (substances.Any() and energy.Any())", "duplicate", "energy.Any()")]
    [InlineData("indicators.Value(\"x\") > 3 and indicators.Value(\"x\") > 2", "shadowed", "indicators.Value(\"x\") > 2")]
    [InlineData("indicators.Value(\"x\") > 3 or indicators.Value(\"x\") > 2", "shadowed", "indicators.Value(\"x\") > 3")]
    [InlineData("monitoring.Any(m => m.ExceedanceCount > 5) or monitoring.Any(m => m.ExceedanceCount > 3)", "shadowed", "m.ExceedanceCount > 5")]
    [InlineData("monitoring.Any() and monitoring.Any(m => m.ExceedanceCount > 3)", "shadowed", "monitoring.Any()")]
    [InlineData("discharges.Any(d => d.Discharged > d.Quota and d.Quota < d.Discharged)", "duplicate|shadowed", "d.")]
    [InlineData("indicators.Value(\"x\") > 2 and (energy.Any() or indicators.Value(\"x\") > 1)", "always_true|shadowed", "indicators.Value(\"x\") > 1")]
    [InlineData("1 == 1", "always_true", "1 == 1")]
    public void What_a_condition_says_whatever_the_facts_are_is_found(string condition, string codes, string says)
    {
        var found = Conditions(Pack(condition));
        Assert.Contains(found, f => codes.Split('|').Contains(f.Code) && f.Message.En.Contains(says, StringComparison.Ordinal));
        Assert.All(found, f => Assert.True(f.Position.Line == 12 && f.Message.Zh.Length > 0, f.ToString()));
    }

    [Theory]
    [InlineData("monitoring.Any(m => m.ExceedanceCount > 0 and m.ExceedanceCount >= 0.66m * m.ValidCount)")]
    [InlineData("indicators.Value(\"x\") > 3 and indicators.Value(\"x\") < 5 or indicators.Value(\"x\") == 7")]
    [InlineData("monitoring.Any(m => m.ExceedanceCount > 5) or monitoring.Any(m => m.MonthsOver(1) > 3)")]
    [InlineData("monitoring.Any(m => monitoring.Any(n => m.MaxRatio > n.MaxRatio))")]
    [InlineData("audits.Any(a => a.ReportedOn == null and a.MonthsSinceListed >= 12) and (audits.YearsSinceLastAccepted == null or audits.YearsSinceLastAccepted > 3)")]
    [InlineData("energy.Any(e => e.UnitConsumption > e.Limit) or (not energy.Any(e => e.HasLimit) and discretion.Value(\"a\") == \"true\")")]
    [InlineData("facility.Status != \"closed\" and facility.Region in (\"440100\", \"440200\")")]
    public void An_honest_condition_raises_no_alarm(string condition) => Assert.Empty(Conditions(Pack(condition)));

    [Theory]
    [InlineData("energy.Any()", ", \"appliesWhen\": \"not energy.Any()\"", "unreachable")]
    [InlineData("indicators.Value(\"x\") > 3", ", \"exceptions\": [{ \"when\": \"indicators.Value(\\\"x\\\") < 2\", \"citation\": { \"zh\": \"a\", \"en\": \"a\" }, \"sentence\": { \"zh\": \"a\", \"en\": \"a\" } }]", "unreachable")]
    [InlineData("indicators.Value(\"x\") > 3", ", \"exceptions\": [{ \"when\": \"indicators.Value(\\\"x\\\") > 2\", \"citation\": { \"zh\": \"a\", \"en\": \"a\" }, \"sentence\": { \"zh\": \"a\", \"en\": \"a\" } }]", "never_triggers")]
    [InlineData("substances.Any(s => s.InCatalogue(\"toxic-air-2019\"))", "", "unknown_catalogue")]
    public void The_parts_of_a_rule_are_held_against_each_other(string condition, string properties, string code) =>
        Assert.Contains(Conditions(Pack(condition, properties)), f => f.Code == code);

    [Fact]
    public void Gaps_of_days_unused_parameters_and_clauses_without_rules_are_found()
    {
        const string parameters = """
            { "id": "Gap", "kind": "number", "unit": "1", "title": { "zh": "n", "en": "n" }, "values": [{ "from": "2000-01-01", "to": "2005-12-31", "value": 1, "citation": "x", "basis": "derived" }, { "from": "2006-02-01", "to": null, "value": 2, "citation": "x", "basis": "derived" }] }
            """;
        var gap = Assert.Single(PackAnalysis.Of([Pack("energy.Any()", parameters: parameters)], null), f => f.Code == "parameter_gap");
        Assert.Contains("2006-01-01 to 2006-01-31", gap.Message.En, StringComparison.Ordinal);
        Assert.Contains(PackAnalysis.Of([Pack("energy.Any()", parameters: parameters.Replace("2006-02-01", "2006-01-01", StringComparison.Ordinal))], null), f => f.Code == "unused_parameter");
        Assert.Contains(PackAnalysis.Of([Pack("energy.Any()")], null), f => f.Code == "no_clauses");
        var text = PackText("energy.Any()").Replace("\"parameters\":", """
            "clauses": [{ "clause": { "zh": "第一条", "en": "Art. 1" }, "rules": ["other"] }, { "clause": { "zh": "第九条", "en": "Art. 9" }, "rules": ["rule"] }], "parameters":
            """, StringComparison.Ordinal);
        Assert.Equal(["clause_without_rule", "clause_not_cited"], PackAnalysis.Of([PackReader.Read(text, "p.json")], null).Select(f => f.Code).Where(c => c.StartsWith("clause", StringComparison.Ordinal)).OrderDescending());
        Assert.Contains(PackAnalysis.Of([PackReader.Read(text.Replace("[\"rule\"]", "[\"other\"]", StringComparison.Ordinal), "p.json")], null), f => f.Code == "rule_without_clause");
    }

    [Fact]
    public void Packs_of_one_place_follow_each_other_day_by_day()
    {
        var (one, two) = (Shipped.Pack("rules/cn/law-2002.json"), Shipped.Pack("rules/cn/measures-2004.json"));
        Assert.DoesNotContain(PackAnalysis.Of([one, two], null), f => f.Code.StartsWith("pack_", StringComparison.Ordinal));
        Assert.Contains(PackAnalysis.Of([one, two with { GovernsFrom = two.GovernsFrom.AddDays(5) }], null), f => f.Code == "pack_gap");
        Assert.Contains(PackAnalysis.Of([one, two with { GovernsFrom = two.GovernsFrom.AddDays(-5) }], null), f => f.Code == "pack_overlap");
    }

    [Fact]
    public void An_explanation_without_its_finding_is_a_finding()
    {
        var text = PackText("energy.Any()").Replace("\"cases\": []", """
            "cases": [], "proof": { "accepted": [{ "finding": "no_clauses", "reason": { "zh": "示例", "en": "example" } }, { "finding": "duplicate", "reason": { "zh": "示例", "en": "example" } }] }
            """, StringComparison.Ordinal);
        var found = PackAnalysis.Of([PackReader.Read(text, "p.json")], null);
        Assert.Equal("example", Assert.Single(found, f => f.Code == "no_clauses").Accepted!.En);
        Assert.Null(Assert.Single(found, f => f.Code == "nothing_accepted").Accepted);
    }

    private static PackFinding[] Conditions(RulePack pack) => [.. PackAnalysis.Of([pack], Shipped.Reference).Where(f => f.Code != "no_clauses")];
}
