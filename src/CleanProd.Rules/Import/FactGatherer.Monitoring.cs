using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Import.Measurements;

namespace CleanProd.Rules.Import;

internal sealed partial class FactGatherer
{
    private readonly MeasurementPile _measurements;

    private readonly BulkReaders _bulkReaders;

    // Pollutants of these stand as written until the medium of every outlet is known.
    private readonly FactPile<MonitoringSummaryRecord> _summaries = new(FactKinds.Summaries);

    private readonly FactPile<PermitLimitRecord> _permitLimits = new(FactKinds.PermitLimits);

    private void AddMeasurement(FacilityId facility)
    {
        var c = _cells;
        var (outlet, pollutant) = (_identities.Outlet(), PollutantText());
        var at = c.RequiredMoment("at");
        var window = c.RequiredWord("window", FactWords.Windows);
        var unit = MeasuredUnit(pollutant);
        var negative = IsTemperature(unit);
        var value = c.Measured("value", negative);
        var origin = c.Word("origin", FactWords.Origins) ?? DataOrigin.Unspecified;
        var (low, high, _) = Limits(negative, $"{facility} {outlet} {pollutant}");
        var point = new SeriesPoint(at, value, c.Source)
        {
            Flag = c.Text("flag") is { } flag ? char.ToUpperInvariant(flag[0]) : '\0',
            LimitLow = low,
            LimitHigh = high,
            VolumeM3 = c.Number("volume_m3"),
        };
        if (c.Refused) return;
        _measurements.Add(new(facility, outlet, pollutant, c.Manner.PollutantsAsWritten, window, origin), new(point, unit, c.Text("record")));
    }

    private void AddSummary(FacilityId facility)
    {
        var c = _cells;
        var (outlet, pollutant) = (_identities.Outlet(), PollutantText());
        var year = c.Year("year");
        var unit = MeasuredUnit(pollutant);
        var negative = IsTemperature(unit);
        var (low, high, zero) = Limits(negative, $"{facility} {outlet} {pollutant} {year}");
        var exceedances = c.Count("exceedance_count");
        var record = new MonitoringSummaryRecord(facility, outlet, new PollutantCode(pollutant), year, unit, c.Source)
        {
            LimitLow = low,
            LimitHigh = high,
            ValidCount = c.Count("valid_count"),
            // Everything exceeds a limit of nought that was never set.
            ExceedanceCount = zero ? null : exceedances,
            Max = c.Number("max", negative),
            Median = c.Number("median", negative),
        };
        if (!c.Refused) _summaries.Add(record, c.Manner);
    }

    private void AddPermitLimit(FacilityId facility)
    {
        var c = _cells;
        var (outlet, pollutant) = (_identities.Outlet(), PollutantText());
        var unit = MeasuredUnit(pollutant);
        var (low, high, _) = Limits(IsTemperature(unit), $"{facility} {outlet} {pollutant}");
        var from = c.RequiredDay("from");
        var record = new PermitLimitRecord(facility, outlet, new PollutantCode(pollutant), unit, from, c.Source)
        {
            LimitLow = low,
            LimitHigh = high,
            Window = c.Word("window", FactWords.Windows),
            To = c.Day("to"),
            LegalSource = c.Text("source"),
        };
        c.RefusePeriod(from, record.To ?? default);
        if (!c.Refused) _permitLimits.Add(record, c.Manner);
    }

    // An upper limit of 0 is a blank that somebody's software filled in, unless a lower limit below 0 makes it a real range.
    private (decimal? Low, decimal? High, bool Zero) Limits(bool mayBeNegative, string subject)
    {
        var (low, high) = (_cells.Number("limit_low", mayBeNegative), _cells.Number("limit_high", mayBeNegative));
        // Every value would exceed a range whose ends are exchanged.
        if (low > high && high != 0m) _cells.Refuse("limits_reversed", "limit_low", PlainNumber.Text(low.Value), PlainNumber.Text(high.Value));
        if (high != 0m || low < 0m) return (low, high, false);
        _log.Once("limit_zero", _cells.Source, _cells.Heading("limit_high"), subject, _cells.Raw("limit_high"));
        return (low, null, true);
    }

    private string PollutantText()
    {
        var text = _cells.Required("pollutant");
        if (text.Length > 0 && !_cells.Manner.PollutantsAsWritten && Known(text) is null)
            _cells.SayOnce("pollutant_unknown", "pollutant", text, text);
        return text;
    }

    private Unit MeasuredUnit(string pollutant) => _cells.Unit("unit", hasToConvert: false, mayBeBlank: Known(pollutant)?.IsPh == true);

    private Pollutant? Known(string text, Medium medium = Medium.Unspecified)
    {
        if (!_known.TryGetValue((text, medium), out var pollutant)) _known[(text, medium)] = pollutant = _reference.Pollutants.Find(text, medium);
        return pollutant;
    }

    private readonly Dictionary<(string, Medium), Pollutant?> _known = [];

    private static bool IsTemperature(Unit unit) => unit.Dimension == "temperature";
}
