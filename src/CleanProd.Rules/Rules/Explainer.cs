using System.Linq.Expressions;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules;

/// <summary>No, unknown or yes.</summary>
internal enum Truth
{
    /// <summary>Not possible.</summary>
    No,

    /// <summary>Possible, not certain.</summary>
    Unknown,

    /// <summary>Certain.</summary>
    Yes,
}

/// <summary>
/// Walks a condition over one facility's facts and tells why: which rows made it certain, which absent facts keep it open, how near
/// it is to flipping. Slower than the compiled reading and independent of it; asked for hits, open cases and on request only.
/// </summary>
internal sealed partial class Explainer
{
    private readonly Dictionary<ParameterExpression, (object Value, string Path, IEvidenceFact? Item)> _scope = [];
    private readonly FacilityFacts _facts;

    internal Explainer(FacilityFacts facts) => _facts = facts;

    /// <summary>Told of every condition that is asked, with its answer.</summary>
    internal Action<Expression, Truth>? Seen { get; init; }

    /// <summary>The three-valued answer.</summary>
    internal Truth Ask(Expression e)
    {
        var answer = Answer(e);
        Seen?.Invoke(e, answer);
        return answer;
    }

    private Truth Answer(Expression e)
    {
        switch (e)
        {
            case ConstantExpression c:
                return (bool)c.Value! ? Truth.Yes : Truth.No;
            case UnaryExpression { NodeType: ExpressionType.Not } not:
                return Negate(Ask(not.Operand));
            case UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.Quote } convert:
                return Ask(convert.Operand);
            case BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } and:
                var first = Ask(and.Left);
                return first == Truth.No ? first : Least(first, Ask(and.Right));
            case BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } or:
                first = Ask(or.Left);
                return first == Truth.Yes ? first : Most(first, Ask(or.Right));
            case ConditionalExpression iif:
                return Ask(iif.Test) switch
                {
                    Truth.Yes => Ask(iif.IfTrue),
                    Truth.No => Ask(iif.IfFalse),
                    _ => Ask(iif.IfTrue) is var then && then == Ask(iif.IfFalse) ? then : Truth.Unknown,
                };
            case BinaryExpression comparison:
                return Compare(comparison);
            case MethodCallExpression call when ThreeValued.IsListCall(call):
                return Quantify(call);
            default:
                return AskLeaf(e);
        }
    }

    private Truth Compare(BinaryExpression e)
    {
        if (ThreeValued.IsNull(e.Left) || ThreeValued.IsNull(e.Right))
        {
            var asked = Value(ThreeValued.Bare(ThreeValued.IsNull(e.Left) ? e.Right : e.Left));
            if (asked.Fails) return Truth.Unknown;
            return (asked.Raw is null) == (e.NodeType == ExpressionType.Equal) ? Truth.Yes : Truth.No;
        }

        if (e.Left.Type == typeof(bool))
        {
            Truth l = Ask(e.Left), r = Ask(e.Right);
            if (l == Truth.Unknown || r == Truth.Unknown) return Truth.Unknown;
            return (l == r) == (e.NodeType == ExpressionType.Equal) ? Truth.Yes : Truth.No;
        }

        return Compare(e.NodeType, Value(e.Left), Value(e.Right));
    }

    private static Truth Compare(ExpressionType kind, Reading a, Reading b)
    {
        if (kind == ExpressionType.NotEqual) return Negate(Compare(ExpressionType.Equal, a, b));
        // What does not exist equals nothing that is known; beside something missing it is open.
        if (kind == ExpressionType.Equal && a.IsOrdered && ((a.IsNone && b.Lower is null) || (b.IsNone && a.Lower is null))) return Truth.Unknown;
        if (a.IsNone || b.IsNone) return Truth.No;
        if (!a.IsOrdered)
        {
            if (a.Raw is null || b.Raw is null) return Truth.Unknown;
            return Equals(a.Raw, b.Raw) ? Truth.Yes : Truth.No;
        }

        return kind switch
        {
            ExpressionType.GreaterThan => Over(a, b, false),
            ExpressionType.GreaterThanOrEqual => Over(a, b, true),
            ExpressionType.LessThan => Over(b, a, false),
            ExpressionType.LessThanOrEqual => Over(b, a, true),
            _ => Least(Over(a, b, true), Over(b, a, true)),
        };
    }

    private static Truth Over(Reading a, Reading b, bool orEqual)
    {
        if (a.Lower is { } low && b.Upper is { } high && (orEqual ? low >= high : low > high)) return Truth.Yes;
        if (a.Upper is { } top && b.Lower is { } bottom && (orEqual ? top < bottom : top <= bottom)) return Truth.No;
        return Truth.Unknown;
    }

    private Truth Quantify(MethodCallExpression call)
    {
        var (source, path, where) = Source(call.Arguments[0]);
        var condition = call.Arguments.Count > 1 ? ThreeValued.Lambda(call.Arguments[1]) : null;
        if (call.Method.Name == "All")
        {
            var all = source.IsComplete ? Truth.Yes : Truth.Unknown;
            foreach (var item in (System.Collections.IEnumerable)source)
                all = Least(all, Unless(where, condition!, item!, path));
            return all;
        }

        var any = source.IsComplete ? Truth.No : Truth.Unknown;
        foreach (var item in (System.Collections.IEnumerable)source)
        {
            any = Most(any, Hit(where, condition, item!, path));
            if (any == Truth.Yes) return any;
        }

        return any;
    }

    private Truth Hit(IReadOnlyList<LambdaExpression> where, LambdaExpression? condition, object item, string path)
    {
        var belongs = Belongs(where, item, path);
        return belongs == Truth.No || condition is null ? belongs : Least(belongs, AskItem(condition, item, path));
    }

    // Of what surely does not belong nothing is asked: what chose the items may guard a division.
    private Truth Unless(IReadOnlyList<LambdaExpression> where, LambdaExpression condition, object item, string path)
    {
        var belongs = Belongs(where, item, path);
        return belongs == Truth.No ? Truth.Yes : Most(Negate(belongs), AskItem(condition, item, path));
    }

    private Truth Belongs(IReadOnlyList<LambdaExpression> where, object item, string path)
    {
        var belongs = Truth.Yes;
        foreach (var lambda in where)
        {
            belongs = Least(belongs, AskItem(lambda, item, path));
            if (belongs == Truth.No) return belongs;
        }

        return belongs;
    }

    private Truth AskItem(LambdaExpression lambda, object item, string path)
    {
        Bind(lambda, item, path);
        return Ask(lambda.Body);
    }

    // Most conditions name one word or two: they are looked up when they are met.
    private (object Value, string Path, IEvidenceFact? Item) Named(ParameterExpression name) => _scope.TryGetValue(name, out var bound)
        ? bound
        : _scope[name] = (WordGetters.Of(WordScope.PropertyOf(name.Name!))(_facts)!, name.Name!, null);

    private void Bind(LambdaExpression lambda, object item, string path) => _scope[lambda.Parameters[0]] = (item, path, item as IEvidenceFact);

    private (IFactList List, string Path, IReadOnlyList<LambdaExpression> Where) Source(Expression e)
    {
        var (list, where) = ThreeValued.Source(e);
        var value = Value(list).Raw!;
        return ((IFactList)value, Path(list), where);
    }

    private Truth AskLeaf(Expression e)
    {
        if (Unknowns(e).Any()) return Truth.Unknown;
        return (bool)Evaluate(e)! ? Truth.Yes : Truth.No;
    }

    // The absent facts a yes-or-no word depends on.
    private IEnumerable<string> Unknowns(Expression e)
    {
        if (ThreeValued.Mark<UnknownWhileNullAttribute>(e) is { } mark)
        {
            var owner = ThreeValued.Owner(e)!;
            if (Evaluate(ThreeValued.Sibling(e, mark.Member)) is null) yield return $"{Path(owner)}.{mark.Member}";
        }

        if (e is not MethodCallExpression call) yield break;
        if (call.Object is { } of && ThreeValued.CanBeNull(of) && Evaluate(of) is null) yield return Path(of);
        foreach (var argument in UnknownArguments(call)) yield return argument;
    }

    private IEnumerable<string> UnknownArguments(MethodCallExpression call) =>
        call.Arguments.Where(a => Evaluate(a) is null).Select(Path);

    private static Truth Negate(Truth t) => t switch { Truth.Yes => Truth.No, Truth.No => Truth.Yes, _ => Truth.Unknown };

    private static Truth Least(Truth a, Truth b) => a < b ? a : b;

    private static Truth Most(Truth a, Truth b) => a > b ? a : b;
}
