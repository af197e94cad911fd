namespace CleanProd.Rules.Facts.Building;

/// <summary>How a value stands to its limit.</summary>
public enum Standing
{
    /// <summary>Within the limit; on the limit is within (all wordings of law say 超过).</summary>
    Compliant,

    /// <summary>Outside the limit.</summary>
    Exceeds,

    /// <summary>Cannot be told: no limit known, or a detection limit on the wrong side of it (无法进行达标评价).</summary>
    Indeterminate,
}

/// <summary>Holds one value against one limit, exactly.</summary>
internal static class ValueJudgement
{
    /// <summary>The standing and, where it can be told, value over limit (lower limit over value, when the lower one is broken).</summary>
    internal static (Standing Standing, decimal? Ratio) Judge(MeasuredValue value, decimal? low, decimal? high)
    {
        if (low is null && high is null) return (Standing.Indeterminate, null);
        var upper = high is { } h ? AgainstUpper(value, h) : Standing.Compliant;
        var lower = low is { } l ? AgainstLower(value, l) : Standing.Compliant;
        var standing = upper == Standing.Exceeds || lower == Standing.Exceeds ? Standing.Exceeds
            : upper == Standing.Indeterminate || lower == Standing.Indeterminate ? Standing.Indeterminate
            : Standing.Compliant;
        return (standing, standing == Standing.Indeterminate ? null : Ratio(value, low, high, lower == Standing.Exceeds));
    }

    private static Standing AgainstUpper(MeasuredValue value, decimal limit) => value.Qualifier switch
    {
        ValueQualifier.Exact => value.Number > limit ? Standing.Exceeds : Standing.Compliant,
        // "<x": complies when even x would; beyond the limit it cannot be evaluated.
        ValueQualifier.Below => value.Number <= limit ? Standing.Compliant : Standing.Indeterminate,
        ValueQualifier.Above => value.Number >= limit ? Standing.Exceeds : Standing.Indeterminate,
        ValueQualifier.NotDetected => Standing.Compliant,
        _ => Standing.Indeterminate,
    };

    private static Standing AgainstLower(MeasuredValue value, decimal limit) => value.Qualifier switch
    {
        ValueQualifier.Exact => value.Number < limit ? Standing.Exceeds : Standing.Compliant,
        ValueQualifier.Below => value.Number <= limit ? Standing.Exceeds : Standing.Indeterminate,
        ValueQualifier.Above => value.Number >= limit ? Standing.Compliant : Standing.Indeterminate,
        _ => Standing.Indeterminate,
    };

    private static decimal? Ratio(MeasuredValue value, decimal? low, decimal? high, bool belowLower)
    {
        if (value.Qualifier is ValueQualifier.NotDetected or ValueQualifier.Missing) return null;
        if (belowLower) return value.Number > 0 ? low / value.Number : null;
        return high is > 0 ? value.Number / high : null;
    }
}
