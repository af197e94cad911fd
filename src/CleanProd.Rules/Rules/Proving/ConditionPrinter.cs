using System.Globalization;
using System.Linq.Expressions;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Rules.Proving;

/// <summary>A condition as text of the rule language in one form: words for and, or, not; brackets only where they change the meaning.</summary>
internal static class ConditionPrinter
{
    private const int Or = 1, And = 2, Comparison = 3, Sum = 4, Product = 5, Word = 6;

    internal static string Print(Expression e) => Print(e, 0);

    private static string Print(Expression e, int above) => e switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.Quote } u => Print(u.Operand, above),
        UnaryExpression { NodeType: ExpressionType.Not } not => $"not {Print(not.Operand, Word)}",
        UnaryExpression minus => $"-{Print(minus.Operand, Word)}",
        BinaryExpression b => Binary(b, above),
        ConditionalExpression c => Bracket($"{Print(c.Test, Or)} ? {Print(c.IfTrue, Or)} : {Print(c.IfFalse, Or)}", above > 0),
        ConstantExpression c => Constant(c.Value),
        ParameterExpression p => Name(p),
        MemberExpression m => Member(m),
        MethodCallExpression call => Call(call),
        LambdaExpression lambda => $"{string.Join(", ", lambda.Parameters.Select(Name))} => {Print(lambda.Body, 0)}",
        NewArrayExpression array => $"new[] {{ {string.Join(", ", array.Expressions.Select(e => Print(e, 0)))} }}",
        _ => e.ToString(),
    };

    // Variables of list items lose their names in parsing: m for an item of monitoring, as people write them.
    private static string Name(ParameterExpression p) => string.IsNullOrEmpty(p.Name) ? p.Type.Name[..1].ToLowerInvariant() : p.Name;

    private static string Binary(BinaryExpression b, int above)
    {
        var (sign, level) = b.NodeType switch
        {
            ExpressionType.OrElse or ExpressionType.Or => ("or", Or),
            ExpressionType.AndAlso or ExpressionType.And => ("and", And),
            ExpressionType.Equal => ("==", Comparison),
            ExpressionType.NotEqual => ("!=", Comparison),
            ExpressionType.GreaterThan => (">", Comparison),
            ExpressionType.GreaterThanOrEqual => (">=", Comparison),
            ExpressionType.LessThan => ("<", Comparison),
            ExpressionType.LessThanOrEqual => ("<=", Comparison),
            ExpressionType.Add or ExpressionType.AddChecked => ("+", Sum),
            ExpressionType.Subtract or ExpressionType.SubtractChecked => ("-", Sum),
            ExpressionType.Multiply or ExpressionType.MultiplyChecked => ("*", Product),
            _ => ("/", Product),
        };
        // What is taken away or divided by keeps its brackets.
        var right = b.NodeType is ExpressionType.Subtract or ExpressionType.SubtractChecked or ExpressionType.Divide ? level + 1 : level;
        return Bracket($"{Print(b.Left, level)} {sign} {Print(b.Right, right)}", level < above);
    }

    // m.MaxRatio.Value is how the parser reads m.MaxRatio.
    private static string Member(MemberExpression m) =>
        m.Member.Name == "Value" && m.Expression is { } inner && Nullable.GetUnderlyingType(inner.Type) is not null ? Print(inner, Word)
        : m.Expression is null ? m.Member.Name : $"{Print(m.Expression, Word)}.{m.Member.Name}";

    private static string Call(MethodCallExpression call)
    {
        var (owner, arguments) = call.Object is { } its ? (its, call.Arguments.AsEnumerable()) : (call.Arguments.FirstOrDefault(), call.Arguments.Skip(1));
        var list = string.Join(", ", arguments.Select(a => Print(a, 0)));
        return owner is null ? $"{call.Method.Name}({list})" : $"{Print(owner, Word)}.{call.Method.Name}({list})";
    }

    private static string Constant(object? value) => value switch
    {
        null => "null",
        bool yes => yes ? "true" : "false",
        string text => $"\"{text}\"",
        // Without the suffix a fraction would be read as a binary one.
        decimal number => number == decimal.Truncate(number) ? PlainNumber.Text(number) : PlainNumber.Text(number) + "m",
        DateTime day => $"\"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\"",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        TextList list => $"[{string.Join(", ", list.Items.Take(3).Select(i => $"\"{i}\""))}{(list.Items.Skip(3).Any() ? ", …" : "")}]",
        ParameterTable => "[…]",
        _ => value.ToString() ?? "",
    };

    private static string Bracket(string text, bool needed) => needed ? $"({text})" : text;
}
