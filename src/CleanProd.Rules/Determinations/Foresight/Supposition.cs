using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Determinations.Foresight;

/// <summary>From evidence to the reports behind it, and the same reports with other numbers.</summary>
internal static class Supposition
{
    /// <summary>The value of the enterprise behind a piece of evidence and what it would have to be; null when there is none, such as for a quota or a judgement.</summary>
    internal static ValueChange? Change(FacilityRecords records, Evidence e)
    {
        if (KindOf(records, e) is not { } kind) return null;
        var value = e.Value is { Qualifier: ValueQualifier.Exact or ValueQualifier.Above } v ? v.Number : (decimal?)null;
        var change = new ValueChange(kind, e.Source) { OutletId = e.OutletId, Name = e.Name ?? e.Pollutant, At = e.At, From = value, Unit = e.Unit, Code = e.Pollutant };
        return kind == ReportKind.Substance && e.Limit is null ? change : value is null && kind != ReportKind.Summary ? null : change with { To = e.Limit ?? 0m };
    }

    private static ReportKind? KindOf(FacilityRecords records, Evidence e) =>
        records.Discharges.Any(d => d.Source == e.Source) && e.OutletId is null && e.Basis is null ? ReportKind.Discharge
        : records.Energy.Any(r => r.Source == e.Source) ? ReportKind.Energy
        : records.Substances.Any(s => s.Source == e.Source) ? ReportKind.Substance
        : records.Indicators.Any(i => i.Source == e.Source) ? ReportKind.Indicator
        : records.Summaries.Any(s => s.Source == e.Source && s.OutletId.Value == e.OutletId) ? ReportKind.Summary
        : records.Quotas.Any(q => q.Source == e.Source) || records.Discretion.Any(d => d.Source == e.Source) || records.Audits.Any(a => a.Source == e.Source) ? null
        : records.Series.Any(s => s.Key.Pollutant.Value == e.Pollutant) ? ReportKind.Measurement
        : null;

    /// <summary>The records with the changes made; everything else stays as it was reported.</summary>
    internal static FacilityRecords Apply(FacilityRecords records, IReadOnlyList<ValueChange> changes)
    {
        if (changes.Count == 0) return records;
        var by = changes.ToLookup(c => c.Kind);
        return records.Supposing(
            by.Contains(ReportKind.Measurement) ? [.. records.Series.Select(s => Series(s, by[ReportKind.Measurement]))] : null,
            by.Contains(ReportKind.Summary) ? [.. records.Summaries.Select(s => Of(by[ReportKind.Summary], s.Source, c => c.OutletId == s.OutletId.Value && c.Code == s.Pollutant.Value) is { } c ? Summary(s, c) : s)] : null,
            by.Contains(ReportKind.Discharge) ? [.. records.Discharges.Select(d => Of(by[ReportKind.Discharge], d.Source, c => c.Code == d.Pollutant.Value) is { } c ? d with { Quantity = c.To } : d)] : null,
            by.Contains(ReportKind.Substance) ? Substances(records.Substances, by[ReportKind.Substance]) : null,
            by.Contains(ReportKind.Energy) ? [.. records.Energy.Select(r => Of(by[ReportKind.Energy], r.Source, c => c.Code == r.Product) is { } c ? r with { Energy = Scaled(r.Energy, c) } : r)] : null,
            by.Contains(ReportKind.Indicator) ? [.. records.Indicators.Select(r => Of(by[ReportKind.Indicator], r.Source, c => c.Code == r.Indicator) is { } c ? r with { Value = c.To } : r)] : null);
    }

    private static ValueChange? Of(IEnumerable<ValueChange> changes, SourceRef source, Func<ValueChange, bool> about) => changes.FirstOrDefault(c => c.Source == source && about(c));

    private static MonitoringSummaryRecord Summary(MonitoringSummaryRecord summary, ValueChange change) =>
        summary with { ExceedanceCount = 0, Max = summary.Max is { } max && change.To is { } to ? Math.Min(max, to) : summary.Max };

    // A plant that used one substance and would use none declares that.
    private static List<SubstanceRecord> Substances(IReadOnlyList<SubstanceRecord> all, IEnumerable<ValueChange> changes)
    {
        var gone = changes.Where(c => c.To is null).Select(c => (c.Source, c.Name)).ToHashSet();
        var less = changes.Where(c => c.To is not null).ToLookup(c => (c.Source, c.Name));
        var kept = all.Where(s => !gone.Contains((s.Source, s.Substance))).Select(s => less[(s.Source, s.Substance)].FirstOrDefault() is { } c ? s with { Quantity = c.To } : s).ToList();
        foreach (var year in all.Select(s => s.Year).Distinct().Where(y => kept.TrueForAll(s => s.Year != y)))
        {
            var first = all.First(s => s.Year == year);
            kept.Add(new(first.FacilityId, year, "none", SubstanceRole.Used, first.Source));
        }

        return kept;
    }

    private static decimal? Scaled(decimal? number, ValueChange change) =>
        number is { } n && change is { From: { } from, To: { } to } && from != 0 ? Toward(n * to / from, to < from) : number;

    // Quotients that never end are cut on the side of the change, so that cutting does not undo it.
    private static decimal Toward(decimal number, bool down) =>
        decimal.Round(number, 12, down ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity);

    private static MeasurementSeries Series(MeasurementSeries series, IEnumerable<ValueChange> changes)
    {
        var mine = changes.Where(c => c.Code == series.Key.Pollutant.Value && (c.OutletId is null || c.OutletId == series.Key.OutletId.Value)).ToArray();
        if (mine.Length == 0) return series;
        var points = series.Points();
        var touched = false;
        var byRow = mine.ToLookup(c => c.Source);
        // A mean of a day, or a total of the year, is made of many rows: all of them change in proportion.
        var stretches = mine.Where(c => !points.Any(p => p.Source == c.Source && p.Value.Number == c.From)).ToArray();
        for (var i = 0; i < points.Length; i++)
        {
            var p = points[i];
            if (p.Value.Qualifier is not (ValueQualifier.Exact or ValueQualifier.Above)) continue;
            var change = byRow[p.Source].FirstOrDefault(c => c.From == p.Value.Number) ?? Array.Find(stretches, c => Within(p.At, c.At));
            if (change is not { From: { } from, To: { } to } || from == 0) continue;
            var number = p.Value.Number == from ? to : Toward(p.Value.Number * to / from, to < from);
            points[i] = p with { Value = MeasuredValue.Of(number) };
            touched = true;
        }

        return touched ? MeasurementSeries.Pack(series.Key, points) : series;
    }

    // A day, a time of it, or a stretch of days as a period writes it.
    private static bool Within(DateTime at, string? when)
    {
        if (when is null) return false;
        if (when.Split("..") is [var from, var to]) return Day(from) <= DateOnly.FromDateTime(at) && DateOnly.FromDateTime(at) <= Day(to);
        return when.StartsWith(at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
