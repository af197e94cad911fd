using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Proving;

namespace CleanProd.Rules.Determinations.Proving;

/// <summary>A small mistake put into a rule, and whether a case noticed.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Part">Which of its conditions.</param>
/// <param name="What">The mistake in words.</param>
/// <param name="NoticedBy">Name of the first case that failed; null for a mistake that survived.</param>
public sealed record Mutant(string Rule, string Part, Wording What, string? NoticedBy)
{
    /// <summary>Why no case can notice it, as the pack explains; null for one that a case notices or nobody explained.</summary>
    public Wording? Explained { get; init; }

    /// <summary>Whether it survived and nobody explained why.</summary>
    public bool IsUnexplained => NoticedBy is null && Explained is null;
}

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
        {
            var (name, part, mutation) = wanted[i];
            var noticed = NoticedBy(name, part, mutation, cases);
            mutants[i] = new(name, part, mutation.What, noticed) { Explained = noticed is null ? pack.Survivors.FirstOrDefault(s => Explains(s, name, part, mutation.What))?.Reason : null };
        });
        return mutants;
    }

    /// <summary>Explanations of a pack that explain no survivor: the mistake is noticed by now, or the rule has changed.</summary>
    public static IReadOnlyList<ExplainedMutant> Stale(RulePack pack, IReadOnlyList<Mutant> mutants) =>
        [.. pack.Survivors.Where(s => !mutants.Any(m => m.NoticedBy is null && Explains(s, m.Rule, m.Part, m.What)))];

    private static bool Explains(ExplainedMutant explained, string rule, string part, Wording what) => explained.Rule == rule && explained.Part == part && explained.Mutant == what.En;

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
