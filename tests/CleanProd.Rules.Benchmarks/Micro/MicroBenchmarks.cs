using BenchmarkDotNet.Attributes;
using CleanProd.Rules.Benchmarks.Data;
using CleanProd.Rules.Benchmarks.Engines;
using CleanProd.Rules.Benchmarks.Rules;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Import;

namespace CleanProd.Rules.Benchmarks.Micro;

/// <summary>Per rule evaluation, per value and per row; the operation counts are divided out.</summary>
[MemoryDiagnoser]
public class MicroBenchmarks
{
    // Ten facilities, asked twenty times by five rules.
    private const int Rows = 15 * 6 * Values, Values = 365;

    private readonly string _folder = Directory.CreateTempSubdirectory("cleanprod-micro-").FullName;
    private readonly ReferenceData _reference = ShippedFiles.Reference();
    private IReadOnlyList<SourceFile> _sources = [];
    private RuleWork _rules = null!;
    private MeasurementSeries _series = null!;
    private SeriesPoint[] _points = [];

    /// <summary>Imports a small data set.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var data = DataSet.In(_folder, new DataPlan(Rows));
        using var product = new Product();
        product.Import(data);
        _rules = RuleWork.Of(product, asked: 200);
        _series = product.Read()[0].Series[0];
        _points = _series.Points();
        _sources = [.. data.Sources.Where(s => s.Name == DataSet.MeasurementsFile)];
    }

    /// <summary>Removes the data set.</summary>
    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(_folder, recursive: true);

    /// <summary>One condition of the shipped packs over one enterprise, three-valued.</summary>
    [Benchmark(OperationsPerInvoke = 1_000, Description = "rule evaluation")]
    public int Rule() => _rules.Ours()[0];

    /// <summary>The same written out by hand, two-valued.</summary>
    [Benchmark(OperationsPerInvoke = 1_000, Description = "rule, hand-written")]
    public int RuleByHand() => HandWritten.Run(_rules)[0];

    /// <summary>One value of a packed series.</summary>
    [Benchmark(OperationsPerInvoke = Values, Description = "value decoded")]
    public int Decode() => _series.Points().Length;

    /// <summary>One value held against its limit, exactly.</summary>
    [Benchmark(OperationsPerInvoke = Values, Description = "value against limit")]
    public int Compare()
    {
        var over = 0;
        foreach (var point in _points)
            if (ValueJudgement.Judge(point.Value, null, 90m).Standing == Standing.Exceeds) over++;
        return over;
    }

    /// <summary>One row of CSV to a packed series in memory, with all checks.</summary>
    [Benchmark(OperationsPerInvoke = Rows, Description = "row imported")]
    public int Import() => new DataSetImporter(_reference, null, new ImportArguments(DataPlan.Year)).Import(_sources).Facts.Facilities.Count;
}
