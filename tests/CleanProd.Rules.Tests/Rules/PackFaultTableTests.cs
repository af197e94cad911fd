using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Tests.Rules;

/// <summary>What is said of a pack that has one thing wrong with it, and where: approved as a whole.</summary>
public class PackFaultTableTests
{
    private static readonly string[] Changes =
    [
        // JSON and the schema.
        "\"id\": \"whole-pack\", ⟶ ", "\"id\": \"whole-pack\", ⟶ \"id\": 5,", "\"id\": \"whole-pack\", ⟶ \"id\": \"Whole Pack\",", "\"id\": \"whole-pack\", ⟶ \"idd\": \"whole-pack\",", "\"id\": \"whole-pack\", ⟶ \"id\": \"whole-pack\", \"extra\": 1,", "\"title\": ⟶ \"tilte\":", "\"en\": \"Whole\" ⟶ \"en\": \"\"", ", \"en\": \"Whole\" ⟶ ", "\"id\": \"whole-pack\", ⟶ \"id\": \"whole-pack\",,", "\"id\": \"whole-pack\", ⟶ \"id\": 'whole-pack',", "\"id\": \"whole-pack\", ⟶ // x\n\"id\": \"whole-pack\",", "\"id\": \"whole-pack\", ⟶ \"id\": \"whole-pack\", \"id\": \"b\",",
        "\"jurisdiction\": \"CN-44\" ⟶ \"jurisdiction\": \"China\"", "\"basis\": \"sourced\" ⟶ \"basis\": \"guessed\"", "\"kind\": \"months\" ⟶ \"kind\": \"weeks\"", "\"count\": 12 ⟶ \"count\": 121", "\"count\": 12 ⟶ \"count\": 0", "\"kind\": \"months\", \"count\": 12 ⟶ \"kind\": \"year\"", "\"title\": { \"zh\": \"全包\" ⟶ \"title\": { \"zh\": \"全\u200b包\"", "\"title\": { \"zh\": \"全包\" ⟶ \"title\": { \"z\u200fh\": \"全包\"", "\"title\": { \"zh\": \"全包\" ⟶ \"title\": { \"zh\": \"全\\u0007包\"", "\"title\": { \"zh\": \"全包\" ⟶ \"title\": { \"zh\": \"全\\n\\t\\r包\"", "\"title\": { \"zh\": \"全包\" ⟶ \"title\": { \"zh\": \"全\ufeff一个很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长的标题\u202e\"",
        // Days.
        "\"promulgated\": \"2016-05-16\" ⟶ \"promulgated\": \"2016-02-30\"", "\"from\": \"2016-08-01\" ⟶ \"from\": \"2016-8-1\"", "\"to\": \"2029-12-31\" ⟶ \"to\": \"2016-07-31\"", "\"to\": \"2029-12-31\" ⟶ \"to\": \"2016-08-01\"", "\"governs\": { \"from\": \"2016-08-01\", \"to\": \"2029-12-31\" }, ⟶ ", ", \"to\": \"2029-12-31\" ⟶ ", "\"asOf\": \"2025-01-15\" ⟶ \"asOf\": \"2025-13-15\"",
        // Parameters.
        "\"id\": \"Named\" ⟶ \"id\": \"Many\"", "\"value\": 2.50 ⟶ \"value\": \"2.5\"", "\"value\": 2.50 ⟶ \"value\": [\"a\"]", "\"value\": 2.50 ⟶ \"value\": 99999999999999999999999999999999", "\"value\": 2.50 ⟶ \"value\": 7", "\"value\": [\"b\", \"a\", \"B\"] ⟶ \"value\": []", "\"value\": [\"b\", \"a\", \"B\"] ⟶ \"value\": 3", "\"to\": \"2019-12-31\" ⟶ \"to\": \"2020-01-01\"", "\"to\": \"2019-12-31\" ⟶ \"to\": null", "\"to\": \"2019-12-31\" ⟶ \"to\": \"2019-12-30\"", "\"from\": \"2016-01-01\", \"to\": \"2019-12-31\" ⟶ \"from\": \"2016-08-02\", \"to\": \"2019-12-31\"", "\"from\": \"2016-01-01\", \"to\": \"2019-12-31\" ⟶ \"from\": \"2016-08-01\", \"to\": \"2019-12-31\"", "\"from\": \"2020-01-01\", \"to\": null ⟶ \"from\": \"2020-01-01\", \"to\": \"2029-12-30\"", "\"from\": \"2020-01-01\", \"to\": null ⟶ \"from\": \"2020-01-01\", \"to\": \"2029-12-31\"", "\"unit\": \"1\" ⟶ \"unit\": \"t\"", "\"kind\": \"list\" ⟶ \"kind\": \"lists\"",
        // Rules.
        "\"WorkflowName\": \"second\" ⟶ \"WorkflowName\": \"first\"", "\"RuleName\": \"toxic\" ⟶ \"RuleName\": \"over\"", "\"RuleName\": \"either_most\" ⟶ \"RuleName\": \"toxic\"", "\"RuleName\": \"off\" ⟶ \"RuleName\": \"over\"", "\"RuleName\": \"toxic\", ⟶ \"RuleName\": \"toxic\", \"Enabled\": false,", "\"RuleName\": \"either_named\", ⟶ \"RuleName\": \"either_named\", \"Enabled\": false, ⨁ \"RuleName\": \"either_both\", ⟶ \"RuleName\": \"either_both\", \"Enabled\": false,", "\"RuleName\": \"either\", ⟶ \"RuleName\": \"either\", \"Enabled\": false, ⨁ \"RuleName\": \"over\", ⟶ \"RuleName\": \"over\", \"Enabled\": false, ⨁ \"RuleName\": \"toxic\", ⟶ \"RuleName\": \"toxic\", \"Enabled\": false,",
        "\"Operator\": \"Or\", ⟶ \"Operator\": \"Or\", \"Expression\": \"true\",", "\"Operator\": \"Or\", ⟶ \"Operator\": \"or\",", "\"Operator\": \"Or\", ⟶ ", "\"Operator\": \"Or\", ⟶ \"Expression\": \"true\",", "\"Expression\": \"most > 1.5m\" ⟶ \"RuleExpressionType\": \"LambdaExpression\"", "\"Name\": \"often\" ⟶ \"Name\": \"p\"", "\"Name\": \"often\" ⟶ \"Name\": \"energy\"", "\"Name\": \"twice\" ⟶ \"Name\": \"often\"", "\"Name\": \"twice\" ⟶ \"Name\": \"Often\"", "\"Name\": \"most\" ⟶ \"Name\": \"often\"", "\"Expression\": \"often * 2\" ⟶ \"Expression\": \"oftne * 2\"", "\"Expression\": \"monitoring.Count(m => m.ExceedanceCount > 0)\" ⟶ \"Expression\": \"monitoring.Count(m => m.ExceedanceCont > 0)\"", "\"relation\": \"tightens\", \"rule\": \"G1a\" ⟶ \"relation\": \"tightens\"", "\"relation\": \"adds\" ⟶ \"relation\": \"replaces\"", "\"loosens\": true, ⟶ ",
        // Conditions.
        "twice > p.Many ⟶ twice > p.Mayn", "twice > p.Many and\\t ⟶ twice > p.Many and\\t\\u0066acility.Nmae == \\\"\\\" and ", "\\u7532 ⟶ \\u7532\\\" and facility.Nmae == \\\"", "facility.Status != \\\"closed\\\" ⟶ facility.Status != \\\"close\\\"", "facility.Region\" ⟶ facility.Regio\"", "often == 1 ⟶ often = = 1", "often == 1 ⟶ often", "most > 1.5m ⟶ most > 1.5", "most > 1.5m ⟶ twice > 1", "p.Named.Contains(d.Pollutant) ⟶ p.Named.Contains(d.Polutant)", "substances.Any(s => s.ToxicClass in (1, 2)) ⟶ DateTime.Now.Year > 1 ⨁ often == 1 ⟶ oftne == 1",
        "\"note\": \"x\" ⟶ \"note\": \"x\n\"", "\"G1a\" ⟶ \"g1\"", "\"rules\": [\"over\", \"either\"] ⟶ \"rules\": [\"over\", \"over\"]", "\"year\": 2024, ⟶ \"year\": \"2024\",", "\"key_source\": true ⟶ \"key_sauce\": true", "\"outcome\": \"undetermined\" ⟶ \"outcome\": \"unknown\"", "\"finding\": \"never\" ⟶ \"finding\": \"Never\"",
    ];

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Rules/faults.txt", Changes, c => PackCheck.Errors(WholePack.With(c), "whole.json") is { Count: > 0 } errors ? errors.Select(e => e.ToString()) : ["taken"], 2);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void What_is_said_of_a_wrong_pack_and_where_is_as_approved(int part) => Table.Check(part);

    [Fact]
    public void The_approved_changes_are_these() => Table.CheckInputs();

    [Theory]
    [InlineData(500, null)]
    [InlineData(501, "A pack may have 500 rules; this one has 501.")]
    public void A_pack_may_have_five_hundred_rules(int rules, string? says) =>
        Says(says, "\"RuleName\": \"rule\",", string.Concat(Enumerable.Range(1, rules - 1).Select(i => $"\"RuleName\": \"r{i}\", \"Expression\": \"true\", \"Properties\": {{ \"citation\": {{ \"zh\": \"x\", \"en\": \"x\" }}, \"sentence\": {{ \"zh\": \"x\", \"en\": \"x\" }} }} }}, {{ ")) + "\"RuleName\": \"rule\",");

    [Theory]
    [InlineData(50, null)]
    [InlineData(51, "A rule may have 50 named parts; here there are 51.")]
    public void A_rule_may_have_fifty_named_parts(int parts, string? says) =>
        Says(says, "\"RuleName\": \"rule\",", $"\"RuleName\": \"rule\", \"LocalParams\": [{string.Join(", ", Enumerable.Range(1, parts).Select(i => $"{{ \"Name\": \"n{i}\", \"Expression\": \"{i}\" }}"))}],");

    [Theory]
    [InlineData(15, null)]
    [InlineData(16, "Rules may be nested 16 deep.")]
    public void Rules_may_be_nested_sixteen_deep(int groups, string? says) =>
        Says(says, "\"Expression\": \"true\",", string.Concat(Enumerable.Range(1, groups).Select(i => $"\"Operator\": \"And\", \"Rules\": [{{ \"RuleName\": \"g{i}\", ")) + "\"Expression\": \"true\"" + string.Concat(Enumerable.Repeat("}]", groups)) + ",");

    [Theory]
    [InlineData(3996, null)]
    [InlineData(3997, "The conditions of a pack may have 100,000 characters together; these have 100,001.")]
    public void The_conditions_of_a_pack_may_have_a_hundred_thousand_characters_together(int last, string? says) =>
        // 24 of 4,000, the last and the four of "true".
        Says(says, "\"RuleName\": \"rule\",", string.Concat(Enumerable.Repeat(4000, 24).Append(last).Select((n, i) => $"\"RuleName\": \"r{i}\", \"Expression\": \"{"true".PadRight(n)}\", \"Properties\": {{ \"citation\": {{ \"zh\": \"x\", \"en\": \"x\" }}, \"sentence\": {{ \"zh\": \"x\", \"en\": \"x\" }} }} }}, {{ ")) + "\"RuleName\": \"rule\",");

    [Theory]
    [InlineData(5000, null)]
    [InlineData(5001, "A list of a rule pack may have 5,000 items; this one has 5,001.")]
    public void A_list_may_have_five_thousand_items(int items, string? says) =>
        Says(says, "\"parameters\": []", $"\"parameters\": [{{ \"id\": \"L\", \"kind\": \"list\", \"title\": {{ \"zh\": \"l\", \"en\": \"l\" }}, \"values\": [{{ \"from\": \"2000-01-01\", \"value\": [{string.Join(",", Enumerable.Repeat("\"a\"", items))}], \"citation\": \"x\", \"basis\": \"derived\" }}] }}]");

    [Fact]
    public void Of_very_many_faults_the_first_hundred_are_told()
    {
        var text = TestFacts.PackText("true").Replace("\"cases\": []", $"\"cases\": [{string.Join(",", Enumerable.Repeat("{}", 150))}]", StringComparison.Ordinal);
        Assert.Equal(100, PackCheck.Errors(text, "p.json").Count);
    }

    private static void Says(string? says, string old, string now)
    {
        var text = TestFacts.PackText("true").Replace(old, now, StringComparison.Ordinal);
        if (says is null) PackReader.Read(text, "p.json");
        else Assert.Contains(says, Assert.Throws<PackException>(() => PackReader.Read(text, "p.json")).Errors.Select(e => e.Message));
    }
}
