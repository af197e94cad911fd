using System.Linq.Expressions;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules.Proving;

namespace CleanProd.Rules.Rules;

/// <summary>How near a condition stands to flipping.</summary>
internal sealed partial class Explainer
{
    /// <summary>How near the condition is to flipping; null when no number decides.</summary>
    internal Margin? MarginOf(Expression e) => Nearest(e, positive: true, null) is { State: NearState.Number, Margin: { } margin } ? margin : null;

    private enum NearState
    {
        // Fails, and no number can change that.
        Blocked,

        // Decided by a number.
        Number,

        // Holds, and no number is near.
        Holds,
    }

    private readonly record struct Near(NearState State, Margin? Margin)
    {
        public decimal Ratio => State switch { NearState.Blocked => -1m, NearState.Holds => decimal.MaxValue, _ => Margin!.Ratio };
    }

    // Of many items only the nearest is written out: until it is found, no text is made.
    private bool _isDraft;

    private Near Nearest(Expression e, bool positive, IEvidenceFact? subject)
    {
        switch (e)
        {
            case UnaryExpression { NodeType: ExpressionType.Not } not:
                return Nearest(not.Operand, !positive, subject);
            case UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.Quote } convert:
                return Nearest(convert.Operand, positive, subject);
            case BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And or ExpressionType.OrElse or ExpressionType.Or } b:
                var all = b.NodeType is ExpressionType.AndAlso or ExpressionType.And == positive;
                Near l = Nearest(b.Left, positive, subject), r = Nearest(b.Right, positive, subject);
                return all ? (l.Ratio <= r.Ratio ? l : r) : (l.Ratio >= r.Ratio ? l : r);
            case ConditionalExpression iif:
                return Nearest(Ask(iif.Test) == Truth.Yes ? iif.IfTrue : iif.IfFalse, positive, subject);
            case MethodCallExpression call when ThreeValued.IsListCall(call):
                return NearestItem(call, positive);
            case BinaryExpression comparison:
                return NearestComparison(comparison, positive, subject);
            default:
                var holds = Ask(e) is var t && t != Truth.Unknown && (t == Truth.Yes) == positive;
                return new(holds ? NearState.Holds : NearState.Blocked, null);
        }
    }

    private Near NearestItem(MethodCallExpression call, bool positive)
    {
        var (source, path, where) = Source(call.Arguments[0]);
        var condition = call.Arguments.Count > 1 ? ThreeValued.Lambda(call.Arguments[1]) : null;
        var any = call.Method.Name != "All" == positive;
        var best = new Near(any ? NearState.Blocked : NearState.Holds, null);
        object? nearest = null;
        var wasDraft = _isDraft;
        _isDraft = true;
        try
        {
            foreach (var item in (System.Collections.IEnumerable)source)
            {
                if (Belongs(where, item!, path) == Truth.No) continue;
                var near = condition is null ? new(positive ? NearState.Holds : NearState.Blocked, null) : OfItem(item!);
                if (any ? near.Ratio > best.Ratio : near.Ratio < best.Ratio) (best, nearest) = (near, item);
            }
        }
        finally
        {
            _isDraft = wasDraft;
        }

        return _isDraft || condition is null || best.State != NearState.Number || nearest is null ? best : OfItem(nearest);

        Near OfItem(object item)
        {
            Bind(condition!, item, path);
            return Nearest(condition!.Body, positive, item as IEvidenceFact);
        }
    }

    private Near NearestComparison(BinaryExpression e, bool positive, IEvidenceFact? subject)
    {
        var answer = Ask(e);
        var holds = answer != Truth.Unknown && (answer == Truth.Yes) == positive;
        var plain = new Near(holds ? NearState.Holds : NearState.Blocked, null);
        var rising = e.NodeType is ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual == positive;
        if (e.NodeType is ExpressionType.Equal or ExpressionType.NotEqual) return plain;
        Reading value = Value(e.Left), threshold = Value(e.Right);
        var left = ThreeValued.Bare(e.Left);
        if (rising && IsFromNoneToOne(e.NodeType, threshold) && ThreeValued.Mark<MarginByAttribute>(left) is { } mark)
        {
            return Evaluate(ThreeValued.Sibling(left, mark.Ratio)) is decimal ratio
                ? new(NearState.Number, _isDraft ? Draft(ratio) : new Margin(ratio, Written(e), subject?.Subject, null, null))
                : plain;
        }

        if (ThreeValued.Plain(e.Left.Type) == typeof(DateTime)) return plain;
        // A branch that the answer never took, such as a division guarded against zero, is not known and has no nearness.
        if (!value.IsKnown || !threshold.IsKnown || threshold.Lower <= 0 || value.Lower < 0) return plain;
        if (!rising && value.Lower == 0) return plain;
        if (Distance(rising, value.Lower!.Value, threshold.Lower!.Value) is not { } distance) return plain;
        return new(NearState.Number, _isDraft
            ? Draft(distance)
            : new Margin(distance, Written(e), subject?.Subject, PlainNumber.Text(value.Lower.Value), PlainNumber.Text(threshold.Lower.Value)));
    }

    // Whether there is one case at all hangs on the worst value; whether there are six does not.
    private static bool IsFromNoneToOne(ExpressionType sign, Reading threshold) => threshold.IsKnown
        && threshold.Lower == (sign is ExpressionType.GreaterThan or ExpressionType.LessThanOrEqual ? 0m : 1m);

    // How many times the one is the other; null where that is more than a number can be.
    private static decimal? Distance(bool rising, decimal value, decimal threshold)
    {
        try
        {
            return rising ? value / threshold : threshold / value;
        }
        catch (OverflowException) { return null; }
    }

    private static Margin Draft(decimal ratio) => new(ratio, "", null, null, null);

    private string Written(BinaryExpression e) => $"{Path(e.Left)} {ConditionPrinter.SignOf(e.NodeType)} {Path(e.Right)}";
}
