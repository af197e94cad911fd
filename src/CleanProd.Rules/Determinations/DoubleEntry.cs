using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Determinations;

/// <summary>How much of a screening the second reader goes over.</summary>
/// <param name="OneIn">Every hit is read again, and one in this many of the others; 1 for all.</param>
public readonly record struct CrossCheck(int OneIn)
{
    /// <summary>Every hit and one in a hundred of the rest.</summary>
    public static readonly CrossCheck Sample = new(100);

    /// <summary>Everything.</summary>
    public static readonly CrossCheck All = new(1);
}

/// <summary>
/// Holds our answers against RulesEngine's: what is certain must be true to it, and what is true to it must be possible. A
/// disagreement turns the rule's outcome into an error, which blocks the release of the list.
/// </summary>
public sealed class DoubleEntry
{
    private readonly CompiledPack _pack;
    private readonly RulesEngineReader _reader;

    /// <summary>Double entry over one compiled pack.</summary>
    public DoubleEntry(CompiledPack pack)
    {
        _pack = pack;
        _reader = new RulesEngineReader(pack);
    }

    /// <summary>Reads the facts a second time and returns the outcomes, disagreements turned into errors.</summary>
    public async Task<IReadOnlyList<RuleDetermination>> CheckAsync(FacilityFacts facts, IReadOnlyList<RuleDetermination> judged)
    {
        var answers = await _reader.ReadAsync(facts).ConfigureAwait(false);
        var checkedRules = new RuleDetermination[judged.Count];
        for (var i = 0; i < judged.Count; i++)
        {
            checkedRules[i] = judged[i].Outcome != Outcome.Error && Disagreement(_pack.Rules[i], facts, answers) is { } text
                ? judged[i] with { Outcome = Outcome.Error, Missing = [text], Evidence = [], Margin = null }
                : judged[i];
        }

        return checkedRules;
    }

    private static string? Disagreement(CompiledRule rule, FacilityFacts facts, IReadOnlyDictionary<string, bool?> answers)
    {
        if (!answers.TryGetValue(rule.Rule.Name, out var theirs)) return $"error: RulesEngine did not evaluate '{rule.Rule.Name}'";
        if (theirs is not { } read) return null;
        Truth ours;
        try
        {
            ours = rule.Condition.Ask(facts);
        }
        catch (Exception e) when (RuleFault.Is(e))
        {
            // The rule did not apply, so that its condition was never asked; RulesEngine reads an exception as no.
            return null;
        }

        return (ours, read) is (Truth.Yes, false) or (Truth.No, true)
            ? $"error: double entry disagrees on '{rule.Rule.Name}': ours {ours}, RulesEngine {read}"
            : null;
    }
}
