namespace CleanProd.Rules.Facts.Limits;

/// <summary>Limits of a discharge permit: they bind before any standard, which they may only tighten (排污许可管理条例 Art. 13, recalled).</summary>
internal static class PermitLimit
{
    /// <summary>The strictest of the permit's limits in force on the day (从严); null where there is none. One in a unit that does not convert is no limit for the value.</summary>
    internal static ApplicableLimit? Strictest(LimitQuestion question) => Strictest(question.PermitLimits, question.Unit, question.SampledOn, question.Window);

    /// <inheritdoc cref="Strictest(LimitQuestion)"/>
    internal static ApplicableLimit? Strictest(IReadOnlyList<PermitLimitRecord> permits, Unit? wanted, DateOnly day, AveragingWindow? window)
    {
        var unit = wanted;
        PermitLimitRecord? strictest = null;
        decimal? low = null, high = null;
        foreach (var permit in permits)
        {
            var of = unit ?? permit.Unit;
            if (day < permit.From || day > permit.To || !permit.Unit.ConvertsTo(of) || (permit.Window is { } w && window is not null && w != window)) continue;
            unit = of;
            decimal? least = permit.LimitLow is { } l ? permit.Unit.Convert(l, of) : null;
            decimal? most = permit.LimitHigh is { } h ? permit.Unit.Convert(h, of) : null;
            if (high is null || most < high) (high, strictest) = (most ?? high, permit);
            if (low is null || least > low) low = least;
        }

        return strictest is null ? null : new() { Unit = unit!, Low = low, High = high, Standard = strictest.LegalSource ?? "排污许可证", Source = strictest.Source };
    }
}
