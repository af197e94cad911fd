using System.Linq.Expressions;
using System.Reflection;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules.Proving;

namespace CleanProd.Rules.Rules;

/// <summary>Plain values of expressions, and facts as people name them.</summary>
internal sealed partial class Explainer
{
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
            case BinaryExpression or ConditionalExpression or UnaryExpression:
                return Coerce(Value(e).Lower, ThreeValued.Plain(e.Type));
            default:
                throw new InvalidOperationException($"{e.NodeType} has no value of its own.");
        }
    }

    private object? Argument(Expression e) => ThreeValued.IsOrdered(e.Type) ? Value(e).Lower : Evaluate(e);

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
            case MethodCallExpression call when call.Object is { } owner && call.Method.Name.StartsWith("Value", StringComparison.Ordinal):
                return $"{Path(owner)}[{string.Join(' ', call.Arguments.Select(a => Evaluate(a)))}]";
            case MethodCallExpression call when call.Object is ConstantExpression { Value: ParameterTable }:
                return $"table[{Evaluate(call.Arguments[0])}]";
            case MethodCallExpression call when call.Object is { } owner:
                return $"{Path(owner)}.{call.Method.Name}";
            case ConstantExpression { Value: decimal number }:
                return PlainNumber.Text(number);
            case ConstantExpression c:
                return $"{c.Value}";
            case BinaryExpression b:
                return $"{Operand(b.Left)} {ConditionPrinter.SignOf(b.NodeType)} {Operand(b.Right)}";
            case UnaryExpression negate:
                return $"-{Operand(negate.Operand)}";
            case ConditionalExpression choice:
                return $"({ConditionPrinter.Print(choice)})";
            default:
                return ConditionPrinter.Print(e);
        }

        string Operand(Expression part) => ThreeValued.Bare(part) is BinaryExpression or UnaryExpression ? $"({Path(part)})" : Path(part);
    }
}
