using CleanProd.Rules.Facts.Totals;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Facts.Building;

/// <summary>The quantity of one pollutant, reported and computed, beside its quota: one item of <c>discharges</c>.</summary>
internal static class DischargeItem
{
    private static readonly Unit Tonne = Unit.Parse("t");

    internal static DischargeFact Of(
        PollutantCode pollutant, Medium medium, ReportedTotal reported, QuotaRecord[] quotas, EmissionTotal? measured, ReportingPeriod period, ReferenceData reference, bool quotasUnknown)
    {
        // There is an item for what has a quota or was reported.
        var unit = quotas.Length > 0 ? quotas[0].Unit : reported.Used[0].Unit;
        var computed = Tonne.ConvertsTo(unit) && measured is not null ? measured.Months.Count == 0 ? measured : AutomaticTotal.Within(measured, period) : null;
        var known = reported.Known(unit);
        decimal? sum = known.Length == 0 ? null : known.Sum(d => d.Unit.Convert(d.Quantity!.Value, unit));
        var choice = Choose(sum, reported, known, computed, unit);
        var sameUnit = !choice.IsComputed && reported.Used.Length > 0 && reported.Used.All(d => d.Unit.Equals(reported.Used[0].Unit));
        // The strictest of several quotas binds; one for a part of the period says nothing of the whole.
        var amounts = quotas.Where(q => q.From <= period.From && (q.To is null || q.To >= period.To)).Select(q => q.Quantity is { } n && q.Unit.ConvertsTo(unit) ? q.Unit.Convert(n, unit) : (decimal?)null).ToArray();
        var quota = amounts.Length == 0 || amounts.Any(a => a is null) ? null : amounts.Min();
        var ratio = choice.IsCertain && quota is > 0 ? choice.Low / quota : null;
        var name = reference.Pollutants.NameOf(pollutant);
        return new DischargeFact
        {
            Pollutant = pollutant.Value,
            PollutantName = name,
            Medium = DischargeBuilder.Word(medium),
            Discharged = choice.Low,
            DischargedAtMost = choice.High,
            ReportedUnit = sameUnit ? reported.Used[0].Unit : null,
            ReportedQuantity = sameUnit && known.Length > 0 && choice.Low == sum ? known.Sum(d => d.Quantity!.Value) : null,
            Computed = computed is null ? null : Tonne.Convert(computed.Tonnes, unit),
            ComputedAtMost = computed is { IsWhole: true } ? Tonne.Convert(computed.Tonnes, unit) : null,
            Quota = quota,
            HasQuota = quotas.Length > 0,
            QuotaUnknown = quotas.Length > 0 ? quota is null : quotasUnknown,
            Ratio = ratio,
            Rolling12MonthMaximum = reported.Rolling(unit) ?? (Tonne.ConvertsTo(unit) && measured is not null
                ? RollingYear.Maximum(measured.Months.Where(m => m.IsWhole).ToDictionary(m => m.Month, m => Tonne.Convert(m.Total, unit)), period) : null),
            IsKeyPollutant = DischargeBuilder.IsKey(pollutant, period, reference),
            Unit = unit.Symbol,
            Method = DischargeBuilder.Word(choice.IsComputed ? computed!.Method : reported.Method ?? QuantityMethod.Unspecified),
            Evidence =
            [
                .. choice.IsComputed ? [] : reported.Used.Select(d => new Evidence(d.Source)
                {
                    Pollutant = pollutant.Value, Name = name, At = d.Period.ToString(),
                    Value = d.Quantity is { } n ? MeasuredValue.Of(n) : null, Unit = d.Unit.Symbol,
                    Limit = reported.Used.Length == 1 && quota is { } q && unit.ConvertsTo(d.Unit) ? unit.Convert(q, d.Unit) : null,
                    Ratio = reported.Used.Length == 1 ? ratio : null,
                }),
                .. computed is null || (!choice.IsComputed && choice.IsCertain) ? Array.Empty<Evidence>() : [Shown(computed, name, pollutant, period, unit, quota, ratio, sum)],
                .. quotas.Select(q => DischargeBuilder.QuotaEvidence(q, reference)),
            ],
        };
    }

    private readonly record struct Choice(decimal? Low, decimal? High, bool IsComputed)
    {
        internal bool IsCertain => Low is not null && Low == High;
    }

    private static Choice Choose(decimal? sum, ReportedTotal reported, DischargeRecord[] known, EmissionTotal? computed, Unit unit)
    {
        var whole = reported.IsWhole(unit);
        var asReported = new Choice(sum, whole ? sum : null, false);
        if (computed is null) return asReported;
        var quantity = Tonne.Convert(computed.Tonnes, unit);
        if (sum is null) return new(quantity, computed.IsWhole ? quantity : null, true);
        if (!computed.IsWhole) return asReported;
        if (!whole || ReportedTotal.Rank(computed.Method) < ReportedTotal.Rank(reported.Method)) return new(quantity, quantity, true);
        if (ReportedTotal.Rank(computed.Method) > ReportedTotal.Rank(reported.Method)) return asReported;
        // Two totals of one method that differ: neither is known to be right.
        return TotalComparison.Differs([.. known.Select(d => new Quantity(d.Quantity!.Value, d.Unit))], quantity, unit)
            ? new(Math.Min(sum.Value, quantity), Math.Max(sum.Value, quantity), false)
            : asReported;
    }

    private static Evidence Shown(EmissionTotal computed, string name, PollutantCode pollutant, ReportingPeriod period, Unit unit, decimal? quota, decimal? ratio, decimal? reported) => new(computed.Source)
    {
        Pollutant = pollutant.Value, Name = name + "（按监测数据核算）", At = period.ToString(),
        Value = MeasuredValue.Of(Tonne.Convert(computed.Tonnes, unit)), Unit = unit.Symbol, Limit = ratio is null ? null : quota, Ratio = ratio,
        Basis = string.Join("；", new[]
        {
            "浓度×流量，超标和异常时段计入（《排污许可管理条例》第二十一条）",
            reported is { } said ? $"申报{PlainNumber.Text(said)} {unit}" : null,
        }.Concat(computed.Notes.Select(n => $"{n.Text.Zh}（{n.Count}）")).Where(t => t is not null)),
    };
}
