using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Proving;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules.Proving;

/// <summary>The one form of conditions, the places of their tests, and the small mistakes that are made in them: approved as a whole.</summary>
public class ProvingTableTests
{
    private static readonly string[] Conditions =
    [
        "true", "not true", "energy.Any()", "not energy.Any()", "not (not energy.Any())", "energy.Any() and quotas.Any() and audits.Any()", "energy.Any() and (quotas.Any() and audits.Any())", "energy.Any() or quotas.Any() or audits.Any()", "energy.Any() or quotas.Any() and audits.Any()", "(energy.Any() or quotas.Any()) and audits.Any()", "not (energy.Any() and quotas.Any())", "energy.Any() && !quotas.Any() || audits.Any()", "energy.Any() & quotas.Any() | audits.Any()",
        "facility.KeySource == true", "facility.KeySource != false", "facility.HasEnergyLimit", "not facility.HasEnergyLimit", "facility.Name == \"a\\\"b\\\\c\\td\\ne\\rf\"", "facility.Name.Contains(\"甲\")", "facility.Region in (\"44\", \"45\")", "facility.Region not in (\"44\")", "(facility.Region in (\"44\")) and energy.Any()", "facility.EiaApprovedOn > \"2016-07-01\"", "facility.EiaApprovedOn == null", "null != facility.EiaApprovedOn", "facility.EiaApprovedOn.Year >= 2015", "facility.EiaApprovedOn.Value.Month == 3",
        "indicators.Value(\"x\") > 2", "indicators.Value(\"x\") > 2m", "indicators.Value(\"x\") > 2.50m", "indicators.Value(\"x\") >= 2", "indicators.Value(\"x\") < 2", "indicators.Value(\"x\") <= 2", "indicators.Value(\"x\") == 2", "indicators.Value(\"x\") <> 2", "2 < indicators.Value(\"x\")", "indicators.Value(\"x\") > 0", "indicators.Value(\"x\") > 0.5m", "indicators.Value(\"x\") > -1", "-indicators.Value(\"x\") > -(-1)", "indicators.Value(\"x\") > -(2 + 1)", "--1 > 0", "7m / 2m > 3", "7 / 2 > 3m", "indicators.Value(\"x\") > 7m / 2m", "indicators.Value(\"x\") * 7m > 2", "(7m + 2m) * indicators.Value(\"x\") > 2m",
        "indicators.Value(\"x\") + 1 - 2 > 3", "indicators.Value(\"x\") - (1 - 2) > 3", "indicators.Value(\"x\") - (1 + 2) > 3", "(indicators.Value(\"x\") + 1) * 2 > 3", "indicators.Value(\"x\") + 1 * 2 > 3", "indicators.Value(\"x\") / (2 * 3) > 1", "indicators.Value(\"x\") / 2 * 3 > 1", "2 * (indicators.Value(\"x\") / 3) > 1", "Math.Abs(indicators.Value(\"x\") - 1) > 2", "Math.Max(indicators.Value(\"x\"), 1m) > Math.Min(2, 3)", "iif(energy.Any(), 1m, indicators.Value(\"x\")) > 2", "(energy.Any() ? quotas.Any() : audits.Any())", "energy.Any() ? quotas.Any() : (audits.Any() ? true : false)", "(energy.Any() ? quotas.Any() : audits.Any()) and true", "not (energy.Any() ? quotas.Any() : audits.Any())", "monitoring.Any(m => energy.Any() ? m.MaxRatio > 1 : m.MaxRatio > 2)",
        "monitoring.Any(x => x.ExceedanceCount > 0)", "monitoring.All(x => x.ExceedanceCount > 0 or x.MaxRatio > 1)", "monitoring.Any(ExceedanceCount > 0)", "monitoring.Count() > 2", "monitoring.Count(m => m.ExceedanceCount > 0 and m.Medium == \"water\") >= 2", "monitoring.Sum(m => m.ExceedanceCount * 2) > 3", "monitoring.Where(m => m.Medium == \"water\").Where(n => n.ExceedanceCount > 0).Max(o => o.MaxRatio) > 1", "monitoring.Where(m => m.Medium == \"water\").Any()", "monitoring.Any(m => monitoring.Any(n => m.MaxRatio > n.MaxRatio))", "monitoring.Any(m => discharges.Any(d => d.Pollutant == m.Pollutant and d.Ratio > 1)) or monitoring.Any(m => m.MaxRatio > 1)", "monitoring.Any(a => audits.Any(b => a.ExceedanceCount > b.MonthsSinceListed))", "monitoring.Any(m => m.MonthsAtOrOver(1.4m) >= 2)", "monitoring.Any(m => not (m.ExceedanceCount > 0))", "monitoring.Any(m => m.HasUpperLimit)", "monitoring.Any(m => true)",
        "p.Two > 1", "monitoring.Any(m => p.Named.Contains(m.Pollutant))", "discharges.Any(d => d.DischargedIn(\"t\") > p.ByKey.For(d.Pollutant))", "period.Year - 1 > 2000", "period.Year < 3000000000", "monitoring.Count() / 2 == 1", "monitoring.Any(m => m.ExceedanceCount + 1 > 2) == true", "facility.HasEnergyLimit == false", "discretion.Value(\"t\") == \"yes\"",
    ];

    private static readonly ConditionParser Parser = new("test.json", ParameterSet.On(Pack("true", parameters: RandomCondition.Parameters), AsOf));

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Rules/Proving/proving.txt", Conditions, Said, 5);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void The_form_the_tests_and_the_mistakes_of_a_condition_are_as_approved(int part) => Table.Check(part);

    [Fact]
    public void The_approved_conditions_are_these() => Table.CheckInputs();

    [Fact]
    public void Of_a_list_of_the_pack_three_texts_are_shown()
    {
        var four = new TextList(["d", "c", "b", "a"]);
        Assert.Equal("[\"a\", \"b\", \"c\", …]", ConditionPrinter.Print(System.Linq.Expressions.Expression.Constant(four)));
        Assert.Equal("[\"a\", \"b\", \"c\"]", ConditionPrinter.Print(System.Linq.Expressions.Expression.Constant(new TextList(["c", "b", "a"]))));
        Assert.Equal("[…]", ConditionPrinter.Print(System.Linq.Expressions.Expression.Constant(new ParameterTable([]))));
    }

    private static IEnumerable<string> Said(string condition)
    {
        ReadCondition read;
        string? refused = null;
        try
        {
            read = Parser.Read(new(condition, new(1, 1), []), typeof(bool));
        }
        catch (PackException e)
        {
            (read, refused) = (null!, $"refused: {e.Errors[0].Code} {e.Errors[0].Message}");
        }

        if (refused is not null)
        {
            yield return refused;
            yield break;
        }

        var (text, tests) = ConditionPrinter.PrintWithTests(read.Written);
        Assert.Equal(ConditionPrinter.Print(read.Written), text);
        Assert.Equal(text, ConditionPrinter.Print(Parser.Read(new(text, new(1, 1), []), typeof(bool)).Written));
        yield return text;
        yield return $"tests: {string.Join(" | ", tests.Select(t => text.Substring(t.Start, t.Length)))}; {ConditionNodes.Of(read.Folded).Count} parts";
        foreach (var mutation in Mutation.Of(read.Folded))
            yield return $"{mutation.Node} {mutation.What.En} ({mutation.What.Zh.Split('：')[0]}) → {ConditionPrinter.Print(ConditionNodes.Replace(read.Folded, mutation.Node, mutation.Change))}";
    }
}
