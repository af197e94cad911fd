using System.Globalization;
using System.Linq.Expressions;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules;

/// <summary>The rows that made a condition what it is.</summary>
internal sealed partial class Explainer
{
    /// <summary>The rows that make the condition what it is (<paramref name="answer"/> yes or no), without repeats, in a stable order.</summary>
    internal IReadOnlyList<Evidence> EvidenceOf(Expression e, Truth answer = Truth.Yes)
    {
        var found = new List<Evidence>();
        Gather(e, answer, found);
        return found.Distinct().ToArray();
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
                Gather(iif.Test, Ask(iif.Test), found);
                Gather(Ask(iif.Test) == Truth.Yes ? iif.IfTrue : iif.IfFalse, answer, found);
                break;
            case BinaryExpression same when same.Left.Type == typeof(bool):
                Gather(same.Left, Ask(same.Left), found);
                Gather(same.Right, Ask(same.Right), found);
                break;
            case BinaryExpression comparison:
                Reading left = Value(comparison.Left), right = Value(comparison.Right);
                if (!left.Fails) GatherValue(comparison.Left, right, found);
                if (!right.Fails) GatherValue(comparison.Right, left, found);
                break;
            case MethodCallExpression call when ThreeValued.IsListCall(call):
                var (source, path, where) = Source(call.Arguments[0]);
                var condition = call.Arguments.Count > 1 ? ThreeValued.Lambda(call.Arguments[1]) : null;
                // That not all do rests on those that do not; that none does, on no item.
                if (answer == Truth.No && call.Method.Name != "All") break;
                foreach (var item in (System.Collections.IEnumerable)source)
                {
                    if (item is not IEvidenceFact fact || Belongs(where, item, path) != Truth.Yes) continue;
                    if (condition is null || AskItem(condition, item, path) == answer) found.AddRange(HeldAgainst(fact, condition, answer));
                }

                break;
            default:
                GatherValue(e, default, found);
                break;
        }
    }

    // A fact of one row that was held against a number of the pack shows that number as its limit.
    private IReadOnlyList<Evidence> HeldAgainst(IEvidenceFact fact, LambdaExpression? condition, Truth answer)
    {
        if (condition is null || fact.Evidence is not [{ Limit: null, Value: { Qualifier: ValueQualifier.Exact } value } only]) return fact.Evidence;
        return Nearest(condition.Body, answer == Truth.Yes, null) is { State: NearState.Number, Margin: { Threshold: { } threshold } margin } && margin.Value == PlainNumber.Text(value.Number)
            ? [only with { Limit = decimal.Parse(threshold, CultureInfo.InvariantCulture), Ratio = margin.Ratio }]
            : fact.Evidence;
    }

    // Indicators and judgements carry their own source; aggregates show the items they are made of.
    private void GatherValue(Expression e, Reading other, List<Evidence> found)
    {
        switch (ThreeValued.Bare(e))
        {
            case BinaryExpression b:
                // A part of a sum or product is not itself held against what the whole is.
                GatherValue(b.Left, default, found);
                GatherValue(b.Right, default, found);
                break;
            case UnaryExpression negate:
                GatherValue(negate.Operand, default, found);
                break;
            case ConditionalExpression iif:
                Gather(iif.Test, Ask(iif.Test), found);
                GatherValue(Ask(iif.Test) == Truth.Yes ? iif.IfTrue : iif.IfFalse, other, found);
                break;
            case MethodCallExpression { Method.DeclaringType: { } t } math when t == typeof(Math):
                foreach (var argument in math.Arguments) GatherValue(argument, default, found);
                break;
            case MethodCallExpression call when ThreeValued.IsListCall(call):
                var (source, path, where) = Source(call.Arguments[0]);
                var condition = call.Method.Name == "Count" && call.Arguments.Count > 1 ? ThreeValued.Lambda(call.Arguments[1]) : null;
                foreach (var item in (System.Collections.IEnumerable)source)
                    if (Hit(where, condition, item!, path) == Truth.Yes && item is IEvidenceFact fact) found.AddRange(fact.Evidence);
                break;
            case MethodCallExpression call when call.Object is { } owner && Evaluate(owner) is IndicatorFacts indicators:
                var name = (string)Evaluate(call.Arguments[0])!;
                int? year = call.Arguments.Count > 1 ? (int)Coerce(Argument(call.Arguments[1]), typeof(int))! : null;
                if (indicators.Find(name, year) is { Value: { } value } indicator)
                {
                    found.Add(new Evidence(indicator.Source)
                    {
                        Pollutant = name, Name = name, At = indicator.Year.ToString(CultureInfo.InvariantCulture), Value = MeasuredValue.Of(value),
                        Limit = other.IsOrdered && other.IsKnown ? other.Lower : null, Unit = indicator.Unit,
                        Ratio = other.IsOrdered && other.Lower is { } limit && limit > 0 && other.IsKnown ? Distance(rising: true, value, limit) : null,
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
}
