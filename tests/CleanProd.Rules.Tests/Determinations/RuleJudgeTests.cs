using CleanProd.Rules.Determinations;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Tests.Determinations.Proving;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Determinations;

/// <summary>How the parts of a rule come together in its outcome, with reasons and without: every combination of known and unknown.</summary>
public class RuleJudgeTests
{
    private static readonly CompiledRule Whole = CompiledPack.Compile(
        SmallPack.Of([SmallPack.Rule("12 / indicators.Value(\"x\") > 1", ", \"appliesWhen\": \"indicators.Value(\\\"q\\\") > 1\", \"requires\": [\"indicators.Value(\\\"r\\\")\"]" + SmallPack.Exceptions("indicators.Value(\"e\") > 1", "indicators.Value(\"f\") > 1"))], []), AsOf).Rules[0];

    private static readonly CompiledRule Bare = CompiledPack.Compile(SmallPack.Of([SmallPack.Rule("indicators.Value(\"x\") > 1")], []), AsOf).Rules[0];

    private static readonly decimal?[] Each = [null, 1m, 2m];

    private static RuleDetermination Judge(CompiledRule rule, decimal? q, decimal? x, decimal? r = 1m, decimal? e = 1m, decimal? f = 1m)
    {
        var facts = Facility(indicators: new Dictionary<string, decimal?> { ["q"] = q, ["x"] = x, ["r"] = r, ["e"] = e, ["f"] = f }.Where(i => i.Value is not null).ToDictionary());
        var judged = RuleJudge.Judge(rule, facts);
        Assert.Equal(judged.Outcome, RuleJudge.OutcomeOf(rule, facts));
        return judged;
    }

    [Fact]
    public void Who_is_not_concerned_is_asked_nothing_else() =>
        Assert.All(Each, x => Assert.All(Each, r => Assert.Equal(Outcome.NotApplicable, Judge(Whole, 1m, x, r, null, null).Outcome)));

    [Fact]
    public void What_the_rule_requires_leaves_it_open_while_it_is_not_known_whatever_the_condition_says()
    {
        foreach (var q in (decimal?[])[null, 2m])
            foreach (var x in (decimal?[])[null, 6m, 24m])
                Assert.Equal((Outcome.Undetermined, "indicators[r]"), (Judge(Whole, q, x, null, 2m).Outcome, Assert.Single(Judge(Whole, q, x, null, 2m).Missing)));
    }

    [Fact]
    public void Two_facts_that_are_required_and_not_known_leave_it_as_open_as_one()
    {
        var judged = Judge(CompiledPack.Compile(SmallPack.Of([SmallPack.Rule("indicators.Value(\"x\") > 1", ", \"requires\": [\"indicators.Value(\\\"r\\\")\", \"indicators.Value(\\\"s\\\")\"]")], []), AsOf).Rules[0], null, 2m, null);
        Assert.Equal((Outcome.Undetermined, "indicators[r] indicators[s]"), (judged.Outcome, string.Join(' ', judged.Missing)));
    }

    [Fact]
    public void Of_a_condition_that_is_known_nothing_is_missing_though_a_part_of_it_is()
    {
        var rule = CompiledPack.Compile(SmallPack.Of([SmallPack.Rule("indicators.Value(\"x\") > 1 or indicators.Value(\"y\") > 1", ", \"appliesWhen\": \"indicators.Value(\\\"q\\\") > 1\"")], []), AsOf).Rules[0];
        Assert.Equal("indicators[q]", string.Join(' ', Judge(rule, null, 2m).Missing));
        var either = CompiledPack.Compile(SmallPack.Of([SmallPack.Rule("indicators.Value(\"x\") > 1", ", \"appliesWhen\": \"indicators.Value(\\\"q\\\") > 1 or indicators.Value(\\\"y\\\") > 1\"")], []), AsOf).Rules[0];
        Assert.Equal("indicators[x]", string.Join(' ', Judge(either, 2m, null).Missing));
    }

    [Fact]
    public void A_condition_that_does_not_hold_is_a_no_even_where_it_is_open_whether_the_rule_applies()
    {
        Assert.Equal(Outcome.NotTriggered, Judge(Whole, 2m, 24m).Outcome);
        var open = Judge(Whole, null, 24m, e: null, f: null);
        Assert.Equal((Outcome.NotTriggered, 0), (open.Outcome, open.Missing.Count));
        Assert.NotNull(Judge(Bare, null, 1m).Margin);
    }

    [Fact]
    public void What_is_open_names_what_is_missing()
    {
        Assert.Equal((Outcome.Undetermined, "indicators[q]"), (Judge(Whole, null, 6m).Outcome, string.Join(' ', Judge(Whole, null, 6m).Missing)));
        Assert.Equal((Outcome.Undetermined, "indicators[x]"), (Judge(Whole, 2m, null).Outcome, string.Join(' ', Judge(Whole, 2m, null).Missing)));
        Assert.Equal((Outcome.Undetermined, "indicators[q] indicators[x]"), (Judge(Whole, null, null).Outcome, string.Join(' ', Judge(Whole, null, null).Missing)));
        Assert.Equal((Outcome.Undetermined, "indicators[e]"), (Judge(Whole, 2m, 6m, e: null).Outcome, string.Join(' ', Judge(Whole, 2m, 6m, e: null).Missing)));
        Assert.Equal((Outcome.Undetermined, "indicators[f]"), (Judge(Whole, 2m, 6m, f: null).Outcome, string.Join(' ', Judge(Whole, 2m, 6m, f: null).Missing)));
        Assert.Equal("indicators[e]", string.Join(' ', Judge(Whole, 2m, 6m, e: null, f: null).Missing));
    }

    [Fact]
    public void One_exception_that_holds_lets_off_on_its_own_citation_though_another_is_open()
    {
        foreach (var (e, f) in ((decimal?, decimal?)[])[(2m, 1m), (1m, 2m), (2m, null), (null, 2m), (2m, 2m)])
        {
            var judged = Judge(Whole, 2m, 6m, e: e, f: f);
            Assert.Equal((Outcome.NotTriggered, "但书", "proviso", "例外", "Exception"), (judged.Outcome, judged.Citation, judged.CitationEn, judged.Sentence, judged.SentenceEn));
        }
    }

    [Fact]
    public void Of_two_exceptions_that_hold_the_first_is_cited()
    {
        var exceptions = SmallPack.Exceptions("indicators.Value(\"e\") > 1", "indicators.Value(\"f\") > 1").Split("proviso");
        var rule = CompiledPack.Compile(SmallPack.Of([SmallPack.Rule("indicators.Value(\"x\") > 1", $"{exceptions[0]}proviso 1{exceptions[1]}proviso 2{exceptions[2]}")], []), AsOf).Rules[0];
        Assert.Equal("proviso 1", Judge(rule, null, 2m, e: 2m, f: 2m).CitationEn);
        Assert.Equal("proviso 2", Judge(rule, null, 2m, e: 1m, f: 2m).CitationEn);
        Assert.Equal("indicators[e]", string.Join(' ', Judge(rule, null, 2m, e: null, f: null).Missing));
    }

    [Fact]
    public void A_rule_that_applies_and_holds_without_an_exception_lists_with_its_reason()
    {
        var judged = Judge(Whole, 2m, 6m);
        Assert.Equal((Outcome.Triggered, "第一条", "Art. 1", "理由", "Reason", (string?)null), (judged.Outcome, judged.Citation, judged.CitationEn, judged.Sentence, judged.SentenceEn, judged.Ground));
        Assert.Empty(judged.Missing);
        Assert.Equal([6m], judged.Evidence.Select(e => e.Value!.Value.Number));
        var bare = Judge(Bare, null, 2m);
        Assert.Equal((Outcome.Triggered, 2m), (bare.Outcome, bare.Margin!.Ratio));
    }

    [Fact]
    public void A_condition_that_cannot_be_computed_is_an_error_that_says_why()
    {
        var judged = Judge(Whole, 2m, 0m);
        Assert.Equal((Outcome.Error, "error: division by zero"), (judged.Outcome, Assert.Single(judged.Missing)));
        Assert.Equal(Outcome.NotApplicable, Judge(Whole, 1m, 0m).Outcome);
    }

    [Fact]
    public void Only_faults_of_rules_and_their_facts_are_told_as_such()
    {
        Exception[] faults = [new DivideByZeroException(), new OverflowException(), new InvalidOperationException(), Activator.CreateInstance<NullReferenceException>(), new FormatException(), new ArgumentException("a"), new InvalidCastException()];
        Assert.All(faults, e => Assert.True(RuleFault.Is(e)));
        Exception[] others = [new OperationCanceledException(), new IOException(), new KeyNotFoundException()];
        Assert.All(others, e => Assert.False(RuleFault.Is(e)));
    }
}
