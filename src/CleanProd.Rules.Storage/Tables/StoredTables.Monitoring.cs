using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.Tables;

/// <summary>A packed part of a series, as a store keeps it.</summary>
/// <param name="Key">What its values share.</param>
/// <param name="Span">The year or month it covers.</param>
/// <param name="Count">Number of values.</param>
/// <param name="Bytes">The packed values.</param>
internal sealed record SeriesChunk(SeriesKey Key, string Span, int Count, byte[] Bytes);

internal static partial class StoredTables
{
    internal static StoreTable<SeriesChunk> SeriesChunks { get; } = Of(
        "series_chunks",
        row => new SeriesChunk(
            new SeriesKey(
                row.Facility, new OutletId(row.Text("outlet_id")), new PollutantCode(row.Text("pollutant")),
                row.Word<AveragingWindow>("window"), row.Word<DataOrigin>("origin"), row.Unit("unit")),
            row.Text("span"), row.Whole("value_count"), row.Bytes("chunk")))
        .Text("outlet_id", c => c.Key.OutletId.Value)
        .Text("pollutant", c => c.Key.Pollutant.Value)
        .Word("window", c => c.Key.Window)
        .Word("origin", c => c.Key.Origin)
        .Text("unit", c => c.Key.Unit.Symbol)
        .Text("span", c => c.Span)
        .Whole("value_count", c => c.Count)
        .Bytes("chunk", c => c.Bytes);

    internal static StoreTable<MonitoringSummaryRecord> Summaries { get; } = Of(
        "monitoring_summaries",
        row => new MonitoringSummaryRecord(
            row.Facility, new OutletId(row.Text("outlet_id")), new PollutantCode(row.Text("pollutant")), row.Whole("year"), row.Unit("unit"), row.Source)
        {
            LimitLow = row.OptionalNumber("limit_low"),
            LimitHigh = row.OptionalNumber("limit_high"),
            ValidCount = row.OptionalWhole("valid_count"),
            ExceedanceCount = row.OptionalWhole("exceedance_count"),
            Max = row.OptionalNumber("max"),
            Median = row.OptionalNumber("median"),
        })
        .Text("outlet_id", s => s.OutletId.Value)
        .Text("pollutant", s => s.Pollutant.Value)
        .Whole("year", s => s.Year)
        .OptionalNumber("limit_low", s => s.LimitLow)
        .OptionalNumber("limit_high", s => s.LimitHigh)
        .Text("unit", s => s.Unit.Symbol)
        .OptionalWhole("valid_count", s => s.ValidCount)
        .OptionalWhole("exceedance_count", s => s.ExceedanceCount)
        .OptionalNumber("max", s => s.Max)
        .OptionalNumber("median", s => s.Median)
        .Source(s => s.Source);

    internal static StoreTable<PermitLimitRecord> PermitLimits { get; } = Of(
        "permit_limits",
        row => new PermitLimitRecord(
            row.Facility, new OutletId(row.Text("outlet_id")), new PollutantCode(row.Text("pollutant")), row.Unit("unit"), row.Day("from"), row.Source)
        {
            LimitLow = row.OptionalNumber("limit_low"),
            LimitHigh = row.OptionalNumber("limit_high"),
            Window = row.OptionalWord<AveragingWindow>("window"),
            To = row.OptionalDay("to"),
            LegalSource = row.OptionalText("source"),
        })
        .Text("outlet_id", l => l.OutletId.Value)
        .Text("pollutant", l => l.Pollutant.Value)
        .OptionalNumber("limit_low", l => l.LimitLow)
        .OptionalNumber("limit_high", l => l.LimitHigh)
        .Text("unit", l => l.Unit.Symbol)
        .OptionalWord("window", l => l.Window)
        .Day("from", l => l.From)
        .OptionalDay("to", l => l.To)
        .OptionalText("source", l => l.LegalSource)
        .Source(l => l.Source);
}
