using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.Tables;

internal static partial class StoredTables
{
    internal static StoreTable<DischargeRecord> Discharges { get; } = Of(
        "discharges",
        row => new DischargeRecord(
            row.Facility, new PollutantCode(row.Text("pollutant")), row.Word<Medium>("medium"),
            new ReportingPeriod(row.Day("from"), row.Day("to")), row.OptionalNumber("quantity"), row.Unit("unit"), row.Source)
        {
            Method = row.Word<QuantityMethod>("method"),
            Record = row.OptionalText("record"),
        })
        .Text("pollutant", d => d.Pollutant.Value)
        .Word("medium", d => d.Medium)
        .Day("from", d => d.Period.From)
        .Day("to", d => d.Period.To)
        .OptionalNumber("quantity", d => d.Quantity)
        .Text("unit", d => d.Unit.Symbol)
        .Word("method", d => d.Method)
        .OptionalText("record", d => d.Record)
        .Source(d => d.Source);

    internal static StoreTable<QuotaRecord> Quotas { get; } = Of(
        "quotas",
        row => new QuotaRecord(
            row.Facility, new PollutantCode(row.Text("pollutant")), row.Word<Medium>("medium"),
            row.Day("from"), row.OptionalDay("to"), row.OptionalNumber("quantity"), row.Unit("unit"), row.Source)
        {
            Issuer = row.OptionalText("issuer"),
            Document = row.OptionalText("document"),
        })
        .Text("pollutant", q => q.Pollutant.Value)
        .Word("medium", q => q.Medium)
        .Day("from", q => q.From)
        .OptionalDay("to", q => q.To)
        .OptionalNumber("quantity", q => q.Quantity)
        .Text("unit", q => q.Unit.Symbol)
        .OptionalText("issuer", q => q.Issuer)
        .OptionalText("document", q => q.Document)
        .Source(q => q.Source);

    internal static StoreTable<SubstanceRecord> Substances { get; } = Of(
        "substances",
        row => new SubstanceRecord(row.Facility, row.Whole("year"), row.Text("substance"), row.Word<SubstanceRole>("role"), row.Source)
        {
            Quantity = row.OptionalNumber("quantity"),
            Unit = row.OptionalText("unit") is { } unit ? Unit.Parse(unit) : null,
            Purpose = row.OptionalText("purpose"),
        })
        .Whole("year", s => s.Year)
        .Text("substance", s => s.Substance)
        .Word("role", s => s.Role)
        .OptionalNumber("quantity", s => s.Quantity)
        .OptionalText("unit", s => s.Unit?.Symbol)
        .OptionalText("purpose", s => s.Purpose)
        .Source(s => s.Source);

    internal static StoreTable<EnergyRecord> Energy { get; } = Of(
        "energy",
        row => new EnergyRecord(
            row.Facility, row.Whole("year"), row.Text("product"), row.OptionalNumber("output"), row.Unit("output_unit"),
            row.OptionalNumber("energy"), row.Unit("energy_unit"), row.Source))
        .Whole("year", e => e.Year)
        .Text("product", e => e.Product)
        .OptionalNumber("output", e => e.Output)
        .Text("output_unit", e => e.OutputUnit.Symbol)
        .OptionalNumber("energy", e => e.Energy)
        .Text("energy_unit", e => e.EnergyUnit.Symbol)
        .Source(e => e.Source);

    internal static StoreTable<IndicatorRecord> Indicators { get; } = Of(
        "indicators",
        row => new IndicatorRecord(row.Facility, row.Text("indicator"), row.Whole("year"), row.OptionalNumber("value"), row.Source)
        {
            Unit = row.OptionalText("unit"),
        })
        .Text("indicator", i => i.Indicator)
        .Whole("year", i => i.Year)
        .OptionalNumber("value", i => i.Value)
        .OptionalText("unit", i => i.Unit)
        .Source(i => i.Source);
}
