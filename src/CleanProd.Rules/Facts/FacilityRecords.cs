namespace CleanProd.Rules.Facts;

/// <summary>Everything that was imported about one facility, and what is known to be missing.</summary>
public sealed class FacilityRecords
{
    /// <summary>The facility; made from its identity alone when only other tables name it.</summary>
    public required FacilityRecord Facility { get; init; }

    /// <summary>Outlets in ordinal order.</summary>
    public IReadOnlyList<OutletRecord> Outlets { get; init; } = [];

    /// <summary>Measurement series in key order.</summary>
    public IReadOnlyList<MeasurementSeries> Series { get; init; } = [];

    /// <summary>Ready-made yearly summaries.</summary>
    public IReadOnlyList<MonitoringSummaryRecord> Summaries { get; init; } = [];

    /// <summary>Limits of the permit.</summary>
    public IReadOnlyList<PermitLimitRecord> PermitLimits { get; init; } = [];

    /// <summary>Reported quantities.</summary>
    public IReadOnlyList<DischargeRecord> Discharges { get; init; } = [];

    /// <summary>Quotas.</summary>
    public IReadOnlyList<QuotaRecord> Quotas { get; init; } = [];

    /// <summary>Substances.</summary>
    public IReadOnlyList<SubstanceRecord> Substances { get; init; } = [];

    /// <summary>Energy and products.</summary>
    public IReadOnlyList<EnergyRecord> Energy { get; init; } = [];

    /// <summary>Earlier audits.</summary>
    public IReadOnlyList<AuditRecord> Audits { get; init; } = [];

    /// <summary>Indicators.</summary>
    public IReadOnlyList<IndicatorRecord> Indicators { get; init; } = [];

    /// <summary>Recorded judgements.</summary>
    public IReadOnlyList<DiscretionRecord> Discretion { get; init; } = [];

    /// <summary>
    /// Tables of which a row about this facility was refused, with the first such row: what they hold is known to be incomplete,
    /// so that "any of them" cannot be answered with no. Keys are table names (<c>measurements</c>).
    /// </summary>
    public IReadOnlyDictionary<string, SourceRef> RefusedIn { get; init; } = new Dictionary<string, SourceRef>();

    /// <summary>The same records with further audits, such as those that a service keeps itself.</summary>
    public FacilityRecords WithAudits(IReadOnlyList<AuditRecord> further) => With(Series, [.. Audits, .. further]);

    /// <summary>The rows that the records were read from.</summary>
    /// <exception cref="InvalidDataException">A series is damaged.</exception>
    public IEnumerable<SourceRef> Sources() =>
    [
        Facility.Source, .. Outlets.Select(r => r.Source), .. Series.SelectMany(s => s.Points()).Select(p => p.Source), .. Summaries.Select(r => r.Source),
        .. PermitLimits.Select(r => r.Source), .. Discharges.Select(r => r.Source), .. Quotas.Select(r => r.Source), .. Substances.Select(r => r.Source),
        .. Energy.Select(r => r.Source), .. Audits.Select(r => r.Source), .. Indicators.Select(r => r.Source), .. Discretion.Select(r => r.Source),
    ];

    /// <summary>The same records with some of the series only.</summary>
    internal FacilityRecords WithSeries(IReadOnlyList<MeasurementSeries> some) => With(some, Audits);

    /// <summary>The same records with some numbers told otherwise: to ask what would follow, never to keep.</summary>
    internal FacilityRecords Supposing(
        IReadOnlyList<MeasurementSeries>? series = null, IReadOnlyList<MonitoringSummaryRecord>? summaries = null, IReadOnlyList<DischargeRecord>? discharges = null,
        IReadOnlyList<SubstanceRecord>? substances = null, IReadOnlyList<EnergyRecord>? energy = null, IReadOnlyList<IndicatorRecord>? indicators = null) => new()
        {
            Facility = Facility, Outlets = Outlets, Series = series ?? Series, Summaries = summaries ?? Summaries, PermitLimits = PermitLimits,
            Discharges = discharges ?? Discharges, Quotas = Quotas, Substances = substances ?? Substances, Energy = energy ?? Energy, Audits = Audits,
            Indicators = indicators ?? Indicators, Discretion = Discretion, RefusedIn = RefusedIn,
        };

    /// <summary>
    /// The same facility with other reports, table by table: of a table that is tried nothing remains of what was known, every other stays as it is.
    /// </summary>
    /// <param name="tried">What is reported instead.</param>
    /// <param name="tables">Names of the tables that it holds.</param>
    internal FacilityRecords Trying(FacilityRecords tried, IReadOnlySet<string> tables)
    {
        IReadOnlyList<T> Of<T>(FactTable table, IReadOnlyList<T> known, IReadOnlyList<T> given) => tables.Contains(table.Name) ? given : known;
        return new()
        {
            Facility = tables.Contains(FactTables.Facilities.Name) && !tried.Facility.IsMention ? tried.Facility : Facility,
            Outlets = [.. tried.Outlets.Concat(Outlets).DistinctBy(o => o.Id).OrderBy(o => o.Id.Value, StringComparer.Ordinal)],
            Series = Of(FactTables.Measurements, Series, tried.Series), Summaries = Of(FactTables.MonitoringSummaries, Summaries, tried.Summaries),
            PermitLimits = Of(FactTables.PermitLimits, PermitLimits, tried.PermitLimits), Discharges = Of(FactTables.Discharges, Discharges, tried.Discharges),
            Quotas = Of(FactTables.Quotas, Quotas, tried.Quotas), Substances = Of(FactTables.Substances, Substances, tried.Substances), Energy = Of(FactTables.Energy, Energy, tried.Energy),
            Audits = Of(FactTables.Audits, Audits, tried.Audits), Indicators = Of(FactTables.Indicators, Indicators, tried.Indicators), Discretion = Discretion,
            RefusedIn = RefusedIn.Where(r => !tables.Contains(r.Key)).Concat(tried.RefusedIn).DistinctBy(r => r.Key).ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal),
        };
    }

    private FacilityRecords With(IReadOnlyList<MeasurementSeries> series, IReadOnlyList<AuditRecord> audits) => new()
    {
        Facility = Facility, Outlets = Outlets, Series = series, Summaries = Summaries, PermitLimits = PermitLimits, Discharges = Discharges, Quotas = Quotas,
        Substances = Substances, Energy = Energy, Audits = audits, Indicators = Indicators, Discretion = Discretion, RefusedIn = RefusedIn,
    };
}

/// <summary>A whole data set: facilities in ordinal order of their identity.</summary>
/// <param name="Facilities">One entry per facility.</param>
/// <param name="TablesGiven">Names of the tables that the data set holds at all, even if about other facilities.</param>
public sealed record FactSet(IReadOnlyList<FacilityRecords> Facilities, IReadOnlySet<string> TablesGiven);
