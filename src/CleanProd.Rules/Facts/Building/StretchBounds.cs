namespace CleanProd.Rules.Facts.Building;

/// <summary>The limit of a stretch in whole numbers at the scale of its values.</summary>
/// <param name="Low">Numbers below it are outside.</param>
/// <param name="High">Numbers above it are outside.</param>
/// <param name="Divisor">What the largest number is divided by for its ratio; null where there is none.</param>
internal readonly record struct StretchBounds(long Low, long High, decimal? Divisor)
{
    // Within these, ratios of different numbers differ in their 28 digits, and the limit has no more than 21 digits before the point at the scale.
    private const byte FinestScale = 12;
    private const decimal Largest = 1_000_000_000m;

    /// <summary>The bounds; null where numbers so large or so fine are better compared one by one.</summary>
    internal static StretchBounds? Of(in SpanLimit span, byte scale)
    {
        if (span.Standing != SpanStanding.ByLimit) return new(long.MinValue, long.MaxValue, null);
        var (low, high) = (span.Limit.Low, span.Limit.High);
        if (scale > FinestScale || low is < 0 or > Largest || high is < 0 or > Largest) return null;
        // Over 60.5 at one digit is over 605; below 6 is below 60. A limit finer than the scale lies between two numbers.
        return new(
            low is { } l ? Whole(decimal.Ceiling(l * Power(scale))) : high is null ? long.MinValue : 0,
            high is { } h ? Whole(decimal.Floor(h * Power(scale))) : long.MaxValue,
            high is > 0 ? high : null);
    }

    /// <summary>Whether a number is outside, or negative and so better looked at by itself.</summary>
    internal bool IsBroken(long number) => number < Low || number > High;

    /// <summary>Whether one of some numbers is.</summary>
    internal bool AreBroken(in NumberEnds ends) => IsBroken(ends.Min) || IsBroken(ends.Max);

    private static decimal Power(int scale) => scale == 0 ? 1m : 10m * Power(scale - 1);

    private static long Whole(decimal number) => number >= long.MaxValue ? long.MaxValue : (long)number;
}
