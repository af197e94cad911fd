using CleanProd.Rules.Facts;
using System.Linq.Expressions;

namespace CleanProd.Rules.Rules.Proving;

/// <summary>One small mistake in a condition: which node, what becomes of it, in words.</summary>
internal sealed record Mutation(int Node, Func<Expression, Expression> Change, Wording What)
{
    /// <summary>All small mistakes of a condition: operators flipped, parts dropped or denied, limits moved.</summary>
    internal static IEnumerable<Mutation> Of(Expression condition)
    {
        foreach (var (number, node, parent) in ConditionNodes.Of(condition))
        {
            if (Dropped(number, node, parent) is { } dropped) yield return dropped;
            if (ConditionNodes.IsAtom(node))
            {
                foreach (var mutation in Flipped(number, node)) yield return mutation;
            }
            else if (node is MethodCallExpression call && ConditionNodes.HasCondition(call))
            {
                var other = call.Method.Name == "Any" ? "All" : "Any";
                yield return new(number, e => Quantified((MethodCallExpression)e, other), Says("改用 " + other, "uses " + other, node));
            }
            else if (node is ConstantExpression { Value: decimal or int or long } constant)
            {
                foreach (var up in new[] { true, false })
                    yield return new(number, e => Moved((ConstantExpression)e, up), Says(up ? "限值调高" : "限值调低", up ? "limit moved up" : "limit moved down", constant, parent));
            }
        }
    }

    private static Mutation? Dropped(int number, Expression node, Expression? parent)
    {
        // Of a chain, each link is dropped by itself.
        if (ConditionNodes.IsGroup(parent) && ConditionNodes.IsGroup(node) && node.NodeType == parent!.NodeType) return null;
        if (ConditionNodes.IsGroup(parent))
        {
            var and = parent!.NodeType is ExpressionType.AndAlso or ExpressionType.And;
            return new(number, _ => Expression.Constant(and), Says(and ? "去掉“并且”的一项" : "去掉“或者”的一项", and ? "conjunct dropped" : "alternative dropped", node));
        }

        return ConditionNodes.IsAtom(node) && parent is null or LambdaExpression ? new(number, _ => Expression.Constant(true), Says("恒成立", "always true", node)) : null;
    }

    private static IEnumerable<Mutation> Flipped(int number, Expression node)
    {
        if (node is BinaryExpression b && Neighbour(b.NodeType) is { } neighbour)
            yield return new(number, e => Expression.MakeBinary(neighbour, ((BinaryExpression)e).Left, ((BinaryExpression)e).Right), Says("边界改变", "boundary flipped", node));
        yield return new(number, Expression.Not, Says("取反", "denied", node));
    }

    private static ExpressionType? Neighbour(ExpressionType type) => type switch
    {
        ExpressionType.GreaterThan => ExpressionType.GreaterThanOrEqual,
        ExpressionType.GreaterThanOrEqual => ExpressionType.GreaterThan,
        ExpressionType.LessThan => ExpressionType.LessThanOrEqual,
        ExpressionType.LessThanOrEqual => ExpressionType.LessThan,
        _ => null,
    };

    private static MethodCallExpression Quantified(MethodCallExpression call, string method) => Expression.Call(typeof(Enumerable), method, [call.Method.GetGenericArguments()[0]], [.. call.Arguments]);

    // A tenth, or one where it counts things.
    private static ConstantExpression Moved(ConstantExpression constant, bool up) => Expression.Constant(constant.Value switch
    {
        decimal d when d != 0m && d != decimal.Truncate(d) => up ? d * 1.1m : d * 0.9m,
        decimal d => up ? d + 1m : d - 1m,
        int i => (object)(up ? i + 1 : i - 1),
        long l => up ? l + 1 : l - 1,
        _ => throw new InvalidOperationException("No number."),
    }, constant.Type);

    private static Wording Says(string zh, string en, Expression node, Expression? around = null)
    {
        var text = ConditionPrinter.Print(node);
        var place = around is null ? "" : $" — {ConditionPrinter.Print(around)}";
        return new($"{zh}：{text}{place}", $"{en}: {text}{place}");
    }
}
