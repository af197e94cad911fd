using System.Globalization;
using CleanProd.Rules.Facts.Validity;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Facts.Totals;

/// <summary>A window of automatic data: concentration in mg/m³.</summary>
internal readonly record struct AutomaticWindow(DateTime At, MeasuredValue MgPerM3, decimal? VolumeM3, char Flag, SourceRef Source);

/// <summary>
/// The quantity of one outlet from its automatic data, month by month. Exceeding and abnormal periods count like all others (排污许可管理条例
/// Art. 21): what is no basis for judging is still discharged. A standstill discharges nothing.
/// </summary>
internal static class AutomaticTotal
{
    /// <summary>Computes the months of a range.</summary>
    /// <param name="data">Windows in order of time, also of the half-year before the range.</param>
    /// <param name="window">Hour or day.</param>
    /// <param name="range">Whole months.</param>
    /// <param name="outages">Recorded outages of the outlet.</param>
    /// <param name="samples">Manual samples of the outlet, mg/m³.</param>
    internal static EmissionTotal? Of(
        IReadOnlyList<AutomaticWindow> data, AveragingWindow window, ReportingPeriod range, IReadOnlyList<Outage> outages, IEnumerable<(DateTime, decimal)> samples)
    {
        if (data.Count == 0) return null;
        var byStart = new Dictionary<DateTime, AutomaticWindow>(data.Count);
        foreach (var w in data) byStart.TryAdd(WindowSpan.Start(w.At, window), w);
        var withData = data.Select(w => (w.At.Year, w.At.Month)).ToHashSet();
        var shutdowns = outages.Where(o => o.Kind == OutageKind.Shutdown).ToArray();
        var filling = new GapFilling(samples);
        var filled = new Dictionary<Wording, (int Count, SourceRef First)>(ReferenceEqualityComparer.Instance);
        var months = new SortedDictionary<DateOnly, (decimal Measured, decimal Total, bool IsWhole)>();
        var quarters = new Dictionary<DateOnly, (int Valid, int Due)>();
        var first = range.From.ToDateTime(TimeOnly.MinValue);
        var end = range.To.AddDays(1).ToDateTime(TimeOnly.MinValue);
        for (var at = first.AddMonths(-6); at < end; at = WindowSpan.End(at, window))
        {
            var month = new DateOnly(at.Year, at.Month, 1);
            var (valid, due) = quarters.GetValueOrDefault(Quarter(at));
            // A month without any data is not known, and its quarter has less than 75 %.
            if (!withData.Contains((at.Year, at.Month)) && shutdowns.Length == 0)
            {
                var windows = CaptureShare.Due(window, new(month, month.AddMonths(1).AddDays(-1)), []);
                quarters[Quarter(at)] = (valid, due + windows);
                if (at >= first) months[month] = (0m, 0m, false);
                at = WindowSpan.End(at, AveragingWindow.Month).AddTicks(-1);
                continue;
            }

            // Of a window that is not there the volume is unknown, and with it the quantity.
            var known = byStart.TryGetValue(at, out var w);
            var value = Value(w);
            var stands = !(w.VolumeM3 > 0) && Array.Exists(shutdowns, o => o.From <= at && WindowSpan.End(at, window) <= o.Until);
            var counted = stands || (known && w.VolumeM3 == 0m) ? 0m : value is { } c && w.VolumeM3 is { } q ? EmissionMass.Tonnes(c, q) : (decimal?)null;
            quarters[Quarter(at)] = (valid + (counted is not null && !stands ? 1 : 0), due + (stands ? 0 : 1));
            if (at >= first)
            {
                var tonnes = counted;
                if (counted is null)
                {
                    var stood = filling.Fill(at, w.VolumeM3);
                    tonnes = stood?.Tonnes;
                    var rule = stood?.Rule ?? Unfilled;
                    filled[rule] = filled.TryGetValue(rule, out var before) ? (before.Count + 1, before.First) : (1, known ? w.Source : data[0].Source);
                }

                var so = months.GetValueOrDefault(month, (0m, 0m, true));
                months[month] = (so.Item1 + (counted ?? 0m), so.Item2 + (tonnes ?? 0m), so.Item3 && tonnes is not null && !IsAtLeast(known, w, stands));
            }

            if (value is { } concentration && w.VolumeM3 is { } volume && !IsAtLeast(known, w, stands)) filling.Saw(at, concentration, volume);
        }

        var notes = filled.Select(f => new ReadingNote(f.Key, f.Value.Count, f.Value.First)).OrderBy(n => n.Text.Zh, StringComparer.Ordinal).ToList();
        foreach (var (quarter, (valid, due)) in quarters.Where(q => q.Key >= Quarter(first) && q.Value.Due > 0 && !MeanValidity.Supports((decimal)q.Value.Valid / q.Value.Due)).OrderBy(q => q.Key))
            notes.Add(new(TooLittle(quarter, valid, due), 1, data[0].Source));
        var loads = months.Select(m => new MonthLoad(
            m.Key, m.Value.Measured, m.Value.Total, m.Value.IsWhole && quarters[Quarter(m.Key.ToDateTime(TimeOnly.MinValue))] is var q && (q.Due == 0 || MeanValidity.Supports((decimal)q.Valid / q.Due)))).ToArray();
        var whole = loads.All(l => l.IsWhole);
        return new(loads.Sum(l => whole ? l.Total : l.Measured), whole, QuantityMethod.Automatic, data[0].Source) { Months = loads, Notes = notes };
    }

    /// <summary>The quantity of a part of the months that were computed; null unless the period is whole months of them.</summary>
    internal static EmissionTotal? Within(EmissionTotal total, ReportingPeriod period)
    {
        var months = total.Months.Where(m => m.Month >= period.From && m.Month <= period.To).ToArray();
        var due = ((period.To.Year - period.From.Year) * 12) + period.To.Month - period.From.Month + 1;
        if (period.From.Day != 1 || period.To.AddDays(1).Day != 1 || months.Length != due) return null;
        var whole = months.All(m => m.IsWhole);
        return total with { Tonnes = months.Sum(m => whole ? m.Total : m.Measured), IsWhole = whole };
    }

    // A flagged value is no concentration, except one over the range, which is at least its number.
    private static decimal? Value(AutomaticWindow w) => char.ToUpperInvariant(w.Flag) is '\0' or 'N' or 'T' ? EmissionMass.Counted(w.MgPerM3) : null;

    private static bool IsAtLeast(bool known, AutomaticWindow w, bool stands) => known && !stands && (char.ToUpperInvariant(w.Flag) is 'T' || w.MgPerM3.Qualifier == ValueQualifier.Above);

    private static DateOnly Quarter(DateTime at) => new(at.Year, ((at.Month - 1) / 3 * 3) + 1, 1);

    private static readonly Wording Unfilled = new("缺失时段没有可替代的数据", "nothing can stand in for the gap");

    private static Wording TooLittle(DateOnly quarter, int valid, int due)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{quarter:yyyy-MM}");
        return new($"{text}起的季度自动监测数据捕集率{valid}/{due}，不足75%，不能用于核算排放量", $"quarter from {text}: {valid} of {due} windows valid, less than 75 %: no basis for a total");
    }
}
