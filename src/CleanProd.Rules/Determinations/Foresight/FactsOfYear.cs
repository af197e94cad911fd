using System.Collections.Concurrent;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Determinations.Foresight;

/// <summary>
/// The facts of every facility of a year, built once and asked again and again: rules that are being written change in seconds, what
/// was measured last year does not change at all.
/// </summary>
public sealed class FactsOfYear
{
    private readonly IReadOnlyDictionary<ReportingPeriod, FacilityFacts[]> _facts;

    private FactsOfYear(int year, DateOnly asOf, FacilityRecord[] facilities, IReadOnlyDictionary<ReportingPeriod, FacilityFacts[]> facts) =>
        (Year, AsOf, Facilities, _facts) = (year, asOf, facilities, facts);

    /// <summary>The screened year.</summary>
    public int Year { get; }

    /// <summary>The determination date: what was decided or accepted later does not count.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The facilities in ordinal order.</summary>
    public IReadOnlyList<FacilityRecord> Facilities { get; }

    /// <summary>The stretches of days that facts were built for.</summary>
    public IEnumerable<ReportingPeriod> Periods => _facts.Keys;

    /// <summary>The stretch of days that a pack judges in this year.</summary>
    public ReportingPeriod PeriodOf(RulePack pack) => pack.PeriodOf(Year, AsOf);

    /// <summary>Whether what a pack asks for was built.</summary>
    public bool Serves(RulePack pack) => _facts.ContainsKey(PeriodOf(pack));

    /// <summary>The facts that a pack asks for, in the order of <see cref="Facilities"/>.</summary>
    /// <exception cref="InvalidOperationException">They were not built.</exception>
    internal FacilityFacts[] Of(RulePack pack) => _facts.TryGetValue(PeriodOf(pack), out var facts)
        ? facts
        : throw new InvalidOperationException($"The facts of {PeriodOf(pack)} were not prepared for {pack.Id}.");

    /// <summary>Begins to prepare a year.</summary>
    /// <param name="reference">Codes and dated tables.</param>
    /// <param name="year">The screened year.</param>
    /// <param name="asOf">The determination date.</param>
    /// <param name="packs">Packs that will be asked, for the stretches of days they judge.</param>
    public static Preparation Prepare(ReferenceData reference, int year, DateOnly asOf, IEnumerable<RulePack> packs) =>
        new(reference, year, asOf, [.. packs.Select(p => p.PeriodOf(year, asOf)).Append(ReportingPeriod.OfYear(year)).Distinct()]);

    /// <summary>A year in preparation. Records may be let go of as soon as they were added; any number of threads may add.</summary>
    public sealed class Preparation
    {
        private readonly ReferenceData _reference;
        private readonly int _year;
        private readonly DateOnly _asOf;
        private readonly ReportingPeriod[] _periods;
        private readonly ConcurrentDictionary<string, FactsBuilder[]> _builders = new(StringComparer.Ordinal);
        private readonly ConcurrentBag<(FacilityRecord Facility, FacilityFacts[] Facts)> _added = [];

        internal Preparation(ReferenceData reference, int year, DateOnly asOf, ReportingPeriod[] periods) => (_reference, _year, _asOf, _periods) = (reference, year, asOf, periods);

        /// <summary>Builds the facts of a facility.</summary>
        /// <param name="records">What was reported about it.</param>
        /// <param name="tablesGiven">Tables that were given for its place at all.</param>
        public void Add(FacilityRecords records, IReadOnlySet<string> tablesGiven)
        {
            var builders = _builders.GetOrAdd(string.Join(' ', tablesGiven.Order(StringComparer.Ordinal)), _ => [.. _periods.Select(p => new FactsBuilder(_reference, tablesGiven, p, _asOf))]);
            _added.Add((records.Facility, [.. builders.Select(b => b.Build(records))]));
        }

        /// <summary>The year with everything that was added.</summary>
        public FactsOfYear Done()
        {
            var all = _added.OrderBy(a => a.Facility.Id).ToArray();
            return new(_year, _asOf, [.. all.Select(a => a.Facility)], _periods.Index().ToDictionary(p => p.Item, p => all.Select(a => a.Facts[p.Index]).ToArray()));
        }
    }
}
