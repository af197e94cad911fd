namespace CleanProd.Rules.Facts.Limits;

/// <summary>Emission rates by stack height (DB44/27-2001 4.3.2 and annexes A, B; GB 16297-1996 7 and annexes A, B). Heights in m, rates in kg/h.</summary>
internal static class StackRate
{
    /// <summary>A new stack may not be lower; one that is takes half of the extrapolated rate (DB44/27-2001 4.3.2; GB 16297-1996 7.4, recalled).</summary>
    public const decimal LowestNewStackM = 15m;

    /// <summary>
    /// The rate for a height between, above or below those listed: linear between two of them, by the square of the height outside
    /// (annex B). Products are formed before the one division, which is exact to 28 digits.
    /// </summary>
    /// <param name="listed">Listed heights and rates; at least one.</param>
    /// <param name="heightM">Height of the stack; positive.</param>
    public static decimal At(IReadOnlyList<(decimal HeightM, decimal Rate)> listed, decimal heightM)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(heightM);
        var scale = listed.OrderBy(l => l.HeightM).ToArray();
        var (lowest, highest) = (scale[0], scale[^1]);
        if (heightM > highest.HeightM) return highest.Rate * heightM * heightM / (highest.HeightM * highest.HeightM);
        if (heightM < lowest.HeightM) return lowest.Rate * heightM * heightM / (lowest.HeightM * lowest.HeightM);
        var upper = Array.FindIndex(scale, l => l.HeightM >= heightM);
        if (scale[upper].HeightM == heightM) return scale[upper].Rate;
        var (a, b) = (scale[upper - 1], scale[upper]);
        return a.Rate + ((b.Rate - a.Rate) * (heightM - a.HeightM) / (b.HeightM - a.HeightM));
    }

    /// <summary>Half the rate, for a stack not 5 m above the buildings within 200 m or a new one below 15 m (DB44/27-2001 4.3.2; GB 16297-1996 7.1, 7.4 (recalled)).</summary>
    public static decimal Halved(decimal rate) => rate / 2m;

    /// <summary>
    /// Two stacks of one pollutant closer than the sum of their heights count as one (annex A): the rates add up and the height is
    /// √((h₁² + h₂²) / 2). Null when they stand further apart.
    /// </summary>
    public static (decimal HeightM, decimal Rate)? Equivalent((decimal HeightM, decimal Rate) first, (decimal HeightM, decimal Rate) second, decimal distanceM) =>
        distanceM < first.HeightM + second.HeightM
            ? (DecimalRoot.Of(((first.HeightM * first.HeightM) + (second.HeightM * second.HeightM)) / 2m), first.Rate + second.Rate)
            : null;
}
