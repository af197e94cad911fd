using CleanProd.Rules.Facts.Limits;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Facts.Building;

/// <summary>Measurement series and summaries to the word <c>monitoring</c>.</summary>
internal static class MonitoringBuilder
{
    internal static FactList<MonitoringFact> Build(FacilityRecords records, ReportingPeriod period, ReferenceData reference, DateOnly asOf, LimitAnswers known)
    {
        var reading = new FacilityReading(records, period, reference, asOf, known);
        var reader = reading.Reader;
        var items = new List<MonitoringFact>();
        var measured = new HashSet<OutletId>();
        var unjudged = new List<string>();
        foreach (var series in reading.Series)
        {
            if (MonitoringItem.Of(series, reading, reference) is not { } item) continue;
            if (item.HasKnown) measured.Add(series.Key.OutletId);
            // Values of which nothing can be told say why.
            unjudged.AddRange(item.Whys.Select(why => $"monitoring[{series.Key.OutletId} {reference.Pollutants.NameOf(series.Key.Pollutant)}：{why}]"));
            items.Add(item.Fact(reading, DischargeBuilder.Word(reader.Medium(series.Key.OutletId, series.Key.Pollutant)), reference));
        }

        foreach (var summary in records.Summaries.Where(s => period.Covers(ReportingPeriod.OfYear(s.Year))))
        {
            measured.Add(summary.OutletId);
            items.Add(SummaryItem.Of(summary, DischargeBuilder.Word(reader.Medium(summary.OutletId, summary.Pollutant)), reference));
        }

        return new(items, FactsBuilder.Missing(
        [
            measured.Count == 0 ? "monitoring" : null,
            .. measured.Count == 0 ? [] : records.Outlets.Where(o => !measured.Contains(o.Id)).Select(o => $"monitoring[{o.Id}]"),
            .. Unmeasured(records, items, measured, period, reference),
            .. reading.Standards.Missing,
            .. reader.Unreadable.Select(t => $"discretion[{t}]"),
            .. reader.Loads.Missing,
            .. unjudged.Distinct(StringComparer.Ordinal),
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
            && !IsMeasured(items, l))
        .Select(l => $"monitoring[{l.OutletId} {reference.Pollutants.NameOf(l.Pollutant)}]").Distinct(StringComparer.Ordinal);

    private static bool IsMeasured(List<MonitoringFact> items, PermitLimitRecord limit)
    {
        foreach (var item in items)
            if (item.Pollutant == limit.Pollutant.Value && item.OutletId == limit.OutletId.Value) return true;
        return false;
    }
}
