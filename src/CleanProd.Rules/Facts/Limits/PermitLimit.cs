namespace CleanProd.Rules.Facts.Limits;

/// <summary>Limits of a discharge permit: they bind before any standard, which they may only tighten (排污许可管理条例 Art. 13, recalled).</summary>
internal static class PermitLimit
{
    /// <summary>The strictest of the permit's limits in force on the day (从严); null where there is none. One in a unit that does not convert is no limit for the value.</summary>
    internal static ApplicableLimit? Strictest(LimitQuestion question) => Strictest(question.PermitLimits, question.Unit, question.SampledOn, question.Window);

    /// <inheritdoc cref="Strictest(LimitQuestion)"/>
    internal static ApplicableLimit? Strictest(IReadOnlyList<PermitLimitRecord> permits, Unit? wanted, DateOnly day, AveragingWindow? window)
    {
        ApplicableLimit? found = null;
        foreach (var permit in permits)
        {
            var unit = wanted ?? found?.Unit ?? permit.Unit;
            if (day < permit.From || day > permit.To || !permit.Unit.ConvertsTo(unit) || (permit.Window is { } w && window is not null && w != window)) continue;
            decimal? low = permit.LimitLow is { } l ? permit.Unit.Convert(l, unit) : null;
            decimal? high = permit.LimitHigh is { } h ? permit.Unit.Convert(h, unit) : null;
            var stricter = found?.High is null || high < found.High;
            found = (found ?? new() { Unit = unit, Standard = "", Source = permit.Source }) with
            {
                Low = found?.Low is null || low > found.Low ? low ?? found?.Low : found.Low,
                High = stricter ? high ?? found?.High : found!.High,
                Standard = stricter || found is null ? permit.LegalSource ?? "排污许可证" : found.Standard,
                Source = stricter || found is null ? permit.Source : found.Source,
                RowId = stricter || found is null ? permit.Source.ToString() : found.RowId,
            };
        }

        return found;
    }
}
