using CleanProd.Rules.Determinations.Proving;
using CleanProd.Rules.Rules;
using Newtonsoft.Json.Linq;
using static CleanProd.Rules.Tests.Determinations.Proving.SmallPack;

namespace CleanProd.Rules.Tests.Determinations.Proving;

/// <summary>The lines that small packs draw, and the cases that are proposed on either side of them: approved as a whole.</summary>
public class ProposedCaseTests
{
    private static JObject Reported(string quantity, string quota) => new()
    {
        ["quotas"] = new JArray(new JObject { ["facility_id"] = "A", ["pollutant"] = "化学需氧量", ["medium"] = "water", ["from"] = "2024-01-01", ["to"] = "2024-12-31", ["quantity"] = quota, ["unit"] = "t" }),
        ["discharges"] = new JArray(new JObject { ["facility_id"] = "A", ["pollutant"] = "化学需氧量", ["medium"] = "water", ["from"] = "2024-01-01", ["to"] = "2024-12-31", ["quantity"] = quantity, ["unit"] = "t" }),
    };

    private static RulePack X(string condition, string indicators = "x=12", string outcome = "triggered", string properties = "") => Of([Rule(condition, properties)], [Case("case", indicators, outcome)]);

    private static readonly RulePack[] Packs =
    [
        X("indicators.Value(\"x\") > 10"), X("indicators.Value(\"x\") < 10", outcome: "not_triggered"), X("indicators.Value(\"x\") == 10", outcome: "not_triggered"),
        X("100 - indicators.Value(\"x\") > 40"), X("indicators.Value(\"x\") > 10", "x=12.5"), X("indicators.Value(\"x\") > 10.25m", "x=12"), X("indicators.Value(\"x\") > 0"),
        X("indicators.Value(\"x\") < 0", outcome: "not_triggered"), X("0 - indicators.Value(\"x\") < 0"), X("indicators.Value(\"x\") > 13000", outcome: "not_triggered"),
        X("indicators.Value(\"x\") > 10", "", "undetermined"), X("indicators.Value(\"x\") > indicators.Value(\"y\")", "x=12 y=3"), X("indicators.Value(\"x\") > 10 and indicators.Value(\"y\") < 5", "x=12 y=3"), X("indicators.Value(\"x\") > 10 or facility.EiaApprovedOn < \"2016-07-01\""),
        X("indicators.Value(\"x\") > 10", "x=12 e=1", properties: Exceptions("indicators.Value(\"e\") > 3")),
        Of([Rule("discharges.Any(d => d.Discharged > d.Quota)")], [Case("over", "", "triggered", tables: Reported("61.25", "50"))]),
        Of([Rule("monitoring.Any(m => m.ExceedanceCount > 0)")], [Case("over", "", "triggered", tables: Measured("2024-03-04=95.5"))]),
        Of([Rule("monitoring.Any(m => m.MonthsAtOrOver(1.4m) >= 2)")], [Case("over", "", "triggered", tables: Measured("2024-03-01=130 2024-04-01=130", window: "month"))]),
        Of([Rule("indicators.Value(\"x\") > 10"), Rule("indicators.Value(\"y\") > 10", name: "other")], [Case("first", "x=12 y=1", "triggered"), Case("second", "x=1 y=12", "triggered", "other=triggered")]),
        // Of the first case the line cannot be reached; of the second it can.
        Of([Rule("indicators.Value(\"x\") > 100000")], [Case("far", "x=12", "not_triggered"), Case("near", "x=99000", "not_triggered")]),
        Of([Rule("indicators.Value(\"x\") > 10")], []),
        // Where two cases show as much, the first is kept.
        Of([Rule("indicators.Value(\"x\") > 0")], [Case("first", "x=12 y=1", "triggered"), Case("second", "x=7 y=2", "triggered")]),
    ];

    private static readonly ApprovedTable Proposed = new("tests/CleanProd.Rules.Tests/Determinations/Proving/boundaries.txt", Packs.Select(Named), named => PackBoundaries.Of(Packs.Single(p => Named(p) == named), Shipped.Reference)
        .SelectMany(b => b.Cases.Select(c => $"  {c.Side} {c.Outcome}: {Told(c.Case)}").Prepend($"{b.Rule}/{b.Part}: {b.Threshold}")), 1);

    public static TheoryData<int> Parts => new(Proposed.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void The_cases_on_either_side_of_a_line_are_as_approved(int part) => Proposed.Check(part);

    [Fact]
    public void The_approved_packs_are_these() => Proposed.CheckInputs();

    // Its conditions, and the plant of its first case.
    private static string Named(RulePack pack) =>
        $"{string.Join(" | ", pack.Rules.Select(r => ((ConditionNode.Leaf)r.Condition).Text.Text))}{string.Concat(pack.Cases.Select(c => $"; {c.Name} {string.Join(' ', c.Rows.SelectMany(r => r.Cells.Where(cell => cell.Key is "indicator" or "value").Select(cell => cell.Value)))}"))}";

    private static string Told(PackCase example) => $"{example.Name}; {example.ExpectedOutcome}, {string.Join(' ', example.ExpectedRules.Select(r => $"{r.Rule} {r.Outcome}"))}; {string.Join(' ', example.Rows.SelectMany(r => r.Cells.Where(c => c.Key is "value" or "quantity" or "limit_high").Select(c => $"{r.Table}.{c.Key}={c.Value}")))}";

    [Fact]
    public void Proposed_cases_are_written_as_a_pack_holds_them()
    {
        var written = JArray.Parse(PackBoundaries.Json(PackBoundaries.Of(Packs[0], Shipped.Reference)));
        Assert.Equal(3, written.Count);
        Assert.Equal(
            """{"name":"rule: just over indicators.Value(\"x\") > 10","asOf":"2025-01-15","year":2024,"facts":{"facilities":[{"facility_id":"A","name":"甲","region":"440103"}],"indicators":[{"facility_id":"A","indicator":"x","year":"2024","value":"11"}]},"expect":{"outcome":"triggered","rules":{"rule":{"outcome":"triggered"}}}}""",
            written[2].ToString(Newtonsoft.Json.Formatting.None));
    }
}
