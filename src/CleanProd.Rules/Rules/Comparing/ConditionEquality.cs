using System.Collections.ObjectModel;
using System.Linq.Expressions;

namespace CleanProd.Rules.Rules.Comparing;

/// <summary>
/// Whether two conditions say the same, word for word: names of list items do not matter, values of parameters do. Variables of the two
/// sides that stand for one another are held in <see cref="Names"/>.
/// </summary>
internal sealed class ConditionEquality
{
    /// <summary>Which item variable of the right side stands for which of the left.</summary>
    private Dictionary<ParameterExpression, ParameterExpression> Names { get; } = [];

    /// <summary>Lets item variables stand for one another.</summary>
    internal void Let(LambdaExpression left, LambdaExpression right) => Names[right.Parameters[0]] = left.Parameters[0];

    /// <summary>The same variables with the sides changed.</summary>
    internal ConditionEquality Turned()
    {
        var turned = new ConditionEquality();
        foreach (var (right, left) in Names) turned.Names[left] = right;
        return turned;
    }

    /// <summary>Whether two nodes say the same.</summary>
    internal bool Same(Expression? left, Expression? right)
    {
        if (left is null || right is null) return left is null && right is null;
        (left, right) = (ThreeValued.Bare(left), ThreeValued.Bare(right));
        switch (left, right)
        {
            case (ConstantExpression a, ConstantExpression b):
                return SameValue(a.Value, b.Value);
            case (ParameterExpression a, ParameterExpression b):
                return Names.TryGetValue(b, out var stands) ? stands == a : a.Name == b.Name && a.Type == b.Type && !string.IsNullOrEmpty(a.Name);
            case (UnaryExpression a, UnaryExpression b):
                return a.NodeType == b.NodeType && Same(a.Operand, b.Operand);
            case (BinaryExpression a, BinaryExpression b):
                return a.NodeType == b.NodeType && Same(a.Left, b.Left) && Same(a.Right, b.Right);
            case (ConditionalExpression a, ConditionalExpression b):
                return Same(a.Test, b.Test) && Same(a.IfTrue, b.IfTrue) && Same(a.IfFalse, b.IfFalse);
            case (MemberExpression a, MemberExpression b):
                return a.Member == b.Member && Same(a.Expression, b.Expression);
            case (MethodCallExpression a, MethodCallExpression b):
                return a.Method == b.Method && Same(a.Object, b.Object) && All(a.Arguments, b.Arguments);
            case (NewArrayExpression a, NewArrayExpression b):
                return All(a.Expressions, b.Expressions);
            case (LambdaExpression a, LambdaExpression b):
                Let(a, b);
                return Same(a.Body, b.Body);
            default:
                return false;
        }
    }

    private bool All(ReadOnlyCollection<Expression> left, ReadOnlyCollection<Expression> right)
    {
        if (left.Count != right.Count) return false;
        for (var i = 0; i < left.Count; i++)
            if (!Same(left[i], right[i])) return false;
        return true;
    }

    /// <summary>Whether two values of constants are the same: numbers by size, lists and tables by what they hold.</summary>
    internal static bool SameValue(object? a, object? b) => (a, b) switch
    {
        (TextList x, TextList y) => x.Items.SequenceEqual(y.Items, StringComparer.Ordinal),
        (ParameterTable x, ParameterTable y) => x.Rows.SequenceEqual(y.Rows),
        _ when Number(a) is { } x && Number(b) is { } y => x == y,
        _ => Equals(a, b),
    };

    /// <summary>A number as a decimal; null for anything else.</summary>
    internal static decimal? Number(object? value) => value switch { decimal d => d, int i => i, long l => l, _ => null };
}

/// <summary>Whether two rules decide and cite the same.</summary>
internal static class RuleEquality
{
    internal static bool Same(CompiledRule a, CompiledRule b) =>
        a.Rule.Ground == b.Rule.Ground && a.Rule.Citation == b.Rule.Citation && a.Rule.Sentence == b.Rule.Sentence && SameConditions(a, b)
        && a.Exceptions.Zip(b.Exceptions).All(x => x.First.Exception.Citation == x.Second.Exception.Citation && x.First.Exception.Sentence == x.Second.Exception.Sentence);

    internal static bool SameConditions(CompiledRule a, CompiledRule b) =>
        Says(a.Condition.Expression, b.Condition.Expression) && Says(a.AppliesWhen?.Expression, b.AppliesWhen?.Expression)
        && a.Exceptions.Count == b.Exceptions.Count && a.Exceptions.Zip(b.Exceptions).All(x => Says(x.First.When.Expression, x.Second.When.Expression))
        && a.Requires.Count == b.Requires.Count && a.Requires.Zip(b.Requires).All(x => Says(x.First.Expression, x.Second.Expression));

    internal static bool Says(Expression? a, Expression? b) => new ConditionEquality().Same(a, b);
}
