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
        // Every kind of thing where another must stand.
        "\"title\": { \"zh\": \"全包\", \"en\": \"Whole\" } ⟶ \"title\": \"Whole\"", "\"title\": { \"zh\": \"全包\", \"en\": \"Whole\" } ⟶ \"title\": null", "\"title\": { \"zh\": \"全包\", \"en\": \"Whole\" } ⟶ \"title\": [\"Whole\"]", "\"id\": \"whole-pack\" ⟶ \"id\": null", "\"id\": \"whole-pack\" ⟶ \"id\": {}", "\"id\": \"whole-pack\" ⟶ \"id\": [\"a\"]", "\"id\": \"whole-pack\" ⟶ \"id\": true", "\"id\": \"whole-pack\" ⟶ \"id\": 2.5", "\"number\": \"第38号\" ⟶ \"number\": 38 ⨁ \"basis\": \"sourced\" ⟶ \"basis\": null", "\"promulgated\": \"2016-05-16\" ⟶ \"promulgated\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"", "\"promulgated\": \"2016-05-16\" ⟶ \"promulgated\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"", "\"promulgated\": \"2016-05-16\" ⟶ \"promulgated\": 2016", "\"to\": \"2029-12-31\" ⟶ \"to\": 5", "\"to\": \"2029-12-31\" ⟶ \"to\": {}", "\"to\": \"2029-12-31\" ⟶ \"to\": \"\"", "\"period\": { \"kind\": \"months\", \"count\": 12 } ⟶ \"period\": { \"count\": 12 }", "\"period\": { \"kind\": \"months\", \"count\": 12 } ⟶ \"period\": {}", "\"period\": { \"kind\": \"months\", \"count\": 12 } ⟶ \"period\": 5", "\"kind\": \"months\" ⟶ \"kind\": 5", "\"kind\": \"months\" ⟶ \"kind\": \"month\"", "\"count\": 12 ⟶ \"count\": 1", "\"count\": 12 ⟶ \"count\": 120", "\"count\": 12 ⟶ \"count\": 1.5", "\"count\": 12 ⟶ \"count\": \"12\"", "\"rules\": [\"over\", \"either\"] ⟶ \"rules\": \"over\"", "\"rules\": [\"over\", \"either\"] ⟶ \"rules\": []", "\"rules\": [\"over\", \"either\"] ⟶ \"rules\": [\"over rule\"]", ", \"notJudged\": { \"zh\": \"程序\", \"en\": \"procedure\" } ⟶ ", "\"notJudged\": { ⟶ \"notJuged\": {",
        "\"value\": 2.50 ⟶ \"value\": true", "\"value\": 2.50 ⟶ \"value\": null", "\"unit\": \"1\" ⟶ \"unit\": \"\"", "\"kind\": \"table\" ⟶ \"kind\": null", "\"kind\": \"table\",  ⟶ ", "\"value\": [\"b\", \"a\", \"B\"] ⟶ \"value\": [\"b\", 1, \"\"]", "\"values\": [{ \"from\": \"2016-01-01\", \"value\": [\"b\", \"a\", \"B\"], \"citation\": \"表一\", \"basis\": \"derived\" }] ⟶ \"values\": []", "\"value\": { \"w1\": 20, \"w0\": 0.5 } ⟶ \"value\": {}", "\"w1\": 20 ⟶ \"w1\": \"20\"", "\"w1\": 20 ⟶ \"w'1\": \"20\"", "\"w1\": 20 ⟶ \"w.1\": \"20\"", "\"w1\": 20 ⟶ \"w1\": 99999999999999999999999999999999",
        "\"RuleName\": \"off\", \"Enabled\": false ⟶ \"RuleName\": \"off\", \"Enabled\": 0", "\"RuleName\": \"either_key\", \"Enabled\": true ⟶ \"RuleName\": \"either_key\", \"Enabled\": \"true\"", "\"loosens\": true ⟶ \"loosens\": \"yes\"", "\"requires\": [\"facility.Region\", \"indicators.Value(\\\"x\\\")\"] ⟶ \"requires\": \"facility.Region\"", "\"requires\": [\"facility.Region\", \"indicators.Value(\\\"x\\\")\"] ⟶ \"requires\": []", "\"requires\": [\"facility.Region\", \"indicators.Value(\\\"x\\\")\"] ⟶ \"requires\": [\"\"]", "\"WorkflowName\": \"second\" ⟶ \"WorkflowName\": \"\"", "\"RuleName\": \"over\" ⟶ \"RuleName\": \"over it\"", "\"Operator\": \"AndAlso\" ⟶ \"Operator\": null", "\"relation\": \"adds\" ⟶ \"relation\": \"add\"", "\"RuleName\": \"over\",  ⟶ ", "{ \"RuleName\": \"either\", \"Operator\": \"Or\", ⟶ { \"Expression\": \"true\", \"RuleName\": \"either\", \"Operator\": \"Or\", ⨁ \"RuleName\": \"either_named\",  ⟶ \"RuleName\": \"either_named\", \"Enabled\": false,  ⨁ \"RuleName\": \"either_both\",  ⟶ \"RuleName\": \"either_both\", \"Enabled\": false, ", "\"id\": \"Named\" ⟶ \"id\": \"Many\" ⨁ \"WorkflowName\": \"second\" ⟶ \"WorkflowName\": \"first\"",
        "\"year\": 2024, ⟶ \"year\": 1899,", "\"year\": 2024, ⟶ \"year\": 1900,", "\"year\": 2024, ⟶ \"year\": 2200,", "\"year\": 2024, ⟶ \"year\": 2201,", "\"year\": 2024, ⟶ \"year\": 2024.5,", "\"value\": 1.50 ⟶ \"value\": null", "\"value\": 1.50 ⟶ \"value\": []", "\"value\": 1.50 ⟶ \"value\": 99999999999999999999999999999999", "\"value\": 1.50 ⟶ \"value\": 1e400", "\"facilities\": [{ \"facility_id\": \"A\", \"name\": \"甲\" }] ⟶ \"facilities\": []", "\"facilities\": [{ \"facility_id\": \"A\", \"name\": \"甲\" }] ⟶ \"facilities\": {}", "\"facilities\": [{ \"facility_id\": \"A\", \"name\": \"甲\" }] ⟶ \"facilities\": [\"A\"]", "\"rules\": { \"toxic\": { \"outcome\": \"undetermined\" } } ⟶ \"rules\": {}", "\"at\": \"toxic\" ⟶ \"at\": \"\"", "\"jurisdiction\": \"CN-44\" ⟶ \"notice\": { \"duties\": [{ \"period\": { \"months\": 1, \"years\": 1 } }, { \"period\": { \"days\": 0 } }] }, \"jurisdiction\": \"CN-44\"",
        "\"from\": \"2020-01-01\", \"to\": null ⟶ \"from\": \"2020-01-01\", \"to\": \"9999-12-31\"",
        // Characters beside those that are not seen.
        "\"en\": \"Whole\" ⟶ \"en\": \"Wh\\u200aole\"", "\"en\": \"Whole\" ⟶ \"en\": \"Wh\\u200bole\"", "\"en\": \"Whole\" ⟶ \"en\": \"Wh\\u200fole\"", "\"en\": \"Whole\" ⟶ \"en\": \"Wh\\u2010ole\"", "\"en\": \"Whole\" ⟶ \"en\": \"Wh\\u2029ole\"", "\"en\": \"Whole\" ⟶ \"en\": \"Wh\\u202aole\"", "\"en\": \"Whole\" ⟶ \"en\": \"Wh\\u202eole\"", "\"en\": \"Whole\" ⟶ \"en\": \"Wh\\u202fole\"", "\"en\": \"Whole\" ⟶ \"en\": \"Wh\\u205fole\"", "\"en\": \"Whole\" ⟶ \"en\": \"Wh\\u2060ole\"", "\"en\": \"Whole\" ⟶ \"en\": \"Wh\\u206fole\"", "\"en\": \"Whole\" ⟶ \"en\": \"Wh\\u2070ole\"", "\"en\": \"Whole\" ⟶ \"en\": \"Wh\\ufffdole\"", "\"en\": \"Whole\" ⟶ \"en\": \"Wh\\ufffeole\"", "\"en\": \"Whole\" ⟶ \"en\": \"Wh\\u001fole\"", "\"en\": \"Whole\" ⟶ \"en\": \"Wh\\u007fole\"", "\"en\": \"Whole\" ⟶ \"en\": \"Wh\\u0085ole\"", "\"en\": \"Whole\" ⟶ \"en\": \"Wh\\u00a0ole\"",
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
    [InlineData("\"appliesWhen\": \"{0}\"", 3996, null)]
    [InlineData("\"appliesWhen\": \"{0}\"", 3997, "The conditions of a pack may have 100,000 characters together; these have 100,001.")]
    [InlineData("\"exceptions\": [{ \"when\": \"{0}\", \"citation\": { \"zh\": \"x\", \"en\": \"x\" }, \"sentence\": { \"zh\": \"x\", \"en\": \"x\" } }]", 3996, null)]
    [InlineData("\"exceptions\": [{ \"when\": \"{0}\", \"citation\": { \"zh\": \"x\", \"en\": \"x\" }, \"sentence\": { \"zh\": \"x\", \"en\": \"x\" } }]", 3997, "The conditions of a pack may have 100,000 characters together; these have 100,001.")]
    public void Whom_rules_concern_and_their_exceptions_count_among_the_conditions(string property, int last, string? says) =>
        // 12 expressions and 12 others of 4,000, one other of the last, and the four of "true".
        Says(says, "\"RuleName\": \"rule\",", string.Concat(Enumerable.Range(0, 13).Select(i => $"\"RuleName\": \"r{i}\", \"Expression\": \"{(i == 12 ? "" : "true".PadRight(4000))}\", \"Properties\": {{ \"citation\": {{ \"zh\": \"x\", \"en\": \"x\" }}, \"sentence\": {{ \"zh\": \"x\", \"en\": \"x\" }}, {property.Replace("{0}", "true".PadRight(i == 12 ? last - 4 : 4000), StringComparison.Ordinal)} }} }}, {{ ".Replace("\"Expression\": \"\"", "\"Expression\": \"true\"", StringComparison.Ordinal))) + "\"RuleName\": \"rule\",");

    [Theory]
    [InlineData(4000, null)]
    [InlineData(4001, "'workflows[0].Rules[0].Expression': the text may have 4,000 characters; this one has 4,001.")]
    public void A_condition_may_have_four_thousand_characters(int characters, string? says) =>
        Says(says, "\"Expression\": \"true\"", $"\"Expression\": \"{"true".PadRight(characters)}\"");

    [Theory]
    [InlineData(4_194_304, null)]
    [InlineData(4_194_305, "A rule pack may have 4,194,304 characters; this one has 4,194,305.")]
    public void A_pack_may_have_four_mebi_characters(int characters, string? says)
    {
        var text = TestFacts.PackText("true");
        Says(says, "\"cases\": []", "\"cases\": []".PadRight(characters - text.Length + "\"cases\": []".Length));
    }

    [Theory]
    [InlineData(199_996, "A list of a rule pack may have 5,000 items; this one has 199,996.")]
    [InlineData(199_997, "A rule pack may have 200,000 members and values; this one has more.")]
    public void A_pack_may_have_two_hundred_thousand_members_and_values(int items, string says) =>
        Assert.Equal([says], PackCheck.Errors($"{{\"a\":[{string.Join(',', Enumerable.Repeat('0', items))}]}}", "p.json").Select(e => e.Message));

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
