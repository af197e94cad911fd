using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Benchmarks.Foresight;

/// <summary>
/// An author saves a rule: its text is read and compiled, its cases are run, and who would join or leave the list of a year is told by name. The
/// facts of the year are ready, as the service keeps them while somebody writes. The peer gives the same difference by asking RulesEngine twice.
/// </summary>
internal sealed class ImpactWork
{
    internal const int Facilities = 20_000;

    private const int Year = 2023;

    private static readonly DateOnly AsOf = new(2024, 1, 15);

    private readonly ReferenceData _reference = ShippedFiles.Reference();
    private readonly Law _before;
    private readonly RulePack[] _packs;
    private readonly string _text;
    private readonly FactsOfYear _year;
    private readonly (string Id, FacilityFacts Facts)[] _facts;

    internal ImpactWork(int facilities)
    {
        _packs = [.. PackSelection.On(ShippedFiles.Packs(null).Packs, AsOf)];
        var national = _packs.Single(p => p.Jurisdiction == "CN");
        _text = File.ReadAllText(national.FileName).Replace("m.ExceedanceCount > 0", "m.ExceedanceCount > 1", StringComparison.Ordinal);
        _before = Law.Compile(_packs, AsOf);
        var tables = new HashSet<string>(["facilities", "outlets", "measurements", "substances"], StringComparer.Ordinal);
        var preparation = FactsOfYear.Prepare(_reference, Year, AsOf, _packs);
        var builder = new FactsBuilder(_reference, tables, national.PeriodOf(Year, AsOf), AsOf);
        _facts = new (string, FacilityFacts)[facilities];
        Parallel.For(0, facilities, i =>
        {
            var records = Plant(i);
            preparation.Add(records, tables);
            _facts[i] = (records.Facility.Id.Value, builder.Build(records));
        });
        _year = preparation.Done();
        Compiled = CompiledPack.Compile(national, AsOf);
    }

    private CompiledPack Compiled { get; }

    /// <summary>From the text to the names of those whom it touches.</summary>
    internal IReadOnlyList<string> Ours()
    {
        var pack = PackReader.Read(_text, "draft");
        foreach (var day in PackCheck.DaysOfChange(pack)) CompiledPack.Compile(pack, day);
        var verdict = PackCaseRunner.Run(pack, _reference);
        if (verdict.Count == 0) throw new InvalidOperationException("The pack has no case.");
        var impact = ImpactAnalysis.Of(_before, Law.Compile(Law.With(_packs, pack), AsOf), _year);
        return [.. impact.Entries.Where(e => e.Kinds.Contains(ImpactKind.Joins) || e.Kinds.Contains(ImpactKind.Leaves)).Select(e => e.FacilityId)];
    }

    /// <summary>The same names by RulesEngine, which reads every enterprise under both packs; without cases and without reasons.</summary>
    internal IReadOnlyList<string> ByRulesEngine()
    {
        var (was, now) = (new RulesEngineReader(Compiled), new RulesEngineReader(CompiledPack.Compile(PackReader.Read(_text, "draft"), AsOf)));
        return [.. _facts.Where(f => Listed(was, f.Facts) != Listed(now, f.Facts)).Select(f => f.Id).Order(StringComparer.Ordinal)];
    }

    private static bool Listed(RulesEngineReader reader, FacilityFacts facts) => reader.ReadAsync(facts).GetAwaiter().GetResult().Values.Any(v => v == true);

    // A daily value of one pollutant: one plant in ten over its limit on one day, one in ten on several.
    private static FacilityRecords Plant(int number)
    {
        var id = new FacilityId($"F{number:D6}");
        var source = new SourceRef("measurements.csv", null, number + 2);
        var points = new List<SeriesPoint>();
        var day = new DateTime(Year, 1, 1);
        for (var i = 0; i < 365; i++)
        {
            var over = (number % 10) switch { 0 => i == 40, 1 => i % 90 == 5, _ => false };
            points.Add(new(day.AddDays(i), MeasuredValue.Of(over ? 131.5m : 40m + (number + i) % 37), source) { LimitHigh = 90m });
        }

        var key = new SeriesKey(id, new OutletId("DW001"), new PollutantCode("w01018"), AveragingWindow.Day, DataOrigin.Automatic, Unit.Parse("mg/L"));
        return new FacilityRecords
        {
            Facility = new FacilityRecord(id, $"基准测试企业{number:D6}有限公司", new("facilities.csv", null, number + 2)) { Region = (number % 3) switch { 0 => "440106", 1 => "440306", _ => "440605" }, Industry = "C2221", Status = FacilityStatus.Operating },
            Outlets = [new OutletRecord(id, new OutletId("DW001"), Medium.Water, source)],
            Series = [MeasurementSeries.Pack(key, points)],
            Substances = [new SubstanceRecord(id, Year, "none", SubstanceRole.Used, source)],
        };
    }
}
