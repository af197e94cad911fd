using System.Linq.Expressions;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Logic;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules.Logic;

/// <summary>What follows from the form of two conditions alone: approved as a whole.</summary>
public class LogicTableTests
{
    private static readonly string[] Pairs =
    [
        "true | false", "energy.Any() | quotas.Any()", "energy.Any() | not energy.Any()", "energy.Any() | energy.Any()", "energy.Any() and not energy.Any() | quotas.Any()", "energy.Any() or not energy.Any() | quotas.Any()", "energy.Any() and quotas.Any() | energy.Any()", "energy.Any() or quotas.Any() | energy.Any()", "(energy.Any() ? quotas.Any() : false) | quotas.Any()", "(energy.Any() ? quotas.Any() : not quotas.Any()) | energy.Any()",
        // Numbers.
        "indicators.Value(\"x\") > 2 | indicators.Value(\"x\") > 1", "indicators.Value(\"x\") > 2 | indicators.Value(\"x\") >= 2", "indicators.Value(\"x\") > 2 | indicators.Value(\"x\") <= 2", "indicators.Value(\"x\") > 2 | indicators.Value(\"x\") < 3", "indicators.Value(\"x\") > 2 | indicators.Value(\"x\") < 1", "indicators.Value(\"x\") == 2 | indicators.Value(\"x\") > 1", "indicators.Value(\"x\") != 2 | indicators.Value(\"x\") > 2", "indicators.Value(\"x\") == 2 | indicators.Value(\"x\") != 2", "2 < indicators.Value(\"x\") | indicators.Value(\"x\") > 1", "2 >= indicators.Value(\"x\") | indicators.Value(\"x\") > 2", "2 > indicators.Value(\"x\") | 1 > indicators.Value(\"x\")", "2 <= indicators.Value(\"x\") | 3 <= indicators.Value(\"x\")", "indicators.Value(\"x\") > -2 | indicators.Value(\"x\") > -1", "indicators.Value(\"x\") > 2 | indicators.Value(\"y\") > 1", "indicators.Value(\"x\") > p.Two | indicators.Value(\"x\") > 1", "2 > 1 | 1 > 2", "p.Two > 1 | p.Two == 3", "3 >= 3 | 3 < 3", "3 <= 3 | 3 != 3",
        "monitoring.Count() > 0 | monitoring.Count() >= 1", "monitoring.Count() >= 0 | monitoring.Count() < 0", "monitoring.Count() > 0.5m | monitoring.Count() >= 1", "monitoring.Count() > 1 | monitoring.Count() < 2", "monitoring.Any(m => m.ExceedanceCount > 1 and m.ExceedanceCount < 2) | energy.Any()", "monitoring.Any(m => m.MaxRatio > 1 and m.MaxRatio < 2) | energy.Any()", "discharges.Any(d => d.Discharged < 0) | discharges.Any(d => d.Discharged >= 0)", "period.Year > 2016 | period.Year >= 2017", "monitoring.Count() == 0 | monitoring.Count() > 0", "energy.Sum(e => e.UnitConsumption) >= 0 | energy.Sum(e => e.UnitConsumption) > 0",
        "indicators.Value(\"x\") > indicators.Value(\"y\") | indicators.Value(\"x\") >= indicators.Value(\"y\")", "indicators.Value(\"x\") > indicators.Value(\"y\") | indicators.Value(\"y\") < indicators.Value(\"x\")", "indicators.Value(\"x\") > indicators.Value(\"y\") | indicators.Value(\"y\") > indicators.Value(\"x\")", "indicators.Value(\"y\") >= indicators.Value(\"x\") | indicators.Value(\"x\") >= indicators.Value(\"y\")", "indicators.Value(\"x\") == indicators.Value(\"y\") | indicators.Value(\"x\") <= indicators.Value(\"y\")", "indicators.Value(\"x\") != indicators.Value(\"y\") | indicators.Value(\"x\") > indicators.Value(\"y\")", "period.To > period.From | period.From > period.To", "period.To > period.From | period.From >= period.To", "facility.EiaApprovedOn > \"2016-01-01\" | facility.EiaApprovedOn >= \"2016-01-02\"", "facility.EiaApprovedOn > \"2016-01-01\" | facility.EiaApprovedOn < \"2016-01-02\"", "facility.EiaApprovedOn > \"2016-01-01\" | facility.EiaApprovedOn == null",
        // Texts, yes or no, presence.
        "facility.Status == \"closed\" | facility.Status != \"closed\"", "facility.Status == \"closed\" | facility.Status == \"suspended\"", "facility.Status != \"closed\" and facility.Status != \"suspended\" | facility.Status == \"operating\"", "facility.Name != \"a\" and facility.Name != \"b\" | facility.Name == \"c\"", "facility.Name == \"a\" | \"a\" == facility.Name", "facility.Name == \"a\" | \"a\" != facility.Name", "facility.Name == \"a\" | facility.Region == \"a\"", "facility.Region in (\"44\") | facility.Region in (\"44\")", "facility.Region in (\"44\") | facility.Region in (\"45\")", "facility.KeySource == true | facility.KeySource != false", "facility.KeySource == true | facility.KeySource == false", "facility.HasEnergyLimit | facility.HasEnergyLimit == true", "facility.HasEnergyLimit | not facility.HasEnergyLimit", "facility.KeySource == true | true == facility.KeySource",
        "discharges.Any(d => d.Quota == null) | discharges.Any(d => d.Quota != null)", "indicators.Value(\"x\") == null | indicators.Value(\"x\") > 1", "indicators.Value(\"x\") != null | indicators.Value(\"x\") > 1", "null == indicators.Value(\"x\") | indicators.Value(\"x\") != 1", "facility.Region == null | facility.Region == \"44\"", "facility.Region != null | facility.Region == \"44\"", "audits.YearsSinceLastAccepted == null | audits.YearsSinceLastAccepted > 4", "audits.YearsSinceLastAccepted > 4 or audits.YearsSinceLastAccepted <= 4 | audits.YearsSinceLastAccepted != null",
        // Lists.
        "monitoring.Any(m => m.ExceedanceCount > 1) | monitoring.Any(m => m.ExceedanceCount > 0)", "monitoring.Any(m => m.ExceedanceCount > 1) | monitoring.Any()", "monitoring.Any(m => m.ExceedanceCount > 1 and m.MaxRatio > 2) | monitoring.Any(x => x.MaxRatio > 1)", "monitoring.Any(m => m.ExceedanceCount > 1) | energy.Any()", "monitoring.Any(m => m.ExceedanceCount > 1) | monitoring.All(m => m.ExceedanceCount > 1)", "monitoring.Where(m => m.Medium == \"water\").Any(m => m.MaxRatio > 2) | monitoring.Where(m => m.Medium == \"water\").Any(m => m.MaxRatio > 1)", "monitoring.Where(m => m.Medium == \"water\").Any(m => m.MaxRatio > 2) | monitoring.Where(m => m.Medium == \"air\").Any(m => m.MaxRatio > 1)", "monitoring.Any(m => m.ExceedanceCount > 1) and not monitoring.Any() | energy.Any()", "monitoring.Any(m => m.MaxRatio > p.Two) | monitoring.Any(m => m.MaxRatio > 1)", "monitoring.Any(m => p.Named.Contains(m.Pollutant)) | monitoring.Any(m => p.Named.Contains(m.Pollutant))",
        // A fact that may be missing beside one that may not, signs, facts that there need not be, nought below a small limit.
        "energy.Count() > indicators.Value(\"x\") | energy.Count() <= indicators.Value(\"x\")", "indicators.Value(\"x\") > -2 | indicators.Value(\"x\") > 2", "indicators.Value(\"x\") > -p.Two | indicators.Value(\"x\") > p.Two",
        "audits.YearsSinceLastAccepted > 4 | audits.YearsSinceLastAccepted <= 4", "discharges.Sum(d => d.DischargedIn(\"t\")) < 0.5m | discharges.Sum(d => d.DischargedIn(\"t\")) >= 0.5m", "discharges.Any(d => d.Discharged < 0.5m) | discharges.Any(d => d.Discharged >= 0.5m)",
        // Too many to be tried.
        string.Join(" or ", Enumerable.Range(0, 16).Select(i => $"indicators.Has(\"{i}\")")) + " | energy.Any()", string.Join(" or ", Enumerable.Range(0, 14).Select(i => $"indicators.Has(\"{i}\")")) + " | energy.Any()",
    ];

    private static readonly ParameterSet Parameters = ParameterSet.On(Pack("true", parameters: RandomCondition.Parameters), AsOf);

    private static readonly ConditionParser Parser = new("test.json", Parameters);

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Rules/Logic/logic.txt", Pairs, Said, 6);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void What_follows_from_the_form_alone_is_as_approved(int part) => Table.Check(part);

    [Fact]
    public void The_approved_pairs_are_these() => Table.CheckInputs();

    private static IEnumerable<string> Said(string pair)
    {
        var sides = pair.Split(" | ").Select(s => Parser.Read(new(s, new(1, 1), []), typeof(bool)).Expanded).ToArray();
        var (a, b) = (sides[0], sides[1]);
        var (both, either) = (Expression.AndAlso(a, b), Expression.OrElse(a, b));
        var logic = new ConditionLogic(Expression.OrElse(both, either), Parameters.Values);
        if (!logic.CanTell)
        {
            Assert.False(logic.IsAlways(a) || logic.IsNever(a) || logic.Implies(a, a) || logic.IsTheSameWithout(both, [a, b], a, all: true));
            return ["too many to be tried"];
        }

        string Is(Expression e) => logic.IsAlways(e) ? "always" : logic.IsNever(e) ? "never" : "at times";
        return
        [
            $"{Is(a)}, {Is(b)}; both {Is(both)}, either {Is(either)}; {(logic.Implies(a, b) ? "the first has the second" : "not the second")}, {(logic.Implies(b, a) ? "the second has the first" : "not the first")}",
            $"needless in both: {logic.IsTheSameWithout(both, [a, b], a, all: true)}, {logic.IsTheSameWithout(both, [a, b], b, all: true)}; in either: {logic.IsTheSameWithout(either, [a, b], a, all: false)}, {logic.IsTheSameWithout(either, [a, b], b, all: false)}",
        ];
    }
}
