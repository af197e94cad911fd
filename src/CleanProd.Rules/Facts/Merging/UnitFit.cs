using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Facts.Merging;

/// <summary>
/// Facts that will be held against each other must be in units that convert: a limit in kg is no limit for mg/L, a discharge in m³ tells
/// nothing of a quota in t.
/// </summary>
internal static class UnitFit
{
    /// <summary>Permit limits that convert to no value of their outlet and pollutant, and are no load computed of concentrations, each with a unit of those values.</summary>
    internal static IEnumerable<(PermitLimitRecord Fact, Unit Other)> OddLimits(IReadOnlyList<PermitLimitRecord> limits, IReadOnlyList<MeasurementSeries> series) =>
        Odd(limits, (l, other) => l.Unit.ConvertsTo(other) || (LoadUnit.IsComputed(l.Unit) && other.Dimension == "mass/volume"), l => series.Where(s => s.Key.OutletId == l.OutletId && s.Key.Pollutant == l.Pollutant).Select(s => s.Key.Unit));

    /// <summary>Discharges that do not convert to the quota of their pollutant, each with the quota's unit.</summary>
    internal static IEnumerable<(DischargeRecord Fact, Unit Other)> OddDischarges(IReadOnlyList<DischargeRecord> discharges, IReadOnlyList<QuotaRecord> quotas) =>
        Odd(discharges, (d, other) => d.Unit.ConvertsTo(other), d => quotas.Where(q => q.Pollutant == d.Pollutant).Select(q => q.Unit));

    private static IEnumerable<(T, Unit)> Odd<T>(IReadOnlyList<T> facts, Func<T, Unit, bool> fits, Func<T, IEnumerable<Unit>> against) =>
        from fact in facts
        let others = against(fact).ToArray()
        where others.Length > 0 && !others.Any(o => fits(fact, o))
        select (fact, others[0]);
}
