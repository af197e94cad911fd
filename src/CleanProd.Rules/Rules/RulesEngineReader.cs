using CleanProd.Rules.Facts.Words;
using Newtonsoft.Json;
using RulesEngine.Models;

namespace CleanProd.Rules.Rules;

/// <summary>
/// The second reader of double entry: Microsoft RulesEngine over the same workflows, unchanged. It is two-valued, so what must hold is
/// that what is certain is true to it, and that what is true to it is possible.
/// </summary>
internal sealed class RulesEngineReader
{
    private readonly RulesEngine.RulesEngine _engine;
    private readonly string[] _workflows;
    private readonly object _parameters;

    /// <summary>Loads the workflows of a compiled pack: only what passed our own checks reaches RulesEngine.</summary>
    public RulesEngineReader(CompiledPack pack)
    {
        // Workflow names carry the hash of the pack: an engine is never updated in place.
        var workflows = pack.Pack.Workflows.Select(json =>
        {
            var workflow = JsonConvert.DeserializeObject<Workflow>(json)!;
            workflow.WorkflowName = $"{workflow.WorkflowName}@{pack.Pack.Sha256}";
            return workflow;
        }).ToArray();
        _workflows = [.. workflows.Select(w => w.WorkflowName)];
        _parameters = pack.Parameters.Instance;
        _engine = new RulesEngine.RulesEngine(workflows, new ReSettings
        {
            IsExpressionCaseSensitive = true,
            UseFastExpressionCompiler = false,
            EnableFormattedErrorMessage = false,
            CustomTypes = [.. WordScope.WordTypes],
        });
    }

    /// <summary>
    /// RulesEngine's answer to every enabled top-level rule, by rule name; null where it threw (a missing text, the maximum of nothing)
    /// and so read nothing.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, bool?>> ReadAsync(FacilityFacts facts)
    {
        var inputs = WordScope.Words.Select(w => new RuleParameter(w.Word, w.Property.GetValue(facts)!))
            .Append(new RuleParameter("p", _parameters)).ToArray();
        var answers = new Dictionary<string, bool?>(StringComparer.Ordinal);
        foreach (var workflow in _workflows)
            foreach (var result in await _engine.ExecuteAllRulesAsync(workflow, inputs).ConfigureAwait(false))
                answers[result.Rule.RuleName] = Threw(result) ? null : result.IsSuccess;
        return answers;
    }

    private static bool Threw(RuleResultTree result) =>
        !string.IsNullOrEmpty(result.ExceptionMessage) || (result.ChildResults?.Any(Threw) ?? false);
}
