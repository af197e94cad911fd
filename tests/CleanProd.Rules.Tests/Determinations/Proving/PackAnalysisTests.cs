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
    [InlineData("monitoring.Any(m => m.MaxValue > 100)", "m.MaxValue > 100")]
    [InlineData("monitoring.Any(m => 100 < m.MaxValue)", "100 < m.MaxValue")]
    [InlineData("monitoring.Any(m => m.Unit != \"mg/L\" and m.MaxValue > 100)", "m.MaxValue > 100")]
    [InlineData("discharges.Sum(d => d.Discharged) > 9", "discharges.Sum(d => d.Discharged)")]
    [InlineData("monitoring.Max(m => m.MaxValue) > 0", "monitoring.Max(m => m.MaxValue)")]
    [InlineData("monitoring.Min(m => m.MinValue) < 6", "monitoring.Min(m => m.MinValue)")]
    [InlineData("discharges.Average(d => d.Discharged) > 9", "discharges.Average(d => d.Discharged)")]
    [InlineData("discharges.Where(d => d.Medium == \"water\").Sum(d => d.Discharged) > 9", "discharges.Where(d => d.Medium == \"water\").Sum(d => d.Discharged)")]
    [InlineData("quotas.Any(q => q.Quantity > 2 + 3)", "q.Quantity > 2 + 3")]
    public void Numbers_of_any_unit_without_a_word_about_it_are_found_once(string condition, string says)
    {
        var found = Assert.Single(Conditions(Pack(condition)));
        Assert.Equal(("unit_unsaid", 12), (found.Code, found.Position.Line));
        Assert.Contains($"rule 'rule'/condition: {says} takes numbers", found.Message.En, StringComparison.Ordinal);
        Assert.Contains($"规则“rule”/condition：{says} 各项的单位", found.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_sum_over_numbers_of_any_unit_is_found() =>
        Assert.Equal(["unit_unsaid", "unit_unsaid"], Conditions(Pack("monitoring.Max(m => m.MaxValue) > monitoring.Max(m => m.LimitHigh)")).Select(f => f.Code));

    [Theory]
    [InlineData("monitoring.Any(m => m.Unit == \"mg/L\" and m.MaxValue > 100)")]
    [InlineData("monitoring.Where(m => m.Unit == \"mg/L\").Max(m => m.MaxValue) > 100")]
    [InlineData("discharges.Any(d => d.Discharged > d.Quota)")]
    [InlineData("discharges.Any(d => d.Discharged > 0)")]
    [InlineData("discharges.Any(d => 0m < d.Discharged)")]
    [InlineData("discharges.Any(d => d.Discharged != null)")]
    [InlineData("discharges.Any(d => d.Discharged / d.Quota > 2)")]
    [InlineData("discharges.Any(d => d.Discharged > d.Quota * 2)")]
    [InlineData("discharges.Sum(d => d.DischargedIn(\"t\")) > 9")]
    [InlineData("monitoring.Sum(m => m.ExceedanceCount) > 3")]
    public void Numbers_of_one_unit_or_of_none_raise_no_alarm(string condition) => Assert.Empty(Conditions(Pack(condition)));

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

    [Theory]
    [InlineData("> 4", "> 5", true)]
    [InlineData("> 5", "> 4", false)]
    [InlineData("> 5", "< 5", false)]
    public void An_exception_that_is_part_of_one_before_it_is_told_by_its_number(string first, string second, bool isPart)
    {
        static string When(string test) => $$"""{ "when": "indicators.Value(\"y\") {{test}}", "citation": { "zh": "a", "en": "a" }, "sentence": { "zh": "a", "en": "a" } }""";
        var found = Conditions(Pack("indicators.Value(\"x\") > 3", $", \"exceptions\": [{When("> 100")}, {When(first)}, {When(second)}]"))
            .Where(f => f.Message.En.Contains("exception 3", StringComparison.Ordinal)).ToArray();
        if (isPart) Assert.Equal(("shadowed", "rule 'rule': exception 3 is part of exception 2"), (Assert.Single(found).Code, found[0].Message.En));
        else Assert.Empty(found);
    }

    [Fact]
    public void An_exception_is_told_by_its_own_number()
    {
        static string When(string test) => $$"""{ "when": "indicators.Value(\"x\") {{test}}", "citation": { "zh": "a", "en": "a" }, "sentence": { "zh": "a", "en": "a" } }""";
        var found = Conditions(Pack("indicators.Value(\"x\") > 3", $", \"exceptions\": [{When("== 7")}, {When("< 2")}, {When("> 2")}]"));
        Assert.Contains(found, f => f.Code == "unreachable" && f.Message.En.Contains("exception 2 never holds", StringComparison.Ordinal) && f.Message.Zh.Contains("例外 2", StringComparison.Ordinal));
        Assert.Contains(found, f => f.Code == "never_triggers" && f.Message.En.Contains("exception 3 always lifts it", StringComparison.Ordinal) && f.Message.Zh.Contains("例外 3", StringComparison.Ordinal));
        // One that holds for nobody is told as such, and not held against the others.
        Assert.Equal(["contradiction"], Conditions(Pack("indicators.Value(\"x\") > 3", $", \"exceptions\": [{When("> 5 and indicators.Value(\\\"x\\\") < 4")}]")).Select(f => f.Code));
    }

    [Theory]
    [InlineData("not (substances.Any() and (energy.Any() or not energy.Any()))", "always_true")]
    [InlineData("energy.Any() or not (1 == 2 or substances.Any())", "contradiction")]
    [InlineData("energy.Any() and (substances.Any() and (indicators.Value(\"x\") > 3 and indicators.Value(\"x\") > 2))", "shadowed")]
    public void What_is_said_in_the_depth_of_a_condition_is_found(string condition, string code) => Assert.Contains(Conditions(Pack(condition)), f => f.Code == code);

    [Fact]
    public void Of_three_that_say_the_same_two_are_told_and_the_first_stays()
    {
        var found = Conditions(Pack("energy.Any() or indicators.Value(\"x\") > 3 or indicators.Value(\"x\") > 3 or indicators.Value(\"x\") > 3"));
        Assert.Equal(["duplicate", "duplicate"], found.Select(f => f.Code));
    }

    [Fact]
    public void Two_rules_that_say_the_same_are_told_and_two_that_differ_in_what_they_require_are_not()
    {
        var pack = Pack("energy.Any()");
        var again = pack.Rules[0] with { Name = "again" };
        var same = Assert.Single(Conditions(pack with { Rules = [pack.Rules[0], again] }));
        Assert.Equal(("duplicate_rule", "rule 'again' says the same as 'rule'"), (same.Code, same.Message.En));
        var other = Pack("energy.Any()", ", \"requires\": [\"facility.KeySource\"]").Rules[0] with { Name = "again" };
        Assert.Empty(Conditions(pack with { Rules = [pack.Rules[0], other] }));
        Assert.Empty(Conditions(pack with { Rules = [Pack("substances.Any()").Rules[0], again] }));
    }

    [Fact]
    public void A_name_that_no_condition_uses_is_told_and_one_that_another_name_uses_is_not()
    {
        static RulePack Named(string condition) => PackReader.Read(
            PackText(condition).Replace("\"RuleName\": \"rule\",", """
                "RuleName": "rule", "LocalParams": [{ "Name": "spills", "Expression": "indicators.Value(\"x\")" }, { "Name": "many", "Expression": "spills > 3" }],
                """, StringComparison.Ordinal),
            "p.json");
        Assert.Equal(["unused_name"], Conditions(Named("energy.Any() and spills > 1")).Select(f => f.Code));
        Assert.Contains("'many'", Conditions(Named("energy.Any() and spills > 1"))[0].Message.En, StringComparison.Ordinal);
        Assert.Empty(Conditions(Named("energy.Any() and many")));
    }

    [Fact]
    public void Cases_that_prove_nothing_are_told()
    {
        static string Case(string name, string asOf, string rule) =>
            $$"""{ "name": "{{name}}", "asOf": "{{asOf}}", "year": 2024, "facts": { "facilities": [{ "facility_id": "A", "name": "甲" }] }, "expect": { "outcome": "undetermined", "rules": { "{{rule}}": { "outcome": "undetermined" } } } }""";
        PackFinding[] Found(params string[] cases) => Conditions(PackReader.Read(
            PackText("energy.Any()").Replace("\"cases\": []", $"\"cases\": [{string.Join(",", cases)}]", StringComparison.Ordinal), "p.json"));
        Assert.Empty(Found(Case("a", "2025-01-15", "rule"), Case("b", "2025-01-15", "G1a")));
        Assert.Equal(["case_of_no_rule"], Found(Case("a", "2025-01-15", "other")).Select(f => f.Code));
        Assert.Equal(["case_not_governed"], Found(Case("a", "1999-12-31", "rule")).Select(f => f.Code));
        var twice = Assert.Single(Found(Case("a", "2025-01-15", "rule"), Case("a", "2025-01-16", "rule")));
        Assert.Equal("case_name_twice", twice.Code);
    }

    [Fact]
    public void A_gap_between_packs_is_told_by_its_first_and_last_day()
    {
        var one = Pack("energy.Any()") with { Id = "one", GovernsTo = new(2009, 12, 31) };
        var two = Pack("energy.Any()") with { Id = "two", GovernsFrom = new(2010, 2, 1) };
        Assert.Contains("2010-01-01 to 2010-01-31", Assert.Single(PackAnalysis.Of([one, two], null), f => f.Code == "pack_gap").Message.En, StringComparison.Ordinal);
    }

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
