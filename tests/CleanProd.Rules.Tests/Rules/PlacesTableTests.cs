using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Proving;

namespace CleanProd.Rules.Tests.Rules;

/// <summary>Where each part of a condition stands in its text, part by part in the order of the expression: what refusals point at and what is painted.</summary>
public class PlacesTableTests
{
    private static readonly string[] Conditions =
    [
        "not (facility.KeySource == true)", "!(facility.KeySource == false) and not (facility.KeySource == true)",
        "-indicators.Value(\"x\") < -2", "indicators.Value(\"x\") - 1 > 0 - indicators.Value(\"y\")", "indicators.Value(\"x\") + 1 >= indicators.Value(\"y\") * 2 - 3", "indicators.Value(\"x\") / 2 <= 7",
        "facility.Region == \"44\" and facility.Industry != \"C17\" or facility.Region = \"33\" && facility.Industry <> \"C26\" || true", "facility.KeySource == null or null != facility.Region",
        "true and false", "false or true", "true or false or true", "indicators.ValueIn(\"x\", 2023) > 2023", "monitoring.Any(HasUpperLimit and energy.Any(e => e.HasLimit))", "iif(facility.KeySource == true, indicators.Value(\"x\"), indicators.Value(\"y\")) > 1",
        "monitoring.Any(m => m.ExceedanceCount > 0)", "monitoring.Any(ExceedanceCount > 0 and MaxRatio > 1)", "monitoring.Any(m => monitoring.All(n => m.MaxRatio >= n.MaxRatio) and m.MaxRatio > 1)",
        "monitoring.Any(m => m.ExceedanceCount > 0) and discharges.Any(d => d.Discharged > d.Quota)", "monitoring.Where(m => m.Medium == \"water\").Any(n => n.MonthsAtOrOver(1.4m) >= 2)", "monitoring.Any()",
        "monitoring.Count() > monitoring.Count(m => m.ExceedanceCount > 0)", "monitoring.Any(m => (m.ExceedanceCount > 0))", "monitoring.Any(m => m.Origin in (\"self\", \"supervision\"))", "facility.Region not in (\"44\", \"33\")",
        "facility.EiaApprovedOn < \"2016-07-01\"", "period.From.Year < 2016 and period.To.Year > 2000", "discharges.Sum(d => d.DischargedIn(\"t\")) > 14.5m", "Math.Abs(period.To.Year - period.From.Year) > 1",
        "substances.Any(s => s.InCatalogue(\"not\") or s.ToxicClass in (1, 2))", "energy.Any(e => e.UnitConsumption > e.Limit) | audits.Any(a => a.Kind == \"mandatory\") & facility.Industry == \"and\"",
    ];

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Rules/places.txt", Conditions, Places, 1);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void Each_part_stands_where_it_is_approved_to(int part) => Table.Check(part);

    [Fact]
    public void The_approved_conditions_are_these() => Table.CheckInputs();

    private static IEnumerable<string> Places(string condition)
    {
        var read = new ConditionParser("test.json", ParameterSet.None).Read(new(condition, new(1, 1), []), typeof(bool));
        return ConditionNodes.Of(read.Written).Select(n => n.Node is System.Linq.Expressions.ParameterExpression p && read.Places.NameOf(p) is { } name
            ? FormattableString.Invariant($"{read.Places.TokenOf(p)?.Offset.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} item {name}")
            : FormattableString.Invariant($"{read.Places.TokenOf(n.Node)?.Offset.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {read.Places.TokenOf(n.Node)?.Text}: {n.Node.NodeType}"));
    }
}
