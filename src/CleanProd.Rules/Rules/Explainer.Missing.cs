using System.Linq.Expressions;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules;

/// <summary>The absent facts that keep a condition open.</summary>
internal sealed partial class Explainer
{
    /// <summary>The absent facts that keep the condition open, without repeats.</summary>
    internal IReadOnlyList<string> MissingIn(Expression e)
    {
        var missing = new List<string>();
        GatherMissing(e, missing);
        return missing.Distinct(StringComparer.Ordinal).ToArray();
    }

    /// <summary>The absent facts a value needs, without repeats.</summary>
    internal IReadOnlyList<string> MissingValue(Expression e)
    {
        var missing = new List<string>();
        GatherMissingValue(e, missing);
        return missing.Distinct(StringComparer.Ordinal).ToArray();
    }

    private void GatherMissing(Expression e, List<string> missing)
    {
        switch (e)
        {
            case UnaryExpression { NodeType: ExpressionType.Not or ExpressionType.Convert or ExpressionType.Quote } u:
                GatherMissing(u.Operand, missing);
                break;
            case ConditionalExpression iif when Ask(iif) == Truth.Unknown:
                foreach (var part in (Expression[])[iif.Test, iif.IfTrue, iif.IfFalse])
                    if (Ask(part) == Truth.Unknown) GatherMissing(part, missing);
                break;
            case BinaryExpression comparison when Ask(comparison) == Truth.Unknown:
                if (comparison.Left.Type == typeof(bool))
                {
                    // And, or, or two answers compared: of what is known, nothing is missing.
                    GatherMissing(comparison.Left, missing);
                    GatherMissing(comparison.Right, missing);
                    break;
                }

                GatherMissingValue(comparison.Left, missing);
                GatherMissingValue(comparison.Right, missing);
                // Two facts that do not exist are neither the same nor different.
                if (Value(comparison.Left).IsNone && Value(comparison.Right).IsNone) missing.AddRange([Path(comparison.Left), Path(comparison.Right)]);
                break;
            case MethodCallExpression call when ThreeValued.IsListCall(call) && Ask(call) == Truth.Unknown:
                GatherMissingItems(call, missing);
                break;
            default:
                if (!ThreeValued.IsListCall(e)) missing.AddRange(Unknowns(e));
                break;
        }
    }

    private void GatherMissingItems(MethodCallExpression call, List<string> missing)
    {
        var (source, path, where) = Source(call.Arguments[0]);
        var condition = call.Arguments.Count > 1 ? ThreeValued.Lambda(call.Arguments[1]) : null;
        if (source.Missing is { } list) missing.Add(list);
        foreach (var item in (System.Collections.IEnumerable)source)
        {
            // An item that surely does not belong, or is settled without its missing facts, keeps nothing open.
            if ((call.Method.Name == "All" ? Unless(where, condition!, item!, path) : Hit(where, condition, item!, path)) != Truth.Unknown) continue;
            foreach (var lambda in condition is null ? where : where.Append(condition))
                if (AskItem(lambda, item!, path) == Truth.Unknown) GatherMissing(lambda.Body, missing);
        }
    }

    private void GatherMissingValue(Expression e, List<string> missing)
    {
        var bare = ThreeValued.Bare(e);
        switch (bare)
        {
            case ConstantExpression or ParameterExpression:
                return;
            case BinaryExpression b:
                GatherMissingValue(b.Left, missing);
                GatherMissingValue(b.Right, missing);
                return;
            case UnaryExpression negate:
                GatherMissingValue(negate.Operand, missing);
                return;
            case ConditionalExpression iif:
                if (Ask(iif.Test) == Truth.Unknown) GatherMissing(iif.Test, missing);
                GatherMissingValue(iif.IfTrue, missing);
                GatherMissingValue(iif.IfFalse, missing);
                return;
            case MethodCallExpression { Method.DeclaringType: { } t } math when t == typeof(Math):
                foreach (var argument in math.Arguments) GatherMissingValue(argument, missing);
                return;
            case MethodCallExpression call when ThreeValued.IsListCall(call):
                var (source, path, where) = Source(call.Arguments[0]);
                if (source.Missing is { } list) missing.Add(list);
                var term = call.Arguments.Count > 1 ? ThreeValued.Lambda(call.Arguments[1]) : null;
                foreach (var item in (System.Collections.IEnumerable)source)
                {
                    if (Belongs(where, item!, path) is var belongs && belongs == Truth.Unknown)
                        foreach (var lambda in where) if (AskItem(lambda, item!, path) == Truth.Unknown) GatherMissing(lambda.Body, missing);
                    if (term is null || belongs == Truth.No) continue;
                    Bind(term, item!, path);
                    if (term.ReturnType == typeof(bool)) GatherMissing(term.Body, missing);
                    else GatherMissingValue(term.Body, missing);
                }

                return;
        }

        var reading = Value(bare);
        if (reading.IsKnown || reading.IsNone || reading.Fails) return;
        // Of a call whose argument is unknown the argument is missing.
        string[] arguments = bare is MethodCallExpression asked ? [.. UnknownArguments(asked)] : [];
        missing.AddRange(arguments.Length > 0 ? arguments : [Path(bare)]);
    }
}
