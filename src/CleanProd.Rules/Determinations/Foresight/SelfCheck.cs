using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Determinations.Foresight;

/// <summary>What an enterprise would be judged as with values that it tries out. Nothing is kept of them.</summary>
/// <param name="Determination">Every ground with its reasons and its distance from the line.</param>
/// <param name="WaysOff">Of each rule that would list it, the smallest change that takes it off.</param>
public sealed record SelfCheck(Determination Determination, IReadOnlyList<WayOff> WaysOff)
{
    /// <summary>Judges an enterprise with reports in place of those that are known, table by table.</summary>
    /// <param name="packs">Packs that govern on <paramref name="asOf"/>.</param>
    /// <param name="reference">Codes and dated tables.</param>
    /// <param name="known">What is known of the enterprise.</param>
    /// <param name="tablesKnown">Tables that were given for its place.</param>
    /// <param name="tried">The reports that are tried.</param>
    /// <param name="tablesTried">Names of the tables they hold.</param>
    /// <param name="year">The judged year.</param>
    /// <param name="asOf">The determination date.</param>
    /// <exception cref="PackException">A condition of a pack is refused.</exception>
    public static SelfCheck Of(
        IReadOnlyList<RulePack> packs, ReferenceData reference, FacilityRecords known, IReadOnlySet<string> tablesKnown,
        FacilityRecords tried, IReadOnlySet<string> tablesTried, int year, DateOnly asOf)
    {
        var records = known.Trying(tried, tablesTried);
        var tables = tablesKnown.Union(tablesTried).ToHashSet(StringComparer.Ordinal);
        var judged = new Screening(packs, reference, tables, year, asOf, CrossCheck.All).Judge(records);
        return new(judged, judged.Outcome == Outcome.Triggered ? new WayOffSearch(Law.Compile(packs, asOf), reference, records, tables, year, asOf).Find() : []);
    }
}
