using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Facts.Merging;

/// <summary>
/// The natural key of every kind of record, and the years by which a replacing import replaces it:
/// <list type="table">
/// <item><term>facilities</term><description>the facility; fields are completed from earlier rows (<c>DescriptionMerge</c>)</description></item>
/// <item><term>outlets</term><description>outlet; fields are completed from earlier rows</description></item>
/// <item><term>measurements</term><description>outlet, pollutant, window, origin, time — not the unit; by year of the time (<see cref="SeriesMerge"/>)</description></item>
/// <item><term>monitoring_summaries</term><description>outlet, pollutant, year; by year</description></item>
/// <item><term>permit_limits</term><description>outlet, pollutant, window, from; a load or rate beside a concentration is another limit</description></item>
/// <item><term>discharges</term><description>pollutant, medium, from, to, the source's record number, method; by year of the last day</description></item>
/// <item><term>quotas</term><description>pollutant, medium, from — a new document sets the same quota anew; by year of the first day</description></item>
/// <item><term>substances</term><description>year, substance, role, purpose; by year. <c>none</c> is a substance like any other here: beside a listed one it says
/// nothing, so that an added declaration never hides a substance that somebody listed. Taking one back needs a replacing import or an undo.</description></item>
/// <item><term>energy</term><description>year, product; by year</description></item>
/// <item><term>audits</term><description>kind and day of listing, or kind and the first later day where no listing is known: an audit is told again as it
/// goes on, and the later telling supersedes. Within one data set also the day of acceptance.</description></item>
/// <item><term>indicators</term><description>indicator, year; by year</description></item>
/// <item><term>discretion</term><description>topic, day of decision: an earlier decision stays, since it governs determinations dated before the later one</description></item>
/// </list>
/// </summary>
internal static class FactKinds
{
    internal static FactKind<OutletRecord> Outlets { get; } = new(
        FactTables.Outlets, f => f.Outlets, o => o.FacilityId, Outlet, Outlet, _ => null, o => o.Source, o => o with { Source = default });

    internal static FactKind<MonitoringSummaryRecord> Summaries { get; } = new(
        FactTables.MonitoringSummaries, f => f.Summaries, s => s.FacilityId, Summary, Summary, s => s.Year, s => s.Source, s => s with { Source = default });

    internal static FactKind<PermitLimitRecord> PermitLimits { get; } = new(
        FactTables.PermitLimits, f => f.PermitLimits, l => l.FacilityId, PermitLimit, PermitLimit, _ => null, l => l.Source, l => l with { Source = default });

    internal static FactKind<DischargeRecord> Discharges { get; } = new(
        FactTables.Discharges, f => f.Discharges, d => d.FacilityId, Discharge, Discharge, d => d.Period.Year, d => d.Source, d => d with { Source = default });

    internal static FactKind<QuotaRecord> Quotas { get; } = new(
        FactTables.Quotas, f => f.Quotas, q => q.FacilityId, Quota, Quota, q => q.From.Year, q => q.Source, q => q with { Source = default });

    internal static FactKind<SubstanceRecord> Substances { get; } = new(
        FactTables.Substances, f => f.Substances, s => s.FacilityId, Substance, Substance, s => s.Year, s => s.Source, s => s with { Source = default });

    internal static FactKind<EnergyRecord> Energy { get; } = new(
        FactTables.Energy, f => f.Energy, e => e.FacilityId, Energies, Energies, e => e.Year, e => e.Source, e => e with { Source = default });

    internal static FactKind<AuditRecord> Audits { get; } = new(
        FactTables.Audits, f => f.Audits, a => a.FacilityId, a => NaturalKey.Of(a.Kind, a.ListedOn, a.AcceptedOn), Audit, _ => null,
        a => a.Source, a => a with { Source = default });

    internal static FactKind<IndicatorRecord> Indicators { get; } = new(
        FactTables.Indicators, f => f.Indicators, i => i.FacilityId, Indicator, Indicator, i => i.Year, i => i.Source, i => i with { Source = default });

    internal static FactKind<DiscretionRecord> Discretion { get; } = new(
        FactTables.Discretion, f => f.Discretion, d => d.FacilityId, Decision, Decision, _ => null, d => d.Source, d => d with { Source = default });

    /// <summary>Names of the tables that a replacing import replaces by years.</summary>
    internal static IReadOnlySet<string> ByYears { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        FactTables.Measurements.Name, Summaries.Table.Name, Discharges.Table.Name, Quotas.Table.Name, Substances.Table.Name,
        Energy.Table.Name, Indicators.Table.Name,
    };

    private static string Outlet(OutletRecord o) => NaturalKey.Of(o.Id);

    private static string Summary(MonitoringSummaryRecord s) => NaturalKey.Of(s.OutletId, s.Pollutant, s.Year);

    private static string PermitLimit(PermitLimitRecord l) => LoadUnit.Apart(l.Unit) is { } apart
        ? NaturalKey.Of(l.OutletId, l.Pollutant, l.Window, l.From, apart)
        : NaturalKey.Of(l.OutletId, l.Pollutant, l.Window, l.From);

    private static string Discharge(DischargeRecord d) => NaturalKey.Of(d.Pollutant, d.Medium, d.Period.From, d.Period.To, d.Record, d.Method);

    private static string Quota(QuotaRecord q) => NaturalKey.Of(q.Pollutant, q.Medium, q.From);

    private static string Substance(SubstanceRecord s) => NaturalKey.Of(s.Year, s.Substance, s.Role, s.Purpose);

    private static string Energies(EnergyRecord e) => NaturalKey.Of(e.Year, e.Product);

    private static string Audit(AuditRecord a) => a.ListedOn is { } listed
        ? NaturalKey.Of(a.Kind, listed)
        : NaturalKey.Of(a.Kind, null, a.StartedOn ?? a.ReportedOn ?? a.AcceptedOn);

    private static string Indicator(IndicatorRecord i) => NaturalKey.Of(i.Indicator, i.Year);

    private static string Decision(DiscretionRecord d) => NaturalKey.Of(d.Topic, d.DecidedOn);
}
