using System.Globalization;
using CleanProd.Rules.Facts.Validity;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Facts.Building;

/// <summary>The values of one series to one item of <c>monitoring</c>.</summary>
internal sealed class MonitoringItem
{
    private readonly ReadSeries _series;
    private readonly MonitoringTally _tally;
    private readonly SeriesKey _key;
    private readonly ExactNumbers _exact;
    private readonly bool _isPacked;

    private MonitoringItem(ReadSeries series, SeriesKey key, MonitoringTally tally, ExactNumbers exact, bool isPacked) =>
        (_series, _key, _tally, _exact, _isPacked) = (series, key, tally, exact, isPacked);

    /// <summary>Counts a series, in one pass over its columns where it stands as it was reported, else value by value; null when no value counts.</summary>
    internal static MonitoringItem? Of(ReadSeries series, FacilityReading reading, ReferenceData reference)
    {
        var isPh = reference.Pollutants.Find(series.Key.Pollutant.Value) is { IsPh: true };
        if (SeriesPass.TryCount(series, reading.Reader, reading.Judge, isPh) is { } counted)
            return counted.Tally.Taken == 0 ? null : new(series, series.Key, counted.Tally, counted.Exact, true);
        return series.Values.Count == 0 ? null : OneByOne(series, reading.Judge, isPh);
    }

    /// <summary>Counts a series value by value.</summary>
    internal static MonitoringItem OneByOne(ReadSeries series, ValueJudge judge, bool isPh)
    {
        // A source may report one pollutant of an outlet as concentration and as mass: the ratios to their limits are one matter, the numbers
        // are not. The item's unit is that of the most values.
        var key = series.Key with { Unit = series.Values.GroupBy(v => v.Unit).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Symbol, StringComparer.Ordinal).First().Key };
        var tally = new MonitoringTally(key.Unit, isPh);
        var permits = judge.PermitsOf(series);
        for (var i = 0; i < series.Values.Count; i++) tally.Add(series.Values[i], judge.Judge(series, permits, series.Values[i]), i);
        var exact = series.Values.Where(v => v.By != JudgedBy.Nothing && v.Point.Value.Qualifier == ValueQualifier.Exact && v.Unit.ConvertsTo(key.Unit))
            .Select(v => v.Unit.Convert(v.Point.Value.Number, key.Unit)).ToArray();
        return new(series, key, tally, ExactNumbers.Of(exact), false);
    }

    /// <summary>Whether any of its values is known.</summary>
    internal bool HasKnown => _tally.HasKnown;

    /// <summary>Why nothing can be told of some of its values.</summary>
    internal IReadOnlyList<string> Whys => _tally.Whys;

    internal MonitoringFact Fact(FacilityReading reading, string? medium, ReferenceData reference)
    {
        var name = reference.Pollutants.NameOf(_key.Pollutant);
        return new MonitoringFact
        {
            OutletId = _key.OutletId.Value,
            Medium = medium,
            Pollutant = _key.Pollutant.Value,
            PollutantName = name,
            Unit = _key.Unit.Symbol,
            HasUpperLimit = _tally.HasUpperLimit,
            LimitHigh = _tally.Limit?.High,
            LimitLow = _tally.Limit?.Low,
            LimitUnknown = _tally.LimitUnknown,
            Origin = _key.Origin switch { DataOrigin.Automatic => "automatic", DataOrigin.Self => "self", DataOrigin.Supervision => "supervision", _ => null },
            Window = Word(_key.Window),
            ValidCount = _tally.Valid,
            ExceedanceCount = _tally.Exceeding,
            PossibleExceedanceCount = _tally.Exceeding + _tally.Indeterminate,
            IndeterminateCount = _tally.Indeterminate,
            ExceedanceDays = _tally.Days,
            MaxValue = _exact.Max,
            MinValue = _exact.Min,
            MaxRatio = _tally.MaxRatio,
            MaxIsOpen = _tally.Indeterminate > 0 || _tally.HasOpenEnd,
            Mean = _tally.IsPh ? null : _exact.Mean,
            Capture = Capture(reading.Reader.Period),
            FirstExceededOn = _tally.FirstDay?.ToDateTime(TimeOnly.MinValue),
            LastExceededOn = _tally.LastDay?.ToDateTime(TimeOnly.MinValue),
            OpenRatios = _tally.OpenRatios,
            Detail = new MonitoringDetail(_series, reading, _key, name, _tally, _isPacked),
        };
    }

    internal static string Word(AveragingWindow window) => window switch
    {
        AveragingWindow.Instant => "instant",
        AveragingWindow.Hour => "hour",
        AveragingWindow.Day => "day",
        AveragingWindow.Month => "month",
        _ => "year",
    };

    internal static string Time(DateTime at) =>
        at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    private decimal? Capture(ReportingPeriod period) =>
        _series.Key is { Origin: DataOrigin.Automatic, Window: AveragingWindow.Day or AveragingWindow.Hour } key ? CaptureShare.Of(_tally.Valid, key.Window, period, _series.Outages) : null;
}
