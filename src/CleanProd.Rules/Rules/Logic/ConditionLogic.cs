using System.Linq.Expressions;
using CleanProd.Rules.Rules.Proving;

namespace CleanProd.Rules.Rules.Logic;

/// <summary>
/// What follows from the form of conditions alone: every combination of the values that their subjects can have is tried, facts taken as known. What it
/// cannot see through is a question with two answers; where there are too many combinations it says nothing.
/// </summary>
internal sealed class ConditionLogic
{
    private const int MostCombinations = 40_000;

    private readonly IReadOnlyDictionary<string, object> _parameters;
    private readonly ConditionPrinter _printer;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<Subject> _subjects = [];
    private readonly List<(int Index, string List, LambdaExpression? Body)> _questions = [];
    private readonly List<Func<object?[], bool>> _laws = [];
    private readonly Dictionary<Expression, Func<object?[], bool>> _formulas = new(ReferenceEqualityComparer.Instance);
    private object?[][]? _worlds;

    /// <param name="root">The conditions to be reasoned about, joined in any way.</param>
    /// <param name="parameters">Values of the parameters.</param>
    internal ConditionLogic(Expression root, IReadOnlyDictionary<string, object> parameters)
    {
        (_parameters, _printer) = (parameters, ConditionPrinter.For(root));
        Formula(root);
        Relate();
    }

    /// <summary>Whether there are few enough combinations to be tried.</summary>
    internal bool CanTell => Worlds.Length > 0;

    /// <summary>Whether a part of the conditions holds whatever the facts are.</summary>
    internal bool IsAlways(Expression part) => CanTell && Array.TrueForAll(Worlds, w => _formulas[part](w));

    /// <summary>Whether a part of the conditions never holds.</summary>
    internal bool IsNever(Expression part) => CanTell && Array.TrueForAll(Worlds, w => !_formulas[part](w));

    /// <summary>Whether one condition holds wherever the other does.</summary>
    internal bool Implies(Expression one, Expression other) => CanTell && Array.TrueForAll(Worlds, w => !_formulas[one](w) || _formulas[other](w));

    /// <summary>Whether the whole comes out the same without one of the parts that it joins.</summary>
    internal bool IsTheSameWithout(Expression whole, IReadOnlyList<Expression> parts, Expression left, bool all)
    {
        if (!CanTell) return false;
        var others = parts.Where(p => !ReferenceEquals(p, left)).Select(p => _formulas[p]).ToArray();
        return Array.TrueForAll(Worlds, w => _formulas[whole](w) == (all ? Array.TrueForAll(others, o => o(w)) : Array.Exists(others, o => o(w))));
    }

    private object?[][] Worlds => _worlds ??= Combine();

    private object?[][] Combine()
    {
        var samples = _subjects.Select(s => s.Samples()).ToArray();
        if (samples.Aggregate(1L, (n, s) => Math.Min(n * s.Count, MostCombinations + 1)) > MostCombinations) return [];
        var worlds = new List<object?[]> { new object?[samples.Length] };
        for (var i = 0; i < samples.Length; i++)
        {
            worlds = [.. worlds.SelectMany(w => samples[i].Select(s =>
            {
                var next = (object?[])w.Clone();
                next[i] = s;
                return next;
            }))];
        }

        return [.. worlds.Where(w => _laws.TrueForAll(law => law(w)))];
    }

    private Func<object?[], bool> Formula(Expression e)
    {
        if (_formulas.TryGetValue(e, out var known)) return known;
        return _formulas[e] = Make(e);
    }

    private Func<object?[], bool> Make(Expression e)
    {
        switch (e)
        {
            case ConstantExpression { Value: bool yes }:
                return _ => yes;
            case UnaryExpression { NodeType: ExpressionType.Not } not:
                var inner = Formula(not.Operand);
                return w => !inner(w);
            case UnaryExpression u:
                return Formula(u.Operand);
            case BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } and:
                var (l, r) = (Formula(and.Left), Formula(and.Right));
                return w => l(w) && r(w);
            case BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } or:
                (l, r) = (Formula(or.Left), Formula(or.Right));
                return w => l(w) || r(w);
            case ConditionalExpression c:
                var (test, yesPart, noPart) = (Formula(c.Test), Formula(c.IfTrue), Formula(c.IfFalse));
                return w => test(w) ? yesPart(w) : noPart(w);
            case BinaryExpression comparison:
                return Comparison(comparison) ?? Question(e);
            case MethodCallExpression { Method.Name: "Any" } call when ThreeValued.IsListCall(call):
                return Asked(call);
            default:
                return Question(e);
        }
    }

    private Func<object?[], bool>? Comparison(BinaryExpression b)
    {
        if (ThreeValued.IsNull(b.Left) || ThreeValued.IsNull(b.Right))
        {
            var (word, negated) = (ThreeValued.Bare(ThreeValued.IsNull(b.Left) ? b.Right : b.Left), b.NodeType == ExpressionType.NotEqual);
            var asked = IndexOf(word);
            _subjects[asked].AskedForPresence();
            return w => w[asked] is null != negated;
        }

        if (Constant(b.Left) is decimal one && Constant(b.Right) is decimal two)
        {
            var holds = Number(0, b.NodeType, two)([one]);
            return _ => holds;
        }

        if (Constant(b.Right) is { } right) return Against(b.Left, b.NodeType, right);
        if (Constant(b.Left) is { } left) return Against(b.Right, Turned(b.NodeType), left);
        if (!ThreeValued.IsOrdered(b.Left.Type)) return null;
        // Two facts: what counts is which is the greater.
        var (first, second) = (_printer.Text(b.Left), _printer.Text(b.Right));
        var turned = string.CompareOrdinal(first, second) > 0;
        var index = IndexOf(turned ? $"{second} - {first}" : $"{first} - {second}", null);
        _subjects[index].Compared(0m);
        if (ThreeValued.CanBeNull(ThreeValued.Bare(b.Left)) || ThreeValued.CanBeNull(ThreeValued.Bare(b.Right))) _subjects[index].AskedForPresence();
        return Number(index, turned ? Turned(b.NodeType) : b.NodeType, 0m);
    }

    private Func<object?[], bool>? Against(Expression word, ExpressionType kind, object constant)
    {
        var index = IndexOf(ThreeValued.Bare(word));
        switch (constant)
        {
            case decimal number:
                _subjects[index].Compared(number);
                return Number(index, kind, number);
            case string text:
                _subjects[index].Compared(text);
                return kind == ExpressionType.Equal ? w => text.Equals(w[index]) : w => !text.Equals(w[index]);
            case bool yes:
                return kind == ExpressionType.Equal ? w => yes.Equals(w[index]) : w => !yes.Equals(w[index]);
            default:
                return null;
        }
    }

    private static Func<object?[], bool> Number(int index, ExpressionType kind, decimal threshold) => kind switch
    {
        ExpressionType.GreaterThan => w => w[index] is decimal n && n > threshold,
        ExpressionType.GreaterThanOrEqual => w => w[index] is decimal n && n >= threshold,
        ExpressionType.LessThan => w => w[index] is decimal n && n < threshold,
        ExpressionType.LessThanOrEqual => w => w[index] is decimal n && n <= threshold,
        ExpressionType.Equal => w => w[index] is decimal n && n == threshold,
        _ => w => w[index] is not decimal n || n != threshold,
    };

    private Func<object?[], bool> Question(Expression e)
    {
        var index = IndexOf(ThreeValued.Bare(e));
        return w => true.Equals(w[index]);
    }

    private Func<object?[], bool> Asked(MethodCallExpression call)
    {
        var known = _subjects.Count;
        var index = IndexOf(call);
        if (index == known) _questions.Add((index, _printer.Text(call.Arguments[0]), call.Arguments.Count > 1 ? ThreeValued.Lambda(call.Arguments[1]) : null));
        return w => true.Equals(w[index]);
    }

    // Of one list: where an item fulfils the narrower condition, one fulfils the wider.
    private void Relate()
    {
        foreach (var (narrow, list, body) in _questions)
            foreach (var (wide, sameList, other) in _questions)
            {
                if (narrow == wide || list != sameList) continue;
                if (other is null || (body is not null && Narrower(body, other))) _laws.Add(w => !true.Equals(w[narrow]) || true.Equals(w[wide]));
            }
    }

    private bool Narrower(LambdaExpression one, LambdaExpression other)
    {
        var aligned = new Renamed(other.Parameters[0], one.Parameters[0]).Visit(other.Body);
        var logic = new ConditionLogic(Expression.AndAlso(one.Body, aligned), _parameters);
        return logic.Implies(one.Body, aligned);
    }

    private int IndexOf(Expression word) => IndexOf(_printer.Text(word), word);

    private int IndexOf(string name, Expression? word)
    {
        if (_indexes.TryGetValue(name, out var index)) return index;
        _subjects.Add(new(word));
        return _indexes[name] = _subjects.Count - 1;
    }

    private object? Constant(Expression e) => ThreeValued.Bare(e) switch
    {
        ConstantExpression { Value: int or long or decimal } c => Convert.ToDecimal(c.Value, System.Globalization.CultureInfo.InvariantCulture),
        ConstantExpression { Value: DateTime day } => (decimal)(day - DateTime.MinValue).Days,
        ConstantExpression { Value: string or bool } c => c.Value,
        MemberExpression { Expression: ParameterExpression { Name: "p" } } m => _parameters.GetValueOrDefault(m.Member.Name) as decimal? is { } number ? number : null,
        UnaryExpression { NodeType: ExpressionType.Negate or ExpressionType.NegateChecked } minus => Constant(minus.Operand) is decimal n ? -n : null,
        _ => null,
    };

    private static ExpressionType Turned(ExpressionType kind) => kind switch
    {
        ExpressionType.GreaterThan => ExpressionType.LessThan,
        ExpressionType.GreaterThanOrEqual => ExpressionType.LessThanOrEqual,
        ExpressionType.LessThan => ExpressionType.GreaterThan,
        ExpressionType.LessThanOrEqual => ExpressionType.GreaterThanOrEqual,
        _ => kind,
    };

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
