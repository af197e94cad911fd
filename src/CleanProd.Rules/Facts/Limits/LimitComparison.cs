using CleanProd.Rules.Facts.Building;

namespace CleanProd.Rules.Facts.Limits;

/// <summary>Holds one value against an answer. Exact; strictly above is the breach (超过), on the limit complies.</summary>
internal static class LimitComparison
{
    /// <summary>
    /// How a value stands: exceeding or complying only if it does so however the missing facts turn out. A value with no limit, or whose
    /// limit is read against another window, complies with nothing and is compliant by itself: ask <see cref="LimitAnswer.Standing"/>.
    /// </summary>
    /// <param name="value">The value as it was measured.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="answer">The limits.</param>
    /// <param name="measuredOxygen">Oxygen measured with it, %: it is converted to the reference oxygen of each limit; null leaves it as it is.</param>
    public static Standing Stand(MeasuredValue value, Unit unit, LimitAnswer answer, decimal? measuredOxygen = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var standings = answer.Possible.Select(p => Stand(value, unit, p, measuredOxygen)).Distinct().ToArray();
        return standings.Length == 1 ? standings[0] : Standing.Indeterminate;
    }

    /// <summary>Whether a removal meets its minimum; "大于" wants more than it (GB 18918-2002 4.1.3.1), a plain minimum at least it.</summary>
    public static bool Removes(decimal removalPercent, ApplicableLimit limit, bool strictly) =>
        limit.Low is not { } low || (strictly ? removalPercent > low : removalPercent >= low);

    private static Standing Stand(MeasuredValue value, Unit unit, PossibleAnswer possible, decimal? oxygen)
    {
        if (possible.Standing is LimitStanding.NoLimit) return Standing.Compliant;
        if (possible.Standing is LimitStanding.OtherWindow) return Standing.Indeterminate;
        var worst = possible.Standing == LimitStanding.Missing ? Standing.Indeterminate : Standing.Compliant;
        foreach (var limit in possible.Limits)
        {
            var standing = limit.ReferenceOxygen is { } reference && oxygen is { } measured
                ? ConvertedConcentration.ToReferenceOxygen(value, measured, reference) is { } converted ? Against(converted, unit, limit) : Standing.Indeterminate
                : Against(value, unit, limit);
            if (standing == Standing.Exceeds) return Standing.Exceeds;
            if (standing == Standing.Indeterminate) worst = Standing.Indeterminate;
        }

        return worst;
    }

    private static Standing Against(MeasuredValue value, Unit unit, ApplicableLimit limit)
    {
        if (!limit.Unit.ConvertsTo(unit)) return Standing.Indeterminate;
        if (!limit.NotDetectable)
            return ValueJudgement.Judge(value, limit.Low is { } l ? limit.Unit.Convert(l, unit) : null, limit.High is { } h ? limit.Unit.Convert(h, unit) : null).Standing;
        // 不得检出: a number is a detection; below the method's detection limit nothing was detected.
        return value.Qualifier switch
        {
            ValueQualifier.Exact => value.Number > 0 ? Standing.Exceeds : Standing.Compliant,
            ValueQualifier.Above => Standing.Exceeds,
            ValueQualifier.Missing => Standing.Indeterminate,
            _ => Standing.Compliant,
        };
    }
}
