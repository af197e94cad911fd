using System.Linq.Expressions;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules;

/// <summary>
/// Both readings in one walk over the facts: a number, 0 for no, 1 for unknown, 2 for yes. It looks at everything that the two readings look at, and at no less, so that
/// where it can be computed at all it is what they say; where it throws, they are asked.
/// </summary>
internal sealed partial class ReadingCompiler
{
    private static readonly ConstantExpression No = Expression.Constant((int)Rules.Truth.No);
    private static readonly ConstantExpression Unknown = Expression.Constant((int)Rules.Truth.Unknown);
    private static readonly ConstantExpression Yes = Expression.Constant((int)Rules.Truth.Yes);

    /// <summary>Compiles the three-valued answer.</summary>
    internal static Func<FacilityFacts, int> CompileAnswer(Expression condition, IReadOnlyList<ParameterExpression> words) => new ReadingCompiler(words).CompiledAnswer(condition);

    private Func<FacilityFacts, int> CompiledAnswer(Expression condition) => Expression.Lambda<Func<FacilityFacts, int>>(Answer(condition), _facts).Compile();

    private Expression Answer(Expression e)
    {
        switch (e)
        {
            case UnaryExpression { NodeType: ExpressionType.Not } not:
                return Expression.Subtract(Yes, Answer(not.Operand));
            case UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.Quote } convert:
                return Answer(convert.Operand);
            case BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } and:
                return Least(Answer(and.Left), Answer(and.Right));
            case BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } or:
                return Most(Answer(or.Left), Answer(or.Right));
            case ConditionalExpression iif:
                return AnswerOfBranch(iif);
            case MethodCallExpression { Method.Name: "Any" } call when ThreeValued.IsListCall(call):
                return AnswerOfAny(call);
            case MethodCallExpression { Method.Name: "All" } call when ThreeValued.IsListCall(call):
                return AnswerOfAll(call);
            default:
                return Either(Truth(e, true), Truth(e, false));
        }
    }

    // What is certain and possible alike has no unknown: it is asked once.
    private static ConditionalExpression Either(Expression certain, Expression possible) => IsSame(certain, possible)
        ? Expression.Condition(certain, Yes, No)
        : Expression.Condition(certain, Yes, Expression.Condition(possible, Unknown, No));

    private static bool IsSame(Expression certain, Expression possible) => Parts.Of(certain).SequenceEqual(Parts.Of(possible));

    /// <summary>What two readings of one condition can differ in, node by node.</summary>
    private sealed class Parts : ExpressionVisitor
    {
        private readonly List<(ExpressionType, Type, object?)> _found = [];

        internal static List<(ExpressionType, Type, object?)> Of(Expression e)
        {
            var parts = new Parts();
            parts.Visit(e);
            return parts._found;
        }

        public override Expression? Visit(Expression? node)
        {
            if (node is null) return null;
            _found.Add((node.NodeType, node.Type, node switch { MemberExpression m => m.Member, MethodCallExpression c => c.Method, ConstantExpression c => c.Value, ParameterExpression p => p, _ => null }));
            return base.Visit(node);
        }
    }

    private static BlockExpression Least(Expression left, Expression right)
    {
        var (l, r) = (Expression.Variable(typeof(int), "l"), Expression.Variable(typeof(int), "r"));
        return Expression.Block([l, r], Expression.Assign(l, left), Expression.Condition(Expression.Equal(l, No), No,
            Expression.Block(Expression.Assign(r, right), Expression.Condition(Expression.LessThan(l, r), l, r))));
    }

    private static BlockExpression Most(Expression left, Expression right)
    {
        var (l, r) = (Expression.Variable(typeof(int), "l"), Expression.Variable(typeof(int), "r"));
        return Expression.Block([l, r], Expression.Assign(l, left), Expression.Condition(Expression.Equal(l, Yes), Yes,
            Expression.Block(Expression.Assign(r, right), Expression.Condition(Expression.GreaterThan(l, r), l, r))));
    }

    // While the test is open, what both branches agree on stands.
    private BlockExpression AnswerOfBranch(ConditionalExpression iif)
    {
        var (test, then) = (Expression.Variable(typeof(int), "test"), Expression.Variable(typeof(int), "then"));
        return Expression.Block([test, then],
            Expression.Assign(test, Answer(iif.Test)),
            Expression.Condition(Expression.Equal(test, Yes), Answer(iif.IfTrue),
                Expression.Condition(Expression.Equal(test, No), Answer(iif.IfFalse),
                    Expression.Block(
                        Expression.Assign(then, Answer(iif.IfTrue)),
                        Expression.Condition(Expression.Equal(then, Answer(iif.IfFalse)), then, Unknown)))));
    }

    private BlockExpression AnswerOfAny(MethodCallExpression call)
    {
        var (source, where, condition) = List(call);
        var (any, hit, end) = (Expression.Variable(typeof(int), "any"), Expression.Variable(typeof(int), "hit"), Expression.Label(typeof(int), "end"));
        return Expression.Block([any, hit],
            Expression.Assign(any, No),
            Each(source, item => Expression.Block(
                Expression.Assign(hit, Hit(where, condition, item)),
                Expression.IfThen(Expression.Equal(hit, Yes), Expression.Break(end, Yes)),
                Expression.IfThen(Expression.Equal(hit, Unknown), Expression.Assign(any, Unknown))), end,
                Expression.Condition(Complete(source), any, Unknown)));
    }

    // Whatever surely belongs and surely fails settles it; what may belong and may fail leaves it open.
    private BlockExpression AnswerOfAll(MethodCallExpression call)
    {
        var (source, where, condition) = List(call);
        var (all, holds, end) = (Expression.Variable(typeof(int), "all"), Expression.Variable(typeof(int), "holds"), Expression.Label(typeof(int), "end"));
        return Expression.Block([all, holds],
            Expression.Assign(all, Yes),
            Each(source, item =>
            {
                var wanted = AnswerOf(condition!, item);
                return Expression.Block(
                    Expression.Assign(holds, where.Count == 0 ? wanted : Most(Expression.Subtract(Yes, Belongs(where, item)), wanted)),
                    Expression.IfThen(Expression.Equal(holds, No), Expression.Break(end, No)),
                    Expression.IfThen(Expression.Equal(holds, Unknown), Expression.Assign(all, Unknown)));
            }, end, Expression.Condition(Complete(source), all, Unknown)));
    }

    private (Expression Source, IReadOnlyList<LambdaExpression> Where, LambdaExpression? Condition) List(MethodCallExpression call)
    {
        var (list, where) = ThreeValued.Source(call.Arguments[0]);
        return (Plain(list), where, call.Arguments.Count > 1 ? ThreeValued.Lambda(call.Arguments[1]) : null);
    }

    private static MemberExpression Complete(Expression source) => Expression.Property(source, nameof(IFactList.IsComplete));

    private Expression Hit(IReadOnlyList<LambdaExpression> where, LambdaExpression? condition, ParameterExpression item) => where.Count == 0
        ? condition is null ? Yes : AnswerOf(condition, item)
        : condition is null ? Belongs(where, item) : Least(Belongs(where, item), AnswerOf(condition, item));

    private Expression Belongs(IReadOnlyList<LambdaExpression> where, ParameterExpression item) => where.Select(w => AnswerOf(w, item)).Aggregate(Least);

    private Expression AnswerOf(LambdaExpression lambda, ParameterExpression item)
    {
        _inPlace[lambda.Parameters[0]] = item;
        return Answer(lambda.Body);
    }
}
