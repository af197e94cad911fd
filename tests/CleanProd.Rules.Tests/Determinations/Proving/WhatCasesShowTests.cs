using CleanProd.Rules.Determinations.Proving;
using CleanProd.Rules.Rules;
using static CleanProd.Rules.Tests.Determinations.Proving.SmallPack;

namespace CleanProd.Rules.Tests.Determinations.Proving;

/// <summary>Which tests the cases of small packs see, and which small mistakes they would notice: approved as a whole.</summary>
public class WhatCasesShowTests
{
    private const string Dated = """
        { "id": "Most", "kind": "number", "unit": "1", "title": { "zh": "n", "en": "n" }, "values": [
          { "from": "2000-01-01", "to": "2019-12-31", "value": 80, "citation": "x", "basis": "derived" }, { "from": "2020-01-01", "to": null, "value": 50, "citation": "x", "basis": "derived" }] }
        """;

    private const string BeginsLater = """
        { "id": "Most", "kind": "number", "unit": "1", "title": { "zh": "n", "en": "n" }, "values": [{ "from": "2020-01-01", "to": null, "value": 50, "citation": "x", "basis": "derived" }] }
        """;

    private const string Explained = """
        , "proof": {
          "unseen": [
            { "rule": "rule", "part": "condition", "test": "indicators.Value(\"x\") > 10", "reason": { "zh": "见过", "en": "it is seen" } },
            { "rule": "rule", "part": "exception 1", "test": "indicators.Value(\"y\") > 5", "reason": { "zh": "别处", "en": "another part" } },
            { "rule": "other", "part": "condition", "test": "indicators.Value(\"y\") > 5", "reason": { "zh": "别的", "en": "another rule" } },
            { "rule": "rule", "part": "condition", "test": "indicators.Value(\"y\") > 5", "reason": { "zh": "无例", "en": "no case" } }],
          "survivors": [
            { "rule": "rule", "part": "condition", "mutant": "denied: indicators.Value(\"x\") > 10", "reason": { "zh": "已察觉", "en": "noticed by now" } },
            { "rule": "other", "part": "condition", "mutant": "denied: indicators.Value(\"y\") > 5", "reason": { "zh": "别的", "en": "another rule" } },
            { "rule": "rule", "part": "appliesWhen", "mutant": "denied: indicators.Value(\"y\") > 5", "reason": { "zh": "别处", "en": "another part" } },
            { "rule": "rule", "part": "condition", "mutant": "denied: indicators.Value(\"y\") > 5", "reason": { "zh": "无例", "en": "no case" } }] }
        """;

    private static readonly (string Name, RulePack Pack)[] Packs =
    [
        ("no case", Of([Rule("indicators.Value(\"x\") > 10")], [])),
        ("both sides", Of([Rule("indicators.Value(\"x\") > 10")], [Case("over", "x=11", "triggered"), Case("on", "x=10", "not_triggered"), Case("open", "", "undetermined")])),
        ("one side", Of([Rule("indicators.Value(\"x\") > 10")], [Case("over", "x=11", "triggered")])),
        ("only open", Of([Rule("indicators.Value(\"x\") > 10")], [Case("open", "", "undetermined")])),
        ("two joined", Of([Rule("indicators.Value(\"x\") > 10 and indicators.Value(\"y\") >= 5")],
            [Case("both", "x=11 y=5", "triggered"), Case("first only", "x=11 y=4", "not_triggered"), Case("second only", "x=10 y=5", "not_triggered"), Case("second open", "x=11", "undetermined")])),
        ("one decides nothing", Of([Rule("indicators.Value(\"x\") > 10 or indicators.Value(\"y\") > 5")], [Case("both", "x=11 y=6", "triggered"), Case("both again", "x=12 y=7", "triggered")])),
        ("where it applies", Of([Rule("indicators.Value(\"x\") > 10", ", \"appliesWhen\": \"indicators.Value(\\\"q\\\") > 1\"" + Exceptions("indicators.Value(\"e\") > 3", "indicators.Value(\"f\") > 3"))],
            [
                Case("does not apply", "q=1 x=11 e=1 f=1", "not_applicable"), Case("applies", "q=2 x=11 e=1 f=1", "triggered"), Case("not over", "q=2 x=9 e=1 f=1", "not_triggered"),
                Case("let off", "q=2 x=11 e=4 f=1", "not_triggered"), Case("let off by the second", "q=2 x=11 e=1 f=4", "not_triggered"), Case("open whether it applies", "x=11 e=1 f=1", "undetermined"),
            ])),
        ("two rules", Of([Rule("indicators.Value(\"x\") > 10", name: "first"), Rule("indicators.Value(\"y\") < 5", name: "second")],
            [Case("first", "x=11 y=5", "triggered", "first=triggered second=not_triggered"), Case("second", "x=10 y=4", "triggered", "second=triggered"), Case("only the plant is asked", "x=10 y=5", "not_triggered", "first=not_triggered")])),
        ("dated", Of([Rule("indicators.Value(\"x\") > p.Most")],
            [Case("early", "x=60", "not_triggered", asOf: "2019-01-15"), Case("late", "x=60", "triggered"), Case("early over", "x=81", "triggered", asOf: "2019-01-15")], Dated)),
        ("a number that comes later", Of([Rule("indicators.Value(\"x\") > p.Most")], [Case("late", "x=60", "triggered"), Case("late, under", "x=50", "not_triggered")], BeginsLater)),
        ("of items", Of([Rule("monitoring.Any(m => m.ExceedanceCount > 1 and m.Window == \"day\")")],
            [Case("two", "", "triggered", tables: Measured("2024-03-04=95 2024-03-05=96")), Case("one", "", "not_triggered", tables: Measured("2024-03-04=95 2024-03-05=90"))])),
        ("explained", Of([Rule("indicators.Value(\"x\") > 10 and indicators.Value(\"y\") > 5"), Rule("indicators.Value(\"z\") > 5", name: "other")],
            [Case("over", "x=11 y=6 z=6", "triggered", "other=triggered"), Case("not over", "x=10 y=6 z=6", "triggered", "rule=not_triggered")], more: Explained)),
    ];

    private static readonly ApprovedTable
        Seen = new("tests/CleanProd.Rules.Tests/Determinations/Proving/coverage.txt", Packs.Select(p => p.Name), name => PackCoverage.Of(Named(name), Shipped.Reference)
            .Select(t => $"{t.Rule}/{t.Part}: {t.Text} | held {t.SeenTrue}, not {t.SeenFalse}, open {t.SeenUnknown}, decided {t.Decisive}{(t.IsCovered ? ", covered" : "")}{(t.Explained is { } why ? $", explained: {why.En}" : "")}"), 1),
        Noticed = new("tests/CleanProd.Rules.Tests/Determinations/Proving/mistakes.txt", Packs.Select(p => p.Name), name => Mistakes(Named(name)), 1);

    public static TheoryData<int> Parts => new(Seen.Parts);

    private static RulePack Named(string name) => Packs.Single(p => p.Name == name).Pack;

    private static IEnumerable<string> Mistakes(RulePack pack)
    {
        var mutants = PackMutation.Of(pack, Shipped.Reference);
        return mutants
            .Select(m => $"{m.Rule}/{m.Part}: {m.What.En} / {m.What.Zh} | {m.NoticedBy ?? "-"}{(m.Explained is { } why ? $", explained: {why.En}" : "")}{(m.IsUnexplained ? ", unexplained" : "")}")
            .Concat(PackMutation.Stale(pack, mutants).Select(s => $"stale: {s.Rule}/{s.Part}: {s.Mutant}"));
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Which_tests_the_cases_see_is_as_approved(int part) => Seen.Check(part);

    [Theory]
    [MemberData(nameof(Parts))]
    public void Which_mistakes_the_cases_notice_is_as_approved(int part) => Noticed.Check(part);

    [Fact]
    public void The_approved_packs_are_these()
    {
        Seen.CheckInputs();
        Noticed.CheckInputs();
    }

    [Theory]
    [InlineData(1, 1, 0, 1, true)]
    [InlineData(0, 1, 0, 1, false)]
    [InlineData(1, 0, 0, 1, false)]
    [InlineData(1, 1, 5, 0, false)]
    [InlineData(0, 0, 1, 0, false)]
    public void A_test_is_covered_that_was_seen_both_ways_and_decided_once(int held, int not, int open, int decided, bool isCovered) =>
        Assert.Equal(isCovered, new TestCoverage("rule", "condition", "x > 10", held, not, open, decided).IsCovered);

    [Fact]
    public void An_explanation_is_stale_that_explains_no_survivor_of_its_rule_and_part()
    {
        var mutant = new Mutant("rule", "condition", new("取反", "denied: indicators.Value(\"y\") > 5"), null);
        Assert.Equal((true, false, false), (mutant.IsUnexplained, (mutant with { NoticedBy = "case" }).IsUnexplained, (mutant with { Explained = new("因", "why") }).IsUnexplained));
        var explained = Named("explained");
        Assert.Equal(["rule/condition", "other/condition", "rule/appliesWhen"], PackMutation.Stale(explained, [mutant]).Select(s => $"{s.Rule}/{s.Part}"));
        Assert.Equal(4, PackMutation.Stale(explained, [mutant with { NoticedBy = "case" }]).Count);
        Assert.Equal(4, PackMutation.Stale(explained, [mutant with { What = new("取反", "denied: indicators.Value(\"y\") > 6") }]).Count);
    }

    [Fact]
    public void Nothing_is_proved_with_a_case_that_comes_out_otherwise()
    {
        var wrong = Of([Rule("indicators.Value(\"x\") > 10")], [Case("right", "x=11", "triggered"), Case("wrong", "x=10", "triggered")]);
        foreach (var prove in (Action[])[() => PackCoverage.Of(wrong, Shipped.Reference), () => PackMutation.Of(wrong, Shipped.Reference), () => PackBoundaries.Of(wrong, Shipped.Reference)])
            Assert.Contains("“wrong”", Assert.Throws<InvalidDataException>(prove).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trying_mistakes_can_be_broken_off() =>
        Assert.ThrowsAny<OperationCanceledException>(() => PackMutation.Of(Packs[1].Pack, Shipped.Reference, new CancellationToken(canceled: true)));
}
