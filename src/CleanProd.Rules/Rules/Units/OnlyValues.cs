using System.Linq.Expressions;
using System.Reflection;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules.Units;

/// <summary>Finds comparisons of a word with a text that it can never hold, and days that are not written as days.</summary>
internal sealed class OnlyValues(ExpressionPlaces places) : ExpressionVisitor
{
    private (Expression, string, string)? _fault;

    /// <summary>The first of them; null when there is none.</summary>
    internal static (Expression Node, string Code, string Message)? Find(Expression written, ExpressionPlaces places)
    {
        var values = new OnlyValues(places);
        values.Visit(written);
        return values._fault;
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType is ExpressionType.Equal or ExpressionType.NotEqual)
        {
            Check(node.Left, node.Right);
            Check(node.Right, node.Left);
        }

        return base.VisitBinary(node);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node is { Method.Name: "Contains", Arguments: [NewArrayExpression array, var looked] })
            foreach (var item in array.Expressions) Check(looked, item);
        return base.VisitMethodCall(node);
    }

    protected override Expression VisitConstant(ConstantExpression node)
    {
        // Other ways to write a day mean different days in different places.
        if (node.Value is DateTime && places.TokenOf(node) is { Kind: TokenKind.Text } token && !IsDay(token.Text))
            _fault ??= (node, "date", $"{token.Text} is not a day; write it as \"2016-07-01\".");
        return node;
    }

    private void Check(Expression word, Expression value)
    {
        if (ThreeValued.Bare(word) is not MemberExpression m || ThreeValued.Bare(value) is not ConstantExpression { Value: string text }) return;
        if (m.Member.GetCustomAttribute<OneOfAttribute>() is not { } only || only.Values.Contains(text, StringComparer.Ordinal)) return;
        _fault ??= (value, "unknown_value", $"'{m.Member.Name}' is never \"{text}\"; it is one of {string.Join(", ", only.Values)}.{Nearest.Asked(text, only.Values)}");
    }

    private static bool IsDay(string quoted) => DateOnly.TryParseExact(quoted.Trim('"'), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _);
}
