using System.Globalization;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Facts.Building;

/// <summary>Measurement series and summaries to the word <c>monitoring</c>.</summary>
internal static class MonitoringBuilder
{
    internal static FactList<MonitoringFact> Build(FacilityRecords records, ReportingPeriod period, ReferenceData reference, DateOnly asOf)
    {
        var standards = new StandardLimits(records, reference, asOf);
        var items = new List<MonitoringFact>();
        var measured = new HashSet<OutletId>();
        foreach (var group in records.Series.GroupBy(s => (s.Key.OutletId, s.Key.Pollutant, s.Key.Window, s.Key.Origin)))
        {
            var values = group.SelectMany(s => s.Points().Select(p => new UnitValue(s.Key.Unit, p)))
                .Where(v => period.Contains(DateOnly.FromDateTime(v.Point.At)) && CountsForJudgement(v.Point) && !IsGap(v.Point, group.Key.Origin))
                .OrderBy(v => v.Point.At).ToArray();
            if (values.Length == 0) continue;
            if (values.Any(v => v.Point.Value.Qualifier != ValueQualifier.Missing)) measured.Add(group.Key.OutletId);
            items.Add(OfValues(group.First().Key, values, records, period, reference, standards));
        }

        foreach (var summary in records.Summaries.Where(s => period.Covers(ReportingPeriod.OfYear(s.Year))))
        {
            measured.Add(summary.OutletId);
            items.Add(OfSummary(summary, records, reference));
        }

        return new(items, FactsBuilder.Missing(
        [
            measured.Count == 0 ? "monitoring" : null,
            .. measured.Count == 0 ? [] : records.Outlets.Where(o => !measured.Contains(o.Id)).Select(o => $"monitoring[{o.Id}]"),
            .. Unmeasured(records, items, measured, period, reference),
            .. standards.Missing,
            FactsBuilder.Refused(records, "outlets", "monitoring"),
            FactsBuilder.Refused(records, "permit_limits", "monitoring"),
            FactsBuilder.Refused(records, "measurements", "monitoring"),
            FactsBuilder.Refused(records, "monitoring_summaries", "monitoring"),
        ]));
    }

    // What the permit limits at an outlet that is monitored has to be monitored there.
    private static IEnumerable<string> Unmeasured(
        FacilityRecords records, List<MonitoringFact> items, HashSet<OutletId> measured, ReportingPeriod period, ReferenceData reference) => records.PermitLimits
        .Where(l => measured.Contains(l.OutletId) && l.From <= period.To && (l.To is null || l.To >= period.From)
            && !items.Exists(i => i.OutletId == l.OutletId.Value && i.Pollutant == l.Pollutant.Value))
        .Select(l => $"monitoring[{l.OutletId} {reference.Pollutants.NameOf(l.Pollutant)}]").Distinct(StringComparer.Ordinal);

    // HJ 212 flags: only normal values (N, or none given) speak of the discharge; maintenance, calibration, fault, out of range,
    // manual setting, communication loss and standstill do not (自动监测设备标记规则).
    private static bool CountsForJudgement(SeriesPoint point) => point.Flag is '\0' or 'N' or 'n';

    // A blank among automatic values is a gap, told by the capture; a sample that was reported without its result may be an exceedance.
    private static bool IsGap(SeriesPoint point, DataOrigin origin) => point.Value.Qualifier == ValueQualifier.Missing && origin == DataOrigin.Automatic;

    // A source may report one pollutant of an outlet as concentration and as mass: the ratios to their limits are one matter, the numbers
    // are not. The key's unit is that of the most values.
    private readonly record struct UnitValue(Unit Unit, SeriesPoint Point);

    private static MonitoringFact OfValues(
        SeriesKey any, UnitValue[] values, FacilityRecords records, ReportingPeriod period, ReferenceData reference, StandardLimits standards)
    {
        var key = any with { Unit = values.GroupBy(v => v.Unit).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Symbol, StringComparer.Ordinal).First().Key };
        var permits = records.PermitLimits
            .Where(l => l.OutletId == key.OutletId && l.Pollutant == key.Pollutant && (l.Window is null || l.Window == key.Window)).ToArray();
        var name = reference.Pollutants.NameOf(key.Pollutant);
        var isPh = reference.Pollutants.Find(key.Pollutant.Value) is { IsPh: true };
        var evidence = new List<Evidence>();
        var ratios = new List<decimal>();
        var months = new SortedDictionary<DateOnly, MonthRatio>();
        var days = new HashSet<DateOnly>();
        int exceeding = 0, indeterminate = 0;
        AppliedLimit last = default;
        bool seen = false, differing = false, hasUpper = false, unlimited = true;
        (decimal Ratio, UnitValue Value, AppliedLimit Limit)? nearest = null;
        foreach (var (unit, point) in values)
        {
            var day = DateOnly.FromDateTime(point.At);
            var limit = AppliedLimit.Of(point, unit, day, permits);
            var (standing, ratio) = ValueJudgement.Judge(point.Value, limit.Low, limit.High);
            var free = false;
            // Neither a limit reported with the value nor a permit's: the standard's.
            if (limit.IsNone && standards.Judge(key, unit, day, point.Value) is { } judged) (standing, ratio, limit, free) = judged;
            unlimited &= free;
            hasUpper |= limit.High is not null;
            if (unit.Equals(key.Unit))
            {
                differing |= seen && (last.High != limit.High || last.Low != limit.Low);
                (last, seen) = (limit, true);
            }

            // A pH is no quantity: 7.2 is not four fifths of 9.
            if (isPh) ratio = null;
            if (ratio is { } r)
            {
                ratios.Add(r);
                if (nearest is null || r > nearest.Value.Ratio) nearest = (r, new(unit, point), limit);
            }

            if (standing == Standing.Exceeds)
            {
                exceeding++;
                days.Add(day);
                evidence.Add(Shown(key, name, new(unit, point), limit, ratio));
            }

            if (standing == Standing.Indeterminate) indeterminate++;
            var month = new DateOnly(day.Year, day.Month, 1);
            var before = months.GetValueOrDefault(month, new MonthRatio(month, null, false));
            months[month] = new(month, Larger(before.Certain, ratio), before.HasIndeterminate || standing == Standing.Indeterminate);
        }

        // Where nothing exceeds, the value nearest to its limit is what a look at the item should show.
        if (evidence.Count == 0 && nearest is { } n) evidence.Add(Shown(key, name, n.Value, n.Limit, n.Ratio));
        ratios.Sort((a, b) => b.CompareTo(a));
        var exact = values.Where(v => v.Point.Value.Qualifier == ValueQualifier.Exact && v.Unit.ConvertsTo(key.Unit))
            .Select(v => v.Unit.Convert(v.Point.Value.Number, key.Unit)).ToArray();
        var valid = values.Count(v => v.Point.Value.Qualifier != ValueQualifier.Missing);
        return new MonitoringFact
        {
            OutletId = key.OutletId.Value,
            Medium = MediumOf(records, key.OutletId, key.Pollutant, reference),
            Pollutant = key.Pollutant.Value,
            PollutantName = name,
            Unit = key.Unit.Symbol,
            // One limit of the item, or none that could speak for all its values.
            HasUpperLimit = hasUpper,
            LimitHigh = differing ? null : last.High,
            LimitLow = differing ? null : last.Low,
            LimitUnknown = differing || (last.IsNone && !unlimited),
            Origin = key.Origin switch { DataOrigin.Automatic => "automatic", DataOrigin.Self => "self", DataOrigin.Supervision => "supervision", _ => null },
            Window = Word(key.Window),
            ValidCount = valid,
            ExceedanceCount = exceeding,
            PossibleExceedanceCount = exceeding + indeterminate,
            IndeterminateCount = indeterminate,
            ExceedanceDays = days.Count,
            MaxValue = exact.Length == 0 ? null : exact.Max(),
            MinValue = exact.Length == 0 ? null : exact.Min(),
            MaxRatio = ratios.Count == 0 ? null : ratios[0],
            MaxIsOpen = indeterminate > 0 || values.Any(v => v.Point.Value.Qualifier is ValueQualifier.Above or ValueQualifier.Missing),
            Mean = exact.Length == 0 || isPh ? null : exact.Sum() / exact.Length,
            Capture = Capture(key, valid, period),
            FirstExceededOn = days.Count == 0 ? null : days.Min().ToDateTime(TimeOnly.MinValue),
            LastExceededOn = days.Count == 0 ? null : days.Max().ToDateTime(TimeOnly.MinValue),
            Months = [.. months.Values],
            Ratios = ratios,
            Evidence = evidence,
        };
    }

    private static MonitoringFact OfSummary(MonitoringSummaryRecord summary, FacilityRecords records, ReferenceData reference)
    {
        var name = reference.Pollutants.NameOf(summary.Pollutant);
        var isPh = reference.Pollutants.Find(summary.Pollutant.Value) is { IsPh: true };
        var ratio = !isPh && summary is { Max: { } max, LimitHigh: > 0 } ? max / summary.LimitHigh : null;
        // No valid value, more exceedances than values, or a largest value over the limit beside a count of none: the count tells nothing.
        var usable = summary.ExceedanceCount is { } counted && summary.ValidCount is not 0 && !(counted > summary.ValidCount)
            && !(counted == 0 && summary.Max > summary.LimitHigh);
        return new MonitoringFact
        {
            OutletId = summary.OutletId.Value,
            Medium = MediumOf(records, summary.OutletId, summary.Pollutant, reference),
            Pollutant = summary.Pollutant.Value,
            PollutantName = name,
            Unit = summary.Unit.Symbol,
            HasUpperLimit = summary.LimitHigh is not null,
            LimitHigh = summary.LimitHigh,
            LimitLow = summary.LimitLow,
            LimitUnknown = summary.LimitHigh is null && summary.LimitLow is null,
            Window = Word(AveragingWindow.Year),
            ValidCount = summary.ValidCount,
            ExceedanceCount = usable ? summary.ExceedanceCount!.Value : 0,
            // A count that cannot be used, or that rests on nothing, may hide any number of exceedances.
            PossibleExceedanceCount = usable ? summary.ExceedanceCount!.Value : int.MaxValue,
            IndeterminateCount = usable ? 0 : 1,
            MaxValue = summary.Max,
            MaxRatio = ratio,
            Evidence =
            [
                new Evidence(summary.Source)
                {
                    OutletId = summary.OutletId.Value, Pollutant = summary.Pollutant.Value, Name = name,
                    At = summary.Year.ToString(CultureInfo.InvariantCulture),
                    Value = summary.Max is { } m ? MeasuredValue.Of(m) : summary.ExceedanceCount is { } c ? MeasuredValue.Of(c) : null,
                    Limit = summary.Max is null ? null : summary.LimitHigh, Ratio = ratio,
                    Unit = summary.Max is null ? "次" : summary.Unit.Symbol,
                    Basis = summary.ExceedanceCount is { } count ? $"超标次数 {count}，限值 {Limits(summary)}" : null,
                },
            ],
        };
    }

    private static string Limits(MonitoringSummaryRecord s) =>
        $"{(s.LimitLow is { } l ? PlainNumber.Text(l) + "～" : "")}{(s.LimitHigh is { } h ? PlainNumber.Text(h) : s.LimitLow is null ? "未报" : "")} {s.Unit}";

    private static Evidence Shown(SeriesKey key, string name, UnitValue value, AppliedLimit limit, decimal? ratio) => new(value.Point.Source)
    {
        OutletId = key.OutletId.Value,
        Pollutant = key.Pollutant.Value,
        Name = name,
        At = value.Point.At.TimeOfDay == TimeSpan.Zero
            ? value.Point.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : value.Point.At.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        Value = value.Point.Value,
        Limit = limit.Broken(value.Point.Value),
        Unit = value.Unit.Symbol,
        Ratio = ratio,
        Basis = limit.Basis,
    };

    private static decimal? Capture(SeriesKey key, int valid, ReportingPeriod period)
    {
        if (key.Origin != DataOrigin.Automatic) return null;
        var days = period.To.DayNumber - period.From.DayNumber + 1;
        return key.Window switch { AveragingWindow.Day => (decimal)valid / days, AveragingWindow.Hour => (decimal)valid / (days * 24), _ => null };
    }

    private static string? MediumOf(FacilityRecords records, OutletId outlet, PollutantCode pollutant, ReferenceData reference)
    {
        var medium = records.Outlets.FirstOrDefault(o => o.Id == outlet)?.Medium ?? Medium.Unspecified;
        if (medium == Medium.Unspecified) medium = reference.Pollutants.MediumOf(pollutant);
        return DischargeBuilder.Word(medium);
    }

    private static string Word(AveragingWindow window) => window switch
    {
        AveragingWindow.Instant => "instant",
        AveragingWindow.Hour => "hour",
        AveragingWindow.Day => "day",
        AveragingWindow.Month => "month",
        _ => "year",
    };

    private static decimal? Larger(decimal? a, decimal? b) => a is null || b > a ? b : a;
}
