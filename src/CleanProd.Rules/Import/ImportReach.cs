using System.Globalization;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>
/// The facilities that somebody may give facts about. What a data set says of any other is kept out and said, never stored silently:
/// a county does not write into the files of its neighbour.
/// </summary>
/// <param name="Regions">Jurisdictions, each with all that lies in it.</param>
/// <param name="Facilities">Single facilities, wherever they lie.</param>
public sealed record ImportReach(IReadOnlyList<RegionCode> Regions, IReadOnlyList<FacilityId> Facilities)
{
    /// <summary>All facilities.</summary>
    public static readonly ImportReach Everything = new([RegionCode.Nation], []);

    /// <summary>All facilities of a jurisdiction.</summary>
    public static ImportReach Of(RegionCode region) => new([region], []);

    /// <summary>Keeps out what a data set says of facilities beyond reach, with one error for each of them and table.</summary>
    /// <param name="import">What the importer gave.</param>
    /// <param name="known">Where facilities lie as far as it is known already.</param>
    public ImportResult Hold(ImportResult import, IReadOnlyDictionary<FacilityId, RegionCode> known)
    {
        var beyond = import.Facts.Facilities.Where(f => !Covers(f.Facility, known)).ToArray();
        if (beyond.Length == 0) return import;
        var rows = beyond.SelectMany(Rows).ToArray();
        var findings = new FindingLog();
        foreach (var table in rows.GroupBy(r => (r.Facility, r.Table, r.Source.File)))
        {
            var sources = table.Select(r => r.Source).Distinct().ToArray();
            findings.Add(
                "outside_region", sources.Min(SourceOrder.Instance), null, table.Key.Facility.Value,
                table.Key.Facility.Value, Named, sources.Length.ToString(CultureInfo.InvariantCulture));
        }

        var refusedBefore = import.Findings.Where(f => f.Severity == FindingSeverity.Error)
            .Select(f => new SourceRef(f.File, f.Sheet, f.Row)).ToHashSet();
        var refused = rows.Select(r => r.Source).Where(s => !refusedBefore.Contains(s)).Distinct().CountBy(s => s.File, StringComparer.Ordinal).ToDictionary();
        return new(
            import.Facts with { Facilities = [.. import.Facts.Facilities.Except(beyond)] },
            FindingLog.Sorted(import.Findings.Concat(findings.Sorted())),
            [.. import.Files.Select(f => refused.GetValueOrDefault(f.Name) is > 0 and var more
                ? f with { RowsTaken = Math.Max(0, f.RowsTaken - more), RowsRefused = f.RowsRefused + more }
                : f)]);
    }

    private string Named => string.Join('、', Regions.Select(r => r == RegionCode.Nation ? "全国" : r.Value).Concat(Facilities.Select(f => f.Value)));

    // Where a facility says it lies must be within reach; where it is known to lie may be told only as roughly as a province tells it.
    private bool Covers(FacilityRecord facility, IReadOnlyDictionary<FacilityId, RegionCode> known) =>
        Facilities.Contains(facility.Id)
        || Regions.Any(r => (Division(facility.Region) is not { } told || r.Covers(told)) && (!known.TryGetValue(facility.Id, out var before) || r.Touches(before)));

    // The importer writes every division that the register knows as its six digits, and leaves all others as they were written.
    private static RegionCode? Division(string? region) =>
        region is { Length: 6 } && region.All(char.IsAsciiDigit) ? RegionCode.Of(region) : null;

    private static IEnumerable<(FacilityId Facility, string Table, SourceRef Source)> Rows(FacilityRecords f)
    {
        var id = f.Facility.Id;
        // A facility that is only mentioned has no row of its own.
        return Of("facilities", f.Facility.IsMention ? [] : [f.Facility.Source])
            .Concat(Of("outlets", f.Outlets.Select(r => r.Source)))
            .Concat(Of("measurements", f.Series.SelectMany(s => s.Points()).Select(p => p.Source)))
            .Concat(Of("monitoring_summaries", f.Summaries.Select(r => r.Source)))
            .Concat(Of("permit_limits", f.PermitLimits.Select(r => r.Source)))
            .Concat(Of("discharges", f.Discharges.Select(r => r.Source)))
            .Concat(Of("quotas", f.Quotas.Select(r => r.Source)))
            .Concat(Of("substances", f.Substances.Select(r => r.Source)))
            .Concat(Of("energy", f.Energy.Select(r => r.Source)))
            .Concat(Of("audits", f.Audits.Select(r => r.Source)))
            .Concat(Of("indicators", f.Indicators.Select(r => r.Source)))
            .Concat(Of("discretion", f.Discretion.Select(r => r.Source)));

        IEnumerable<(FacilityId, string, SourceRef)> Of(string table, IEnumerable<SourceRef> sources) => sources.Select(s => (id, table, s));
    }
}
