using CleanProd.Rules.Rules;
using Newtonsoft.Json;
using RulesEngine.Models;

namespace CleanProd.Rules.Benchmarks.Rules;

/// <summary>
/// Microsoft RulesEngine as its documentation shows it: one engine over the same workflows with its default settings, one
/// <c>ExecuteAllRulesAsync</c> per enterprise. Its parameters are made beforehand, outside what is timed.
/// </summary>
internal sealed class ReferenceEngine
{
    private readonly RulesEngine.RulesEngine _engine;
    private readonly (string Workflow, RuleParameter[][] Inputs)[] _calls;
    private readonly RuleWork _work;

    internal ReferenceEngine(RuleWork work)
    {
        _work = work;
        var workflows = work.Packs.SelectMany(p => p.Pack.Workflows).Select(json => JsonConvert.DeserializeObject<Workflow>(json)!).ToArray();
        _engine = new RulesEngine.RulesEngine(workflows, new ReSettings { CustomTypes = [.. WordScope.WordTypes] });
        _calls = [.. work.Packs.Select((pack, i) => (workflows[i].WorkflowName, work.Facts.Select(facts =>
            WordScope.Words.Select(w => new RuleParameter(w.Word, w.Property.GetValue(facts)!)).Append(new RuleParameter("p", pack.Parameters.Instance)).ToArray()).ToArray()))];
    }

    internal int[] Run() => RunAsync().GetAwaiter().GetResult();

    private async Task<int[]> RunAsync()
    {
        var names = _work.Names;
        var yes = names.ToDictionary(n => n, _ => 0, StringComparer.Ordinal);
        for (var round = 0; round < _work.Rounds; round++)
            foreach (var (workflow, inputs) in _calls)
                foreach (var input in inputs)
                    foreach (var result in await _engine.ExecuteAllRulesAsync(workflow, input))
                        if (result.IsSuccess) yes[result.Rule.RuleName]++;
        return [.. names.Select(n => yes[n])];
    }
}
