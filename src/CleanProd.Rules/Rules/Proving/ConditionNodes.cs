using System.Linq.Expressions;

namespace CleanProd.Rules.Rules.Proving;

/// <summary>
/// The nodes of a condition by number, counted from the root, left to right. A condition has the same numbers on every day: parameters change
/// constants, never the shape.
/// </summary>
internal static class ConditionNodes
{
    /// <summary>All nodes in their order, each with the nearest node above it that is no conversion or quote.</summary>
    internal static IReadOnlyList<(int Number, Expression Node, Expression? Parent)> Of(Expression root)
    {
        var numbering = new Numbering();
        numbering.Visit(root);
        return numbering.Found;
    }

    /// <summary>The condition with another node in place of one.</summary>
    internal static Expression Replace(Expression root, int number, Func<Expression, Expression> by) => new Replacement(number, by).Visit(root)!;

    /// <summary>Whether a node is a test of its own: a comparison, or a yes-or-no word; not one that other tests make up.</summary>
    internal static bool IsAtom(Expression e) => e.Type == typeof(bool) && e switch
    {
        ConstantExpression => false,
        UnaryExpression => false,
        ConditionalExpression => false,
        BinaryExpression b => IsComparison(b) && b.Left.Type != typeof(bool),
        MethodCallExpression call => !HasCondition(call),
        _ => true,
    };

    /// <summary>Whether a node is <c>Any</c> or <c>All</c> with a condition.</summary>
    internal static bool HasCondition(MethodCallExpression call) => ThreeValued.IsListCall(call) && call.Arguments.Count > 1 && call.Method.Name is "Any" or "All";

    /// <summary>Whether a node joins two conditions.</summary>
    internal static bool IsGroup(Expression? e) => e is BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And or ExpressionType.OrElse or ExpressionType.Or } b && b.Type == typeof(bool);

    private static bool IsComparison(BinaryExpression b) => b.NodeType is ExpressionType.Equal or ExpressionType.NotEqual or ExpressionType.GreaterThan
        or ExpressionType.GreaterThanOrEqual or ExpressionType.LessThan or ExpressionType.LessThanOrEqual;

    private sealed class Numbering : ExpressionVisitor
    {
        private readonly Stack<Expression> _above = new();

        internal List<(int, Expression, Expression?)> Found { get; } = [];

        public override Expression? Visit(Expression? node)
        {
            if (node is null) return null;
            Found.Add((Found.Count, node, _above.TryPeek(out var parent) ? parent : null));
            var passes = node is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.Quote };
            if (!passes) _above.Push(node);
            base.Visit(node);
            if (!passes) _above.Pop();
            return node;
        }
    }

    private sealed class Replacement(int number, Func<Expression, Expression> by) : ExpressionVisitor
    {
        private int _next;

        public override Expression? Visit(Expression? node)
        {
            if (node is null) return null;
            return _next++ == number ? by(node) : base.Visit(node);
        }
    }
}
