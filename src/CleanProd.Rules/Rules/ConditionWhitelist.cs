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
    private const int MaxListDepth = 3;
    private const int MaxChoiceDepth = 3;

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

    private (Expression Node, string Name, string Message)? _refused;
    private int _nodes;
    private int _listDepth;
    private int _choiceDepth;

    /// <summary>The first node that is not allowed, what it is called and why it is refused; null when all are allowed.</summary>
    internal static (Expression Node, string Name, string Message)? Find(Expression expression)
    {
        var whitelist = new ConditionWhitelist();
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
            return Refuse(node, ".", "Binary fractions decide nothing here: compare with a fact or parameter, or write the number with the suffix m (0.1m).");
        return base.Visit(node);
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        var owner = node.Member.DeclaringType!;
        var allowed = node.Expression is not null && (
            WordScope.IsWord(node.Member)
            || (owner == typeof(DateTime) && DateMembers.Contains(node.Member.Name)));
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
        if (owner == typeof(Enumerable) && method.Name == "Contains" && node.Arguments[0] is NewArrayExpression)
            return IsPlainArgument(node.Arguments[1]) ? base.VisitMethodCall(node) : Refuse(node, "in", "Only a word or a text can be looked up in a list.");
        var allowed = WordScope.IsWord(method)
            || (owner == typeof(Enumerable) && ListMethods.Contains(method.Name))
            || (owner == typeof(Math) && method.Name is "Abs" or "Min" or "Max")
            || (owner == typeof(string) && TextMethods.Contains(method.Name) && node.Arguments.Count == 1 && node.Arguments[0].Type == typeof(string));
        if (!allowed) return Refuse(node, method.Name, $"'{owner.Name}.{method.Name}' is not part of the rule language.");
        // The call itself is given back: another node in its place would not fit the expression around it.
        if (owner != typeof(Enumerable) && owner != typeof(Math) && node.Arguments.Any(a => !IsPlainArgument(a)))
            return Refuse(node, method.Name, $"An argument of '{method.Name}' must be a number or text of the pack, or a text word.");
        if (!ThreeValued.IsListCall(node)) return base.VisitMethodCall(node);
        // Each level multiplies the work: lists within lists within lists are the most a rule may ask.
        if (_listDepth >= MaxListDepth) return Refuse(node, method.Name, $"Lists may be asked {MaxListDepth} deep.");
        _listDepth++;
        var visited = base.VisitMethodCall(node);
        _listDepth--;
        return visited;
    }

    protected override Expression VisitConditional(ConditionalExpression node)
    {
        if (_choiceDepth >= MaxChoiceDepth) return Refuse(node, "iif", $"iif may be nested {MaxChoiceDepth} deep.");
        _choiceDepth++;
        var visited = base.VisitConditional(node);
        _choiceDepth--;
        return visited;
    }

    protected override Expression VisitUnary(UnaryExpression node)
    {
        if (node.NodeType == ExpressionType.Convert && node.Type.IsValueType)
        {
            Type from = ThreeValued.Plain(node.Operand.Type), to = ThreeValued.Plain(node.Type);
            var widens = from == to || (from == typeof(int) && (to == typeof(long) || to == typeof(decimal))) || (from == typeof(long) && to == typeof(decimal));
            if (!widens || (Nullable.GetUnderlyingType(node.Operand.Type) is not null && Nullable.GetUnderlyingType(node.Type) is null))
                return Refuse(node, "(", "A fact is compared as it is; conversions are not part of the rule language.");
        }

        return base.VisitUnary(node);
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (ThreeValued.IsNull(node.Left) || ThreeValued.IsNull(node.Right))
        {
            var asked = ThreeValued.Bare(ThreeValued.IsNull(node.Left) ? node.Right : node.Left);
            if (node.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual) || !IsLeaf(asked))
                return Refuse(node, "null", "Presence is asked of a single fact, with == null or != null.");
        }
        else if (node.NodeType is ExpressionType.Equal or ExpressionType.NotEqual)
        {
            // Compared with each other they would be read as they stand, though one of them may be unknown.
            if (ThreeValued.Plain(node.Left.Type) == typeof(bool) && ThreeValued.Bare(node.Left) is not ConstantExpression && ThreeValued.Bare(node.Right) is not ConstantExpression)
                return Refuse(node, "=", "Conditions are combined with and, or, not; they are not compared with each other.");
            if (node.Left.Type != typeof(bool) && !ThreeValued.IsOrdered(node.Left.Type) && !(IsLeaf(ThreeValued.Bare(node.Left)) && IsLeaf(ThreeValued.Bare(node.Right))))
                return Refuse(node, "=", "Texts and yes-or-no facts are compared with a text, true or false, or another fact.");
        }

        // The parser asks String.Compare for the order of two texts, and holds the answer against zero.
        if (node.Left is MethodCallExpression { Method.Name: "Compare", Arguments: [var text, _] })
        {
            Refuse(text, "", "Texts have no order; compare them with == or !=.");
            return node;
        }

        if (node.NodeType is ExpressionType.Add or ExpressionType.Subtract && ThreeValued.Plain(node.Left.Type) == typeof(DateTime))
            return Refuse(node, "+", "Only numbers are added or subtracted.");
        return base.VisitBinary(node);
    }

    // A number given to a word must be known when the rule is compiled or read from a fact that is never missing.
    private static bool IsPlainArgument(Expression argument)
    {
        if (argument.Type == typeof(string)) return IsLeaf(ThreeValued.Bare(argument));
        return Nullable.GetUnderlyingType(argument.Type) is null && IsKnown(argument);
    }

    // A number made of constants and facts that are never missing and never a bound.
    private static bool IsKnown(Expression e) => ThreeValued.Bare(e) switch
    {
        ConstantExpression => true,
        BinaryExpression b => IsKnown(b.Left) && IsKnown(b.Right),
        UnaryExpression u => IsKnown(u.Operand),
        MemberExpression m => !ThreeValued.CanBeNull(m) && ThreeValued.Mark<Facts.Words.UpToAttribute>(m) is null && ThreeValued.Mark<Facts.Words.UnknownWhileNullAttribute>(m) is null,
        _ => false,
    };

    private static bool IsLeaf(Expression e) => e is ConstantExpression or MemberExpression || (e is MethodCallExpression call && WordScope.IsWord(call.Method));

    private Expression Refuse(Expression node, string name, string message)
    {
        _refused = (node, name, message);
        return node;
    }
}
