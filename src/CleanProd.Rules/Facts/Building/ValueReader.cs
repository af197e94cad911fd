using CleanProd.Rules.Facts.Validity;

namespace CleanProd.Rules.Facts.Building;

/// <summary>
/// From stored series to the values that count: flags, outages, gaps, conversion to the base drainage, means formed from finer values, and by
/// what each value is judged. Chinese law on validity asks nothing of a foreign plant: there only its flags are read.
/// </summary>
internal sealed class ValueReader
{
    private readonly FacilityRecords _records;
    private readonly ReportingPeriod _period;
    private readonly ReferenceData _reference;
    private readonly IReadOnlyList<Outage> _outages;
    private readonly IReadOnlyList<DrainageRatio> _ratios;
    private readonly Lazy<Dictionary<(OutletId, AveragingWindow, DateTime), decimal>> _oxygen;

    // The rules on marking that may speak of a value of this plant.
    private readonly MarkingRule[] _marking;

    internal ValueReader(FacilityRecords records, ReportingPeriod period, ReferenceData reference, DateOnly asOf)
    {
        (_records, _period, _reference) = (records, period, reference);
        (_outages, Unreadable) = Outage.Read(records.Discretion, asOf);
        _ratios = DrainageRatio.Read(records.Discretion, asOf);
        _oxygen = new(Oxygen, LazyThreadSafetyMode.None);
        _marking = [.. reference.MarkingRules.Where(r => r.IsOf(records.Facility.Industry))];
        Loads = new(records, period, reference, asOf);
        IsForeign = records.Facility.Region is { } region && reference.Regions.CodeOf(region) is null;
    }

    /// <summary>Recorded outages whose times cannot be read: what they excuse is not known.</summary>
    internal IReadOnlyList<string> Unreadable { get; }

    /// <summary>Loads computed for limits of a permit.</summary>
    internal ProductLoads Loads { get; }

    /// <summary>Whether the place is known not to be in China.</summary>
    internal bool IsForeign { get; }

    /// <summary>The days judged.</summary>
    internal ReportingPeriod Period => _period;

    /// <summary>Outages of an outlet.</summary>
    internal IReadOnlyList<Outage> OutagesOf(OutletId outlet) => _outages.Count == 0 ? _outages : [.. _outages.Where(o => o.Outlet is null || o.Outlet == outlet)];

    /// <summary>All series, whether a value of them counts or not, in order of outlet, pollutant, window and origin.</summary>
    internal IEnumerable<ReadSeries> Read()
    {
        foreach (var place in _records.Series.GroupBy(s => (s.Key.OutletId, s.Key.Pollutant)))
        {
            if (IsAuxiliary(place.Key.OutletId, place.Key.Pollutant)) continue;
            var read = Read([.. place]);
            foreach (var series in read) yield return series;
            if (IsForeign) continue;
            foreach (var load in Loads.Of(place.Key.Item1, place.Key.Item2, read)) yield return load;
        }
    }

    private ReadSeries[] Read(MeasurementSeries[] place)
    {
        var (outlet, pollutant) = (place[0].Key.OutletId, place[0].Key.Pollutant);
        MeasurementSeries[][] groups = place.Length == 1 ? [place] : [.. place.GroupBy(s => (s.Key.Window, s.Key.Origin)).Select(g => g.ToArray())];
        if (IsAsItStands(groups, pollutant))
        {
            var isSupervised = Array.Exists(groups, g => g[0].Key.Origin == DataOrigin.Supervision);
            var read = new ReadSeries[groups.Length];
            for (var i = 0; i < read.Length; i++) read[i] = AsItStands(groups[i], isSupervised);
            return read;
        }

        var piles = groups.Select(g => Pile(How(g[0].Key), g)).ToList();
        if (piles.Exists(p => p.Key.Origin == DataOrigin.Automatic)) new MeansOfPlace(piles, _records, Medium(outlet, pollutant), IsPh(pollutant), IsForeign).Form();
        return [.. piles.Select(p => ReadSeries.Of(p, OutagesOf(p.Key.OutletId)))];
    }

    // No mean is formed of the values of a place, and none of them falls for want of parts.
    private bool IsAsItStands(MeasurementSeries[][] groups, PollutantCode pollutant) =>
        IsForeign || IsPh(pollutant) || !Array.Exists(groups, g => g[0].Key is { Origin: DataOrigin.Automatic, Window: AveragingWindow.Instant or AveragingWindow.Hour });

    // Several units of one pollutant are brought together value by value.
    private ReadSeries AsItStands(MeasurementSeries[] group, bool isSupervised)
    {
        var how = How(group[0].Key) with { IsSupervised = isSupervised };
        return ReadSeries.Unread(how, OutagesOf(how.Key.OutletId), group.Length == 1 ? group[0] : null, () => Pile(how, group));
    }

    private PileReading How(SeriesKey key) => new(key)
    {
        Outages = key.Origin == DataOrigin.Automatic && !IsForeign ? OutagesOf(key.OutletId) : [],
        IsMeanOfPh = !IsForeign && DecidingWindow.IsMeanOfPh(key.Window, IsPh(key.Pollutant)),
        IsConverted = _ratios.Count > 0 && key.Unit.Dimension == "mass/volume" && Medium(key.OutletId, key.Pollutant) == Facts.Medium.Water,
    };

    internal Medium Medium(OutletId outlet, PollutantCode pollutant)
    {
        for (var i = 0; i < _records.Outlets.Count; i++)
            if (_records.Outlets[i] is { Medium: not Facts.Medium.Unspecified } described && described.Id == outlet) return described.Medium;

        return _reference.Pollutants.MediumOf(pollutant);
    }

    private bool IsPh(PollutantCode pollutant) => _reference.Pollutants.Find(pollutant.Value) is { IsPh: true };

    // A state of the stream is held against no limit unless somebody set one.
    private bool IsAuxiliary(OutletId outlet, PollutantCode pollutant) =>
        Pollutant.IsState(pollutant) && !_records.PermitLimits.Any(l => l.OutletId == outlet && l.Pollutant == pollutant);

    private ValuePile Pile(PileReading how, IEnumerable<MeasurementSeries> series)
    {
        var pile = new ValuePile(how.Key);
        foreach (var (unit, point) in series.SelectMany(s => s.Points().Select(p => (s.Key.Unit, p))).Where(v => _period.Contains(DateOnly.FromDateTime(v.p.At))).OrderBy(v => v.p.At))
        {
            if (Counts(how, unit, point, out var value, out var why)) pile.Take(value, why);
            else pile.Leave(unit, point, why);
        }

        return pile;
    }

    /// <summary>Whether a value is left out for its flag or as a gap, whatever else it is.</summary>
    internal bool IsLeftOut(PileReading how, char flag, ValueQualifier qualifier, DateTime at) =>
        FlagReading.Of(flag, _records.Facility.Industry, DateOnly.FromDateTime(at), _marking).Use == ValueUse.NotJudged
        || (qualifier == ValueQualifier.Missing && how.Key.Origin == DataOrigin.Automatic);

    /// <summary>Whether a value counts, with what is to be said of it either way.</summary>
    internal bool Counts(PileReading how, Unit unit, in SeriesPoint point, out ReadValue value, out Wording? why)
    {
        (value, why) = (new(unit, point), null);
        var flag = FlagReading.Of(point.Flag, _records.Facility.Industry, DateOnly.FromDateTime(point.At), _marking);
        if (flag.Use == ValueUse.NotJudged) why = flag.Reason;
        // A gap is told by the capture.
        if (flag.Use == ValueUse.NotJudged || IsGap(point, how.Key.Origin)) return false;
        if (how.Outages.Count > 0 && Excusing(how.Outages, point, how.Key.Window) is { } outage)
        {
            why = outage.Reason;
            return false;
        }

        if (flag.Use == ValueUse.Open || how.IsMeanOfPh)
        {
            why = flag.Use == ValueUse.Open ? flag.Reason : MeanOfPh;
            value = value with { By = JudgedBy.Nothing, Why = why };
        }
        else
        {
            value = Converted(how.Key, unit, point);
        }

        return true;
    }

    private static readonly Wording MeanOfPh = new("pH值不计算平均值，均值不作判定依据（可列出范围）", "a pH is never averaged: a mean is no basis for judging");

    // A blank among automatic values is a gap; a sample that was reported without its result may be an exceedance.
    private static bool IsGap(in SeriesPoint point, DataOrigin origin) => point.Value.Qualifier == ValueQualifier.Missing && origin == DataOrigin.Automatic;

    // A plant that is said to stand still and discharges is judged.
    private static Outage? Excusing(IReadOnlyList<Outage> outages, SeriesPoint point, AveragingWindow window)
    {
        foreach (var outage in outages)
            if (outage.Excuses(point.At, window) && !(outage.Kind == OutageKind.Shutdown && point.VolumeM3 > 0)) return outage;
        return null;
    }

    private ReadValue Converted(SeriesKey key, Unit unit, SeriesPoint point)
    {
        var value = new ReadValue(unit, point) { Oxygen = _oxygen.Value.Count > 0 && _oxygen.Value.TryGetValue((key.OutletId, key.Window, point.At), out var oxygen) ? oxygen : null };
        if (_ratios.Count == 0 || unit.Dimension != "mass/volume" || Medium(key.OutletId, key.Pollutant) != Facts.Medium.Water) return value;
        if (DrainageRatio.On(_ratios, key.OutletId, DateOnly.FromDateTime(point.At)) is not { } ratio || ratio <= 1m) return value;
        return value with
        {
            Measured = point.Value,
            Point = point with { Value = point.Value with { Number = DrainageRatio.Convert(point.Value.Number, ratio) } },
            Remark = new(
                $"实测{point.Value}，单位产品排水量为基准的{PlainNumber.Text(ratio)}倍，按基准水量排放浓度判定（GB 4287-2012 4.5 等）",
                $"measured {point.Value}; drained {PlainNumber.Text(ratio)} times the base: converted to the base drainage (GB 4287-2012 4.5 and others)"),
        };
    }

    private Dictionary<(OutletId, AveragingWindow, DateTime), decimal> Oxygen()
    {
        var percent = Unit.Parse("%");
        var oxygen = new Dictionary<(OutletId, AveragingWindow, DateTime), decimal>();
        foreach (var series in _records.Series.Where(s => s.Key.Pollutant.Value == "a19001" && s.Key.Unit.ConvertsTo(percent)))
            foreach (var point in series.Points().Where(p => p.Value.Qualifier == ValueQualifier.Exact && p.Flag is '\0' or 'N'))
                oxygen.TryAdd((series.Key.OutletId, series.Key.Window, point.At), series.Key.Unit.Convert(point.Value.Number, percent));
        return oxygen;
    }
}
