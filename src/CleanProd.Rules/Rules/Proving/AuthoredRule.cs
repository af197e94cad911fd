using System.Linq.Expressions;

namespace CleanProd.Rules.Rules.Proving;

/// <summary>A rule as its author wrote it, parameters standing as names: for analysis, forms and tables, with the place of every part.</summary>
internal sealed class AuthoredRule
{
    private readonly List<(ConditionText Text, ReadCondition Read)> _read = [];
    private readonly ConditionParser _parser;

    internal AuthoredRule(PackRule rule, ConditionParser parser)
    {
        (Rule, _parser) = (rule, parser);
        Condition = Fold(rule.Condition);
        AppliesWhen = rule.AppliesWhen is { } when ? Read(when, typeof(bool)) : null;
        Exceptions = [.. rule.Exceptions.Select(x => Read(x.When, typeof(bool)))];
        Requires = [.. rule.Requires.Select(r => Read(r, null))];
    }

    internal PackRule Rule { get; }

    internal Expression Condition { get; }

    internal Expression? AppliesWhen { get; }

    internal IReadOnlyList<Expression> Exceptions { get; }

    internal IReadOnlyList<Expression> Requires { get; }

    /// <summary>The conditions by the names of their parts.</summary>
    internal IEnumerable<(string Part, Expression Condition)> Parts()
    {
        if (AppliesWhen is not null) yield return ("appliesWhen", AppliesWhen);
        yield return ("condition", Condition);
        foreach (var (i, exception) in Exceptions.Index()) yield return (string.Create(System.Globalization.CultureInfo.InvariantCulture, $"exception {i + 1}"), exception);
    }

    /// <summary>Every text of the rule with what it was read as.</summary>
    internal IReadOnlyList<(ConditionText Text, ReadCondition Read)> Texts => _read;

    /// <summary>Where a part stands: its own place, or that of the rule.</summary>
    internal TextPosition PlaceOf(Expression part)
    {
        // A word such as facility stands in every text; the part around it in one.
        foreach (var node in First(part))
            foreach (var (text, read) in _read)
                if (read.OffsetOf(node) is { } offset) return JsonPlace.Within(text.Position, text.Escaped, offset);
        return Rule.Position;
    }

    // A group has no place of its own but that of what it joins.
    private static IEnumerable<Expression> First(Expression part)
    {
        var found = new List<Expression>();
        new Walk(found).Visit(part);
        return found.Take(20);
    }

    private Expression Fold(ConditionNode node) => node switch
    {
        ConditionNode.Leaf leaf => Read(leaf.Text, typeof(bool)),
        ConditionNode.Group group => group.Children.Select(Fold).Aggregate(group.All ? Expression.AndAlso : Expression.OrElse),
        _ => throw new InvalidOperationException("Unknown kind of condition."),
    };

    private Expression Read(ConditionText text, Type? type)
    {
        var read = _parser.Read(text, type);
        _read.Add((text, read));
        return read.Expanded;
    }

    private sealed class Walk(List<Expression> found) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node)
        {
            if (node is not null and not BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.OrElse or ExpressionType.And or ExpressionType.Or }) found.Add(node);
            return base.Visit(node);
        }
    }
}
