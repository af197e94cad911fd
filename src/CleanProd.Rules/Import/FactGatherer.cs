using CleanProd.Rules.Facts;
using CleanProd.Rules.Import.Csv;
using CleanProd.Rules.Import.Measurements;

namespace CleanProd.Rules.Import;

/// <summary>Turns rows of the twelve tables into facts: understands each cell, gathers the facts, and settles them once all rows are in.</summary>
internal sealed partial class FactGatherer
{
    private readonly ReferenceData _reference;
    private readonly FindingLog _log;
    private readonly RowCells _cells;
    private readonly Identities _identities;
    private readonly HashSet<string> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<FacilityId, SortedDictionary<string, SourceRef>> _refused = [];

    internal FactGatherer(ReferenceData reference, FindingLog log, ImportMeans? means = null)
    {
        (_reference, _log) = (reference, log);
        _measurements = new MeasurementPile(means ?? new());
        _bulkReaders = new BulkReaders(reference, _measurements);
        _cells = new RowCells(log);
        _identities = new Identities(_cells);
    }

    /// <summary>Says that the data set holds a table, even if no row of it is taken.</summary>
    internal void Gives(FactTable table) => _tables.Add(table.Name);

    /// <summary>Takes one row; false when an error kept it out.</summary>
    internal bool Add(FactRow row)
    {
        _tables.Add(row.Table.Name);
        _cells.Begin(row);
        var facility = _identities.Facility();
        Read(row.Table, facility ?? default);
        if (!_cells.Refused) return true;
        if (facility is { } known) Refused(known, row.Table, row.Source);
        return false;
    }

    /// <summary>Keeps a row out for a reason already said, and remembers that its facility's facts are incomplete.</summary>
    internal void Refuse(FactRow row)
    {
        _cells.Begin(row);
        if (_identities.Facility() is { } facility) Refused(facility, row.Table, row.Source);
    }

    /// <summary>Has the further rows of a file of measurements taken in bulk, but for those that are not plain.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="ordinals">Position in the table of each column of the file, -1 for one that is not known.</param>
    /// <param name="taken">Told of rows that were taken.</param>
    internal void TakeInBulk(CsvRows rows, IReadOnlyList<int> ordinals, Action<int> taken)
    {
        if (_measurements.Means.InBulk) rows.TakeInBulk(new MeasurementBulk(_bulkReaders, rows.File, new MeasurementColumns(ordinals), rows.SeparatorByte, taken));
    }

    // Every branch reads all cells of the row before it decides, so that all that is wrong is said at once.
    private void Read(FactTable table, FacilityId facility)
    {
        switch (table.Name)
        {
            case "facilities": AddFacility(facility); break;
            case "outlets": AddOutlet(facility); break;
            case "measurements": AddMeasurement(facility); break;
            case "monitoring_summaries": AddSummary(facility); break;
            case "permit_limits": AddPermitLimit(facility); break;
            case "discharges": AddDischarge(facility); break;
            case "quotas": AddQuota(facility); break;
            case "substances": AddSubstance(facility); break;
            case "energy": AddEnergy(facility); break;
            case "audits": AddAudit(facility); break;
            case "indicators": AddIndicator(facility); break;
            case "discretion": AddDiscretion(facility); break;
            case "devices": AddDevice(facility); break;
            default: throw new InvalidOperationException($"No reader for table '{table.Name}'.");
        }
    }

    // Keeps the lowest source, whatever the order in which rows came.
    private void Refused(FacilityId facility, FactTable table, SourceRef source)
    {
        if (!_refused.TryGetValue(facility, out var tables)) _refused[facility] = tables = new(StringComparer.Ordinal);
        if (!tables.TryGetValue(table.Name, out var first) || SourceOrder.Instance.Compare(source, first) < 0) tables[table.Name] = source;
    }
}
