using CleanProd.Rules.Benchmarks.Data;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Import;
using CleanProd.Rules.Storage;

namespace CleanProd.Rules.Benchmarks.Engines;

/// <summary>
/// The product from file to store to determination: importer with all checks, packed series with findings, source rows and the bytes of the files in
/// a store on SQLite; then facts, rules, second reading and determinations with evidence, judged while the next facilities are read. The packs are
/// compiled once, as in a service.
/// </summary>
internal sealed class Product : IEngine
{
    /// <summary>The determination date of <c>screen</c> by default.</summary>
    internal static readonly DateOnly AsOf = new(DataPlan.Year + 1, 1, 15);

    private readonly ReferenceData _reference = ShippedFiles.Reference();
    private readonly Dictionary<PollutantCode, string> _symbols;
    private readonly string? _path;
    private FactStore? _store;
    private long _import;
    private Screening? _screening;

    /// <param name="path">A file that stays; a throw-away store that waits for no disk when null.</param>
    internal Product(string? path = null)
    {
        _path = path;
        _symbols = Monitored.All.ToDictionary(m => _reference.Pollutants.Find(m.Symbol)!.Code, m => m.Symbol);
    }

    public string Name => "CleanProd.Rules";

    /// <summary>Whether the file stays when this goes.</summary>
    internal bool Keep { get; init; }

    public void Import(DataSet data) => ImportAsync(data).GetAwaiter().GetResult();

    private async Task ImportAsync(DataSet data)
    {
        Dispose();
        var imported = new DataSetImporter(_reference, null, new ImportArguments(DataPlan.Year)).Import(data.Sources);
        if (imported.Findings.Any(f => f.Severity == FindingSeverity.Error)) throw new InvalidDataException($"The generated data set has errors: {imported.Findings[0]}");
        _store = _path is null ? await FactStore.CreateTemporaryAsync() : await FactStore.OpenSqliteAsync(_path);
        _import = await _store.SaveImportAsync(imported, data.Sources, DateTimeOffset.UnixEpoch);
    }

    /// <summary>Opens what an earlier process imported.</summary>
    internal void Open()
    {
        _store = FactStore.OpenSqliteAsync(_path!).GetAwaiter().GetResult();
        _import = 1;
    }

    public Exceedances Screen()
    {
        var found = new Exceedances();
        foreach (var determination in Determine())
            foreach (var evidence in determination.Rules.Where(r => r.Rule == "G1a").SelectMany(r => r.Evidence))
                found.Add(new(determination.Facility.Id.Value, evidence.OutletId!, _symbols[new(evidence.Pollutant!)]), 1);
        return found;
    }

    /// <summary>The determinations of all facilities of the store.</summary>
    internal IReadOnlyList<Determination> Determine()
    {
        return Prepare().JudgeAsync(_store!.ReadFacilitiesAsync(_import)).ToListAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <summary>What is stored of every facility.</summary>
    internal IReadOnlyList<FacilityRecords> Read() => _store!.ReadFacilitiesAsync(_import).ToListAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Names of the tables given.</summary>
    internal IReadOnlySet<string> Tables() => _store!.TablesGivenAsync(_import).GetAwaiter().GetResult();

    /// <summary>The packs in force, compiled.</summary>
    internal Screening Prepare() => _screening ??= new Screening(
        PackSelection.On(ShippedFiles.Packs(null).Packs, AsOf), _reference, Tables(), DataPlan.Year, AsOf, CrossCheck.Sample);

    public void Dispose()
    {
        _store?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _store = null;
        if (_path is not null && !Keep) File.Delete(_path);
    }
}
