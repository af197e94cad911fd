using CleanProd.Rules.Benchmarks.Engines;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Benchmarks.Rules;

/// <summary>
/// The rule stage alone: the shipped packs in force over facts that are ready, round after round until enough rules were asked. What counts
/// is how often each rule says yes.
/// </summary>
internal sealed class RuleWork
{
    /// <summary>Enterprises asked in one run, each by all rules.</summary>
    internal const int Asked = 40_000;

    private RuleWork(IReadOnlyList<CompiledPack> packs, FacilityFacts[] facts, int asked)
    {
        (Packs, Facts) = (packs, facts);
        Rounds = Math.Max(1, asked / facts.Length);
    }

    internal IReadOnlyList<CompiledPack> Packs { get; }

    internal FacilityFacts[] Facts { get; }

    internal int Rounds { get; }

    internal IReadOnlyList<string> Names => [.. Packs.SelectMany(p => p.Rules).Select(r => r.Rule.Name)];

    /// <summary>Evaluations of one rule over one enterprise in one run.</summary>
    internal long Evaluations => (long)Rounds * Facts.Length * Names.Count;

    /// <summary>Builds the facts from what the product has stored.</summary>
    internal static RuleWork Of(Product product, int asked = Asked)
    {
        var reference = ShippedFiles.Reference();
        var packs = PackSelection.On(ShippedFiles.Packs(null).Packs, Product.AsOf).Select(p => CompiledPack.Compile(p, Product.AsOf)).ToArray();
        var builder = new FactsBuilder(reference, product.Tables(), packs[0].Pack.PeriodOf(Data.DataPlan.Year, Product.AsOf), Product.AsOf);
        return new(packs, [.. product.Read().Take(asked).Select(builder.Build)], asked);
    }

    /// <summary>Our evaluator: the certain and the possible reading of each condition.</summary>
    internal int[] Ours()
    {
        var conditions = Packs.SelectMany(p => p.Rules).Select(r => r.Condition).ToArray();
        var yes = new int[conditions.Length];
        for (var round = 0; round < Rounds; round++)
            foreach (var facts in Facts)
                for (var i = 0; i < conditions.Length; i++)
                    if (conditions[i].Ask(facts) == Truth.Yes) yes[i]++;
        return yes;
    }
}
