using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>
/// Facts that will be held against each other must be in units that convert: a limit in kg is no limit for mg/L, a discharge in m³ tells
/// nothing of a quota in t. The odd one is refused where it stands, never guessed at.
/// </summary>
internal static class UnitAgreement
{
    /// <summary>Removes permit limits that convert to no value of their outlet and pollutant.</summary>
    internal static void OfLimits(
        List<PermitLimitRecord> limits, IReadOnlyList<MeasurementSeries> series, FindingLog log, Action<FacilityId, FactTable, SourceRef> refused)
    {
        Refuse(limits, l => (l.Unit, l.Source), l => series.Where(s => s.Key.OutletId == l.OutletId && s.Key.Pollutant == l.Pollutant).Select(s => s.Key.Unit).ToArray(),
            log, l => refused(l.FacilityId, FactTables.PermitLimits, l.Source));
    }

    /// <summary>Removes discharges that do not convert to the quota of their pollutant.</summary>
    internal static void OfDischarges(
        List<DischargeRecord> discharges, IReadOnlyList<QuotaRecord> quotas, FindingLog log, Action<FacilityId, FactTable, SourceRef> refused)
    {
        Refuse(discharges, d => (d.Unit, d.Source), d => quotas.Where(q => q.Pollutant == d.Pollutant).Select(q => q.Unit).ToArray(),
            log, d => refused(d.FacilityId, FactTables.Discharges, d.Source));
    }

    private static void Refuse<T>(List<T> facts, Func<T, (Unit Unit, SourceRef Source)> what, Func<T, Unit[]> against, FindingLog log, Action<T> refused)
    {
        foreach (var fact in facts.ToArray())
        {
            var (unit, source) = what(fact);
            var others = against(fact);
            if (others.Length == 0 || others.Any(unit.ConvertsTo)) continue;
            log.Add("unit_mismatch", source, "unit", unit.Symbol, unit.Symbol, others[0].Symbol);
            refused(fact);
            facts.Remove(fact);
        }
    }
}
