using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Determinations;

/// <summary>Asks one compiled rule about one facility and tells the outcome with its reasons.</summary>
internal static class RuleJudge
{
    /// <summary>Evaluates the rule. Never throws for what a rule or its facts do: that is the outcome <see cref="Outcome.Error"/>.</summary>
    internal static RuleDetermination Judge(CompiledRule rule, FacilityFacts facts)
    {
        try
        {
            return Decide(rule, facts);
        }
        catch (Exception e) when (RuleFault.Is(e))
        {
            return Failed(rule, e is DivideByZeroException ? "division by zero" : e.Message);
        }
    }

    /// <summary>A rule that gives no answer, and why.</summary>
    internal static RuleDetermination Failed(CompiledRule rule, string why) => Of(rule, Outcome.Error) with { Missing = [$"error: {why}"] };

    /// <summary>The outcome alone, without reasons: what <see cref="Judge"/> says, at the price of the compiled readings.</summary>
    internal static Outcome OutcomeOf(CompiledRule rule, FacilityFacts facts)
    {
        try
        {
            return Settle(rule, facts).Outcome;
        }
        catch (Exception e) when (RuleFault.Is(e))
        {
            return Outcome.Error;
        }
    }

    /// <summary>The outcome and what it rests on.</summary>
    private readonly record struct Settled(Outcome Outcome)
    {
        public bool LacksRequired { get; init; }

        /// <summary>The exception that holds, or that may.</summary>
        public (RuleException Exception, CompiledCondition When)? Exception { get; init; }
    }

    // Every requirement and every exception is asked, so that their order hides no fault.
    private static Settled Settle(CompiledRule rule, FacilityFacts facts)
    {
        var applies = rule.AppliesWhen?.Ask(facts) ?? Truth.Yes;
        if (applies == Truth.No) return new(Outcome.NotApplicable);
        var condition = rule.Condition.Ask(facts);
        var lacks = false;
        foreach (var requirement in rule.Requires) lacks |= !requirement.IsKnown(facts);
        if (lacks) return new(Outcome.Undetermined) { LacksRequired = true };
        if (condition == Truth.No) return new(Outcome.NotTriggered);
        if (condition == Truth.Unknown || applies == Truth.Unknown) return new(Outcome.Undetermined);
        (RuleException, CompiledCondition)? holds = null, mayHold = null;
        foreach (var exception in rule.Exceptions)
        {
            switch (exception.When.Ask(facts))
            {
                case Truth.Yes: holds ??= exception; break;
                case Truth.Unknown: mayHold ??= exception; break;
            }
        }

        return holds is not null ? new(Outcome.NotTriggered) { Exception = holds }
            : mayHold is not null ? new(Outcome.Undetermined) { Exception = mayHold }
            : new(Outcome.Triggered);
    }

    private static RuleDetermination Decide(CompiledRule rule, FacilityFacts facts)
    {
        var settled = Settle(rule, facts);
        return settled.Outcome switch
        {
            Outcome.Undetermined => Of(rule, Outcome.Undetermined) with { Missing = [.. Missing(rule, facts, settled).Distinct(StringComparer.Ordinal)] },
            Outcome.NotTriggered when settled.Exception is { Exception: var exception } => Of(rule, Outcome.NotTriggered) with
            {
                Citation = exception.Citation.Zh, CitationEn = exception.Citation.En,
                Sentence = exception.Sentence.Zh, SentenceEn = exception.Sentence.En,
            },
            Outcome.NotTriggered => Of(rule, Outcome.NotTriggered) with { Margin = rule.Condition.Explain(facts).MarginOf(rule.Condition.Expression) },
            Outcome.Triggered => Certain(rule, facts),
            var other => Of(rule, other),
        };
    }

    private static IEnumerable<string> Missing(CompiledRule rule, FacilityFacts facts, Settled settled)
    {
        if (settled.LacksRequired) return rule.Requires.Where(r => !r.IsKnown(facts)).SelectMany(r => r.Missing(facts));
        if (settled.Exception is { When: var when }) return MissingIn(when);
        // Of what is known nothing is missing.
        return (rule.AppliesWhen is { } applies ? MissingIn(applies) : []).Concat(MissingIn(rule.Condition));

        IReadOnlyList<string> MissingIn(CompiledCondition condition) => condition.Explain(facts).MissingIn(condition.Expression);
    }

    private static RuleDetermination Certain(CompiledRule rule, FacilityFacts facts)
    {
        var explainer = rule.Condition.Explain(facts);
        return Of(rule, Outcome.Triggered) with
        {
            Evidence = explainer.EvidenceOf(rule.Condition.Expression),
            Margin = explainer.MarginOf(rule.Condition.Expression),
        };
    }

    private static RuleDetermination Of(CompiledRule rule, Outcome outcome) => new(rule.Rule.Name, outcome)
    {
        Ground = rule.Rule.Ground,
        Citation = rule.Rule.Citation.Zh,
        CitationEn = rule.Rule.Citation.En,
        Sentence = rule.Rule.Sentence.Zh,
        SentenceEn = rule.Rule.Sentence.En,
    };
}
