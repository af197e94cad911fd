using System.Linq.Expressions;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Proving;

namespace CleanProd.Rules.Determinations.Proving;

/// <summary>A line that a rule draws between numbers: which test draws it, and which two numbers lie on either side.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Part">Which of its conditions.</param>
/// <param name="Node">Number of the test in the condition.</param>
/// <param name="Text">The line in words of the language.</param>
/// <param name="Sides">From the test, the number and the limit it is held against.</param>
internal sealed record Threshold(string Rule, string Part, int Node, string Text, Func<Expression, (Expression Number, Expression Limit)> Sides)
{
    /// <summary>The lines of a condition.</summary>
    internal static IEnumerable<Threshold> Of(string rule, string part, Expression condition)
    {
        var printer = ConditionPrinter.For(condition);
        foreach (var (number, node, _) in ConditionNodes.Of(condition))
        {
            if (node is not BinaryExpression b || !ConditionNodes.IsAtom(b) || !ThreeValued.IsOrdered(b.Left.Type) || ThreeValued.Plain(b.Left.Type) == typeof(DateTime) || ThreeValued.IsNull(b.Left) || ThreeValued.IsNull(b.Right)) continue;
            var counted = Counted(b);
            // An exceedance is a value over its limit: that is where the line lies, not between no exceedance and one.
            if (counted is { } word && ThreeValued.Mark<MarginByAttribute>(word) is { } by && ThreeValued.Bare(b.Right) is ConstantExpression { Value: 0 })
                yield return new(rule, part, number, $"{printer.Text(b)}: {by.Ratio} 1", e => (Property(Counted((BinaryExpression)e)!, by.Ratio), Expression.Constant(1m, typeof(decimal?))));
            else yield return new(rule, part, number, printer.Text(b), e => (((BinaryExpression)e).Left, ((BinaryExpression)e).Right));
            foreach (var (i, call) in Ratios(b).Index())
                yield return new(rule, part, number, $"{printer.Text(call)}: {nameof(MonitoringFact.MaxRatio)} {printer.Text(call.Arguments[0])}", e =>
                {
                    var same = Ratios((BinaryExpression)e).ElementAt(i);
                    return (Property(same, nameof(MonitoringFact.MaxRatio)), Expression.Convert(same.Arguments[0], typeof(decimal?)));
                });
        }
    }

    /// <summary>How the number lies to its limit in a case: -1 under it, 0 on it, 1 over it; null where it is not known, not asked or asked of several.</summary>
    internal int? Relation(PreparedCase example)
    {
        var rule = example.Pack.Rules.Single(r => r.Rule.Name == Rule);
        var condition = rule.Parts().Single(p => p.Part == Part).Condition;
        var (under, over) = (Ask(ExpressionType.LessThan), Ask(ExpressionType.GreaterThan));
        return (under, over) switch
        {
            (Truth.Yes, _) => -1,
            (_, Truth.Yes) => 1,
            (Truth.No, Truth.No) => 0,
            _ => null,
        };

        Truth? Ask(ExpressionType kind)
        {
            var changed = ConditionNodes.Replace(condition.Expression, Node, e =>
            {
                var (number, limit) = Sides(e);
                return Expression.MakeBinary(kind, number, limit);
            });
            var test = ConditionNodes.Of(changed)[Node].Node;
            var seen = new List<Truth>();
            new Explainer(example.Facts) { Seen = (node, answer) => { if (ReferenceEquals(node, test)) seen.Add(answer); } }.Ask(changed);
            return seen.Count == 1 ? seen[0] : null;
        }
    }

    private static MemberExpression? Counted(BinaryExpression b) => ThreeValued.Bare(b.Left) as MemberExpression;

    private static MemberExpression Property(Expression leaf, string member) => Expression.Property(ThreeValued.Owner(leaf)!, member);

    private static IEnumerable<MethodCallExpression> Ratios(BinaryExpression b) => ConditionNodes.Of(b).Select(n => n.Node).OfType<MethodCallExpression>()
        .Where(c => c.Method.DeclaringType == typeof(MonitoringFact) && c.Arguments.Count == 1 && c.Arguments[0].Type == typeof(decimal));
}
