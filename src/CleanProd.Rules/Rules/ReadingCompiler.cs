using System.Linq.Expressions;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules;

/// <summary>
/// From one condition, the two readings that make it three-valued: <em>certain</em> (true whatever the missing facts are) and
/// <em>possible</em> (true for some value of them). Numbers are read as bounds, so that a count of certain cases, a sum with a missing
/// term and a maximum over an incomplete list are what they are: a bound, not a value. Every <c>Any</c>, <c>Count</c> … becomes a loop
/// in the compiled body: nothing is allocated.
/// </summary>
internal sealed partial class ReadingCompiler
{
    private readonly ParameterExpression _facts = Expression.Parameter(typeof(FacilityFacts), "facts");
    private readonly Dictionary<ParameterExpression, Expression> _inPlace = [];

    /// <summary>Compiles the certain reading (<paramref name="certain"/>) or the possible one.</summary>
    internal static Func<FacilityFacts, bool> Compile(Expression condition, IReadOnlyList<ParameterExpression> words, bool certain)
    {
        var compiler = new ReadingCompiler(words);
        var body = compiler.Truth(condition, certain);
        return Expression.Lambda<Func<FacilityFacts, bool>>(body, compiler._facts).Compile();
    }

    /// <summary>Compiles whether a value is known exactly.</summary>
    internal static Func<FacilityFacts, bool> CompileKnown(Expression value, IReadOnlyList<ParameterExpression> words)
    {
        var compiler = new ReadingCompiler(words);
        Expression body = value.Type == typeof(bool)
            ? Expression.Equal(compiler.Truth(value, true), compiler.Truth(value, false))
            : compiler.Known(value);
        return Expression.Lambda<Func<FacilityFacts, bool>>(body, compiler._facts).Compile();
    }

    private ReadingCompiler(IReadOnlyList<ParameterExpression> words)
    {
        foreach (var word in words)
            if (WordScope.Words.FirstOrDefault(w => w.Word == word.Name).Property is { } property)
                _inPlace[word] = Expression.Property(_facts, property);
    }

    private Expression Truth(Expression e, bool certain)
    {
        switch (e)
        {
            case ConstantExpression:
                return e;
            case UnaryExpression { NodeType: ExpressionType.Not } not:
                return Expression.Not(Truth(not.Operand, !certain));
            case UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.Quote } convert:
                return Truth(convert.Operand, certain);
            case BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } and:
                return Expression.AndAlso(Truth(and.Left, certain), Truth(and.Right, certain));
            case BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } or:
                return Expression.OrElse(Truth(or.Left, certain), Truth(or.Right, certain));
            case ConditionalExpression iif:
                return Branch(iif, certain);
            case BinaryExpression comparison:
                return Comparison(comparison, certain);
            case MethodCallExpression call when ThreeValued.IsListCall(call):
                return Quantifier(call, certain);
            default:
                return TruthLeaf(e, certain);
        }
    }

    // if the test is certain, its branch; while it is open, both branches must agree (certain) or either may hold (possible).
    private BinaryExpression Branch(ConditionalExpression iif, bool certain)
    {
        Expression yes = Truth(iif.Test, true), maybe = Truth(iif.Test, false);
        Expression then = Truth(iif.IfTrue, certain), otherwise = Truth(iif.IfFalse, certain);
        return certain
            ? Expression.AndAlso(Expression.OrElse(Expression.Not(maybe), then), Expression.OrElse(yes, otherwise))
            : Expression.OrElse(Expression.AndAlso(maybe, then), Expression.AndAlso(Expression.Not(yes), otherwise));
    }

    // A yes-or-no word or text test: unknown while what it is about is missing.
    private Expression TruthLeaf(Expression e, bool certain)
    {
        Expression value = Plain(e);
        Expression? missing = null;
        void MissingWhen(Expression test) => missing = missing is null ? test : Expression.OrElse(missing, test);
        if (ThreeValued.Mark<UnknownWhileNullAttribute>(e) is { } mark)
            MissingWhen(IsNull(Expression.Property(Plain(ThreeValued.Owner(e)!), mark.Member)));
        if (e is MethodCallExpression call)
        {
            if (call.Object is { } owner && ThreeValued.CanBeNull(owner)) MissingWhen(IsNull(Plain(owner)));
            foreach (var argument in call.Arguments)
            {
                if (argument is NewArrayExpression) continue;
                if (ThreeValued.CanBeNull(argument)) MissingWhen(IsNull(Plain(argument)));
            }

            if (call.Method.DeclaringType == typeof(string)) value = Ordinal(call);
        }

        if (missing is null) return value;
        return certain ? Expression.AndAlso(Expression.Not(missing), value) : Expression.OrElse(missing, value);
    }

    // Sign by sign, also where the program runs with cultures.
    private MethodCallExpression Ordinal(MethodCallExpression call) => Expression.Call(
        Plain(call.Object!), typeof(string).GetMethod(call.Method.Name, [typeof(string), typeof(StringComparison)])!, Plain(call.Arguments[0]), Expression.Constant(StringComparison.Ordinal));

    /// <summary>The expression as it stands, words and item variables put in place.</summary>
    private Expression Plain(Expression e) => new InPlace(_inPlace).Visit(e);

    private static Expression IsNull(Expression e) => e.Type.IsValueType && Nullable.GetUnderlyingType(e.Type) is null
        ? Expression.Constant(false)
        : Expression.Equal(e, Expression.Constant(null, e.Type));

    private sealed class InPlace(Dictionary<ParameterExpression, Expression> map) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => map.TryGetValue(node, out var to) ? to : node;
    }
}
