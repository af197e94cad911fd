using System.Linq.Expressions;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules;

/// <summary>A checked condition, compiled once.</summary>
internal sealed class CompiledCondition
{
    private readonly Func<FacilityFacts, int> _answer;
    private readonly Lazy<Func<FacilityFacts, bool>> _certain;
    private readonly Lazy<Func<FacilityFacts, bool>> _possible;
    private readonly IReadOnlyList<ParameterExpression> _words;

    internal CompiledCondition(Expression expression, IReadOnlyList<ParameterExpression> words, string text)
    {
        Expression = expression;
        Text = text;
        _words = words;
        _answer = ReadingCompiler.CompileAnswer(expression, words);
        _certain = new(() => ReadingCompiler.Compile(expression, words, certain: true));
        _possible = new(() => ReadingCompiler.Compile(expression, words, certain: false));
    }

    internal Expression Expression { get; }

    internal IReadOnlyList<ParameterExpression> Words => _words;

    internal string Text { get; }

    /// <summary>The three-valued answer.</summary>
    /// <exception cref="ArithmeticException">A division by zero or an overflow.</exception>
    internal Truth Ask(FacilityFacts facts)
    {
        try
        {
            return (Truth)_answer(facts);
        }
        catch (Exception e) when (RuleFault.Is(e))
        {
            // The one walk reads what one of the two readings alone might not have to: they decide whether it is a fault.
            return AskTwice(facts);
        }
    }

    /// <summary>The answer of the two readings one after the other.</summary>
    internal Truth AskTwice(FacilityFacts facts) => _certain.Value(facts) ? Truth.Yes : _possible.Value(facts) ? Truth.Unknown : Truth.No;

    internal Explainer Explain(FacilityFacts facts) => new(facts);
}

/// <summary>A value that must be known.</summary>
internal sealed record CompiledRequirement(Expression Expression, string Text, Func<FacilityFacts, bool> IsKnown)
{
    internal IReadOnlyList<string> Missing(FacilityFacts facts) => new Explainer(facts).MissingValue(Expression);
}

/// <summary>A rule of a pack, ready to be asked.</summary>
internal sealed class CompiledRule
{
    internal CompiledRule(RulePack pack, PackRule rule, ConditionParser parser)
    {
        Pack = pack;
        Rule = rule;
        Condition = new CompiledCondition(Fold(rule.Condition, parser), parser.Words, TextOf(rule.Condition));
        AppliesWhen = rule.AppliesWhen is { } when ? Compile(when, parser) : null;
        Exceptions = rule.Exceptions.Select(x => (x, Compile(x.When, parser))).ToArray();
        Requires = rule.Requires.Select(r =>
        {
            var value = parser.Value(r);
            return new CompiledRequirement(value, r.Text, ReadingCompiler.CompileKnown(value, parser.Words));
        }).ToArray();
    }

    private const string ConditionPart = "condition", AppliesPart = "appliesWhen";

    internal RulePack Pack { get; }

    internal PackRule Rule { get; }

    internal CompiledCondition Condition { get; }

    internal CompiledCondition? AppliesWhen { get; }

    internal IReadOnlyList<CompiledRequirement> Requires { get; }

    internal IReadOnlyList<(RuleException Exception, CompiledCondition When)> Exceptions { get; }

    private CompiledRule(CompiledRule from, string part, Expression expression)
    {
        (Pack, Rule, Condition, AppliesWhen, Requires, Exceptions) = (from.Pack, from.Rule, from.Condition, from.AppliesWhen, from.Requires, from.Exceptions);
        var changed = new CompiledCondition(expression, from.Condition.Words, from.Condition.Text);
        if (part == ConditionPart) Condition = changed;
        else if (part == AppliesPart) AppliesWhen = changed;
        else Exceptions = [.. from.Exceptions.Select((x, i) => PartOfException(i) == part ? (x.Exception, changed) : x)];
    }

    /// <summary>The conditions of the rule by the names of their parts.</summary>
    internal IEnumerable<(string Part, CompiledCondition Condition)> Parts()
    {
        if (AppliesWhen is not null) yield return (AppliesPart, AppliesWhen);
        yield return (ConditionPart, Condition);
        for (var i = 0; i < Exceptions.Count; i++) yield return (PartOfException(i), Exceptions[i].When);
    }

    /// <summary>The rule with another expression in one of its parts: to prove that its cases would notice.</summary>
    internal CompiledRule With(string part, Expression expression) => new(this, part, expression);

    private static string PartOfException(int index) => $"exception {(index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    private static CompiledCondition Compile(ConditionText text, ConditionParser parser) => new(parser.Condition(text), parser.Words, text.Text);

    private static Expression Fold(ConditionNode node, ConditionParser parser) => node switch
    {
        ConditionNode.Leaf leaf => parser.Condition(leaf.Text),
        ConditionNode.Group group => group.Children.Select(c => Fold(c, parser)).Aggregate(group.All ? Expression.AndAlso : Expression.OrElse),
        _ => throw new InvalidOperationException("Unknown kind of condition."),
    };

    private static string TextOf(ConditionNode node) => node switch
    {
        ConditionNode.Leaf leaf => leaf.Text.Text,
        ConditionNode.Group group => string.Join(group.All ? " and " : " or ", group.Children.Select(c => $"({TextOf(c)})")),
        _ => "",
    };
}
