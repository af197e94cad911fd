using System.Linq.Expressions;

namespace CleanProd.Rules.Rules;

/// <summary>
/// Where the parts of a parsed condition stand in its text: the expression is walked in the order in which it was written, and each named part
/// takes the next token of that name.
/// </summary>
internal sealed class ExpressionPlaces
{
    private readonly IReadOnlyList<ConditionToken> _tokens;
    private readonly Dictionary<Expression, ConditionToken> _places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ParameterExpression, string> _items = [];
    private int _next;

    internal ExpressionPlaces(string text, Expression written)
    {
        _tokens = ConditionTokens.Of(text);
        Place(written);
    }

    /// <summary>The token that names a part: its word, its operator, its number; null when it has none.</summary>
    internal ConditionToken? TokenOf(Expression part)
    {
        part = ThreeValued.Bare(part);
        return _places.TryGetValue(part, out var token) ? token : null;
    }

    /// <summary>The variable that the author gave an item of a list; null where he named none.</summary>
    internal string? NameOf(ParameterExpression item) => _items.GetValueOrDefault(item);

    private void Place(Expression e)
    {
        switch (e)
        {
            case UnaryExpression { NodeType: ExpressionType.Not }:
                Take(e, "not", "!");
                Place(((UnaryExpression)e).Operand);
                break;
            case UnaryExpression { NodeType: ExpressionType.Negate or ExpressionType.NegateChecked } minus:
                Take(e, "-");
                Place(minus.Operand);
                break;
            case UnaryExpression passes:
                Place(passes.Operand);
                break;
            case BinaryExpression b:
                Place(b.Left);
                Take(e, Signs(b.NodeType));
                Place(b.Right);
                break;
            case ConditionalExpression c:
                Place(c.Test);
                Place(c.IfTrue);
                Place(c.IfFalse);
                break;
            case ConstantExpression c:
                TakeConstant(c);
                break;
            case ParameterExpression p:
                if ((string.IsNullOrEmpty(p.Name) ? _items.GetValueOrDefault(p) : p.Name) is { } name) Take(e, name);
                break;
            case MemberExpression m:
                if (m.Expression is not null) Place(m.Expression);
                Take(e, m.Member.Name);
                break;
            case MethodCallExpression call:
                PlaceCall(call);
                break;
            case LambdaExpression lambda:
                PlaceLambda(lambda);
                break;
            case NewArrayExpression array:
                foreach (var item in array.Expressions) Place(item);
                break;
        }
    }

    private void PlaceCall(MethodCallExpression call)
    {
        if (call is { Method.Name: "Contains", Arguments: [NewArrayExpression array, var looked] })
        {
            Place(looked);
            Take(call, "in");
            Place(array);
            return;
        }

        var (owner, arguments) = call.Object is { } its ? (its, call.Arguments.AsEnumerable())
            : ThreeValued.IsListCall(call) ? (call.Arguments[0], call.Arguments.Skip(1)) : ((Expression?)null, call.Arguments.AsEnumerable());
        if (owner is not null) Place(owner);
        Take(call, call.Method.Name);
        foreach (var argument in arguments) Place(argument);
    }

    private void PlaceLambda(LambdaExpression lambda)
    {
        // "(m => …": the bracket, the variable, the arrow; without an arrow the members of the item stand alone.
        if (_tokens[_next + 2].Text == "=>")
        {
            _items[lambda.Parameters[0]] = _tokens[_next + 1].Text;
            _next += 3;
        }

        Place(lambda.Body);
    }

    private void Take(Expression e, params string[] names)
    {
        for (var i = _next; i < _tokens.Count; i++)
        {
            if (!names.Contains(_tokens[i].Text, StringComparer.Ordinal)) continue;
            _places[e] = _tokens[i];
            _next = i + 1;
            return;
        }
    }

    private void TakeConstant(ConstantExpression c)
    {
        for (var i = _next; i < _tokens.Count; i++)
        {
            var fits = c.Value switch
            {
                null => _tokens[i].Text == "null",
                bool yes => _tokens[i].Text == (yes ? "true" : "false"),
                string or DateTime => _tokens[i].Kind == TokenKind.Text,
                _ => _tokens[i].Kind == TokenKind.Number,
            };
            if (!fits) continue;
            _places[c] = _tokens[i];
            _next = i + 1;
            return;
        }
    }

    private static string[] Signs(ExpressionType type) => type switch
    {
        ExpressionType.AndAlso or ExpressionType.And => ["and", "&&", "&"],
        ExpressionType.OrElse or ExpressionType.Or => ["or", "||", "|"],
        ExpressionType.Equal => ["==", "="],
        ExpressionType.NotEqual => ["!=", "<>"],
        ExpressionType.GreaterThan => [">"],
        ExpressionType.GreaterThanOrEqual => [">="],
        ExpressionType.LessThan => ["<"],
        ExpressionType.LessThanOrEqual => ["<="],
        ExpressionType.Add or ExpressionType.AddChecked => ["+"],
        ExpressionType.Subtract or ExpressionType.SubtractChecked => ["-"],
        ExpressionType.Multiply or ExpressionType.MultiplyChecked => ["*"],
        ExpressionType.Modulo => ["%", "mod"],
        _ => ["/"],
    };
}
