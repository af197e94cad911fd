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
        catch (Exception e) when (IsFaultOfRule(e))
        {
            return Failed(rule, e is DivideByZeroException ? "division by zero" : e.Message);
        }
    }

    /// <summary>A rule that gives no answer, and why.</summary>
    internal static RuleDetermination Failed(CompiledRule rule, string why) => Of(rule, Outcome.Error) with { Missing = [$"error: {why}"] };

    /// <summary>Whether an exception tells of the rule or its facts, and not of the program.</summary>
    internal static bool IsFaultOfRule(Exception e) => e is ArithmeticException or InvalidOperationException or UnitMismatchException
        or NullReferenceException or FormatException or ArgumentException or InvalidCastException;

    /// <summary>The outcome alone, without reasons: what <see cref="Judge"/> says, at the price of the compiled readings.</summary>
    internal static Outcome OutcomeOf(CompiledRule rule, FacilityFacts facts)
    {
        try
        {
            var applies = rule.AppliesWhen?.Ask(facts) ?? Truth.Yes;
            if (applies == Truth.No) return Outcome.NotApplicable;
            var condition = rule.Condition.Ask(facts);
            foreach (var requirement in rule.Requires)
                if (!requirement.IsKnown(facts)) return Outcome.Undetermined;
            if (condition == Truth.No) return Outcome.NotTriggered;
            if (condition == Truth.Unknown || applies == Truth.Unknown) return Outcome.Undetermined;
            var open = false;
            foreach (var (_, when) in rule.Exceptions)
            {
                switch (when.Ask(facts))
                {
                    case Truth.Yes: return Outcome.NotTriggered;
                    case Truth.Unknown: open = true; break;
                }
            }

            return open ? Outcome.Undetermined : Outcome.Triggered;
        }
        catch (Exception e) when (IsFaultOfRule(e))
        {
            return Outcome.Error;
        }
    }

    private static RuleDetermination Decide(CompiledRule rule, FacilityFacts facts)
    {
        var applies = rule.AppliesWhen?.Ask(facts) ?? Truth.Yes;
        if (applies == Truth.No) return Of(rule, Outcome.NotApplicable);
        var condition = rule.Condition.Ask(facts);
        if (rule.Requires.Count > 0 && rule.Requires.Where(r => !r.IsKnown(facts)).ToArray() is { Length: > 0 } unknown)
            return Of(rule, Outcome.Undetermined) with { Missing = [.. unknown.SelectMany(r => r.Missing(facts)).Distinct(StringComparer.Ordinal)] };
        if (condition == Truth.No)
            return Of(rule, Outcome.NotTriggered) with { Margin = rule.Condition.Explain(facts).MarginOf(rule.Condition.Expression) };
        return condition == Truth.Unknown || applies == Truth.Unknown ? Open(rule, facts, applies, condition) : Certain(rule, facts);
    }

    private static RuleDetermination Open(CompiledRule rule, FacilityFacts facts, Truth applies, Truth condition)
    {
        var missing = new List<string>();
        if (applies == Truth.Unknown) missing.AddRange(rule.AppliesWhen!.Explain(facts).MissingIn(rule.AppliesWhen.Expression));
        if (condition == Truth.Unknown) missing.AddRange(rule.Condition.Explain(facts).MissingIn(rule.Condition.Expression));
        return Of(rule, Outcome.Undetermined) with { Missing = [.. missing.Distinct(StringComparer.Ordinal)] };
    }

    private static RuleDetermination Certain(CompiledRule rule, FacilityFacts facts)
    {
        var asked = rule.Exceptions.Select(x => (x.Exception, x.When, Holds: x.When.Ask(facts))).ToArray();
        foreach (var (exception, _, _) in asked.Where(x => x.Holds == Truth.Yes))
        {
            return Of(rule, Outcome.NotTriggered) with
            {
                Citation = exception.Citation.Zh, CitationEn = exception.Citation.En,
                Sentence = exception.Sentence.Zh, SentenceEn = exception.Sentence.En,
            };
        }

        if (asked.FirstOrDefault(x => x.Holds == Truth.Unknown).When is { } open)
            return Of(rule, Outcome.Undetermined) with { Missing = open.Explain(facts).MissingIn(open.Expression) };

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
