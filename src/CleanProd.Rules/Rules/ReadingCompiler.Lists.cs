using System.Linq.Expressions;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules;

/// <summary>Fact lists: quantifiers and aggregates as loops.</summary>
internal sealed partial class ReadingCompiler
{
    private Expression Quantifier(MethodCallExpression call, bool certain)
    {
        var (list, where) = ThreeValued.Source(call.Arguments[0]);
        var condition = call.Arguments.Count > 1 ? ThreeValued.Lambda(call.Arguments[1]) : null;
        var source = Plain(list);
        var complete = Expression.Property(source, nameof(IFactList.IsComplete));
        if (call.Method.Name == "All")
        {
            // For certain: complete, and whatever may belong holds for certain. Possibly: nothing that surely belongs surely fails.
            var fails = Loop(source, item => Expression.AndAlso(Belongs(where, item, !certain), Expression.Not(TruthOf(condition!, item, certain))));
            Expression holds = Expression.Not(fails);
            return certain ? Expression.AndAlso(complete, holds) : holds;
        }

        Expression found = Loop(source, item =>
            condition is null ? Belongs(where, item, certain) : Expression.AndAlso(Belongs(where, item, certain), TruthOf(condition, item, certain)));
        return certain ? found : Expression.OrElse(Expression.Not(complete), found);
    }

    private Expression Belongs(IReadOnlyList<LambdaExpression> where, ParameterExpression item, bool certain) => where.Count == 0
        ? Expression.Constant(true)
        : where.Select(w => TruthOf(w, item, certain)).Aggregate(Expression.AndAlso);

    private Expression TruthOf(LambdaExpression lambda, ParameterExpression item, bool certain)
    {
        _inPlace[lambda.Parameters[0]] = item;
        return Truth(lambda.Body, certain);
    }

    private Bounds Aggregate(MethodCallExpression call)
    {
        var (list, where) = ThreeValued.Source(call.Arguments[0]);
        var argument = call.Arguments.Count > 1 ? ThreeValued.Lambda(call.Arguments[1]) : null;
        var source = Plain(list);
        var complete = Expression.Property(source, nameof(IFactList.IsComplete));
        return call.Method.Name switch
        {
            "Count" => Count(source, complete, argument is null ? where : [.. where, argument]),
            "Sum" => Sum(source, complete, where, argument!),
            "Max" => Extreme(source, complete, where, argument!, max: true),
            "Min" => Extreme(source, complete, where, argument!, max: false),
            _ => Average(source, complete, where, argument!),
        };
    }

    private Bounds Count(Expression source, Expression complete, IReadOnlyList<LambdaExpression> where)
    {
        Expression Counting(bool certain)
        {
            var count = Expression.Variable(typeof(int), "count");
            return Expression.Block([count],
                Expression.Assign(count, Expression.Constant(0)),
                Loop(source, item => Expression.Block(
                    Expression.IfThen(Belongs(where, item, certain), Expression.PreIncrementAssign(count)),
                    Expression.Constant(false))),
                count);
        }

        var upper = Expression.Condition(complete, To(Counting(false), typeof(int?)), Expression.Constant(null, typeof(int?)));
        return new(Counting(true), upper, null);
    }

    private Bounds Sum(Expression source, Expression complete, IReadOnlyList<LambdaExpression> where, LambdaExpression term)
    {
        var number = ThreeValued.Plain(term.ReturnType);
        var type = typeof(Nullable<>).MakeGenericType(number);
        var zero = Expression.Convert(Expression.Default(number), type);
        var onlyGrows = ThreeValued.NeverNegative(term.Body);
        Expression Adding(bool lower)
        {
            var sum = Expression.Variable(type, "sum");
            var loop = Loop(source, item =>
            {
                _inPlace[term.Parameters[0]] = item;
                var bounds = Number(term.Body);
                var value = To(lower ? bounds.Lower : bounds.Upper, type);
                // A term that does not exist adds nothing; a missing one that cannot be negative is at least zero.
                if (bounds.None is { } none) value = Expression.Condition(none, zero, value);
                if (lower && onlyGrows) value = Expression.Coalesce(value, zero);
                // A term that may or may not belong can only widen the bounds.
                var uncertain = lower
                    ? Expression.Condition(Expression.LessThan(value, zero), value, Expression.Condition(IsNull(value), value, zero))
                    : Expression.Condition(Expression.GreaterThan(value, zero), value, Expression.Condition(IsNull(value), value, zero));
                var part = Expression.Condition(Belongs(where, item, true), value,
                    Expression.Condition(Belongs(where, item, false), uncertain, zero));
                return Expression.Block(Expression.Assign(sum, Expression.AddChecked(sum, part)), Expression.Constant(false));
            });
            Expression result = sum;
            if (!(lower && onlyGrows)) result = Expression.Condition(complete, sum, Expression.Constant(null, type));
            return Expression.Block([sum], Expression.Assign(sum, zero), loop, result);
        }

        return new(Adding(true), Adding(false), null);
    }

    // The greatest of the known values is a lower bound of the maximum; it is the maximum when nothing is missing.
    private Bounds Extreme(Expression source, Expression complete, IReadOnlyList<LambdaExpression> where, LambdaExpression term, bool max)
    {
        var type = typeof(Nullable<>).MakeGenericType(ThreeValued.Plain(term.ReturnType));
        var nothing = Expression.Constant(null, type);
        // Where nothing surely belongs, there may be no value at all, and so no bound of it.
        var sure = Loop(source, item => Belongs(where, item, true));
        Expression Best(bool certain)
        {
            var best = Expression.Variable(type, "best");
            var open = Expression.Variable(typeof(bool), "open");
            var loop = Loop(source, item =>
            {
                _inPlace[term.Parameters[0]] = item;
                var bounds = Number(term.Body);
                var value = To(certain == max ? bounds.Lower : bounds.Upper, type);
                var better = Expression.OrElse(IsNull(best), max ? Expression.GreaterThan(value, best) : Expression.LessThan(value, best));
                Expression take = Expression.IfThenElse(IsNull(value), Expression.Assign(open, Expression.Constant(true)),
                    Expression.IfThen(better, Expression.Assign(best, value)));
                if (bounds.None is { } none) take = Expression.IfThen(Expression.Not(none), take);
                return Expression.Block(Expression.IfThen(Belongs(where, item, certain), take), Expression.Constant(false));
            });
            Expression result = certain
                ? best
                : Expression.Condition(Expression.AndAlso(Expression.AndAlso(complete, Expression.Not(open)), sure), best, nothing);
            return Expression.Block([best, open], Expression.Assign(best, nothing), Expression.Assign(open, Expression.Constant(false)), loop, result);
        }

        var empty = Expression.AndAlso(complete, Expression.Not(Loop(source, item => Belongs(where, item, false))));
        return max ? new(Best(true), Best(false), empty) : new(Best(false), Best(true), empty);
    }

    private Bounds Average(Expression source, Expression complete, IReadOnlyList<LambdaExpression> where, LambdaExpression term)
    {
        var type = typeof(decimal?);
        var sum = Expression.Variable(type, "sum");
        var count = Expression.Variable(typeof(decimal), "count");
        var loop = Loop(source, item =>
        {
            _inPlace[term.Parameters[0]] = item;
            var bounds = Number(term.Body);
            var value = To(Settled(bounds), type);
            var add = Expression.Block(
                Expression.Assign(sum, Expression.AddChecked(sum, value)),
                Expression.AddAssign(count, Expression.Constant(1m)),
                Expression.Constant(false));
            var skip = bounds.None is { } none ? Expression.Condition(none, Expression.Constant(false), add) : (Expression)add;
            // An item of which it is open whether it belongs leaves the mean open.
            var spoil = Expression.Block(Expression.Assign(sum, Expression.Constant(null, type)), Expression.Constant(false));
            return Expression.Condition(Belongs(where, item, true), skip,
                Expression.Condition(Belongs(where, item, false), spoil, Expression.Constant(false)));
        });
        var nothing = Expression.Constant(null, type);
        var mean = Expression.Block([sum, count],
            Expression.Assign(sum, Expression.Convert(Expression.Constant(0m), type)), Expression.Assign(count, Expression.Constant(0m)), loop,
            Expression.Condition(Expression.AndAlso(complete, Expression.GreaterThan(count, Expression.Constant(0m))),
                Expression.Divide(sum, Expression.Convert(count, type)), nothing));
        var empty = Expression.AndAlso(complete, Expression.Not(Loop(source, item => Belongs(where, item, false))));
        return Bounds.Of(mean, empty);
    }

    /// <summary>True as soon as the body is true for an item; the body decides, nothing is allocated.</summary>
    private static BlockExpression Loop(Expression source, Func<ParameterExpression, Expression> body)
    {
        var end = Expression.Label(typeof(bool), "end");
        return Each(source, item => Expression.IfThen(body(item), Expression.Break(end, Expression.Constant(true))), end, Expression.Constant(false));
    }

    /// <summary>Does something with each item of a list, until something breaks to the end; what the loop is worth when nothing did.</summary>
    private static BlockExpression Each(Expression source, Func<ParameterExpression, Expression> body, LabelTarget end, Expression otherwise)
    {
        var itemType = ItemType(source.Type);
        var items = Expression.Variable(itemType.MakeArrayType(), "items");
        var index = Expression.Variable(typeof(int), "index");
        var item = Expression.Variable(itemType, "item");
        return Expression.Block([items, index, item],
            Expression.Assign(items, Expression.Field(source, nameof(FactList<object>.Items))),
            Expression.Assign(index, Expression.Constant(0)),
            Expression.Loop(Expression.Block(
                Expression.IfThen(Expression.GreaterThanOrEqual(index, Expression.ArrayLength(items)), Expression.Break(end, otherwise)),
                Expression.Assign(item, Expression.ArrayIndex(items, index)),
                Expression.PreIncrementAssign(index),
                body(item)), end));
    }

    private static Type ItemType(Type list) => list.IsGenericType ? list.GetGenericArguments()[0] : ItemType(list.BaseType!);
}
