using System.Linq.Expressions;
using System.Reflection;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules.Units;

/// <summary>
/// Checks that a condition compares, adds and takes apart only what is measured alike. A bare number takes the unit of what it is compared with; an
/// indicator brings its own.
/// </summary>
internal sealed class UnitCheck
{
    private readonly Dictionary<ParameterExpression, UnitOfValue?> _locals;
    private readonly IReadOnlyDictionary<string, string> _parameters;
    private readonly Func<ParameterExpression, string?> _nameOf;
    // Items are told apart by what they are: those that the author named are all nameless in the expression.
    private readonly Dictionary<(Expression Owner, string Member), UnitOfValue> _said = [];
    private readonly List<(Expression, string, string)> _faults = [];
    private readonly HashSet<Expression> _unsaid = [];

    /// <param name="parameters">Units of the parameters by name.</param>
    /// <param name="locals">Units of the named sub-expressions.</param>
    /// <param name="nameOf">How the author calls an item.</param>
    internal UnitCheck(IReadOnlyDictionary<string, string> parameters, Dictionary<ParameterExpression, UnitOfValue?> locals, Func<ParameterExpression, string?> nameOf) =>
        (_parameters, _locals, _nameOf) = (parameters, locals, nameOf);

    /// <summary>What is compared with what it cannot be: the node, a code and the message.</summary>
    internal IReadOnlyList<(Expression Node, string Code, string Message)> Faults => _faults;

    /// <summary>
    /// Where numbers whose units may differ from item to item are added up, or held against a bare number: right only while all come in one unit, which
    /// nothing here says.
    /// </summary>
    internal IReadOnlyCollection<Expression> Unsaid => _unsaid;

    /// <summary>The unit of an expression; null for one that any unit fits.</summary>
    internal UnitOfValue? Of(Expression e)
    {
        switch (e)
        {
            case UnaryExpression u:
                return Of(u.Operand);
            case BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } and:
                Together(and);
                return null;
            case BinaryExpression b:
                return Binary(b);
            case ConditionalExpression c:
                Of(c.Test);
                return Joined(c, Of(c.IfTrue), Of(c.IfFalse), IsBare(c.IfTrue), IsBare(c.IfFalse));
            case ParameterExpression p:
                return _locals.GetValueOrDefault(p);
            case MemberExpression { Expression: ParameterExpression { Name: "p" } } m:
                return _parameters.GetValueOrDefault(m.Member.Name) is { Length: > 0 } unit ? UnitOfValue.Of(Unit.Parse(unit)) : null;
            case MemberExpression m:
                return OfMember(m, m.Member, m.Expression);
            case MethodCallExpression call:
                return Call(call);
            case LambdaExpression lambda:
                return Of(lambda.Body);
            default:
                return null;
        }
    }

    // What one part of a conjunction says of a unit holds for the others.
    private void Together(BinaryExpression and)
    {
        var parts = Parts(and).ToArray();
        var said = parts.Select(Said).OfType<((Expression, string) Key, UnitOfValue Unit)>().Where(s => _said.TryAdd(s.Key, s.Unit)).ToArray();
        foreach (var part in parts) Of(part);
        foreach (var (key, _) in said) _said.Remove(key);
    }

    private static IEnumerable<Expression> Parts(Expression e) =>
        e is BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } and && and.Type == typeof(bool) ? Parts(and.Left).Concat(Parts(and.Right)) : [e];

    // m.Unit == "mg/L"
    private ((Expression, string), UnitOfValue)? Said(Expression e)
    {
        if (e is not BinaryExpression { NodeType: ExpressionType.Equal } equal) return null;
        var (word, text) = equal.Left is MemberExpression ? (equal.Left, equal.Right) : (equal.Right, equal.Left);
        if (word is not MemberExpression { Member.Name: "Unit", Expression: { } owner }) return null;
        return text switch
        {
            ConstantExpression { Value: string unit } => ((owner, "Unit"), UnitOfValue.Of(Unit.Parse(unit))),
            MemberExpression { Member.Name: "Unit", Expression: { } other } => ((owner, "Unit"), OfOwner(other, "Unit")),
            _ => null,
        };
    }

    private UnitOfValue OfOwner(Expression owner, string member)
    {
        if (_said.TryGetValue((owner, member), out var said)) return said;
        return UnitOfValue.OfItem(owner is ParameterExpression p ? _nameOf(p) ?? p.Name ?? p.Type.Name : owner.ToString(), member);
    }

    private UnitOfValue? OfMember(Expression node, MemberInfo member, Expression? owner)
    {
        if (member.GetCustomAttribute<InUnitAttribute>() is { } fixedUnit) return UnitOfValue.Of(Unit.Parse(fixedUnit.Unit));
        if (member.GetCustomAttribute<InUnitOfAttribute>() is { } of && owner is not null) return OfOwner(owner, of.Member);
        return null;
    }

    private UnitOfValue? Binary(BinaryExpression b)
    {
        var before = _unsaid.Count;
        var (left, right) = (Of(b.Left), Of(b.Right));
        switch (b.NodeType)
        {
            case ExpressionType.OrElse or ExpressionType.Or:
                return null;
            case ExpressionType.Multiply or ExpressionType.MultiplyChecked:
                if (left is null || right is null) return IsBare(b.Left) ? right?.Converted() : IsBare(b.Right) ? left?.Converted() : null;
                return left.Times(right, 1);
            case ExpressionType.Divide:
                if (left is null || right is null) return IsBare(b.Right) ? left?.Converted() : null;
                return left.Times(right, -1);
            case ExpressionType.Add or ExpressionType.AddChecked or ExpressionType.Subtract or ExpressionType.SubtractChecked:
                return Joined(b, left, right, IsBare(b.Left), IsBare(b.Right));
            default:
                // What was told of a part is not told of the whole.
                if (_unsaid.Count == before && (IsUnsaid(left, b.Right) || IsUnsaid(right, b.Left))) _unsaid.Add(b);
                Joined(b, left, right, IsBare(b.Left), IsBare(b.Right));
                return null;
        }
    }

    private UnitOfValue? Joined(Expression at, UnitOfValue? left, UnitOfValue? right, bool leftIsBare, bool rightIsBare)
    {
        if (left is null || right is null) return leftIsBare ? right : rightIsBare ? left : null;
        if (!left.MeasuresTheSame(right))
        {
            if (left.IsOpen == right.IsOpen)
            {
                _faults.Add((at, "unit_mismatch", $"{left.Text} and {right.Text} are not units of the same thing, so that the numbers cannot be held against each other."));
                return left;
            }

            var (open, given) = left.IsOpen ? (left.Text, right.Text) : (right.Text, left.Text);
            _faults.Add((at, "unit_open", open.EndsWith("Unit", StringComparison.Ordinal)
                ? $"The number is in {open}, which differs from item to item, and is held against one in {given}. If {given} is its unit, say so: {open} == \"{given}\" and …"
                : $"The numbers are in {open}, which may differ, and are held against one in {given}. Choose the items: Where(x => x.Unit == \"{given}\"); or convert them: DischargedIn(\"{given}\")."));
        }
        else if (!left.HasTheSameScale(right))
            _faults.Add((at, "unit_mismatch", $"One number is in {left.Text}, the other in {right.Text}: nothing converts them here. Write both in one unit."));
        return left;
    }

    private UnitOfValue? Call(MethodCallExpression call)
    {
        if (ThreeValued.IsListCall(call)) return ListCall(call);
        if (call.Object is not null) Of(call.Object);
        foreach (var (argument, parameter) in call.Arguments.Zip(call.Method.GetParameters()))
        {
            var given = Of(argument);
            if (given is null || parameter.GetCustomAttribute<InUnitAttribute>() is not { } asked) continue;
            var wanted = UnitOfValue.Of(Unit.Parse(asked.Unit));
            if (!wanted.MeasuresTheSame(given) || !wanted.HasTheSameScale(given))
                _faults.Add((call, "unit_mismatch", $"'{call.Method.Name}' is given a number in {asked.Unit}{(asked.Unit == "1" ? " (a ratio)" : "")}; this one is in {given.Text}."));
        }

        if (call.Method.DeclaringType == typeof(Math))
        {
            var units = call.Arguments.Select(Of).ToArray();
            // The smaller or the greater of two is a comparison of them.
            return (units.Length == 2 ? Joined(call, units[0], units[1], IsBare(call.Arguments[0]), IsBare(call.Arguments[1])) : null) ?? units.FirstOrDefault(u => u is not null);
        }

        if (call.Method.GetCustomAttribute<InGivenUnitAttribute>() is { } inGiven && call.Arguments[0] is ConstantExpression { Value: string unit })
        {
            var parsed = Unit.Parse(unit);
            if (!inGiven.Dimensions.Contains(parsed.Dimension))
                _faults.Add((call, "unit_mismatch", $"\"{unit}\" is no unit of {string.Join(" or ", inGiven.Dimensions)}."));
            return UnitOfValue.Of(parsed);
        }

        if (call.Object is MemberExpression { Expression: ParameterExpression { Name: "p" } } table && call.Method.Name == nameof(ParameterTable.For)) return Of(table);
        return OfMember(call, call.Method, call.Object);
    }

    private UnitOfValue? ListCall(MethodCallExpression call)
    {
        var (list, where) = ThreeValued.Source(call.Arguments[0]);
        Of(call.Arguments[0]);
        if (call.Arguments.Count < 2) return UnitOfValue.One;
        var lambda = ThreeValued.Lambda(call.Arguments[1]);
        // What chose the items holds for each of them.
        foreach (var (key, unit) in where.SelectMany(w => Parts(w.Body).Select(Said).OfType<((Expression Owner, string Member) Key, UnitOfValue Unit)>().Where(s => s.Key.Owner == w.Parameters[0]))
            .ToArray())
            _said.TryAdd((lambda.Parameters[0], key.Member), unit);
        var item = Of(lambda.Body);
        switch (call.Method.Name)
        {
            case "Count":
                return UnitOfValue.One;
            case "Sum" or "Min" or "Max" or "Average" when item is { IsOpen: true }:
                _unsaid.Add(call);
                return UnitOfValue.OfItems(list.ToString());
            case "Sum" or "Min" or "Max" or "Average":
                return item;
            default:
                return null;
        }
    }

    // Nothing is nothing in every unit.
    private static bool IsUnsaid(UnitOfValue? unit, Expression other) =>
        unit is { IsOpen: true } && IsBare(other) && ThreeValued.Bare(other) is not ConstantExpression { Value: null or 0 or 0m };

    private static bool IsBare(Expression e) => ThreeValued.Bare(e) switch
    {
        ConstantExpression => true,
        UnaryExpression u => IsBare(u.Operand),
        BinaryExpression b => IsBare(b.Left) && IsBare(b.Right),
        _ => false,
    };
}
