using System.Globalization;
using System.Linq.Expressions;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules;

/// <summary>Evidence of a certain answer, absent facts of an open one, and the margin.</summary>
internal sealed partial class Explainer
{
    /// <summary>The rows that make the condition what it is (<paramref name="answer"/> yes or no), without repeats, in a stable order.</summary>
    internal IReadOnlyList<Evidence> EvidenceOf(Expression e, Truth answer = Truth.Yes)
    {
        var found = new List<Evidence>();
        Gather(e, answer, found);
        return found.Distinct().ToArray();
    }

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

    private void Gather(Expression e, Truth answer, List<Evidence> found)
    {
        if (answer == Truth.Unknown || Ask(e) != answer) return;
        switch (e)
        {
            case UnaryExpression { NodeType: ExpressionType.Not } not:
                Gather(not.Operand, Negate(answer), found);
                break;
            case UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.Quote } convert:
                Gather(convert.Operand, answer, found);
                break;
            case BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And or ExpressionType.OrElse or ExpressionType.Or } b:
                Gather(b.Left, answer, found);
                Gather(b.Right, answer, found);
                break;
            case ConditionalExpression iif:
                Gather(Ask(iif.Test) == Truth.Yes ? iif.IfTrue : iif.IfFalse, answer, found);
                break;
            case BinaryExpression comparison:
                GatherValue(comparison.Left, Value(comparison.Right), found);
                GatherValue(comparison.Right, Value(comparison.Left), found);
                break;
            case MethodCallExpression call when ThreeValued.IsListCall(call):
                var (source, path, where) = Source(call.Arguments[0]);
                var condition = call.Arguments.Count > 1 ? ThreeValued.Lambda(call.Arguments[1]) : null;
                foreach (var item in (System.Collections.IEnumerable)source)
                    if (answer == Truth.Yes && Hit(where, condition, item!, path) == Truth.Yes && item is IEvidenceFact fact) found.AddRange(HeldAgainst(fact, condition, item, path));
                break;
            default:
                GatherValue(e, default, found);
                break;
        }
    }

    // A fact of one row that was held against a number of the pack shows that number as its limit.
    private IReadOnlyList<Evidence> HeldAgainst(IEvidenceFact fact, LambdaExpression? condition, object item, string path)
    {
        if (condition is null || fact.Evidence is not [{ Limit: null, Value: { Qualifier: ValueQualifier.Exact } value } only]) return fact.Evidence;
        Bind(condition, item, path);
        return Nearest(condition.Body, true, null) is { State: NearState.Number, Margin: { Threshold: { } threshold } margin } && margin.Value == PlainNumber.Text(value.Number)
            ? [only with { Limit = decimal.Parse(threshold, CultureInfo.InvariantCulture), Ratio = margin.Ratio }]
            : fact.Evidence;
    }

    // Indicators and judgements carry their own source; aggregates show the items they are made of.
    private void GatherValue(Expression e, Reading other, List<Evidence> found)
    {
        switch (ThreeValued.Bare(e))
        {
            case BinaryExpression b:
                GatherValue(b.Left, other, found);
                GatherValue(b.Right, other, found);
                break;
            case MethodCallExpression call when ThreeValued.IsListCall(call):
                var (source, path, where) = Source(call.Arguments[0]);
                var condition = call.Method.Name == "Count" && call.Arguments.Count > 1 ? ThreeValued.Lambda(call.Arguments[1]) : null;
                foreach (var item in (System.Collections.IEnumerable)source)
                    if (Hit(where, condition, item!, path) == Truth.Yes && item is IEvidenceFact fact) found.AddRange(fact.Evidence);
                break;
            case MethodCallExpression call when call.Object is { } owner && Evaluate(owner) is IndicatorFacts indicators && call.Arguments.Count > 0:
                var name = (string)Evaluate(call.Arguments[0])!;
                int? year = call.Arguments.Count > 1 ? (int)Coerce(Argument(call.Arguments[1]), typeof(int))! : null;
                if (indicators.Find(name, year) is { Value: { } value } indicator)
                {
                    found.Add(new Evidence(indicator.Source)
                    {
                        Pollutant = name, Name = name, At = indicator.Year.ToString(CultureInfo.InvariantCulture), Value = MeasuredValue.Of(value),
                        Limit = other.IsOrdered && other.IsKnown ? other.Lower : null, Unit = indicator.Unit,
                        Ratio = other.IsOrdered && other.Lower is { } limit && limit > 0 && other.IsKnown ? value / limit : null,
                    });
                }

                break;
            case MethodCallExpression call when call.Object is { } owner && Evaluate(owner) is DiscretionFacts discretion:
                if (discretion.Find((string)Evaluate(call.Arguments[0])!) is { } decision)
                {
                    found.Add(new Evidence(decision.Source)
                    {
                        Pollutant = decision.Topic, Name = decision.Topic, At = decision.DecidedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                        Basis = $"{decision.DecidedBy}：{decision.Value}（{decision.Reason}）",
                    });
                }

                break;
        }
    }

    private void GatherMissing(Expression e, List<string> missing)
    {
        switch (e)
        {
            case UnaryExpression { NodeType: ExpressionType.Not or ExpressionType.Convert or ExpressionType.Quote } u:
                GatherMissing(u.Operand, missing);
                break;
            case BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And or ExpressionType.OrElse or ExpressionType.Or } b when Ask(b) == Truth.Unknown:
                if (Ask(b.Left) == Truth.Unknown) GatherMissing(b.Left, missing);
                if (Ask(b.Right) == Truth.Unknown) GatherMissing(b.Right, missing);
                break;
            case ConditionalExpression iif when Ask(iif) == Truth.Unknown:
                foreach (var part in (Expression[])[iif.Test, iif.IfTrue, iif.IfFalse])
                    if (Ask(part) == Truth.Unknown) GatherMissing(part, missing);
                break;
            case BinaryExpression comparison when comparison.Type == typeof(bool) && Ask(comparison) == Truth.Unknown:
                if (comparison.Left.Type == typeof(bool))
                {
                    GatherMissing(comparison.Left, missing);
                    GatherMissing(comparison.Right, missing);
                    break;
                }

                GatherMissingValue(comparison.Left, missing);
                GatherMissingValue(comparison.Right, missing);
                break;
            case MethodCallExpression call when ThreeValued.IsListCall(call) && Ask(call) == Truth.Unknown:
                GatherMissingItems(call, missing);
                break;
            default:
                if (e.Type == typeof(bool) && e is MemberExpression or MethodCallExpression) missing.AddRange(Unknowns(e));
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
        if (!reading.IsKnown && !reading.IsNone) missing.Add(Path(bare));
    }

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

    private Near Nearest(Expression e, bool positive, string? subject)
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
            case BinaryExpression comparison when comparison.Left.Type != typeof(bool) && ThreeValued.IsOrdered(comparison.Left.Type)
                && !ThreeValued.IsNull(comparison.Left) && !ThreeValued.IsNull(comparison.Right):
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
        foreach (var item in (System.Collections.IEnumerable)source)
        {
            if (Belongs(where, item!, path) == Truth.No) continue;
            Near near;
            if (condition is null) near = new(positive ? NearState.Holds : NearState.Blocked, null);
            else
            {
                Bind(condition, item!, path);
                near = Nearest(condition.Body, positive, (item as IEvidenceFact)?.Subject);
            }

            if (any ? near.Ratio > best.Ratio : near.Ratio < best.Ratio) best = near;
        }

        return best;
    }

    private Near NearestComparison(BinaryExpression e, bool positive, string? subject)
    {
        var answer = Compare(e);
        var holds = answer != Truth.Unknown && (answer == Truth.Yes) == positive;
        var plain = new Near(holds ? NearState.Holds : NearState.Blocked, null);
        var rising = e.NodeType is ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual == positive;
        if (e.NodeType is ExpressionType.Equal or ExpressionType.NotEqual) return plain;
        var left = ThreeValued.Bare(e.Left);
        if (rising && ThreeValued.Mark<MarginByAttribute>(left) is { } mark)
        {
            return Evaluate(Expression.Property(ThreeValued.Owner(left)!, mark.Ratio)) is decimal ratio
                ? new(NearState.Number, new Margin(ratio, Written(e), subject, null, null))
                : plain;
        }

        if (ThreeValued.Plain(e.Left.Type) == typeof(DateTime)) return plain;
        Reading value = Value(e.Left), threshold = Value(e.Right);
        if (!value.IsKnown || !threshold.IsKnown || threshold.Lower <= 0 || value.Lower < 0) return plain;
        if (!rising && value.Lower == 0) return plain;
        var distance = rising ? value.Lower!.Value / threshold.Lower!.Value : threshold.Lower!.Value / value.Lower!.Value;
        return new(NearState.Number, new Margin(distance, Written(e), subject, PlainNumber.Text(value.Lower.Value), PlainNumber.Text(threshold.Lower.Value)));
    }

    private string Written(BinaryExpression e) => $"{Path(e.Left)} {Sign(e.NodeType)} {Path(e.Right)}";

    private static string Sign(ExpressionType kind) => kind switch
    {
        ExpressionType.GreaterThan => ">",
        ExpressionType.GreaterThanOrEqual => ">=",
        ExpressionType.LessThan => "<",
        ExpressionType.LessThanOrEqual => "<=",
        ExpressionType.NotEqual => "!=",
        _ => "==",
    };
}
