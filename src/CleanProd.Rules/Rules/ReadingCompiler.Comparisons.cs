using System.Linq.Expressions;

namespace CleanProd.Rules.Rules;

/// <summary>Comparisons of values that may be missing in part, in either reading.</summary>
internal sealed partial class ReadingCompiler
{
    private Expression Comparison(BinaryExpression e, bool certain)
    {
        if (ThreeValued.IsNull(e.Left) || ThreeValued.IsNull(e.Right))
        {
            // Presence is a question of two values.
            var asked = Plain(ThreeValued.Bare(ThreeValued.IsNull(e.Left) ? e.Right : e.Left));
            var absent = IsNull(asked);
            return e.NodeType == ExpressionType.NotEqual ? Expression.Not(absent) : absent;
        }

        if (e.Left.Type == typeof(bool))
        {
            Expression same = Same(e.Left, e.Right, e.NodeType == ExpressionType.NotEqual ? !certain : certain);
            return e.NodeType == ExpressionType.NotEqual ? Expression.Not(same) : same;
        }

        if (!ThreeValued.IsOrdered(e.Left.Type)) return Equality(e, certain);
        var (l, r) = (Number(e.Left), Number(e.Right));
        return e.NodeType switch
        {
            ExpressionType.GreaterThan => Over(l, r, certain, orEqual: false),
            ExpressionType.GreaterThanOrEqual => Over(l, r, certain, orEqual: true),
            ExpressionType.LessThan => Over(r, l, certain, orEqual: false),
            ExpressionType.LessThanOrEqual => Over(r, l, certain, orEqual: true),
            ExpressionType.Equal => Alike(l, r, certain),
            // Not equal is the negation of equal, so its reading is the other one.
            _ => Expression.Not(Alike(l, r, !certain)),
        };
    }

    // a > b for certain: the least a is above the greatest b. Possibly: not (the greatest a is at most the least b).
    private static Expression Over(Bounds a, Bounds b, bool certain, bool orEqual)
    {
        if (a.IsExact && b.IsExact)
            return orEqual ? Expression.GreaterThanOrEqual(a.Lower, b.Lower) : Expression.GreaterThan(a.Lower, b.Lower);
        if (certain)
        {
            var (low, high) = Lift(a.Lower, b.Upper);
            return orEqual ? Expression.GreaterThanOrEqual(low, high) : Expression.GreaterThan(low, high);
        }

        var (top, bottom) = Lift(a.Upper, b.Lower);
        Expression possible = Expression.Not(orEqual ? Expression.LessThan(top, bottom) : Expression.LessThanOrEqual(top, bottom));
        if (a.None is { } noA) possible = Expression.AndAlso(Expression.Not(noA), possible);
        if (b.None is { } noB) possible = Expression.AndAlso(Expression.Not(noB), possible);
        return possible;
    }

    // What does not exist equals nothing that is known; beside something missing it is open.
    private static BinaryExpression Alike(Bounds a, Bounds b, bool certain)
    {
        Bounds x = a with { None = null }, y = b with { None = null };
        var alike = Expression.AndAlso(Over(x, y, certain, true), Over(y, x, certain, true));
        if (certain) return alike;
        if (a.None is { } noA) alike = Expression.AndAlso(Expression.Not(Expression.AndAlso(noA, Expression.Not(IsNull(b.Lower)))), alike);
        if (b.None is { } noB) alike = Expression.AndAlso(Expression.Not(Expression.AndAlso(noB, Expression.Not(IsNull(a.Lower)))), alike);
        return alike;
    }

    private BinaryExpression Same(Expression left, Expression right, bool certain) => Expression.OrElse(
        Expression.AndAlso(Truth(left, certain), Truth(right, certain)),
        Expression.AndAlso(Expression.Not(Truth(left, !certain)), Expression.Not(Truth(right, !certain))));

    // Texts and optional yes-or-no words: equal or not, without order.
    private Expression Equality(BinaryExpression e, bool certain)
    {
        var negated = e.NodeType == ExpressionType.NotEqual;
        var reading = negated ? !certain : certain;
        Expression left = Plain(e.Left), right = Plain(e.Right);
        Expression equal = Expression.Equal(left, right);
        foreach (var (side, value) in new[] { (e.Left, left), (e.Right, right) })
        {
            var leaf = ThreeValued.Bare(side);
            if (!ThreeValued.CanBeNull(leaf)) continue;
            var missing = IsNull(value);
            if (reading) equal = Expression.AndAlso(Expression.Not(missing), equal);
            else if (NoneTest(leaf) is { } none) equal = Expression.AndAlso(Expression.Not(none), Expression.OrElse(missing, equal));
            else equal = Expression.OrElse(missing, equal);
        }

        return negated ? Expression.Not(equal) : equal;
    }

    private BinaryExpression Known(Expression value)
    {
        if (!ThreeValued.IsOrdered(value.Type)) return Expression.NotEqual(Plain(value), Expression.Constant(null, typeof(object)));
        var n = Number(value);
        var (low, high) = Lift(n.Lower, n.Upper);
        return Expression.Equal(low, high) is var same && Nullable.GetUnderlyingType(low.Type) is null
            ? same
            : Expression.AndAlso(Expression.NotEqual(low, Expression.Constant(null, low.Type)), same);
    }
}
