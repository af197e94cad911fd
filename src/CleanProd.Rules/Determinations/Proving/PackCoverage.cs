using System.Linq.Expressions;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Proving;

namespace CleanProd.Rules.Determinations.Proving;

/// <summary>What the cases of a pack show of one test in a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Part">Which of its conditions.</param>
/// <param name="Text">The test.</param>
/// <param name="SeenTrue">In how many cases it held.</param>
/// <param name="SeenFalse">In how many it did not.</param>
/// <param name="SeenUnknown">In how many a fact was missing to tell.</param>
/// <param name="Decisive">In how many the rule came out otherwise had the test said the contrary.</param>
public sealed record TestCoverage(string Rule, string Part, string Text, int SeenTrue, int SeenFalse, int SeenUnknown, int Decisive)
{
    /// <summary>Seen both ways, and deciding at least once.</summary>
    public bool IsCovered => SeenTrue > 0 && SeenFalse > 0 && Decisive > 0;

    /// <summary>Why no case can see it both ways, as the pack explains; null where cases do or nobody explained.</summary>
    public Wording? Explained { get; init; }
}

/// <summary>Which tests of its rules the cases of a pack exercise.</summary>
public static class PackCoverage
{
    /// <summary>The coverage of every comparison and every yes-or-no word of a pack, in the order of the file.</summary>
    /// <exception cref="PackException">The pack is refused.</exception>
    /// <exception cref="InvalidDataException">A case does not pass.</exception>
    public static IReadOnlyList<TestCoverage> Of(RulePack pack, ReferenceData reference)
    {
        var cases = PreparedCase.Of(pack, reference);
        var today = CompiledPack.Compile(pack, cases.Count > 0 ? cases[^1].Case.AsOf : pack.GovernsFrom);
        return [.. from rule in today.Rules
                   from part in rule.Parts()
                   from atom in ConditionNodes.Of(part.Condition.Expression)
                   where ConditionNodes.IsAtom(atom.Node)
                   let seen = Of(rule.Rule.Name, part.Part, atom.Number, ConditionPrinter.Print(atom.Node), cases)
                   select seen.IsCovered ? seen : seen with { Explained = pack.Unseen.FirstOrDefault(u => u.Rule == seen.Rule && u.Part == seen.Part && u.Mutant == seen.Text)?.Reason }];
    }

    private static TestCoverage Of(string name, string part, int number, string text, IReadOnlyList<PreparedCase> cases)
    {
        var (yes, no, open, decisive) = (0, 0, 0, 0);
        foreach (var example in cases)
        {
            var rule = example.Pack.Rules.Single(r => r.Rule.Name == name);
            var seen = Seen(rule, part, number, example);
            if (seen.Contains(Truth.Yes)) yes++;
            if (seen.Contains(Truth.No)) no++;
            if (seen.Contains(Truth.Unknown)) open++;
            if (seen.Count > 0 && Decides(rule, part, number, example)) decisive++;
        }

        return new(name, part, text, yes, no, open, decisive);
    }

    // What the test answered, over all items of the list it is asked about; nothing where the rule never came to ask it.
    private static HashSet<Truth> Seen(CompiledRule rule, string part, int number, PreparedCase example)
    {
        var seen = new HashSet<Truth>();
        var condition = rule.Parts().Single(p => p.Part == part).Condition;
        if (!ReferenceEquals(condition, rule.AppliesWhen) && rule.AppliesWhen?.Ask(example.Facts) == Truth.No) return seen;
        var atom = ConditionNodes.Of(condition.Expression)[number].Node;
        new Explainer(example.Facts)
        {
            Seen = (node, answer) =>
            {
                if (ReferenceEquals(node, atom)) seen.Add(answer);
            },
        }.Ask(condition.Expression);
        return seen;
    }

    private static bool Decides(CompiledRule rule, string part, int number, PreparedCase example)
    {
        var expression = rule.Parts().Single(p => p.Part == part).Condition.Expression;
        var judged = RuleJudge.Judge(rule, example.Facts).Outcome;
        return Otherwise(true) || Otherwise(false);

        bool Otherwise(bool constant) =>
            RuleJudge.Judge(rule.With(part, ConditionNodes.Replace(expression, number, _ => Expression.Constant(constant))), example.Facts).Outcome != judged;
    }
}
