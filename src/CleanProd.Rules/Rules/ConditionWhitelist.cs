using System.Linq.Expressions;
using System.Reflection;

namespace CleanProd.Rules.Rules;

/// <summary>
/// Refuses every expression node that is not on the list: what the parser lets through beyond our words (DateTime.Now, Guid, Math,
/// Convert, string padding, reflection) ends here.
/// </summary>
internal sealed class ConditionWhitelist : ExpressionVisitor
{
    private const int MaxNodes = 500;

    private static readonly HashSet<string> ListMethods = ["Any", "All", "Count", "Sum", "Min", "Max", "Average", "Where"];
    private static readonly HashSet<string> TextMethods = ["Contains", "StartsWith", "EndsWith"];
    private static readonly HashSet<string> DateMembers = ["Year", "Month", "Day"];
    private static readonly HashSet<ExpressionType> Kinds =
    [
        ExpressionType.AndAlso, ExpressionType.OrElse, ExpressionType.And, ExpressionType.Or, ExpressionType.Not,
        ExpressionType.Equal, ExpressionType.NotEqual, ExpressionType.LessThan, ExpressionType.LessThanOrEqual,
        ExpressionType.GreaterThan, ExpressionType.GreaterThanOrEqual,
        ExpressionType.Add, ExpressionType.Subtract, ExpressionType.Multiply, ExpressionType.Divide, ExpressionType.Negate,
        ExpressionType.AddChecked, ExpressionType.SubtractChecked, ExpressionType.MultiplyChecked, ExpressionType.NegateChecked,
        ExpressionType.Constant, ExpressionType.Parameter, ExpressionType.MemberAccess, ExpressionType.Call, ExpressionType.Lambda,
        ExpressionType.Convert, ExpressionType.Quote, ExpressionType.Conditional, ExpressionType.NewArrayInit,
    ];

    private readonly string _text;
    private (int Offset, string Message)? _refused;
    private int _nodes;

    private ConditionWhitelist(string text) => _text = text;

    /// <summary>The first node that is not allowed; null when all are.</summary>
    internal static (int Offset, string Message)? Find(Expression expression, string text)
    {
        var whitelist = new ConditionWhitelist(text);
        whitelist.Visit(expression);
        return whitelist._refused;
    }

    public override Expression? Visit(Expression? node)
    {
        if (node is null || _refused is not null) return node;
        if (++_nodes > MaxNodes) return Refuse(node, "", $"The condition has more than {MaxNodes} parts; split it.");
        if (!Kinds.Contains(node.NodeType)) return Refuse(node, "", $"'{node.NodeType}' is not part of the rule language.");
        var type = Nullable.GetUnderlyingType(node.Type) ?? node.Type;
        if (type.FullName is "System.Double" or "System.Single")
            return Refuse(node, node is ConstantExpression ? node.ToString() : ".", "Binary fractions decide nothing here: compare with a fact or parameter, or write the number with the suffix m (0.1m).");
        return base.Visit(node);
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        var owner = node.Member.DeclaringType!;
        var allowed = node.Expression is not null && (
            WordScope.IsWord(node.Member)
            || (owner == typeof(DateTime) && DateMembers.Contains(node.Member.Name))
            || (owner == typeof(string) && node.Member.Name == "Length")
            || (owner.IsGenericType && owner.GetGenericTypeDefinition() == typeof(Nullable<>)));
        if (!allowed)
        {
            return Refuse(node, node.Member.Name, node.Member.Name == "Count"
                ? "Write Count() or Count(condition)."
                : $"'{owner.Name}.{node.Member.Name}' is not a word of the rule language.");
        }

        return base.VisitMember(node);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var method = node.Method;
        var owner = method.DeclaringType!;
        if (owner == typeof(Enumerable) && method.Name == "Contains" && node.Arguments[0] is NewArrayExpression) return base.VisitMethodCall(node);
        var allowed = WordScope.IsWord(method)
            || (owner == typeof(Enumerable) && ListMethods.Contains(method.Name))
            || (owner == typeof(Math) && method.Name is "Abs" or "Min" or "Max")
            || (owner == typeof(string) && TextMethods.Contains(method.Name) && node.Arguments.Count == 1 && node.Arguments[0].Type == typeof(string));
        if (!allowed) return Refuse(node, method.Name, $"'{owner.Name}.{method.Name}' is not part of the rule language.");
        if (owner != typeof(Enumerable) && owner != typeof(Math) && node.Arguments.FirstOrDefault(a => !IsPlainArgument(a)) is { } argument)
            return Refuse(argument, method.Name, $"An argument of '{method.Name}' must be a number or text of the pack, or a text word.");
        return base.VisitMethodCall(node);
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType is ExpressionType.LessThan or ExpressionType.LessThanOrEqual or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual
            && node.Left.Type == typeof(string))
            return Refuse(node, "<", "Texts have no order; compare them with == or !=.");
        if (node.NodeType is ExpressionType.Add or ExpressionType.Subtract && (node.Left.Type == typeof(string) || (Nullable.GetUnderlyingType(node.Left.Type) ?? node.Left.Type) == typeof(DateTime)))
            return Refuse(node, "+", "Only numbers are added or subtracted.");
        return base.VisitBinary(node);
    }

    // A number given to a word must be known when the rule is compiled or read from a fact that is never missing.
    private static bool IsPlainArgument(Expression argument)
    {
        if (argument.Type == typeof(string)) return true;
        if (Nullable.GetUnderlyingType(argument.Type) is not null) return false;
        return true;
    }

    private Expression Refuse(Expression node, string name, string message)
    {
        var offset = name.Length == 0 ? 0 : _text.IndexOf(name, StringComparison.Ordinal);
        _refused ??= (Math.Max(0, offset), message);
        return node;
    }
}
