using System.Linq.Expressions;

namespace CleanProd.Rules.Rules.Comparing;

/// <summary>
/// Whether one condition holds wherever another does, shown from their form alone: for limits that move, conditions that gain or lose a part,
/// lists that grow. What cannot be shown is not claimed: the answer false means "not shown", never "disproved".
/// </summary>
internal sealed class ConditionOrder
{
    private const int MostSteps = 20_000;

    private ConditionEquality _equality = new();
    private int _steps;

    /// <summary>Whether <paramref name="wide"/> is shown to hold wherever <paramref name="narrow"/> does.</summary>
    internal static bool Implies(Expression? narrow, Expression? wide) => new ConditionOrder().Follows(narrow ?? True, wide ?? True);

    private static readonly Expression True = Expression.Constant(true);

    private bool Follows(Expression a, Expression b)
    {
        if (++_steps > MostSteps) return false;
        (a, b) = (ThreeValued.Bare(a), ThreeValued.Bare(b));
        if (a is ConstantExpression { Value: false } || b is ConstantExpression { Value: true } || _equality.Same(a, b)) return true;
        if (Parts(a, any: true) is { } cases) return cases.All(c => Follows(c, b));
        if (Parts(b, any: false) is { } all) return all.All(p => Follows(a, p));
        if (Parts(b, any: true) is { } either && either.Any(p => Follows(a, p))) return true;
        if (Parts(a, any: false) is { } both && both.Any(p => Follows(p, b))) return true;
        return (a, b) switch
        {
            (UnaryExpression { NodeType: ExpressionType.Not } x, UnaryExpression { NodeType: ExpressionType.Not } y) => Turned(() => Follows(y.Operand, x.Operand)),
            (MethodCallExpression x, MethodCallExpression y) => Calls(x, y),
            (BinaryExpression x, BinaryExpression y) => Comparisons(x, y),
            _ => false,
        };
    }

    private static IReadOnlyList<Expression>? Parts(Expression e, bool any) => e switch
    {
        BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } b when any && b.Type == typeof(bool) => [b.Left, b.Right],
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } b when !any && b.Type == typeof(bool) => [b.Left, b.Right],
        _ => null,
    };

    private bool Calls(MethodCallExpression a, MethodCallExpression b)
    {
        if (a.Object is ConstantExpression { Value: TextList few } && b.Object is ConstantExpression { Value: TextList many })
            return few.Items.ToHashSet(StringComparer.Ordinal).IsSubsetOf(many.Items) && _equality.Same(a.Arguments[0], b.Arguments[0]);
        if (a.Method.Name != b.Method.Name || a.Method.Name is not ("Any" or "All")) return false;
        var (x, y) = (Source(a), Source(b));
        if (!_equality.Same(x.List, y.List)) return false;
        // All with a filter is all of fewer: from one without a filter only.
        return a.Method.Name == "Any"
            ? Items(x.Conditions, y.Conditions)
            : x.Conditions.Count == 1 && y.Conditions.Count == 1 && Items(x.Conditions, y.Conditions);
    }

    private (Expression List, IReadOnlyList<LambdaExpression> Conditions) Source(MethodCallExpression call)
    {
        var (list, where) = ThreeValued.Source(call.Arguments[0]);
        return (list, call.Arguments.Count > 1 ? [.. where, ThreeValued.Lambda(call.Arguments[1])] : where);
    }

    // Each condition on an item of the right side follows from those of the left, which hold together.
    private bool Items(IReadOnlyList<LambdaExpression> left, IReadOnlyList<LambdaExpression> right)
    {
        if (right.Count == 0) return true;
        if (left.Count == 0) return false;
        var item = left[0].Parameters[0];
        var together = left.Select(l => Renamed(l, item)).Aggregate(Expression.AndAlso);
        return right.All(r =>
        {
            _equality.Let(left[0], r);
            return Follows(together, r.Body);
        });
    }

    private static Expression Renamed(LambdaExpression lambda, ParameterExpression item) => new Renaming(lambda.Parameters[0], item).Visit(lambda.Body);

    // The same value held against limits of which one lies beyond the other.
    private bool Comparisons(BinaryExpression a, BinaryExpression b)
    {
        if (Direction(a) is not { } x || Direction(b) is not { } y || x.Up != y.Up) return false;
        if (!_equality.Same(x.Value, y.Value))
            return x.Value is MethodCallExpression many && y.Value is MethodCallExpression few && Counts(many, few, x, y);
        if (ConditionEquality.Number(x.Limit) is not { } first || ConditionEquality.Number(y.Limit) is not { } second)
            return _equality.Same(x.LimitNode, y.LimitNode) && (y.OrEqual || !x.OrEqual);
        return Beyond(x, first, y, second);
    }

    // More items are counted under the wider condition.
    private bool Counts(MethodCallExpression a, MethodCallExpression b, Bound x, Bound y)
    {
        if (a.Method.Name != "Count" || b.Method.Name != "Count") return false;
        if (ConditionEquality.Number(x.Limit) is not { } first || ConditionEquality.Number(y.Limit) is not { } second) return false;
        var (narrow, wide) = (Source(a), Source(b));
        if (!_equality.Same(narrow.List, wide.List) || !Beyond(x, first, y, second)) return false;
        return x.Up ? Items(narrow.Conditions, wide.Conditions) : Turned(() => Items(wide.Conditions, narrow.Conditions));
    }

    // Of two limits in one direction the first lies further, or in the same place and is no wider.
    private static bool Beyond(Bound x, decimal first, Bound y, decimal second) => first == second ? y.OrEqual || !x.OrEqual : x.Up == (first == Math.Max(first, second));

    // Variables stand for one another in the direction of the question: they are turned round with it.
    private bool Turned(Func<bool> asked)
    {
        var straight = _equality;
        _equality = straight.Turned();
        var follows = asked();
        _equality = straight;
        return follows;
    }

    private readonly record struct Bound(Expression Value, Expression LimitNode, object? Limit, bool Up, bool OrEqual);

    private static Bound? Direction(BinaryExpression e)
    {
        if (e.Left.Type == typeof(bool)) return null;
        var (left, right) = (ThreeValued.Bare(e.Left), ThreeValued.Bare(e.Right));
        var turned = left is ConstantExpression && right is not ConstantExpression;
        var (value, limit) = turned ? (right, left) : (left, right);
        var kind = e.NodeType;
        bool? up = kind is ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual ? true : kind is ExpressionType.LessThan or ExpressionType.LessThanOrEqual ? false : null;
        if (up is not { } rises) return null;
        return new(value, limit, (limit as ConstantExpression)?.Value, turned ? !rises : rises, kind is ExpressionType.GreaterThanOrEqual or ExpressionType.LessThanOrEqual);
    }

    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
