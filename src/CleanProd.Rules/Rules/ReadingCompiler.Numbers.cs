using System.Linq.Expressions;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules;

/// <summary>Values as bounds: numbers and dates, and what is reckoned from them.</summary>
internal sealed partial class ReadingCompiler
{
    /// <summary>
    /// Bounds of a value, both of one type. A null bound is an open one. <see cref="None"/>, where there is one, is true while the value
    /// does not exist at all, so that no comparison with it holds.
    /// </summary>
    private readonly record struct Bounds(Expression Lower, Expression Upper, Expression? None)
    {
        public bool IsExact => ReferenceEquals(Lower, Upper) && Nullable.GetUnderlyingType(Lower.Type) is null && Lower.Type.IsValueType;

        public static Bounds Of(Expression value, Expression? none = null) => new(value, value, none);
    }

    private Bounds Number(Expression e)
    {
        switch (e)
        {
            case ConstantExpression { Value: not null } constant:
                return Bounds.Of(Expression.Constant(constant.Value, ThreeValued.Plain(e.Type)));
            case UnaryExpression { NodeType: ExpressionType.Convert, Operand: ConstantExpression { Value: not null } constant } fixedNumber:
                return Bounds.Of(Expression.Convert(constant, ThreeValued.Plain(fixedNumber.Type)));
            case UnaryExpression { NodeType: ExpressionType.Convert } convert:
                return Each(Number(convert.Operand), x => To(x, convert.Type));
            case UnaryExpression { NodeType: ExpressionType.Negate or ExpressionType.NegateChecked } negate:
                var n = Number(negate.Operand);
                return Each(new(n.Upper, n.Lower, n.None), Expression.Negate);
            case BinaryExpression arithmetic:
                return Arithmetic(arithmetic);
            case ConditionalExpression iif:
                return Choice(iif);
            case MethodCallExpression call when ThreeValued.IsListCall(call):
                return Aggregate(call);
            case MethodCallExpression { Method.DeclaringType: { } t } math when t == typeof(Math):
                return MathCall(math);
            default:
                return NumberLeaf(e);
        }
    }

    private Bounds NumberLeaf(Expression e)
    {
        var value = Plain(e);
        if (ThreeValued.Mark<UpToAttribute>(e) is { } up) return new(value, Plain(ThreeValued.Sibling(e, up.Member)), null);
        return Bounds.Of(value, NoneTest(e));
    }

    // True while a null means "there is none" and not "not known".
    private Expression? NoneTest(Expression leaf)
    {
        if (ThreeValued.Mark<NullMeansNoneAttribute>(leaf) is not { } mark) return null;
        Expression none = IsNull(Plain(leaf));
        if (mark.Unless is { } unless)
            none = Expression.AndAlso(none, Expression.Not(Plain(Expression.Property(ThreeValued.Owner(leaf)!, unless))));
        if (leaf is MethodCallExpression call)
        {
            foreach (var argument in call.Arguments)
                none = Expression.AndAlso(none, Expression.Not(IsNull(Plain(argument))));
        }

        return none;
    }

    private Bounds Arithmetic(BinaryExpression e)
    {
        var (l, r) = (Number(e.Left), Number(e.Right));
        var none = l.None is null ? r.None : r.None is null ? l.None : Expression.OrElse(l.None, r.None);
        if (l.IsExact && r.IsExact) return Bounds.Of(Checked(e.NodeType, l.Lower, r.Lower), none);
        switch (e.NodeType)
        {
            case ExpressionType.Add or ExpressionType.AddChecked:
                return new(Checked(e.NodeType, l.Lower, r.Lower), Checked(e.NodeType, l.Upper, r.Upper), none);
            case ExpressionType.Subtract or ExpressionType.SubtractChecked:
                return new(Checked(e.NodeType, l.Lower, r.Upper), Checked(e.NodeType, l.Upper, r.Lower), none);
            case ExpressionType.Multiply or ExpressionType.MultiplyChecked when ThreeValued.NeverNegative(e.Left) && ThreeValued.NeverNegative(e.Right):
                return new(Checked(e.NodeType, l.Lower, r.Lower), Checked(e.NodeType, l.Upper, r.Upper), none);
            case ExpressionType.Divide when ThreeValued.NeverNegative(e.Left) && ThreeValued.NeverNegative(e.Right) && r.IsExact:
                return new(Checked(e.NodeType, l.Lower, r.Lower), Checked(e.NodeType, l.Upper, r.Lower), none);
            default:
                // Otherwise the result is known when both operands are, and open when one is.
                var result = Checked(e.NodeType, Settled(l), Settled(r));
                return Bounds.Of(result, none);
        }
    }

    // A value when its bounds agree, null otherwise.
    private static Expression Settled(Bounds b)
    {
        if (ReferenceEquals(b.Lower, b.Upper)) return b.Lower;
        var (low, high) = Lift(b.Lower, b.Upper);
        var type = typeof(Nullable<>).MakeGenericType(ThreeValued.Plain(low.Type));
        return Expression.Condition(Expression.Equal(low, high), To(low, type), Expression.Constant(null, type));
    }

    private Bounds Choice(ConditionalExpression iif)
    {
        Expression yes = Truth(iif.Test, true), maybe = Truth(iif.Test, false);
        var (then, otherwise) = (Number(iif.IfTrue), Number(iif.IfFalse));
        var type = typeof(Nullable<>).MakeGenericType(ThreeValued.Plain(iif.Type));
        Expression Pick(Expression a, Expression b, bool lower)
        {
            Expression x = To(a, type), y = To(b, type);
            var open = Expression.OrElse(IsNull(x), IsNull(y));
            var either = Expression.Condition(open, Expression.Constant(null, type),
                Expression.Condition(lower ? Expression.LessThan(x, y) : Expression.GreaterThan(x, y), x, y));
            return Expression.Condition(yes, x, Expression.Condition(maybe, either, y));
        }

        return new(Pick(then.Lower, otherwise.Lower, true), Pick(then.Upper, otherwise.Upper, false), null);
    }

    private Bounds MathCall(MethodCallExpression call)
    {
        var arguments = call.Arguments.Select(a => Settled(Number(a))).ToArray();
        if (arguments.All(a => Nullable.GetUnderlyingType(a.Type) is null)) return Bounds.Of(Expression.Call(call.Method, arguments));
        var type = typeof(Nullable<>).MakeGenericType(call.Type);
        var open = arguments.Select(IsNull).Aggregate(Expression.OrElse);
        var value = Expression.Call(call.Method, arguments.Select((a, i) => Expression.Convert(a, call.Arguments[i].Type)));
        return Bounds.Of(Expression.Condition(open, Expression.Constant(null, type), To(value, type)));
    }

    private static Bounds Each(Bounds b, Func<Expression, Expression> f) =>
        ReferenceEquals(b.Lower, b.Upper) ? Bounds.Of(f(b.Lower), b.None) : new(f(b.Lower), f(b.Upper), b.None);

    // A bound may be open where the written expression cannot be null: it stays nullable through conversions.
    private static Expression To(Expression e, Type type)
    {
        if (Nullable.GetUnderlyingType(e.Type) is not null && Nullable.GetUnderlyingType(type) is null)
            type = typeof(Nullable<>).MakeGenericType(type);
        return e.Type == type ? e : Expression.Convert(e, type);
    }

    private static (Expression Left, Expression Right) Lift(Expression a, Expression b)
    {
        if (a.Type == b.Type) return (a, b);
        var type = typeof(Nullable<>).MakeGenericType(ThreeValued.Plain(a.Type));
        return (To(a, type), To(b, type));
    }

    private static BinaryExpression Checked(ExpressionType kind, Expression a, Expression b)
    {
        (a, b) = Lift(a, b);
        return kind switch
        {
            ExpressionType.Add or ExpressionType.AddChecked => Expression.AddChecked(a, b),
            ExpressionType.Subtract or ExpressionType.SubtractChecked => Expression.SubtractChecked(a, b),
            ExpressionType.Multiply or ExpressionType.MultiplyChecked => Expression.MultiplyChecked(a, b),
            _ => Expression.Divide(a, b),
        };
    }
}
