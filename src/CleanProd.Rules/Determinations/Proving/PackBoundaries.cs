using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Determinations.Proving;

/// <summary>A case proposed for a threshold.</summary>
/// <param name="Side">Just under it, on it, or just over it: -1, 0, 1.</param>
/// <param name="Case">The case, with the outcome that the rules give today as its expectation.</param>
/// <param name="Outcome">Outcome of the rule.</param>
public sealed record BoundaryCase(int Side, PackCase Case, string Outcome);

/// <summary>A threshold of a rule with the cases that show on which side it lies.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Part">Which of its conditions.</param>
/// <param name="Threshold">The line in words of the language.</param>
/// <param name="Cases">Just under, on, just over; fewer where a side cannot be reached, none where no case of the pack asks the test of a single item.</param>
public sealed record Boundary(string Rule, string Part, string Threshold, IReadOnlyList<BoundaryCase> Cases);

/// <summary>
/// Makes cases for every threshold of a pack: its own cases are varied, one number at a time, until the number that is judged lies just under, on and
/// just over the line. A lawyer then says whether the outcomes are those of the law.
/// </summary>
public static class PackBoundaries
{
    private static readonly string[] SideNames = ["just under", "on", "just over"];

    /// <summary>The thresholds of a pack in the order of the file.</summary>
    /// <exception cref="PackException">The pack is refused.</exception>
    /// <exception cref="InvalidDataException">A case does not pass.</exception>
    public static IReadOnlyList<Boundary> Of(RulePack pack, ReferenceData reference)
    {
        var cases = PreparedCase.Of(pack, reference);
        if (cases.Count == 0) return [];
        var today = cases[^1].Pack;
        return [.. from rule in today.Rules
                   from part in rule.Parts()
                   from threshold in Threshold.Of(rule.Rule.Name, part.Part, part.Condition.Expression)
                   select Of(threshold, cases, reference)];
    }

    /// <summary>The proposed cases as they stand in a pack.</summary>
    public static string Json(IReadOnlyList<Boundary> boundaries) => new JArray(boundaries.SelectMany(b => b.Cases.Select(c => new JObject
    {
        ["name"] = c.Case.Name,
        ["asOf"] = c.Case.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["year"] = c.Case.Year,
        ["facts"] = new JObject(c.Case.Rows.GroupBy(r => r.Table).Select(t => new JProperty(t.Key, new JArray(t.Select(r => new JObject(r.Cells.Select(cell => new JProperty(cell.Key, cell.Value)))))))),
        ["expect"] = new JObject { ["outcome"] = c.Case.ExpectedOutcome, ["rules"] = new JObject { [b.Rule] = new JObject { ["outcome"] = c.Outcome } } },
    }))).ToString(Formatting.Indented);

    private static Boundary Of(Threshold threshold, IReadOnlyList<PreparedCase> cases, ReferenceData reference)
    {
        IReadOnlyList<BoundaryCase> best = [];
        foreach (var example in cases.Where(c => threshold.Relation(c) is not null))
            foreach (var variation in CaseVariation.Of(example.Case))
            {
                var found = new Crossing(threshold, variation, example.Pack, reference).Find();
                if (found.Count > best.Count) best = found;
                if (best.Count == 3) return new(threshold.Rule, threshold.Part, threshold.Text, best);
            }

        return new(threshold.Rule, threshold.Part, threshold.Text, best);
    }

    /// <summary>Looks for the line along one variation.</summary>
    private sealed class Crossing(Threshold threshold, CaseVariation variation, CompiledPack pack, ReferenceData reference)
    {
        private readonly Dictionary<decimal, (PreparedCase Case, int? Relation)> _asked = [];

        internal IReadOnlyList<BoundaryCase> Find()
        {
            var (low, high) = (Relation(variation.Low), Relation(variation.High));
            if (low is not { } a || high is not { } b || a == b) return [];
            var rising = b > a;
            decimal from = variation.Low, to = variation.High;
            // The last place that is not yet beyond the line from below, then the first beyond it from above.
            var under = Last(from, to, r => rising ? r < 0 : r > 0);
            var over = Last(to, from, r => rising ? r > 0 : r < 0);
            var on = under is { } u && Relation(u + Toward(from, to)) == 0 ? u + Toward(from, to) : under is null && a == 0 ? (decimal?)BestOn(over, from, to) : null;
            var found = new List<BoundaryCase>();
            if (under is { } x) found.Add(Case(rising ? -1 : 1, x));
            if (on is { } y) found.Add(Case(0, y));
            if (over is { } z) found.Add(Case(rising ? 1 : -1, z));
            return [.. found.OrderBy(f => f.Side)];
        }

        private decimal Toward(decimal from, decimal to) => to > from ? variation.Step : -variation.Step;

        private decimal BestOn(decimal? over, decimal from, decimal to) => over is { } o ? o - Toward(from, to) : from;

        // The farthest step from one end at which the relation is still as at that end; null where it is not even there.
        private decimal? Last(decimal from, decimal to, Func<int, bool> holds)
        {
            if (Relation(from) is not { } first || !holds(first)) return null;
            var (near, far) = (0L, (long)(Math.Abs(to - from) / variation.Step));
            while (near + 1 < far)
            {
                var middle = near + ((far - near) / 2);
                if (Relation(from + (middle * Toward(from, to))) is { } r && holds(r)) near = middle;
                else far = middle;
            }

            return from + (near * Toward(from, to));
        }

        private BoundaryCase Case(int side, decimal at)
        {
            var example = Ask(at).Case;
            var judged = example.Judge();
            var outcome = judged.Rules.Single(r => r.Rule == threshold.Rule).Outcome.Word();
            return new(side, example.Case with { Name = $"{threshold.Rule}: {SideNames[side + 1]} {threshold.Text}", ExpectedOutcome = judged.Outcome.Word(), ExpectedRules = [new(threshold.Rule, outcome, null, [])] }, outcome);
        }

        private int? Relation(decimal at) => Ask(at).Relation;

        private (PreparedCase Case, int? Relation) Ask(decimal at)
        {
            if (_asked.TryGetValue(at, out var known)) return known;
            var example = PreparedCase.Of(variation.At(at), pack, reference);
            return _asked[at] = (example, threshold.Relation(example));
        }
    }
}
