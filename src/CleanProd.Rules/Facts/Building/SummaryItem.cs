using System.Globalization;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Facts.Building;

/// <summary>A year's summary to one item of <c>monitoring</c>.</summary>
internal static class SummaryItem
{
    internal static MonitoringFact Of(MonitoringSummaryRecord summary, string? medium, ReferenceData reference)
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
            Medium = medium,
            Pollutant = summary.Pollutant.Value,
            PollutantName = name,
            Unit = summary.Unit.Symbol,
            HasUpperLimit = summary.LimitHigh is not null,
            LimitHigh = summary.LimitHigh,
            LimitLow = summary.LimitLow,
            LimitUnknown = summary.LimitHigh is null && summary.LimitLow is null,
            Window = MonitoringItem.Word(AveragingWindow.Year),
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
}
