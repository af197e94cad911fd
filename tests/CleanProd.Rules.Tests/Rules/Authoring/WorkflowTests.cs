using CleanProd.Rules.Determinations;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;
using RulesEngine.Models;

namespace CleanProd.Rules.Tests.Rules.Authoring;

/// <summary>Packs beside RulesEngine and spreadsheets.</summary>
public class WorkflowTests
{
    private const string Foreign = """
        [
          { "WorkflowName": "Screening 2020",
            "WorkflowsToInject": ["other"],
            "Rules": [
              { "RuleName": "over limit", "SuccessEvent": "Over the limit", "RuleExpressionType": "LambdaExpression", "Expression": "monitoring.Any(m => m.ExceedanceCount > 0)" },
              { "RuleName": "either", "Operator": "orelse", "Rules": [
                  { "RuleName": "a", "Expression": "energy.Any(e => e.Ratio > 1)", "ErrorMessage": "$(input1)" },
                  { "RuleName": "b", "Expression": "substances.Any(s => s.ToxicClass > 0)" } ] },
              { "RuleName": "discount", "Expression": "input1.country == \"india\" AND input1.loyaltyFactor <= 2" },
              { "RuleName": "acts", "Expression": "energy.Any()", "Actions": { "OnSuccess": { "Name": "EvaluateRule" } } },
              { "RuleName": "reflects", "Expression": "facility.GetType().Name == \"x\"" } ] }
        ]
        """;

    [Fact]
    public void A_foreign_workflow_is_taken_rule_by_rule_and_each_refusal_has_a_reason()
    {
        var (text, report) = WorkflowImport.Read(Foreign, "foreign.json", "taken-over");
        var pack = PackCheck.Read(text!, "taken-over.json");
        Assert.Equal(["over_limit", "either", "acts"], pack.Rules.Select(r => r.Name));
        Assert.Equal(["discount", "reflects"], report.Where(p => p.Verdict == "refused" && p.Rule.Length > 0).Select(p => p.Rule));
        Assert.Contains(report, p => p.Rule == "either" && p.Verdict == "changed" && p.Reason.Contains("OrElse", StringComparison.Ordinal));
        Assert.Contains(report, p => p.Rule == "acts" && p.Verdict == "changed" && p.Reason.Contains("Actions", StringComparison.Ordinal));
        Assert.Contains(report, p => p.Verdict == "refused" && p.Reason.Contains("WorkflowsToInject", StringComparison.Ordinal));
        Assert.All(report, p => Assert.True(p.Verdict == "taken" || p.Reason.Length > 10, p.Rule));
        Assert.Equal(9, report.First(p => p.Rule == "discount").Position.Line);
        Assert.Equal("Over the limit", pack.Rules[0].Sentence.En);
    }

    [Fact]
    public void A_file_without_anything_to_take_gives_no_pack_and_a_file_that_is_none_is_refused()
    {
        Assert.Null(WorkflowImport.Read("""{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Expression": "input1.x > 1" }] }""", "f.json", "x").Pack);
        Assert.Throws<PackException>(() => WorkflowImport.Read("{}", "f.json", "x"));
        Assert.Throws<PackException>(() => WorkflowImport.Read(new string('[', 5000), "f.json", "x"));
    }

    [Fact]
    public async Task The_workflows_of_every_shipped_pack_load_in_RulesEngine_as_they_stand_and_answer_there()
    {
        foreach (var path in Shipped.PackFiles)
        {
            var pack = Shipped.Pack(path);
            // The library alone, its own reading of the JSON and its own settings for inputs.
            var workflows = pack.Workflows.Select(w => System.Text.Json.JsonSerializer.Deserialize<Workflow>(w)!).ToArray();
            var compiled = CompiledPack.Compile(pack, PackCheck.DaysOfChange(pack).First());
            var engine = new RulesEngine.RulesEngine(workflows, new ReSettings { IsExpressionCaseSensitive = true, CustomTypes = [.. WordScope.WordTypes] });
            var facts = TestFacts.Facility();
            var inputs = WordScope.Words.Select(w => new RuleParameter(w.Word, w.Property.GetValue(facts)!)).Append(new("p", compiled.Parameters.Instance)).ToArray();
            foreach (var workflow in workflows)
                foreach (var result in await engine.ExecuteAllRulesAsync(workflow.WorkflowName, inputs))
                    Assert.True(result.ExceptionMessage is null or "" || result.ExceptionMessage.Contains("evaluat", StringComparison.OrdinalIgnoreCase), $"{path} {result.Rule.RuleName}: {result.ExceptionMessage}");
        }
    }

    [Fact]
    public void The_decision_logic_reads_as_a_table()
    {
        var rows = DecisionTable.Of(Shipped.Pack("rules/examples/us-pretreatment-snc.json"));
        Assert.All(rows, r => Assert.Equal(rows[0].Count, r.Count));
        Assert.Contains(rows, r => r[1] == "chronic" && r[5].Contains("p.ChronicShare * m.ValidCount", StringComparison.Ordinal) && r[2].Contains("403.8(f)(2)(viii)(A)", StringComparison.Ordinal));
        Assert.Contains(rows, r => r[1] == "p.ChronicShare" && r[5] == "0.66" && r[7] == "1990-07-24");
        var markdown = DecisionTable.Markdown(rows).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(rows.Count + 1, markdown.Length);
        Assert.All(markdown, l => Assert.Equal(rows[0].Count + 1, l.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|')));
    }
}
