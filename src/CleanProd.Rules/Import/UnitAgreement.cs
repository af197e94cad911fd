using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;

namespace CleanProd.Rules.Import;

/// <summary>Facts whose units do not fit each other (<see cref="UnitFit"/>) are refused where they stand, never guessed at.</summary>
internal static class UnitAgreement
{
    /// <summary>Removes permit limits that convert to no value of their outlet and pollutant.</summary>
    internal static void OfLimits(
        List<PermitLimitRecord> limits, IReadOnlyList<MeasurementSeries> series, FindingLog log, Action<FacilityId, FactTable, SourceRef> refused) =>
        Refuse(limits, FactKinds.PermitLimits, UnitFit.OddLimits(limits, series), l => l.Unit, log, refused);

    /// <summary>Removes discharges that do not convert to the quota of their pollutant.</summary>
    internal static void OfDischarges(
        List<DischargeRecord> discharges, IReadOnlyList<QuotaRecord> quotas, FindingLog log, Action<FacilityId, FactTable, SourceRef> refused) =>
        Refuse(discharges, FactKinds.Discharges, UnitFit.OddDischarges(discharges, quotas), d => d.Unit, log, refused);

    private static void Refuse<T>(
        List<T> facts, FactKind<T> kind, IEnumerable<(T Fact, Unit Other)> odd, Func<T, Unit> unit, FindingLog log, Action<FacilityId, FactTable, SourceRef> refused)
        where T : class
    {
        foreach (var (fact, other) in odd.ToArray())
        {
            log.Add("unit_mismatch", kind.Source(fact), "unit", unit(fact).Symbol, unit(fact).Symbol, other.Symbol);
            refused(kind.Facility(fact), kind.Table, kind.Source(fact));
            facts.Remove(fact);
        }
    }
}
