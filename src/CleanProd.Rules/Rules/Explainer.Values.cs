using System.Linq.Expressions;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules;

/// <summary>Values as bounds, read by walking the expression.</summary>
internal sealed partial class Explainer
{
    /// <summary>A value: bounds where it is a number or date (dates as ticks), the object itself otherwise.</summary>
    private readonly record struct Reading(bool IsOrdered, decimal? Lower, decimal? Upper, object? Raw, bool IsNone)
    {
        /// <summary>It cannot be read at all: nothing is missing.</summary>
        public bool Fails { get; init; }

        public bool IsKnown => !IsNone && (IsOrdered ? Lower is not null && Lower == Upper : Raw is not null);

        public static Reading Exactly(decimal? number) => new(true, number, number, number, false);

        public static Reading Between(decimal? low, decimal? high, bool none = false) => new(true, low, high, low, none);
    }

    private Reading Value(Expression e)
    {
        try
        {
            return Read(e);
        }
        // The answer is there: a part that fails lies behind what decided it, and is no reason.
        catch (Exception fault) when (RuleFault.Is(fault))
        {
            return Reading.Between(null, null) with { Fails = true };
        }
    }

    private Reading Read(Expression e)
    {
        switch (e)
        {
            case ConstantExpression c:
                return Wrap(c.Value, ThreeValued.IsOrdered(c.Type), false);
            case ParameterExpression p:
                return new(false, null, null, Named(p).Value, false);
            case UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.Quote } convert:
                return Value(convert.Operand);
            case UnaryExpression { NodeType: ExpressionType.Negate or ExpressionType.NegateChecked } negate:
                var n = Value(negate.Operand);
                return Reading.Between(-n.Upper, -n.Lower, n.IsNone);
            case BinaryExpression b:
                return Arithmetic(b);
            case ConditionalExpression iif:
                return Choice(iif);
            case MethodCallExpression call when ThreeValued.IsListCall(call):
                return Aggregate(call);
            case MethodCallExpression { Method.DeclaringType: { } t } math when t == typeof(Math):
                return MathCall(math);
            default:
                return Leaf(e);
        }
    }

    private Reading Leaf(Expression e)
    {
        var raw = Evaluate(e);
        if (ThreeValued.Mark<UpToAttribute>(e) is { } up)
            return Reading.Between(Number(raw), Number(Evaluate(ThreeValued.Sibling(e, up.Member))));
        var none = false;
        if (raw is null && ThreeValued.Mark<NullMeansNoneAttribute>(e) is { } mark)
        {
            none = mark.Unless is null || !(bool)Evaluate(ThreeValued.Sibling(e, mark.Unless))!;
            if (e is MethodCallExpression call && Unknowns(call).Any()) none = false;
        }

        return Wrap(raw, ThreeValued.IsOrdered(e.Type), none);
    }

    private static Reading Wrap(object? raw, bool ordered, bool none) =>
        ordered ? new(true, Number(raw), Number(raw), raw, none) : new(false, null, null, raw, none);

    private static decimal? Number(object? raw) => raw switch
    {
        null => null,
        decimal d => d,
        int i => i,
        long l => l,
        DateTime t => t.Ticks,
        _ => throw new InvalidOperationException($"{raw.GetType().Name} is not a number."),
    };

    private Reading Arithmetic(BinaryExpression e)
    {
        Reading l = Value(e.Left), r = Value(e.Right);
        var none = l.IsNone || r.IsNone;
        decimal? Do(decimal? a, decimal? b) => e.NodeType switch
        {
            ExpressionType.Add or ExpressionType.AddChecked => a + b,
            ExpressionType.Subtract or ExpressionType.SubtractChecked => a - b,
            ExpressionType.Multiply or ExpressionType.MultiplyChecked => a * b,
            _ when ThreeValued.Plain(e.Type) == typeof(decimal) => a / b,
            // Whole numbers divide as whole numbers, as in the text of the condition.
            _ => a / b is { } parts ? decimal.Truncate(parts) : null,
        };
        var grows = ThreeValued.NeverNegative(e.Left) && ThreeValued.NeverNegative(e.Right);
        return e.NodeType switch
        {
            ExpressionType.Add or ExpressionType.AddChecked => Reading.Between(Do(l.Lower, r.Lower), Do(l.Upper, r.Upper), none),
            ExpressionType.Subtract or ExpressionType.SubtractChecked => Reading.Between(Do(l.Lower, r.Upper), Do(l.Upper, r.Lower), none),
            ExpressionType.Multiply or ExpressionType.MultiplyChecked when grows => Reading.Between(Do(l.Lower, r.Lower), Do(l.Upper, r.Upper), none),
            ExpressionType.Divide when grows && r.IsKnown => Reading.Between(Do(l.Lower, r.Lower), Do(l.Upper, r.Lower), none),
            _ when l.IsKnown && r.IsKnown => Reading.Exactly(Do(l.Lower, r.Lower)),
            _ => Reading.Between(null, null, none),
        };
    }

    private Reading Choice(ConditionalExpression iif)
    {
        switch (Ask(iif.Test))
        {
            case Truth.Yes: return Value(iif.IfTrue);
            case Truth.No: return Value(iif.IfFalse);
        }

        Reading a = Value(iif.IfTrue), b = Value(iif.IfFalse);
        return Reading.Between(
            a.Lower is { } al && b.Lower is { } bl ? Math.Min(al, bl) : null,
            a.Upper is { } au && b.Upper is { } bu ? Math.Max(au, bu) : null);
    }

    private Reading MathCall(MethodCallExpression call)
    {
        var arguments = call.Arguments.Select(Value).ToArray();
        if (!arguments.All(a => a.IsKnown)) return Reading.Between(null, null);
        return Reading.Exactly(call.Method.Name switch
        {
            "Abs" => Math.Abs(arguments[0].Lower!.Value),
            "Min" => Math.Min(arguments[0].Lower!.Value, arguments[1].Lower!.Value),
            _ => Math.Max(arguments[0].Lower!.Value, arguments[1].Lower!.Value),
        });
    }
}
