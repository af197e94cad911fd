using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Import;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Tests.Rules;

/// <summary>What asking a rule costs, over the shipped packs and the enterprises of the sample.</summary>
[Collection(Costs.Name)]
public class RuleCostTests
{
    private const int Rounds = 20;

    private static readonly DateOnly AsOf = new(2025, 1, 15);

    private readonly CompiledPack[] _packs = [.. PackSelection.On([.. Shipped.NationalPacks, Shipped.Pack("rules/gd/guangdong-overlay.json")], AsOf).Select(p => CompiledPack.Compile(p, AsOf))];
    private readonly FacilityFacts[] _facts;

    public RuleCostTests()
    {
        var files = Directory.EnumerateFiles(Shipped.PathOf("data/samples/guangdong"), "*.csv").Where(f => !f.EndsWith("accepted-findings.csv", StringComparison.Ordinal))
            .Select(f => new SourceFile(Path.GetFileName(f), () => File.OpenRead(f))).ToArray();
        var set = new DataSetImporter(Shipped.Reference, null, new ImportArguments(2024)).Import(files).Facts;
        var builder = new FactsBuilder(Shipped.Reference, set.TablesGiven, _packs[0].Pack.PeriodOf(2024, AsOf), AsOf);
        _facts = [.. set.Facilities.Select(builder.Build)];
    }

    [Fact]
    public void A_rule_that_is_asked_allocates_nothing()
    {
        var conditions = _packs.SelectMany(p => p.Rules).Select(r => r.Condition).ToArray();
        Assert.True(Ask(conditions) > 0);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask(conditions);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void A_rule_is_asked_in_less_than_a_tenth_of_the_time_that_RulesEngine_takes()
    {
        var conditions = _packs.SelectMany(p => p.Rules).Select(r => r.Condition).ToArray();
        var readers = _packs.Select(p => new RulesEngineReader(p)).ToArray();
        void Theirs()
        {
            foreach (var reader in readers)
                foreach (var facts in _facts) reader.ReadAsync(facts).GetAwaiter().GetResult();
        }

        Ask(conditions);
        Theirs();

        var ratio = Costs.Ratio(() => { for (var round = 0; round < Rounds; round++) Ask(conditions); }, Theirs) / Rounds;

        Assert.True(ratio < 0.1, $"ours takes {ratio} of the time of RulesEngine");
    }

    private int Ask(CompiledCondition[] conditions)
    {
        var yes = 0;
        foreach (var facts in _facts)
            foreach (var condition in conditions)
                if (condition.Ask(facts) == Truth.Yes) yes++;
        return yes;
    }
}
