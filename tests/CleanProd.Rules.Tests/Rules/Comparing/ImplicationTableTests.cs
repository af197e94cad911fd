using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Comparing;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules.Comparing;

/// <summary>Which conditions are shown to follow from which, and which say the same: approved as a whole.</summary>
public class ImplicationTableTests
{
    private const string More = """
        { "id": "Fewer", "kind": "list", "title": { "zh": "名", "en": "Fewer" }, "values": [{ "from": "2000-01-01", "to": null, "value": ["w0"], "citation": "x", "basis": "derived" }] },
        { "id": "SameNamed", "kind": "list", "title": { "zh": "名", "en": "Same" }, "values": [{ "from": "2000-01-01", "to": null, "value": ["w1", "w0"], "citation": "x", "basis": "derived" }] },
        { "id": "SameKeys", "kind": "table", "unit": "t", "title": { "zh": "表", "en": "Same" }, "values": [{ "from": "2000-01-01", "to": null, "value": { "w1": 2, "w0": 1 }, "citation": "x", "basis": "derived" }] },
        { "id": "OtherKeys", "kind": "table", "unit": "t", "title": { "zh": "表", "en": "Other" }, "values": [{ "from": "2000-01-01", "to": null, "value": { "w0": 1, "w1": 3 }, "citation": "x", "basis": "derived" }] },
        { "id": "Three", "kind": "number", "unit": "1", "title": { "zh": "三", "en": "Three" }, "values": [{ "from": "2000-01-01", "to": null, "value": 3, "citation": "x", "basis": "derived" }] }
        """;

    private static readonly string[] Pairs =
    [
        // Limits.
        "indicators.Value(\"x\") > 2 ⇒ indicators.Value(\"x\") > 1", "indicators.Value(\"x\") > 2 ⇒ indicators.Value(\"x\") > 2m", "indicators.Value(\"x\") > 2 ⇒ indicators.Value(\"x\") >= 2", "indicators.Value(\"x\") >= 2 ⇒ indicators.Value(\"x\") >= 2.0m", "indicators.Value(\"x\") < 2 ⇒ indicators.Value(\"x\") < 3", "indicators.Value(\"x\") < 2 ⇒ indicators.Value(\"x\") <= 2", "indicators.Value(\"x\") <= 2 ⇒ indicators.Value(\"x\") <= 2", "indicators.Value(\"x\") <= 2 ⇒ indicators.Value(\"x\") < 3", "indicators.Value(\"x\") > 2 ⇒ indicators.Value(\"x\") < 3", "indicators.Value(\"x\") > 3 ⇒ indicators.Value(\"x\") >= 2",
        "indicators.Value(\"x\") == 2 ⇒ indicators.Value(\"x\") > 1", "indicators.Value(\"x\") == 2 ⇒ indicators.Value(\"x\") == 2m", "indicators.Value(\"x\") != 2 ⇒ indicators.Value(\"x\") != 3", "indicators.Value(\"x\") > 2 ⇒ indicators.Value(\"x\") != 2", "2 < indicators.Value(\"x\") ⇒ indicators.Value(\"x\") > 1", "2 < indicators.Value(\"x\") ⇒ 1 < indicators.Value(\"x\")", "2 <= indicators.Value(\"x\") ⇒ indicators.Value(\"x\") >= 2", "2 > indicators.Value(\"x\") ⇒ 3 >= indicators.Value(\"x\")", "2 >= indicators.Value(\"x\") ⇒ indicators.Value(\"x\") <= 2", "p.Three < indicators.Value(\"x\") ⇒ indicators.Value(\"x\") > p.Two", "indicators.Value(\"x\") > p.Three ⇒ indicators.Value(\"x\") > 3",
        "indicators.Value(\"x\") > 2 ⇒ indicators.Value(\"y\") > 1", "indicators.Value(\"x\") > indicators.Value(\"y\") ⇒ indicators.Value(\"x\") >= indicators.Value(\"y\")", "indicators.Value(\"x\") < indicators.Value(\"y\") ⇒ indicators.Value(\"x\") <= indicators.Value(\"y\")", "indicators.Value(\"x\") > indicators.Value(\"y\") ⇒ indicators.Value(\"x\") > indicators.Value(\"z\")", "indicators.Value(\"x\") > indicators.Value(\"y\") ⇒ indicators.Value(\"x\") < indicators.Value(\"y\")", "facility.EiaApprovedOn > \"2016-01-01\" ⇒ facility.EiaApprovedOn >= \"2016-01-01\"", "facility.EiaApprovedOn > \"2017-01-01\" ⇒ facility.EiaApprovedOn > \"2016-01-01\"", "facility.EiaApprovedOn >= \"2016-01-01\" ⇒ \"2016-01-01\" <= facility.EiaApprovedOn", "facility.EiaApprovedOn > \"2016-01-01\" ⇒ \"2016-01-01\" < facility.EiaApprovedOn", "2 > 1 ⇒ 3 > 1", "period.Year > 2016 ⇒ period.Year > 2015",
        // And, or, not, constants.
        "monitoring.Any() and energy.Any() ⇒ monitoring.Any()", "monitoring.Any() and energy.Any() ⇒ energy.Any()", "monitoring.Any() and energy.Any() ⇒ energy.Any() and monitoring.Any()", "monitoring.Any() and energy.Any() ⇒ quotas.Any()", "monitoring.Any() ⇒ monitoring.Any() or energy.Any()", "energy.Any() ⇒ monitoring.Any() or energy.Any()", "monitoring.Any() or energy.Any() ⇒ energy.Any() or monitoring.Any()", "monitoring.Any() or energy.Any() ⇒ monitoring.Any() and energy.Any()", "monitoring.Any() and energy.Any() ⇒ monitoring.Any() or energy.Any()", "quotas.Any() or energy.Any() ⇒ monitoring.Any() or energy.Any()",
        "not monitoring.Any() ⇒ not (monitoring.Any() and energy.Any())", "not (indicators.Value(\"x\") > 2) ⇒ not (indicators.Value(\"x\") > 3)", "not monitoring.Any() ⇒ monitoring.Any()", "-indicators.Value(\"x\") > 2 ⇒ -indicators.Value(\"x\") > 1", "false ⇒ energy.Any()", "energy.Any() ⇒ true", "true ⇒ false", "true ⇒ energy.Any()", "energy.Any() ⇒ energy.Any()", "facility.KeySource == true ⇒ facility.KeySource != false", "facility.HasEnergyLimit ⇒ facility.HasEnergyLimit or energy.Any()", "iif(energy.Any(), quotas.Any(), false) ⇒ iif(energy.Any(), quotas.Any(), false)", "iif(energy.Any(), quotas.Any(), false) ⇒ iif(energy.Any(), quotas.Any(), true)", "iif(energy.Any(), quotas.Any(), false) ⇒ iif(energy.Any(), energy.Any(), false)", "iif(energy.Any(), quotas.Any(), false) ⇒ iif(quotas.Any(), quotas.Any(), false)",
        // Lists.
        "monitoring.Any(m => m.ExceedanceCount > 1) ⇒ monitoring.Any(x => x.ExceedanceCount > 0)", "monitoring.Any(m => m.ExceedanceCount > 0) ⇒ monitoring.Any()", "monitoring.Any(m => m.ExceedanceCount > 0) ⇒ energy.Any()", "monitoring.Any(m => m.ExceedanceCount > 0) ⇒ monitoring.All(m => m.ExceedanceCount > 0)", "monitoring.All(m => m.ExceedanceCount > 1) ⇒ monitoring.All(m => m.ExceedanceCount > 0)", "monitoring.All(m => m.ExceedanceCount > 0) ⇒ monitoring.Where(m => m.Medium == \"water\").All(m => m.ExceedanceCount > 0)", "monitoring.Where(m => m.Medium == \"water\").All(m => m.ExceedanceCount > 1) ⇒ monitoring.Where(m => m.Medium == \"water\").All(m => m.ExceedanceCount > 0)",
        "monitoring.Where(m => m.Medium == \"water\").Any(m => m.ExceedanceCount > 0) ⇒ monitoring.Any(m => m.ExceedanceCount > 0 and m.Medium == \"water\")", "monitoring.Where(m => m.Medium == \"water\").Any() ⇒ monitoring.Any(m => m.Medium == \"water\")", "monitoring.Where(m => m.Medium == \"water\").Where(m => m.ExceedanceCount > 1).Any() ⇒ monitoring.Where(m => m.ExceedanceCount > 0).Any(m => m.Medium == \"water\")", "monitoring.Any(m => discharges.Any(d => d.Pollutant == m.Pollutant and d.Ratio > 2)) ⇒ monitoring.Any(n => discharges.Any(e => e.Pollutant == n.Pollutant and e.Ratio > 1))", "monitoring.Any(m => monitoring.Any(n => m.ExceedanceCount > n.ExceedanceCount)) ⇒ monitoring.Any(m => monitoring.Any(n => n.ExceedanceCount > m.ExceedanceCount))",
        "monitoring.Count(m => m.ExceedanceCount > 1) > 2 ⇒ monitoring.Count(m => m.ExceedanceCount > 0) > 1", "monitoring.Count(m => m.ExceedanceCount > 1) > 2 ⇒ monitoring.Count(m => m.ExceedanceCount > 0) >= 2", "monitoring.Count(m => m.ExceedanceCount > 1) >= 2 ⇒ monitoring.Count(m => m.ExceedanceCount > 0) > 2", "monitoring.Count(m => m.ExceedanceCount > 1) > 2 ⇒ monitoring.Count() > 2", "monitoring.Count(m => m.ExceedanceCount > 1) > 2 ⇒ monitoring.Count(m => m.ExceedanceCount > 0) > 3", "monitoring.Count(m => m.ExceedanceCount > 0) < 2 ⇒ monitoring.Count(m => m.ExceedanceCount > 1) < 3", "monitoring.Count(m => m.ExceedanceCount > 0) < 2 ⇒ monitoring.Count(m => m.ExceedanceCount > 1) <= 2", "monitoring.Count(m => m.ExceedanceCount > 0) <= 2 ⇒ monitoring.Count(m => m.ExceedanceCount > 1) < 2", "monitoring.Count(m => m.ExceedanceCount > 0) < 3 ⇒ monitoring.Count(m => m.ExceedanceCount > 1) < 2", "monitoring.Count() < 2 ⇒ monitoring.Count(m => m.ExceedanceCount > 0) < 2", "monitoring.Count(m => m.ExceedanceCount > 0) < 2 ⇒ monitoring.Count() < 2",
        "monitoring.Count(m => m.ExceedanceCount > 1) > 2 ⇒ monitoring.Count(m => m.ExceedanceCount > 0) < 1", "monitoring.Count(m => m.ExceedanceCount > 1) > 2 ⇒ energy.Count() > 2", "monitoring.Count() > 2 ⇒ monitoring.Sum(m => m.ExceedanceCount) > 2", "monitoring.Sum(m => m.ExceedanceCount) > 2 ⇒ monitoring.Sum(m => m.ExceedanceCount) > 1", "monitoring.Sum(m => m.ExceedanceCount) > 2 ⇒ monitoring.Sum(m => m.ExceedanceDays) > 2", "monitoring.Count(m => m.ExceedanceCount > 1) > indicators.Value(\"x\") ⇒ monitoring.Count(m => m.ExceedanceCount > 0) > indicators.Value(\"x\")", "monitoring.Where(m => m.Medium == \"water\").Count() > 1 ⇒ monitoring.Count(m => m.Medium == \"water\") > 1",
        // Items of a list around a list, and what is turned round within them.
        "monitoring.Where(m => m.Medium == \"water\").Any(n => n.ExceedanceCount > 0 and facility.HasEnergyLimit) ⇒ monitoring.Any(x => facility.HasEnergyLimit and x.Medium == \"water\")", "monitoring.Any(m => discharges.Count(d => d.Pollutant == m.Pollutant) < 2 and m.HasUpperLimit) ⇒ monitoring.Any(n => discharges.Count(d => d.Pollutant == n.Pollutant and d.Ratio > 1) < 3 and n.HasUpperLimit)", "monitoring.Any(m => not discharges.Any(d => d.Pollutant == m.Pollutant) and m.HasUpperLimit) ⇒ monitoring.Any(n => not discharges.Any(d => d.Pollutant == n.Pollutant and d.Ratio > 1) and n.HasUpperLimit)",
        "monitoring.Any(m => m.Medium == \"water\" and monitoring.Any(n => not discharges.Any(d => d.Pollutant == m.Pollutant))) ⇒ monitoring.Any(n => n.Medium == \"water\" and monitoring.Any(m => not discharges.Any(d => d.Pollutant == m.Pollutant)))", "monitoring.Any(m => m.Medium == \"water\" and monitoring.Any(n => discharges.Count(d => d.Pollutant == m.Pollutant and d.Ratio > 1) < 2)) ⇒ monitoring.Any(n => n.Medium == \"water\" and monitoring.Any(m => discharges.Count(d => d.Pollutant == m.Pollutant) < 2))",
        // Lists, tables and texts of the pack.
        "monitoring.Any(m => p.Fewer.Contains(m.Pollutant)) ⇒ monitoring.Any(m => p.Named.Contains(m.Pollutant))", "monitoring.Any(m => p.Named.Contains(m.Pollutant)) ⇒ monitoring.Any(m => p.SameNamed.Contains(m.Pollutant))", "monitoring.Any(m => p.Fewer.Contains(m.Pollutant)) ⇒ monitoring.Any(m => p.Named.Contains(m.OutletId))", "discharges.Any(d => d.DischargedIn(\"t\") > p.ByKey.For(d.Pollutant)) ⇒ discharges.Any(d => d.DischargedIn(\"t\") > p.SameKeys.For(d.Pollutant))", "discharges.Any(d => d.DischargedIn(\"t\") > p.ByKey.For(d.Pollutant)) ⇒ discharges.Any(d => d.DischargedIn(\"t\") > p.OtherKeys.For(d.Pollutant))", "discharges.Any(d => p.ByKey.Has(d.Pollutant)) ⇒ discharges.Any(d => p.OtherKeys.Has(d.Pollutant))",
        "facility.Region in (\"44\", \"45\") ⇒ facility.Region in (\"44\", \"45\")", "facility.Region in (\"44\") ⇒ facility.Region in (\"44\", \"45\")", "facility.Region in (\"44\", \"46\") ⇒ facility.Region in (\"44\", \"45\")", "facility.Region in (\"44\") ⇒ facility.Name in (\"44\")", "facility.RegionIn(\"44\") ⇒ facility.RegionIn(\"44\")", "facility.RegionIn(\"44\") ⇒ facility.RegionIn(\"45\")", "facility.Name.StartsWith(\"甲\") ⇒ facility.Name.EndsWith(\"甲\")", "facility.Name.StartsWith(\"甲\") ⇒ facility.Region.StartsWith(\"甲\")", "facility.Name == \"a\" ⇒ facility.Name == \"b\"", "facility.Name == null ⇒ facility.Name == null", "facility.Region == null ⇒ facility.Region != null", "indicators.Value(\"x\") + 1 > 2 ⇒ indicators.Value(\"x\") + 1 > 1", "indicators.Value(\"x\") + 1 > 2 ⇒ indicators.Value(\"x\") - 1 > 2", "indicators.Value(\"x\") + 1 > 2 ⇒ indicators.Value(\"x\") + 2 > 2", "1 + indicators.Value(\"x\") > 2 ⇒ 2 + indicators.Value(\"x\") > 2", "Math.Abs(monitoring.Count()) > 2 ⇒ monitoring.Count() > 2",
    ];

    private static readonly ConditionParser Parser = new("test.json", ParameterSet.On(Pack("true", parameters: $"{RandomCondition.Parameters}, {More}"), AsOf));

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Rules/Comparing/implications.txt", Pairs, Said, 6);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void What_follows_from_what_is_as_approved(int part) => Table.Check(part);

    [Fact]
    public void The_approved_pairs_are_these() => Table.CheckInputs();

    [Fact]
    public void A_condition_that_is_not_there_always_holds()
    {
        var some = Parser.Condition(new("energy.Any()", new(1, 1), []));
        Assert.Equal((false, true, true), (ConditionOrder.Implies(null, some), ConditionOrder.Implies(some, null), ConditionOrder.Implies(null, null)));
        Assert.Equal((false, false, true), (RuleEquality.Says(null, some), RuleEquality.Says(some, null), RuleEquality.Says(null, null)));
    }

    private static IEnumerable<string> Said(string pair)
    {
        var sides = pair.Split(" ⇒ ").Select(s => Parser.Condition(new(s, new(1, 1), []))).ToArray();
        var (there, back) = (ConditionOrder.Implies(sides[0], sides[1]), ConditionOrder.Implies(sides[1], sides[0]));
        var same = RuleEquality.Says(sides[0], sides[1]);
        Assert.Equal(same, RuleEquality.Says(sides[1], sides[0]));
        return [$"{(there ? "shown" : "not shown")}, the other way {(back ? "shown" : "not shown")}{(same ? ", the same" : "")}"];
    }
}
