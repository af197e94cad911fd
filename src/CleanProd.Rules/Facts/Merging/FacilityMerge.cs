namespace CleanProd.Rules.Facts.Merging;

/// <summary>
/// The facts of one facility from several imports, as one: in the order in which the imports became known, the later row of the same thing
/// wins (<see cref="FactKinds"/>), a replacing import takes away what it does not repeat, and what does not hold any more is listed.
/// Facts that were told in parts give the same records, in the same order, as one import of all of them.
/// </summary>
public static class FacilityMerge
{
    /// <summary>Merges what imports say of one facility.</summary>
    /// <param name="layers">One entry per import that names the facility, in the order in which the imports became known; never none.</param>
    /// <exception cref="ArgumentException">There is none, or they speak of several facilities.</exception>
    /// <exception cref="InvalidDataException">A series is damaged.</exception>
    public static MergedFacility Merge(IReadOnlyList<FactLayer> layers)
    {
        if (layers.Select(l => l.Records.Facility.Id).Distinct().Count() != 1)
            throw new ArgumentException("Facts of exactly one facility are merged.", nameof(layers));
        if (layers.Count == 1) return new(layers[0].Records, [], []);
        var superseded = new List<SupersededFact>();
        var (facility, described) = Descriptions.Facility(layers, superseded);
        var (outlets, completed) = Descriptions.Of(layers, superseded);
        var merged = new FacilityRecords
        {
            Facility = facility,
            Outlets = outlets,
            Series = SeriesMerge.Merge(layers, superseded),
            Summaries = TableMerge.Merge(FactKinds.Summaries, layers, superseded),
            PermitLimits = TableMerge.Merge(FactKinds.PermitLimits, layers, superseded),
            Discharges = TableMerge.Merge(FactKinds.Discharges, layers, superseded),
            Quotas = TableMerge.Merge(FactKinds.Quotas, layers, superseded),
            Substances = TableMerge.Merge(FactKinds.Substances, layers, superseded),
            Energy = TableMerge.Merge(FactKinds.Energy, layers, superseded),
            Audits = TableMerge.Merge(FactKinds.Audits, layers, superseded),
            Indicators = TableMerge.Merge(FactKinds.Indicators, layers, superseded),
            Discretion = TableMerge.Merge(FactKinds.Discretion, layers, superseded),
            RefusedIn = RefusedMerge.Merge(layers),
        };
        return new(Agreeing(merged), superseded, [.. described, .. completed]);
    }

    // Two imports may each be sound and yet not fit each other, which neither could see: what one import would refuse is refused here.
    private static FacilityRecords Agreeing(FacilityRecords merged)
    {
        var limits = UnitFit.OddLimits(merged.PermitLimits, merged.Series).Select(o => o.Fact).ToArray();
        var discharges = UnitFit.OddDischarges(merged.Discharges, merged.Quotas).Select(o => o.Fact).ToArray();
        if (limits.Length == 0 && discharges.Length == 0) return merged;
        var refused = new SortedDictionary<string, SourceRef>(merged.RefusedIn.ToDictionary(), StringComparer.Ordinal);
        Refuse(FactTables.PermitLimits, limits.Select(l => l.Source));
        Refuse(FactTables.Discharges, discharges.Select(d => d.Source));
        return new FacilityRecords
        {
            Facility = merged.Facility, Outlets = merged.Outlets, Series = merged.Series, Summaries = merged.Summaries,
            PermitLimits = [.. merged.PermitLimits.Except(limits)], Discharges = [.. merged.Discharges.Except(discharges)],
            Quotas = merged.Quotas, Substances = merged.Substances, Energy = merged.Energy, Audits = merged.Audits,
            Indicators = merged.Indicators, Discretion = merged.Discretion, RefusedIn = refused,
        };

        void Refuse(FactTable table, IEnumerable<SourceRef> rows)
        {
            foreach (var row in rows)
                if (!refused.TryGetValue(table.Name, out var first) || SourceOrder.Instance.Compare(row, first) < 0) refused[table.Name] = row;
        }
    }
}
