using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;

namespace CleanProd.Rules.Tests.Rules.Authoring;

/// <summary>What is taken of files that RulesEngine reads, what is changed and what is refused, with the reasons: approved as a whole.</summary>
public class ForeignRulesTests
{
    private const string Rule = """{ "RuleName": "r", "Expression": "energy.Any()" }""";

    private static readonly string[] Files =
    [
        $$"""{ "WorkflowName": "w", "Rules": [{{Rule}}] }""", $$"""[{ "WorkflowName": "w", "Rules": [{{Rule}}] }]""", $$"""[{ "WorkflowName": "my flow-1", "Rules": [{{Rule}}] }, { "Rules": [{ "RuleName": "s", "Expression": "quotas.Any()" }] }, { "WorkflowName": "", "Rules": [{ "RuleName": "t", "Expression": "audits.Any()" }] }]""", $$"""[{ "WorkflowName": "w", "Rules": [{{Rule}}] }, { "WorkflowName": "v", "Rules": [{{Rule}}] }]""", $$"""{ "WorkflowName": "w", "Rules": [{{Rule}}, {{Rule}}] }""",
        """{ "WorkflowName": "w" }""", """{ "WorkflowName": "w", "Rules": [] }""", """{ "WorkflowName": "w", "Rules": {} }""", "[]", "[1, 2]", "3", "{", "", """{ "WorkflowName": "w", "WorkflowName": "v", "Rules": [] }""", """{ "WorkflowName": "w", "Rules": [1, {}] }""",
        $$"""{ "WorkflowName": "w", "RuleExpressionType": 0, "WorkflowsToInject": null, "Rules": [{{Rule}}] }""", $$"""{ "WorkflowName": "w", "RuleExpressionType": [1], "WorkflowsToInject": ["x"], "WorkflowRulesToInject": ["y"], "Other": 1, "Rules": [{{Rule}}] }""", $$"""{ "WorkflowName": "w", "GlobalParams": [{ "Name": "n", "Expression": "energy.Count()" }], "Rules": [{ "RuleName": "r", "Expression": "n > 1" }, { "RuleName": "s", "Expression": "k > 1" }] }""", $$"""{ "WorkflowName": "w", "GlobalParams": [], "Rules": [{{Rule}}] }""",
        """{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Operator": "and", "Rules": [{ "RuleName": "a", "Expression": "energy.Any()" }, { "RuleName": "b", "Expression": "quotas.Any()", "Properties": { "x": 1 } }] }] }""", """{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Operator": "ANDALSO", "Rules": [{ "RuleName": "a", "Expression": "energy.Any()" }] }] }""", """{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Operator": "Or", "Rules": [{ "RuleName": "a", "Expression": "energy.Any()" }] }] }""", """{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Operator": "xor", "Rules": [{ "RuleName": "a", "Expression": "energy.Any()" }] }] }""", """{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Operator": "", "Expression": "energy.Any()" }] }""", """{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Operator": null, "Rules": null, "LocalParams": null, "Properties": null, "Expression": "energy.Any()" }] }""", """{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Operator": "Or", "Expression": null, "Rules": [{ "RuleName": "a", "Expression": "energy.Any()" }] }] }""",
        """{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Expression": "energy.Any()", "Actions": { "OnSuccess": {} }, "WorkflowsToInject": ["x"], "Foo": 1 }] }""", """{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Expression": "energy.Any()", "ErrorMessage": "Bad", "SuccessEvent": "Good", "ErrorType": "Error" }] }""", """{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Expression": "energy.Any()", "ErrorMessage": "  " }] }""", """{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Expression": "energy.Any()", "SuccessEvent": "Good", "Enabled": false }] }""", """{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Expression": "energy.Any()", "RuleExpressionType": "LambdaExpression", "Properties": { "old": "gone" } }] }""",
        """{ "WorkflowName": "w", "Rules": [{ "RuleName": "1 a-b.c", "Expression": "energy.Any()" }, { "RuleName": " ", "Expression": "energy.Any()" }, { "RuleName": "规则", "Expression": "energy.Any()" }, { "Expression": "energy.Any()" }] }""", $$"""{ "WorkflowName": "-{{new string('x', 70)}}", "Rules": [{ "RuleName": "{{new string('y', 70)}}", "Expression": "energy.Any()" }] }""", """{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Expression": "input1.x > 1 and energy.Any()" }, { "RuleName": "s", "LocalParams": [{ "Name": "n", "Expression": "energy.Count()" }], "Expression": "n > 1" }] }""",
    ];

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Rules/Authoring/foreign.txt", Files, Said, 3);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void What_is_taken_of_foreign_rules_is_as_approved(int part) => Table.Check(part);

    [Fact]
    public void The_approved_files_are_these() => Table.CheckInputs();

    [Fact]
    public void A_file_of_more_than_four_megabytes_is_refused() =>
        Assert.Equal("f.json:1:1: too_large: A workflow file may have 4 MB.", Assert.Throws<PackException>(() => WorkflowImport.Read("[" + new string(' ', 4 * 1024 * 1024), "f.json", "x")).Message);

    [Fact]
    public void A_file_of_four_megabytes_is_read() =>
        Assert.NotNull(WorkflowImport.Read($$"""{ "WorkflowName": "w", "Rules": [{{Rule}}] }""".PadRight(4 * 1024 * 1024), "f.json", "x").Pack);

    [Theory]
    [InlineData("\"ErrorMessage\": \"Bad\", \"SuccessEvent\": \"Good\"", "Bad")]
    [InlineData("\"SuccessEvent\": \"Good\"", "Good")]
    [InlineData("\"ErrorMessage\": null, \"SuccessEvent\": \"Good\"", "Good")]
    [InlineData("\"Enabled\": true", "r")]
    public void The_sentence_is_what_is_said_of_the_rule(string said, string sentence) =>
        Assert.Equal(sentence, PackCheck.Read(WorkflowImport.Read($$"""{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Expression": "energy.Any()", {{said}} }] }""", "f.json", "x").Pack!, "x.json").Rules[0].Sentence.En);

    [Fact]
    public void A_name_that_looks_like_a_moment_stays_the_text_it_is() =>
        Assert.Equal("r2024_01_02T03_04_05", PackCheck.Read(WorkflowImport.Read("""{ "WorkflowName": "w", "Rules": [{ "RuleName": "2024-01-02T03:04:05", "Expression": "energy.Any()" }] }""", "f.json", "x").Pack!, "x.json").Rules[0].Name);

    private static IEnumerable<string> Said(string file)
    {
        try
        {
            var (pack, report) = WorkflowImport.Read(file, "some/f.json", "taken");
            return [.. report.Select(p => $"{p.Position} {p.Rule} {p.Verdict}: {p.Reason}"), .. pack is null ? ["no pack"] : PackJson.Load(pack)["workflows"]!.Select(w => w.ToString(Newtonsoft.Json.Formatting.None))];
        }
        catch (PackException e)
        {
            return e.Errors.Select(x => x.ToString());
        }
    }
}
