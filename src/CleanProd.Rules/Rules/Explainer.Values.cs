using System.Linq.Expressions;
using System.Reflection;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules;

/// <summary>Values as bounds, read by walking the expression.</summary>
internal sealed partial class Explainer
{
    /// <summary>A value: bounds where it is a number or date (dates as ticks), the object itself otherwise.</summary>
    private readonly record struct Reading(bool IsOrdered, decimal? Lower, decimal? Upper, object? Raw, bool IsNone)
    {
        public bool IsKnown => !IsNone && (IsOrdered ? Lower is not null && Lower == Upper : Raw is not null);

        public static Reading Exactly(decimal? number, bool none = false) => new(true, number, number, number, none && number is null);

        public static Reading Between(decimal? low, decimal? high, bool none = false) => new(true, low, high, low, none);
    }

    private Reading Value(Expression e)
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
                return call.Method.Name == "Where" ? new(false, null, null, Evaluate(call.Arguments[0]), false) : Aggregate(call);
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
        decimal? Do(decimal? a, decimal? b) => a is null || b is null ? null : e.NodeType switch
        {
            ExpressionType.Add or ExpressionType.AddChecked => a + b,
            ExpressionType.Subtract or ExpressionType.SubtractChecked => a - b,
            ExpressionType.Multiply or ExpressionType.MultiplyChecked => a * b,
            // Whole numbers divide as whole numbers, as in the text of the condition.
            _ => ThreeValued.Plain(e.Type) == typeof(decimal) ? a / b : decimal.Truncate(a.Value / b.Value),
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

    private Reading Aggregate(MethodCallExpression call)
    {
        var (source, path, where) = Source(call.Arguments[0]);
        var term = call.Arguments.Count > 1 ? ThreeValued.Lambda(call.Arguments[1]) : null;
        var name = call.Method.Name;
        if (name == "Count")
        {
            int sure = 0, maybe = 0;
            foreach (var item in (System.Collections.IEnumerable)source)
            {
                var hit = Hit(where, term, item!, path);
                if (hit == Truth.Yes) sure++;
                if (hit != Truth.No) maybe++;
            }

            return Reading.Between(sure, source.IsComplete ? maybe : null);
        }

        var terms = new List<(Reading Value, bool Sure)>();
        foreach (var item in (System.Collections.IEnumerable)source)
        {
            var belongs = Belongs(where, item!, path);
            if (belongs == Truth.No) continue;
            Bind(term!, item!, path);
            terms.Add((Value(term!.Body), belongs == Truth.Yes));
        }

        return name switch
        {
            "Sum" => Sum(terms, source.IsComplete, ThreeValued.NeverNegative(term!.Body)),
            "Average" => Average(terms, source.IsComplete),
            _ => Extreme(terms, source.IsComplete, name == "Max"),
        };
    }

    private static Reading Sum(List<(Reading Value, bool Sure)> terms, bool complete, bool onlyGrows)
    {
        decimal? low = 0m, high = 0m;
        foreach (var (value, sure) in terms)
        {
            if (value.IsNone) continue;
            var (a, b) = (onlyGrows ? value.Lower ?? 0m : value.Lower, value.Upper);
            low += sure ? a : a is { } x ? Math.Min(0m, x) : null;
            high += sure ? b : b is { } y ? Math.Max(0m, y) : null;
        }

        return Reading.Between(complete || onlyGrows ? low : null, complete ? high : null);
    }

    private static Reading Average(List<(Reading Value, bool Sure)> terms, bool complete)
    {
        var none = complete && terms.Count == 0;
        var counted = terms.Where(t => !t.Value.IsNone).ToArray();
        if (!complete || terms.Any(t => !t.Sure) || counted.Length == 0 || counted.Any(t => !t.Value.IsKnown)) return Reading.Between(null, null, none);
        return Reading.Exactly(counted.Sum(t => t.Value.Lower!.Value) / counted.Length);
    }

    private static Reading Extreme(List<(Reading Value, bool Sure)> terms, bool complete, bool max)
    {
        var none = complete && terms.Count == 0;
        var counted = terms.Where(t => !t.Value.IsNone).ToArray();
        decimal? Best(IEnumerable<decimal?> values) => max ? values.Max() : values.Min();
        var near = Best(counted.Where(t => t.Sure).Select(t => max ? t.Value.Lower : t.Value.Upper));
        var ends = counted.Select(t => max ? t.Value.Upper : t.Value.Lower).ToArray();
        var far = complete && terms.Exists(t => t.Sure) && ends.All(x => x is not null) ? Best(ends) : null;
        return max ? Reading.Between(near, far, none) : Reading.Between(far, near, none);
    }

    /// <summary>The plain value of a leaf, read by reflection.</summary>
    private object? Evaluate(Expression e)
    {
        switch (e)
        {
            case ConstantExpression c:
                return c.Value;
            case ParameterExpression p:
                return Named(p).Value;
            case UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.Quote } u:
                return Evaluate(u.Operand);
            case NewArrayExpression array:
                return array.Expressions.Select(Evaluate).ToArray();
            case MemberExpression m:
                var owner = Evaluate(m.Expression!);
                return owner is null ? null : WordGetters.Of((PropertyInfo)m.Member)(owner);
            case MethodCallExpression { Method.Name: "Contains", Method.DeclaringType: { } d } within when d == typeof(Enumerable):
                var wanted = Evaluate(within.Arguments[1]);
                return ((object?[])Evaluate(within.Arguments[0])!).Contains(wanted);
            case MethodCallExpression { Method.DeclaringType: { } t } text when t == typeof(string):
                var (whole, part) = ((string)Evaluate(text.Object!)!, (string)Evaluate(text.Arguments[0])!);
                return text.Method.Name switch
                {
                    "Contains" => whole.Contains(part, StringComparison.Ordinal),
                    "StartsWith" => whole.StartsWith(part, StringComparison.Ordinal),
                    _ => whole.EndsWith(part, StringComparison.Ordinal),
                };
            case MethodCallExpression call:
                var target = Evaluate(call.Object!);
                var arguments = call.Arguments.Select((a, i) => Coerce(Argument(a), call.Method.GetParameters()[i].ParameterType)).ToArray();
                return call.Method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null);
            case BinaryExpression or ConditionalExpression:
                return Coerce(Value(e).Lower, ThreeValued.Plain(e.Type));
            default:
                throw new InvalidOperationException($"{e.NodeType} has no value of its own.");
        }
    }

    private object? Argument(Expression e) => e.Type.IsValueType && ThreeValued.IsOrdered(e.Type) ? Value(e).Lower : Evaluate(e);

    private static object? Coerce(object? value, Type type) => value switch
    {
        decimal d when type == typeof(int) => (int)d,
        decimal d when type == typeof(long) => (long)d,
        _ => value,
    };

    /// <summary>A fact as people name it: <c>discharges[化学需氧量].Discharged</c>, <c>indicators[spill_count]</c>.</summary>
    private string Path(Expression e)
    {
        switch (ThreeValued.Bare(e))
        {
            case ParameterExpression p:
                return Named(p) is { Item: { } item, Path: var list } ? $"{list}[{item.Subject}]" : Named(p).Path;
            case MemberExpression m when m.Expression is not null:
                return $"{Path(m.Expression)}.{m.Member.Name}";
            case MethodCallExpression call when call.Object is { } owner && call.Method.Name.StartsWith("Value", StringComparison.Ordinal) && call.Arguments.Count > 0:
                return $"{Path(owner)}[{string.Join(' ', call.Arguments.Select(a => Evaluate(a)))}]";
            case MethodCallExpression call when call.Object is { } owner:
                return $"{Path(owner)}.{call.Method.Name}";
            case ConstantExpression c:
                return $"{c.Value}";
            default:
                return _text;
        }
    }
}
