using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Proving;

namespace CleanProd.Rules.Determinations.Proving;

/// <summary>A small mistake put into a rule, and whether a case noticed.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Part">Which of its conditions.</param>
/// <param name="What">The mistake in words.</param>
/// <param name="NoticedBy">Name of the first case that failed; null for a mistake that survived.</param>
public sealed record Mutant(string Rule, string Part, Wording What, string? NoticedBy);

/// <summary>Puts every small mistake into the rules of a pack, one at a time, and sees whether its cases notice.</summary>
public static class PackMutation
{
    /// <summary>All mutants of a pack in the order of the file.</summary>
    /// <exception cref="PackException">The pack is refused.</exception>
    /// <exception cref="InvalidDataException">A case does not pass.</exception>
    /// <exception cref="OperationCanceledException">It was broken off.</exception>
    public static IReadOnlyList<Mutant> Of(RulePack pack, ReferenceData reference, CancellationToken ct = default)
    {
        var cases = PreparedCase.Of(pack, reference);
        var today = CompiledPack.Compile(pack, cases.Count > 0 ? cases[^1].Case.AsOf : pack.GovernsFrom);
        var wanted = today.Rules.SelectMany(r => r.Parts().SelectMany(p => Mutation.Of(p.Condition.Expression).Select(m => (r.Rule.Name, p.Part, Mutation: m)))).ToArray();
        var mutants = new Mutant[wanted.Length];
        Parallel.For(0, wanted.Length, new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            mutants[i] = new(wanted[i].Name, wanted[i].Part, wanted[i].Mutation.What, NoticedBy(wanted[i].Name, wanted[i].Part, wanted[i].Mutation, cases)));
        return mutants;
    }

    private static string? NoticedBy(string name, string part, Mutation mutation, IReadOnlyList<PreparedCase> cases)
    {
        var changed = new Dictionary<CompiledPack, CompiledRule>();
        foreach (var example in cases)
        {
            if (!changed.TryGetValue(example.Pack, out var rule))
            {
                var original = example.Pack.Rules.Single(r => r.Rule.Name == name);
                var condition = original.Parts().Single(p => p.Part == part).Condition.Expression;
                changed[example.Pack] = rule = original.With(part, ConditionNodes.Replace(condition, mutation.Node, mutation.Change));
            }

            if (example.Notices(rule)) return example.Case.Name;
        }

        return null;
    }
}
