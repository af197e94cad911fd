using System.Linq.Expressions;

namespace CleanProd.Rules.Rules;

/// <summary>Counts, sums, means and extremes of lists that may be incomplete.</summary>
internal sealed partial class Explainer
{
    private Reading Aggregate(MethodCallExpression call)
    {
        var (source, path, where) = Source(call.Arguments[0]);
        var term = call.Arguments.Count > 1 ? ThreeValued.Lambda(call.Arguments[1]) : null;
        var name = call.Method.Name;
        if (name == "Count")
        {
            int sure = 0, maybe = 0;
            foreach (var item in (System.Collections.IEnumerable)source)
            {
                var hit = Hit(where, term, item!, path);
                if (hit == Truth.Yes) sure++;
                if (hit != Truth.No) maybe++;
            }

            return Reading.Between(sure, source.IsComplete ? maybe : null);
        }

        var terms = new List<(Reading Value, bool Sure)>();
        foreach (var item in (System.Collections.IEnumerable)source)
        {
            var belongs = Belongs(where, item!, path);
            if (belongs == Truth.No) continue;
            Bind(term!, item!, path);
            terms.Add((Value(term!.Body), belongs == Truth.Yes));
        }

        return name switch
        {
            "Sum" => Sum(terms, source.IsComplete, ThreeValued.NeverNegative(term!.Body)),
            "Average" => Average(terms, source.IsComplete),
            _ => Extreme(terms, source.IsComplete, name == "Max"),
        };
    }

    private static Reading Sum(List<(Reading Value, bool Sure)> terms, bool complete, bool onlyGrows)
    {
        decimal? low = 0m, high = 0m;
        foreach (var (value, sure) in terms)
        {
            if (value.IsNone) continue;
            var (a, b) = (onlyGrows ? value.Lower ?? 0m : value.Lower, value.Upper);
            low += sure ? a : a is { } x ? Math.Min(0m, x) : null;
            high += sure ? b : b is { } y ? Math.Max(0m, y) : null;
        }

        return Reading.Between(complete || onlyGrows ? low : null, complete ? high : null);
    }

    private static Reading Average(List<(Reading Value, bool Sure)> terms, bool complete)
    {
        var none = complete && terms.Count == 0;
        var counted = terms.Where(t => !t.Value.IsNone).ToArray();
        if (!complete || terms.Any(t => !t.Sure) || counted.Length == 0 || counted.Any(t => !t.Value.IsKnown)) return Reading.Between(null, null, none);
        return Reading.Exactly(counted.Sum(t => t.Value.Lower!.Value) / counted.Length);
    }

    private static Reading Extreme(List<(Reading Value, bool Sure)> terms, bool complete, bool max)
    {
        var none = complete && terms.Count == 0;
        var counted = terms.Where(t => !t.Value.IsNone).ToArray();
        decimal? Best(IEnumerable<decimal?> values) => max ? values.Max() : values.Min();
        var near = Best(counted.Where(t => t.Sure).Select(t => max ? t.Value.Lower : t.Value.Upper));
        var ends = counted.Select(t => max ? t.Value.Upper : t.Value.Lower).ToArray();
        var far = complete && terms.Exists(t => t.Sure) && ends.All(x => x is not null) ? Best(ends) : null;
        return max ? Reading.Between(near, far, none) : Reading.Between(far, near, none);
    }
}
