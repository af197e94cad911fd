using CleanProd.Rules.Facts.Limits;
using CleanProd.Rules.Facts.Validity;

namespace CleanProd.Rules.Facts.Building;

/// <summary>
/// Daily loads for the limits of a permit that are set in mass per unit of product or per day: daily mean × volume of the day, over the output of the day
/// (DB44/26-2001 annex B: L = C·Q·10⁻³). Where volume or output is not recorded the load is not known, and says so.
/// </summary>
internal sealed class ProductLoads(FacilityRecords records, ReportingPeriod period, ReferenceData reference, DateOnly asOf)
{
    private static readonly Unit Concentration = Unit.Parse("kg/m3"), PerDay = Unit.Parse("kg/d");
    private static readonly Wording NoVolume = new("单位产品（每日）排放量限值：缺少当日排放体积", "limit of load: the volume discharged in the day is missing");
    private static readonly Wording NoOutput = new("单位产品排放量限值：缺少当日产量", "limit of load: the output of the day is missing");

    private readonly (IReadOnlyList<ProductOutput> Outputs, IReadOnlyList<string> Unreadable) _said = ProductOutput.Read(records.Discretion, asOf);
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private readonly bool _isLimited = records.PermitLimits.Any(l => LoadUnit.IsComputed(l.Unit));

    /// <summary>Outputs that cannot be read, and loads that nothing was measured for.</summary>
    internal IEnumerable<string> Missing => [.. _said.Unreadable.Select(t => $"discretion[{t}]"), .. _missing];

    /// <summary>The loads of one pollutant at one outlet; nothing where no permit limits them, or they were reported themselves.</summary>
    internal IEnumerable<ReadSeries> Of(OutletId outlet, PollutantCode pollutant, IReadOnlyList<ReadSeries> read) => _isLimited ? Loads(outlet, pollutant, read) : [];

    private IEnumerable<ReadSeries> Loads(OutletId outlet, PollutantCode pollutant, IReadOnlyList<ReadSeries> read)
    {
        PermitLimitRecord[] limits = [.. records.PermitLimits.Where(l => l.OutletId == outlet && l.Pollutant == pollutant && LoadUnit.IsComputed(l.Unit) && l.From <= period.To && !(l.To < period.From))];
        foreach (var limit in limits.DistinctBy(l => l.Unit.Dimension))
        {
            if (read.Any(s => s.Values.Any(v => v.Unit.ConvertsTo(limit.Unit)))) continue;
            var loads = limits.Where(l => l.Unit.ConvertsTo(limit.Unit)).ToArray();
            var days = read.Where(s => s.Key.Window == AveragingWindow.Day && s.Values.Any(v => v.Unit.ConvertsTo(Concentration))).ToArray();
            if (days.Length == 0 || Array.Exists(loads, l => l.Window is not (null or AveragingWindow.Day)))
                _missing.Add($"limits[{outlet} {reference.Pollutants.NameOf(pollutant)}：{limit.Unit.Symbol} 限值：缺少{(days.Length == 0 ? "日均浓度与当日排放体积" : "同一统计时段的排放量")}]");
            foreach (var day in days)
            {
                var pile = new ValuePile(day.Key with { Unit = limit.Unit });
                foreach (var value in day.Values.Where(v => v.Unit.ConvertsTo(Concentration) && Array.Exists(loads, l => Binds(l, v.Point.At)))) pile.Take(Load(outlet, limit.Unit, value), null);
                yield return ReadSeries.Of(pile, day.Outages);
            }
        }
    }

    private static bool Binds(PermitLimitRecord limit, DateTime at) =>
        DateOnly.FromDateTime(at) is var day && day >= limit.From && !(day > limit.To) && limit.Window is null or AveragingWindow.Day;

    private ReadValue Load(OutletId outlet, Unit wanted, ReadValue value)
    {
        var measured = value.Measured ?? value.Point.Value;
        var perDay = PerDay.ConvertsTo(wanted);
        var output = perDay ? null : ProductOutput.On(_said.Outputs, outlet, DateOnly.FromDateTime(value.Point.At), u => Unit.Parse($"kg/{u.Symbol}").ConvertsTo(wanted));
        var open = value.By == JudgedBy.Nothing ? value.Why : value.Point.VolumeM3 is null ? NoVolume : perDay || output is { Number: > 0m } ? null : NoOutput;
        var load = new ReadValue(wanted, value.Point with { LimitLow = null, LimitHigh = null, Value = MeasuredValue.Missing });
        if (open is not null) return load with { By = JudgedBy.Nothing, Why = open };
        var volume = value.Point.VolumeM3!.Value;
        var kilograms = value.Unit.Convert(measured.Number, Concentration) * volume;
        var number = output is { } made ? Unit.Parse($"kg/{made.Unit.Symbol}").Convert(kilograms / made.Number, wanted) : PerDay.Convert(kilograms, wanted);
        var (zh, en) = output is { } of ? ($"÷产量{of}", $" ÷ output {of}") : ("", "");
        return load with
        {
            Point = load.Point with { Value = measured with { Number = number } },
            Remark = new(
                $"由日均浓度{measured} {value.Unit.Symbol}×当日排放体积{PlainNumber.Text(volume)} m3{zh}算得（L=C·Q·10⁻³）",
                $"computed: daily mean {measured} {value.Unit.Symbol} × volume {PlainNumber.Text(volume)} m3{en}"),
        };
    }
}
