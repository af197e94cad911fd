using System.Globalization;
using CleanProd.Rules.Facts.Limits;
using CleanProd.Rules.Facts.Validity;

namespace CleanProd.Rules.Facts.Building;

/// <summary>
/// The automatic values of one outlet and pollutant: hours and days that the source does not give are formed from their parts, means with too
/// few valid parts fall, and each value learns by what it is judged.
/// </summary>
internal sealed class MeansOfPlace(List<ValuePile> piles, FacilityRecords records, Medium medium, bool isPh, bool isForeign)
{
    private static readonly Wording TooFewParts = new(
        "有效小时均值不足20个（小时均值有效数据不足45分钟），该均值无效，不作判定依据", "fewer than 20 valid hours (45 valid minutes): the mean is not valid");

    private readonly SeriesKey _any = piles[0].Key;

    internal void Form()
    {
        if (isForeign || isPh) return;
        var (singles, hours, days) = (Automatic(AveragingWindow.Instant), Automatic(AveragingWindow.Hour), Automatic(AveragingWindow.Day));
        if (singles is null && hours is null) return;
        Fall(hours, singles, AveragingWindow.Hour);
        var formedHours = singles is null ? [] : Missing(hours, MeanFormation.Hours(
            singles.Values.Where(v => v.By == JudgedBy.Itself).Select(v => (v.Point, v.Unit, true)).Concat(singles.Left.Select(l => (l.Point, l.Unit, false))))).ToArray();
        FallDays(days, hours);
        var validHours = (hours?.Values.Where(v => v.By == JudgedBy.Itself).Select(v => (v.Point, v.Unit)) ?? []).Concat(formedHours.Select(f => (f.Point, f.Unit)));
        var limits = records.PermitLimits.Where(l => l.OutletId == _any.OutletId && l.Pollutant == _any.Pollutant && !LoadUnit.IsComputed(l.Unit)).ToArray();
        var deciding = limits.Select(l => l.Window).OfType<AveragingWindow>().Distinct().ToArray() is [var only] ? only : DecidingWindow.Of(medium, DataOrigin.Automatic, isPh);
        // Without a permit the standard says which mean it is read against: all of them are offered.
        if (formedHours.Length > 0 && (deciding == AveragingWindow.Hour || limits.Length == 0)) hours = Add(hours, AveragingWindow.Hour, formedHours, "分钟有效数据", "valid minutes");
        if (deciding == AveragingWindow.Day || limits.Length == 0)
        {
            var formed = Missing(days, MeanFormation.Days(validHours)).ToArray();
            if (formed.Length > 0) days = Add(days, AveragingWindow.Day, formed, "个有效小时均值", "valid hours");
        }

        Decide(singles, deciding, limits, hours, days);
        Decide(hours, deciding, limits, hours, days);
    }

    private ValuePile? Automatic(AveragingWindow window) => piles.Find(p => p.Key.Origin == DataOrigin.Automatic && p.Key.Window == window);

    // An hour of which too many minutes are known to be invalid is none, whatever mean was reported for it.
    private static void Fall(ValuePile? means, ValuePile? parts, AveragingWindow window)
    {
        if (means is null || parts is null || parts.Left.Count == 0) return;
        var lost = parts.Left.GroupBy(l => WindowSpan.Start(l.Point.At, window)).ToDictionary(
            g => g.Key,
            g => TimeSpan.FromMinutes(MeanFormation.Minutes(g.Select(l => l.Point.At), MeanFormation.Step(
                g.Select(l => l.Point.At).Concat(parts.Values.Where(v => WindowSpan.Start(v.Point.At, window) == g.Key).Select(v => v.Point.At))))));
        Fall(means, lost, window);
    }

    private static void FallDays(ValuePile? days, ValuePile? hours)
    {
        if (days is null || hours is null || hours.Left.Count == 0) return;
        Fall(days, hours.Left.GroupBy(l => l.Point.At.Date).ToDictionary(g => g.Key, g => TimeSpan.FromHours(g.Select(l => l.Point.At.Hour).Distinct().Count())), AveragingWindow.Day);
    }

    private static void Fall(ValuePile means, Dictionary<DateTime, TimeSpan> lost, AveragingWindow window) => means.Change(v =>
    {
        if (!lost.TryGetValue(WindowSpan.Start(v.Point.At, window), out var time) || MeanValidity.MayStand(window, time)) return v;
        means.Leave(v.Unit, v.Point, TooFewParts);
        return null;
    });

    // Only stretches for which the source gives no mean, valid or not, get one.
    private static IEnumerable<FormedMean> Missing(ValuePile? given, IEnumerable<FormedMean> formed)
    {
        if (given is null) return formed;
        var starts = given.Values.Select(v => v.Point).Concat(given.Left.Select(l => l.Point)).Select(p => WindowSpan.Start(p.At, given.Key.Window)).ToHashSet();
        return formed.Where(f => !starts.Contains(f.Point.At));
    }

    private ValuePile Add(ValuePile? means, AveragingWindow window, FormedMean[] formed, string zh, string en)
    {
        if (means is null)
        {
            means = new(_any with { Window = window, Origin = DataOrigin.Automatic, Unit = formed[0].Unit });
            piles.Insert(1 + piles.FindLastIndex(p => p.Key.Window < window || (p.Key.Window == window && p.Key.Origin < DataOrigin.Automatic)), means);
        }

        foreach (var mean in formed)
        {
            var parts = mean.Parts.ToString(CultureInfo.InvariantCulture);
            means.Take(new(mean.Unit, mean.Point) { Remark = new($"由{parts}{zh}计算的均值", $"mean of {parts} {en}") }, null);
        }

        means.Sort();
        return means;
    }

    private static void Decide(ValuePile? finer, AveragingWindow? deciding, PermitLimitRecord[] limits, ValuePile? hours, ValuePile? days)
    {
        if (finer is null || deciding is not { } window || finer.Key.Window >= window || Array.Exists(limits, l => l.Window == finer.Key.Window)) return;
        finer.Deciding = window;
        var means = (window == AveragingWindow.Hour ? hours : days)?.Values.Select(v => WindowSpan.Start(v.Point.At, window)).ToHashSet() ?? [];
        // A limit that was reported with the value is the source's own reading of it.
        finer.Change(v => v.By != JudgedBy.Itself || v.Point.LimitHigh is not null || v.Point.LimitLow is not null
            ? v
            : v with { By = means.Contains(WindowSpan.Start(v.Point.At, window)) ? JudgedBy.Mean : JudgedBy.Bound });
    }
}
