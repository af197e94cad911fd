using CleanProd.Rules.Facts.Validity;

namespace CleanProd.Rules.Facts.Totals;

/// <summary>
/// What a facility discharged by its own measurements, pollutant by pollutant: automatic data where there is any, else manual samples
/// (环境保护税法 Art. 10). Asked only for what was reported or has a quota.
/// </summary>
/// <param name="records">The records.</param>
/// <param name="reference">Media of pollutants.</param>
/// <param name="asOf">Recorded outages after this day do not count.</param>
internal sealed class MeasuredTotals(FacilityRecords records, ReferenceData reference, DateOnly asOf)
{
    private readonly IReadOnlyList<Outage> _outages = Outage.Read(records.Discretion, asOf).Outages;

    /// <summary>The quantity of a period, in tonnes; null when nothing was measured with a volume.</summary>
    public EmissionTotal? Of(PollutantCode pollutant, Medium medium, ReportingPeriod period) => All(pollutant, medium, period) is { } total
        ? total.Months.Count == 0 ? total : AutomaticTotal.Within(total, period)
        : null;

    /// <summary>The same with the eleven months before the period among its months, for any twelve consecutive ones.</summary>
    internal EmissionTotal? All(PollutantCode pollutant, Medium medium, ReportingPeriod period)
    {
        var series = records.Series.Where(s => s.Key.Pollutant == pollutant && EmissionMass.IsConcentration(s.Key.Unit) && MediumOf(s.Key.OutletId, pollutant) == medium).ToArray();
        var outlets = series.Select(s => s.Key.OutletId)
            .Concat(records.PermitLimits.Where(l => l.Pollutant == pollutant && MediumOf(l.OutletId, pollutant) == medium).Select(l => l.OutletId)).Distinct().Order().ToArray();
        // What leaves a workshop passes the plant's outlet: it is counted there, unless the pollutant is measured at workshops alone.
        var last = outlets.Where(o => !records.Outlets.Any(r => r.Id == o && r.Workshop == true)).ToArray();
        if (last.Length > 0) outlets = last;
        var totals = outlets.Select(o => OfOutlet([.. series.Where(s => s.Key.OutletId == o)], o, period)).ToArray();
        return EmissionTotal.Sum([.. totals.OfType<EmissionTotal>()], totals.All(t => t is not null));
    }

    private EmissionTotal? OfOutlet(MeasurementSeries[] series, OutletId outlet, ReportingPeriod period)
    {
        var from = new DateOnly(period.From.Year, period.From.Month, 1).AddMonths(-11);
        foreach (var window in new[] { AveragingWindow.Hour, AveragingWindow.Day })
        {
            var automatic = series.Where(s => s.Key.Origin == DataOrigin.Automatic && s.Key.Window == window).ToArray();
            // Without a volume there is no quantity, and nothing is unpacked.
            if (!Array.Exists(automatic, s => s.HasVolumes)) continue;
            var data = automatic.SelectMany(s => s.Points().Select(p => InMgPerM3(p, s.Key.Unit))).OrderBy(w => w.At).ToArray();
            var samples = series.Where(s => s.Key.Origin is DataOrigin.Self or DataOrigin.Supervision).SelectMany(s => s.Points()
                .Where(p => p.Value.Qualifier == ValueQualifier.Exact).Select(p => (p.At, EmissionMass.InMgPerM3(p.Value.Number, s.Key.Unit)))).ToArray();
            var outages = _outages.Where(o => o.Outlet is null || o.Outlet == outlet).ToArray();
            return AutomaticTotal.Of(data, window, new(from, period.To), outages, samples);
        }

        return Manual(series, period);
    }

    private EmissionTotal? Manual(MeasurementSeries[] series, ReportingPeriod period)
    {
        if (!period.Equals(ReportingPeriod.OfYear(period.Year))) return null;
        foreach (var (window, indicator) in new[] { (AveragingWindow.Day, ManualTotal.OperatingDays), (AveragingWindow.Hour, ManualTotal.OperatingHours) })
        {
            var data = series.Where(s => s.Key.Origin is DataOrigin.Self or DataOrigin.Supervision && s.Key.Window == window && s.HasVolumes)
                .SelectMany(s => s.Points().Where(p => p.VolumeM3 is not null && period.Contains(DateOnly.FromDateTime(p.At))).Select(p => InMgPerM3(p, s.Key.Unit))).ToArray();
            var operating = records.Indicators.FirstOrDefault(i => i.Indicator == indicator && i.Year == period.Year)?.Value;
            if (ManualTotal.Tonnes([.. data.Select(w => (w.MgPerM3, w.VolumeM3!.Value))], operating) is not { } tonnes) continue;
            return new(tonnes, true, QuantityMethod.Manual, data[0].Source)
            {
                Notes = [new(new($"{data.Length}个手工样品浓度与流量乘积的均值×{indicator} {PlainNumber.Text(operating!.Value)}", $"mean of {data.Length} samples times {indicator} {PlainNumber.Text(operating.Value)}"), data.Length, data[0].Source)],
            };
        }

        return null;
    }

    private static AutomaticWindow InMgPerM3(SeriesPoint point, Unit unit) => new(
        point.At, point.Value with { Number = EmissionMass.InMgPerM3(point.Value.Number, unit) }, point.VolumeM3, point.Flag, point.Source);

    private Medium MediumOf(OutletId outlet, PollutantCode pollutant)
    {
        var medium = records.Outlets.FirstOrDefault(o => o.Id == outlet)?.Medium ?? Medium.Unspecified;
        return medium == Medium.Unspecified ? reference.Pollutants.MediumOf(pollutant) : medium;
    }
}
