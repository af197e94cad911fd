using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Storage.Tables;

namespace CleanProd.Rules.Storage.Enterprises;

/// <summary>What is known of one facility at a time, each row with the import that told it.</summary>
public sealed class EnterpriseFacts
{
    private readonly IReadOnlyList<FactLayer> _layers;
    private readonly Dictionary<object, long> _imports = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Table, SourceRef Source), long> _bySource = [];

    /// <summary>Merges what the imports say.</summary>
    /// <param name="layers">What each says, in the order in which they supersede each other; never none.</param>
    public EnterpriseFacts(IReadOnlyList<FactLayer> layers)
    {
        _layers = layers;
        Merged = FacilityMerge.Merge(layers);
        foreach (var layer in layers)
        {
            foreach (var (table, record, source) in RecordsOf(layer.Records))
            {
                _imports[record] = layer.Scope.Import;
                // A description completed by earlier rows is a record of its own: of several imports with the same row the latest tells it.
                _bySource[(table, source)] = layer.Scope.Import;
            }
        }
    }

    /// <summary>What holds, and what does not any more.</summary>
    public MergedFacility Merged { get; }

    /// <summary>What holds.</summary>
    public FacilityRecords Records => Merged.Records;

    /// <summary>The descriptions of the facility and its outlets cell by cell; what a later row leaves blank stands with the earlier row that tells it.</summary>
    public IReadOnlyList<DescribedCell> Cells =>
        [.. CellsOf(StoredTables.Facilities, Records.Facility, null, Records.Facility.Source), .. Records.Outlets.SelectMany(o => CellsOf(StoredTables.Outlets, o, o.Id, o.Source))];

    /// <summary>The series that hold.</summary>
    public IReadOnlyList<HeldSeries> Series => [.. Records.Series.Where(s => s.Count > 0).Select(s =>
    {
        var points = s.Points();
        return new HeldSeries(s.Key, s.Count, points[0].At, points[^1].At);
    })];

    /// <summary>The rows of all other tables that hold.</summary>
    public IReadOnlyList<FactRow> Rows =>
    [
        .. RowsOf(StoredTables.Summaries, Records.Summaries, r => r.Source), .. RowsOf(StoredTables.PermitLimits, Records.PermitLimits, r => r.Source),
        .. RowsOf(StoredTables.Discharges, Records.Discharges, r => r.Source), .. RowsOf(StoredTables.Quotas, Records.Quotas, r => r.Source),
        .. RowsOf(StoredTables.Substances, Records.Substances, r => r.Source), .. RowsOf(StoredTables.Energy, Records.Energy, r => r.Source),
        .. RowsOf(StoredTables.Audits, Records.Audits, r => r.Source), .. RowsOf(StoredTables.Indicators, Records.Indicators, r => r.Source),
        .. RowsOf(StoredTables.Discretion, Records.Discretion, r => r.Source),
    ];

    /// <summary>Audits that the service recorded itself, as rows beside the imported ones.</summary>
    public static IReadOnlyList<FactRow> Recorded(IEnumerable<AuditRecord> audits) =>
        [.. audits.Select(a => new FactRow(StoredTables.Audits.Name, ValuesOf(StoredTables.Audits, a), null, a.Source))];

    /// <summary>Which import a value of a series was told by.</summary>
    /// <param name="key">Outlet, pollutant, window and origin.</param>
    public Func<DateTime, SourceRef, long?> ImportsOf(SeriesKey key)
    {
        var told = new Dictionary<(DateTime, SourceRef), long>();
        foreach (var layer in _layers)
            foreach (var series in layer.Records.Series.Where(s => (s.Key with { Unit = key.Unit }) == key))
                foreach (var point in series.Points()) told[(point.At, point.Source)] = layer.Scope.Import;
        var files = _layers.SelectMany(l => l.Records.Series.Where(s => s.Key.OutletId == key.OutletId && s.Key.Pollutant == key.Pollutant)
            .SelectMany(s => s.Points().Select(p => (p.Source, l.Scope.Import))));
        // A mean formed of finer values stands with the first of them.
        var parts = new Lazy<Dictionary<SourceRef, long>>(() =>
        {
            var of = new Dictionary<SourceRef, long>();
            foreach (var (source, import) in files) of[source] = import;
            return of;
        });
        return (at, source) => told.TryGetValue((at, source), out var import) || parts.Value.TryGetValue(source, out import) ? import : null;
    }

    private IEnumerable<DescribedCell> CellsOf<T>(StoreTable<T> table, T record, OutletId? outlet, SourceRef source) where T : class
    {
        var completed = Merged.Completed.Where(c => c.Table == table.Name && c.Outlet == outlet).ToDictionary(c => c.Column, StringComparer.Ordinal);
        foreach (var (column, value) in ValuesOf(table, record))
        {
            yield return completed.TryGetValue(column, out var from)
                ? new(table.Name, outlet?.Value, column, value, from.Import, from.Source)
                : new(table.Name, outlet?.Value, column, value, _bySource[(table.Name, source)], source);
        }
    }

    private IEnumerable<FactRow> RowsOf<T>(StoreTable<T> table, IReadOnlyList<T> records, Func<T, SourceRef> source) where T : class =>
        records.Select(r => new FactRow(table.Name, ValuesOf(table, r), _imports[r], source(r)));

    // In the columns that the data format and the store share.
    private static Dictionary<string, object> ValuesOf<T>(StoreTable<T> table, T record)
    {
        var values = new object?[table.Columns.Count];
        table.Fill(record, values);
        return table.Columns.Index().Skip(table.Keys.Count).Where(c => values[c.Index] is not null && !c.Item.Name.StartsWith("source_", StringComparison.Ordinal))
            .ToDictionary(c => c.Item.Name, c => values[c.Index]!, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Table, object Record, SourceRef Source)> RecordsOf(FacilityRecords r) =>
    [
        (StoredTables.Facilities.Name, r.Facility, r.Facility.Source), .. r.Outlets.Select(o => (StoredTables.Outlets.Name, (object)o, o.Source)),
        .. r.Summaries.Select(s => (StoredTables.Summaries.Name, (object)s, s.Source)), .. r.PermitLimits.Select(l => (StoredTables.PermitLimits.Name, (object)l, l.Source)),
        .. r.Discharges.Select(d => (StoredTables.Discharges.Name, (object)d, d.Source)), .. r.Quotas.Select(q => (StoredTables.Quotas.Name, (object)q, q.Source)),
        .. r.Substances.Select(s => (StoredTables.Substances.Name, (object)s, s.Source)), .. r.Energy.Select(e => (StoredTables.Energy.Name, (object)e, e.Source)),
        .. r.Audits.Select(a => (StoredTables.Audits.Name, (object)a, a.Source)), .. r.Indicators.Select(i => (StoredTables.Indicators.Name, (object)i, i.Source)),
        .. r.Discretion.Select(d => (StoredTables.Discretion.Name, (object)d, d.Source)),
    ];
}
