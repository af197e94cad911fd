using System.Globalization;
using CleanProd.Rules.Facts.Validity;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Facts.Building;

/// <summary>The values of one series to one item of <c>monitoring</c>.</summary>
internal static class MonitoringItem
{
    internal static MonitoringFact Of(ReadSeries series, ValueJudge judge, string? medium, ReportingPeriod period, ReferenceData reference)
    {
        // A source may report one pollutant of an outlet as concentration and as mass: the ratios to their limits are one matter, the numbers
        // are not. The item's unit is that of the most values.
        var key = series.Key with { Unit = series.Values.GroupBy(v => v.Unit).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Symbol, StringComparer.Ordinal).First().Key };
        var tally = new MonitoringTally(key, reference);
        var permits = judge.PermitsOf(series);
        foreach (var value in series.Values) tally.Add(value, judge.Judge(series, permits, value));
        var exact = series.Values.Where(v => v.By != JudgedBy.Nothing && v.Point.Value.Qualifier == ValueQualifier.Exact && v.Unit.ConvertsTo(key.Unit))
            .Select(v => v.Unit.Convert(v.Point.Value.Number, key.Unit)).ToArray();
        var valid = series.Values.Count(v => v.By != JudgedBy.Nothing && v.Point.Value.Qualifier != ValueQualifier.Missing);
        return new MonitoringFact
        {
            OutletId = key.OutletId.Value,
            Medium = medium,
            Pollutant = key.Pollutant.Value,
            PollutantName = tally.Name,
            Unit = key.Unit.Symbol,
            HasUpperLimit = tally.HasUpperLimit,
            LimitHigh = tally.Limit?.High,
            LimitLow = tally.Limit?.Low,
            LimitUnknown = tally.LimitUnknown,
            Origin = key.Origin switch { DataOrigin.Automatic => "automatic", DataOrigin.Self => "self", DataOrigin.Supervision => "supervision", _ => null },
            Window = Word(key.Window),
            ValidCount = valid,
            ExceedanceCount = tally.Exceeding,
            PossibleExceedanceCount = tally.Exceeding + tally.Indeterminate,
            IndeterminateCount = tally.Indeterminate,
            ExceedanceDays = tally.Days.Count,
            MaxValue = exact.Length == 0 ? null : exact.Max(),
            MinValue = exact.Length == 0 ? null : exact.Min(),
            MaxRatio = tally.Ratios.Count == 0 ? null : tally.Ratios[0],
            MaxIsOpen = tally.Indeterminate > 0 || series.Values.Any(v => v.Point.Value.Qualifier is ValueQualifier.Above or ValueQualifier.Missing),
            Mean = exact.Length == 0 || tally.IsPh ? null : exact.Sum() / exact.Length,
            Capture = Capture(series, valid, period),
            FirstExceededOn = tally.Days.Count == 0 ? null : tally.Days.Min().ToDateTime(TimeOnly.MinValue),
            LastExceededOn = tally.Days.Count == 0 ? null : tally.Days.Max().ToDateTime(TimeOnly.MinValue),
            Months = tally.Months,
            Ratios = tally.Ratios,
            OpenRatios = tally.OpenRatios,
            Readings = [.. series.Notes.Concat(tally.Notes.All)],
            Evidence = tally.Evidence,
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

    private static decimal? Capture(ReadSeries series, int valid, ReportingPeriod period) =>
        series.Key is { Origin: DataOrigin.Automatic, Window: AveragingWindow.Day or AveragingWindow.Hour } key ? CaptureShare.Of(valid, key.Window, period, series.Outages) : null;
}
