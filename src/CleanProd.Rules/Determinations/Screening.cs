using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Determinations;

/// <summary>
/// Judges every facility under the packs of one determination date. A facility's determination depends on its own records, the packs
/// and the reference data alone: order, threads and shards do not matter.
/// </summary>
public sealed partial class Screening
{
    private readonly IReadOnlyList<(CompiledPack Pack, int Facts, DoubleEntry DoubleEntry)> _packs;

    // One for each period: packs that look at the same days look at the same facts.
    private readonly FactsBuilder[] _builders;
    private readonly CrossCheck _crossCheck;
    private readonly int _year;
    private readonly IReadOnlyList<CompiledPack> _compiled;
    private readonly bool _replaces;

    /// <summary>A screening of a year.</summary>
    /// <param name="packs">Packs that govern on <paramref name="asOf"/>.</param>
    /// <param name="reference">Codes and dated tables.</param>
    /// <param name="tablesGiven">Tables the data set holds at all.</param>
    /// <param name="year">The screened year.</param>
    /// <param name="asOf">The determination date.</param>
    /// <param name="crossCheck">How much RulesEngine reads a second time.</param>
    /// <exception cref="PackException">A condition of a pack is refused.</exception>
    public Screening(IEnumerable<RulePack> packs, ReferenceData reference, IReadOnlySet<string> tablesGiven, int year, DateOnly asOf, CrossCheck crossCheck)
        : this(Compiled(packs, asOf), reference, tablesGiven, year, crossCheck)
    {
    }

    /// <summary>A screening with packs that are compiled already, which takes longest: whoever judges under the same law with other tables shares them.</summary>
    /// <param name="packs">Packs as <see cref="Compiled"/> gives them.</param>
    /// <param name="reference">Codes and dated tables.</param>
    /// <param name="tablesGiven">Tables the data set holds at all.</param>
    /// <param name="year">The screened year.</param>
    /// <param name="crossCheck">How much RulesEngine reads a second time.</param>
    public Screening(
        IReadOnlyList<(CompiledPack Pack, DoubleEntry DoubleEntry)> packs, ReferenceData reference, IReadOnlySet<string> tablesGiven, int year, CrossCheck crossCheck)
    {
        _year = year;
        _crossCheck = crossCheck;
        _compiled = [.. packs.Select(p => p.Pack)];
        var asked = _compiled.Select(p => (Period: p.Pack.PeriodOf(year, p.AsOf), p.AsOf)).ToArray();
        var periods = asked.Distinct().ToArray();
        _builders = [.. periods.Select(p => new FactsBuilder(reference, tablesGiven, p.Period, p.AsOf))];
        _packs = [.. packs.Select((p, i) => (p.Pack, Array.IndexOf(periods, asked[i]), p.DoubleEntry))];
        // A pack alone replaces nothing.
        _replaces = _compiled.Count > 1 && Overlays.AnyReplaces(_compiled);
    }

    /// <summary>Packs compiled for a determination date, each with its second reader.</summary>
    /// <param name="packs">Packs that govern on <paramref name="asOf"/>.</param>
    /// <param name="asOf">The determination date.</param>
    /// <exception cref="PackException">A condition of a pack is refused.</exception>
    public static IReadOnlyList<(CompiledPack Pack, DoubleEntry DoubleEntry)> Compiled(IEnumerable<RulePack> packs, DateOnly asOf) =>
        [.. packs.Select(p => CompiledPack.Compile(p, asOf)).Select(p => (p, new DoubleEntry(p)))];

    /// <summary>Judges facilities in parallel and returns the determinations in the order given.</summary>
    public IReadOnlyList<Determination> Judge(IReadOnlyList<FacilityRecords> facilities, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        var judged = new Determination[facilities.Count];
        var done = 0;
        Parallel.For(0, facilities.Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            judged[i] = Judge(facilities[i]);
            if (progress is not null && Interlocked.Increment(ref done) is var n && (n % 500 == 0 || n == facilities.Count)) progress.Report(n);
        });
        return judged;
    }

    /// <summary>Judges one facility.</summary>
    public Determination Judge(FacilityRecords records)
    {
        var rules = new List<RuleDetermination>();
        var built = new FacilityFacts?[_builders.Length];
        foreach (var (pack, facts, doubleEntry) in _packs)
        {
            if (!Concerns(pack.Pack, records.Facility)) continue;
            var judged = InPlace(pack.Pack, records.Facility, Judge(pack, built[facts] ??= _builders[facts].Build(records), doubleEntry, records.Facility.Id));
            rules.AddRange(_replaces ? Overlays.Settle(_compiled, pack, records.Facility, judged) : judged);
        }

        return new(records.Facility, _year, rules);
    }

    /// <summary>What is decided of a facility whose facts cannot be read: nothing. Every rule that concerns it ends in an error that says why.</summary>
    /// <param name="facility">The facility, as far as it is known.</param>
    /// <param name="why">What is damaged.</param>
    public Determination Unreadable(FacilityRecord facility, string why) =>
        new(facility, _year, [.. _compiled.Where(p => Concerns(p.Pack, facility)).SelectMany(p => p.Rules).Select(r => RuleJudge.Failed(r, why))]);

    /// <summary>Whether a pack has a say about a facility: a provincial one about those of its province, and those whose place is not known.</summary>
    internal static bool Concerns(RulePack pack, FacilityRecord facility) =>
        pack.RegionPrefix is not { } prefix || facility.Region is not { } place || place.StartsWith(prefix, StringComparison.Ordinal);

    /// <summary>What the rules of a pack say about a facility, its place taken into account.</summary>
    internal static IEnumerable<RuleDetermination> InPlace(RulePack pack, FacilityRecord facility, IReadOnlyList<RuleDetermination> judged) =>
        pack.RegionPrefix is null || facility.Region is not null ? judged : judged.Select(WithoutPlace);

    // Whether a provincial rule binds cannot be told while the place is not known; a no stays a no.
    private static RuleDetermination WithoutPlace(RuleDetermination rule) => rule.Outcome is Outcome.Triggered or Outcome.Undetermined
        ? rule with { Outcome = Outcome.Undetermined, Evidence = [], Missing = [.. rule.Missing.Prepend("facility.Region")] }
        : rule;

    private IReadOnlyList<RuleDetermination> Judge(CompiledPack pack, FacilityFacts facts, DoubleEntry doubleEntry, FacilityId id)
    {
        var judged = pack.Rules.Select(r => RuleJudge.Judge(r, facts)).ToArray();
        var again = judged.Any(r => r.Outcome is Outcome.Triggered or Outcome.Error) || Sampled(id);
        return again ? doubleEntry.CheckAsync(facts, judged).GetAwaiter().GetResult() : judged;
    }

    // The sample depends on the identity alone, so that a second run checks the same facilities.
    private bool Sampled(FacilityId id)
    {
        if (_crossCheck.OneIn <= 1) return true;
        var hash = 2166136261u;
        foreach (var c in id.Value) hash = unchecked((hash ^ c) * 16777619u);
        return hash % (uint)_crossCheck.OneIn == 0;
    }
}
