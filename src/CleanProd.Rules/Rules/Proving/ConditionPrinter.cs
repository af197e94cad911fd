using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Rules.Proving;

/// <summary>A condition as text of the rule language in one form: words for and, or, not; brackets only where they change the meaning, or where a reader might take it wrongly.</summary>
internal sealed class ConditionPrinter
{
    private const int Or = 1, And = 2, Comparison = 3, Sum = 4, Product = 5, Word = 6;

    // Around a test while its place is wanted: characters of private use, which no condition holds outside its quotes.
    private const char Begin = '\ue000', End = '\ue001';

    private readonly ItemNames _names;
    private bool _marks;

    private ConditionPrinter(Expression root) => _names = new(root);

    internal static string Print(Expression e) => new ConditionPrinter(e).Print(e, 0);

    /// <summary>The text with the places of its tests, in the order in which <see cref="ConditionNodes"/> counts them.</summary>
    internal static (string Text, IReadOnlyList<(int Start, int Length)> Tests) PrintWithTests(Expression e)
    {
        var marked = new ConditionPrinter(e) { _marks = true }.Print(e, 0);
        var (text, tests, open) = (new StringBuilder(marked.Length), new List<(int Start, int Length)>(), new Stack<int>());
        foreach (var c in marked)
        {
            if (c == Begin)
            {
                open.Push(tests.Count);
                tests.Add((text.Length, 0));
            }
            else if (c == End && open.TryPop(out var test)) tests[test] = tests[test] with { Length = text.Length - tests[test].Start };
            else text.Append(c);
        }

        return (text.ToString(), tests);
    }

    /// <summary>A printer that calls an item the same in all parts of a condition.</summary>
    internal static ConditionPrinter For(Expression root) => new(root);

    /// <summary>A part of the condition.</summary>
    internal string Text(Expression part) => Print(part, 0);

    /// <summary>A text between quotes, as a condition writes it.</summary>
    internal static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
            quoted.Append(c switch { '"' => "\\\"", '\\' => "\\\\", '\n' => "\\n", '\t' => "\\t", '\r' => "\\r", _ => c.ToString() });
        return quoted.Append('"').ToString();
    }

    /// <summary>The sign of a comparison or of arithmetic.</summary>
    internal static string SignOf(ExpressionType kind) => Sign(kind).Sign;

    private string Print(Expression e, int above) => _marks && ConditionNodes.IsAtom(e) ? Begin + Plain(e, above) + End : Plain(e, above);

    private string Plain(Expression e, int above) => e switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.Quote } u => Print(u.Operand, above),
        UnaryExpression { NodeType: ExpressionType.Not } not => $"not {Print(not.Operand, Word)}",
        UnaryExpression minus => Print(minus.Operand, Word) is var inner && inner[0] == '-' ? $"-({inner})" : $"-{inner}",
        BinaryExpression b => Binary(b, above),
        ConditionalExpression c => Bracket($"{Print(c.Test, Or)} ? {Print(c.IfTrue, Or)} : {Print(c.IfFalse, Or)}", above > 0),
        ConstantExpression c => Constant(c.Value, isAlone: true),
        ParameterExpression p => _names.Of(p),
        MemberExpression m => $"{Print(m.Expression!, Word)}.{m.Member.Name}",
        MethodCallExpression call => Call(call, above),
        LambdaExpression lambda => Lambda(lambda),
        NewArrayExpression array => $"({string.Join(", ", array.Expressions.Select(e => Print(e, 0)))})",
        _ => e.ToString(),
    };

    private string Lambda(LambdaExpression lambda)
    {
        var text = $"{string.Join(", ", lambda.Parameters.Select(_names.Of))} => {Print(lambda.Body, lambda.Body is ConditionalExpression ? Or : 0)}";
        foreach (var item in lambda.Parameters) _names.Free(item);
        return text;
    }

    private string Binary(BinaryExpression b, int above)
    {
        var (sign, level) = Sign(b.NodeType);
        // Between alternatives a conjunction is bracketed, although it would bind closer: few readers know that.
        if (level <= And) return Bracket($"{Print(b.Left, level)} {sign} {Print(b.Right, level)}", level < above || (level == And && above == Or));
        // What is compared is no comparison itself; what is taken away, multiplied in or divided by keeps its brackets: decimals round.
        var left = level == Comparison ? level + 1 : level;
        return Bracket($"{Operand(b.Left, b.Right, left)} {sign} {Operand(b.Right, b.Left, level + 1)}", level < above);
    }

    // Beside a number of facts a whole number needs no suffix; between constants it would be divided as a whole one.
    private string Operand(Expression e, Expression beside, int level) =>
        ThreeValued.Bare(e) is ConstantExpression { Value: decimal } c ? Constant(c.Value, isAlone: ThreeValued.Plain(beside.Type) != typeof(decimal) || IsFixed(beside)) : Print(e, level);

    private static bool IsFixed(Expression e) => ThreeValued.Bare(e) switch
    {
        ConstantExpression => true,
        UnaryExpression u => IsFixed(u.Operand),
        BinaryExpression b => IsFixed(b.Left) && IsFixed(b.Right),
        _ => false,
    };

    private static (string Sign, int Level) Sign(ExpressionType type) => type switch
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

    private string Call(MethodCallExpression call, int above)
    {
        if (call is { Method.Name: "Contains", Arguments: [NewArrayExpression array, var looked] }) return Bracket($"{Print(looked, Word)} in {Print(array, 0)}", above == Word);
        if (call.Method.DeclaringType == typeof(Math)) return $"Math.{call.Method.Name}({string.Join(", ", call.Arguments.Select(a => Print(a, Or)))})";
        var (owner, arguments) = call.Object is { } its ? (its, call.Arguments.AsEnumerable()) : (call.Arguments[0], call.Arguments.Skip(1));
        // The owner first: its items end before those of the call begin.
        var of = Print(owner, Word);
        return $"{of}.{call.Method.Name}({string.Join(", ", arguments.Select(a => Print(a, 0)))})";
    }

    private static string Constant(object? value, bool isAlone) => value switch
    {
        null => "null",
        bool yes => yes ? "true" : "false",
        string text => Quoted(text),
        // Without the suffix a fraction would be read as a binary one.
        decimal number => number == decimal.Truncate(number) && !isAlone ? PlainNumber.Text(number) : PlainNumber.Text(number) + "m",
        DateTime day => $"\"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\"",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        TextList list => $"[{string.Join(", ", list.Items.Take(3).Select(i => $"\"{i}\""))}{(list.Items.Skip(3).Any() ? ", …" : "")}]",
        // A table.
        _ => "[…]",
    };

    private static string Bracket(string text, bool needed) => needed ? $"({text})" : text;
}
