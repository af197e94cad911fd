using System.Linq.Expressions;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules.Proving;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Rules.Authoring;

/// <summary>
/// A condition as a structure for people who do not write text: groups, comparisons, questions to lists. Every condition of the language has such a
/// form, and every form a text with the same meaning; <c>docs/workbench.md</c> names the members.
/// </summary>
internal sealed class ConditionForm
{
    private readonly ItemNames _names;

    private ConditionForm(Expression root) => _names = new(root);

    /// <summary>The form of a condition as it was written.</summary>
    internal static JToken Of(Expression written) => new ConditionForm(written).Condition(written);

    private JToken Condition(Expression e)
    {
        switch (e)
        {
            case UnaryExpression { NodeType: ExpressionType.Not } not:
                return new JObject { ["not"] = Condition(not.Operand) };
            case UnaryExpression u:
                return Condition(u.Operand);
            case ConstantExpression { Value: bool yes }:
                return new JObject { ["always"] = yes };
            case ConditionalExpression c:
                return new JObject { ["if"] = Condition(c.Test), ["then"] = Condition(c.IfTrue), ["else"] = Condition(c.IfFalse) };
            case BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } and:
                return new JObject { ["all"] = new JArray(Parts(and, and: true).Select(Condition)) };
            case BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } or:
                return new JObject { ["any"] = new JArray(Parts(or, and: false).Select(Condition)) };
            case BinaryExpression b when ThreeValued.IsNull(b.Left) || ThreeValued.IsNull(b.Right):
                return new JObject { [b.NodeType == ExpressionType.Equal ? "absent" : "present"] = Value(ThreeValued.IsNull(b.Left) ? b.Right : b.Left) };
            case BinaryExpression b when b.Left.Type == typeof(bool) && ThreeValued.Bare(b.Left) is not MemberExpression:
                // A condition that is compared with true or false.
                return new JObject { ["is"] = new JArray(Condition(b.Left), Sign(b.NodeType), Condition(b.Right)) };
            case BinaryExpression b:
                return new JObject { ["compare"] = new JArray(Value(b.Left), Sign(b.NodeType), Value(b.Right)) };
            case MethodCallExpression { Method.Name: "Contains", Arguments: [NewArrayExpression array, var looked] }:
                return new JObject { ["in"] = new JArray(Value(looked), new JArray(array.Expressions.Select(Value))) };
            case MethodCallExpression call when ThreeValued.IsListCall(call):
                return new JObject { [call.Method.Name == "All" ? "every" : "some"] = List(call, "that", Condition) };
            default:
                return new JObject { ["holds"] = Value(e) };
        }
    }

    private JObject Value(Expression e)
    {
        switch (e)
        {
            case ConstantExpression c:
                return Constant(c.Value);
            case UnaryExpression { NodeType: ExpressionType.Negate or ExpressionType.NegateChecked } minus:
                return new() { ["negative"] = Value(minus.Operand) };
            case UnaryExpression u:
                return Value(u.Operand);
            case ConditionalExpression c:
                return new() { ["if"] = Condition(c.Test), ["then"] = Value(c.IfTrue), ["else"] = Value(c.IfFalse) };
            case BinaryExpression b:
                return new() { [Arithmetic(b.NodeType)] = new JArray(Value(b.Left), Value(b.Right)) };
            case ParameterExpression p:
                return new() { ["word"] = _names.Of(p) };
            case MemberExpression m:
                return new() { ["word"] = Path(m) };
            case MethodCallExpression call when ThreeValued.IsListCall(call):
                return new() { [Aggregate(call.Method.Name)] = call.Method.Name == "Count" ? List(call, "that", Condition) : List(call, "value", Value) };
            case MethodCallExpression call when call.Method.DeclaringType == typeof(Math):
                return new() { ["word"] = $"Math.{call.Method.Name}", ["with"] = new JArray(call.Arguments.Select(Value)) };
            case MethodCallExpression { Object: { } owner } call:
                return new() { ["word"] = $"{Path(owner)}.{call.Method.Name}", ["with"] = new JArray(call.Arguments.Select(Value)) };
            default:
                throw new InvalidOperationException($"'{e.NodeType}' has no form.");
        }
    }

    private JObject List(MethodCallExpression call, string member, Func<Expression, JToken> body)
    {
        var (list, where) = ThreeValued.Source(call.Arguments[0]);
        var form = new JObject { ["of"] = Path(list) };
        var asked = call.Arguments.Count > 1 ? ThreeValued.Lambda(call.Arguments[1]) : null;
        var items = where.Select(w => w.Parameters[0]).Concat(asked?.Parameters ?? Enumerable.Empty<ParameterExpression>()).ToArray();
        if (items.Length == 0) return form;
        var name = _names.Of(items[0]);
        foreach (var item in items) _names.Same(item, name);
        form["as"] = name;
        if (where.Count > 0) form["where"] = new JArray(where.Select(w => Condition(w.Body)));
        if (asked is not null) form[member] = body(asked.Body);
        foreach (var item in items) _names.Free(item);
        return form;
    }

    private string Path(Expression e) => ThreeValued.Bare(e) switch
    {
        ParameterExpression p => _names.Of(p),
        MemberExpression { Expression: { } owner } m => $"{Path(owner)}.{m.Member.Name}",
        var other => throw new InvalidOperationException($"'{other.NodeType}' is no word."),
    };

    private static JObject Constant(object? value) => value switch
    {
        string text => new() { ["text"] = text },
        bool yes => new() { ["yes"] = yes },
        DateTime day => new() { ["day"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) },
        // A decimal of the text stays one: 2m is no whole number.
        decimal number => new() { ["number"] = PlainNumber.Text(number), ["exact"] = true },
        IFormattable number => new() { ["number"] = number.ToString(null, System.Globalization.CultureInfo.InvariantCulture) },
        _ => new() { ["none"] = true },
    };

    private static IEnumerable<Expression> Parts(Expression e, bool and)
    {
        if (e is not BinaryExpression b || (and ? b.NodeType is not (ExpressionType.AndAlso or ExpressionType.And) : b.NodeType is not (ExpressionType.OrElse or ExpressionType.Or))) return [e];
        return Parts(b.Left, and).Concat(Parts(b.Right, and));
    }

    private static string Sign(ExpressionType type) => type switch
    {
        ExpressionType.Equal => "==",
        ExpressionType.NotEqual => "!=",
        ExpressionType.GreaterThan => ">",
        ExpressionType.GreaterThanOrEqual => ">=",
        ExpressionType.LessThan => "<",
        _ => "<=",
    };

    private static string Arithmetic(ExpressionType type) => type switch
    {
        ExpressionType.Add or ExpressionType.AddChecked => "plus",
        ExpressionType.Subtract or ExpressionType.SubtractChecked => "minus",
        ExpressionType.Multiply or ExpressionType.MultiplyChecked => "times",
        _ => "over",
    };

    private static string Aggregate(string method) => method switch { "Count" => "count", "Sum" => "sum", "Max" => "greatest", "Min" => "least", _ => "mean" };
}
