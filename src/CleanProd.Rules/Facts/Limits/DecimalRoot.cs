namespace CleanProd.Rules.Facts.Limits;

/// <summary>Square root without binary floating point.</summary>
internal static class DecimalRoot
{
    /// <summary>Digits after the point that a root is rounded to, half to even.</summary>
    public const int Places = 12;

    /// <summary>
    /// The root by Newton's method from above, rounded to <see cref="Places"/> places, half to even; a perfect square of a number with
    /// so many places has its exact root.
    /// </summary>
    public static decimal Of(decimal number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        if (number == 0m) return 0m;
        var root = number > 1m ? number : 1m;
        while (true)
        {
            // From above the sequence falls until it can fall no more in 28 digits.
            var next = (root + (number / root)) / 2m;
            if (next >= root) return decimal.Round(root, Places, MidpointRounding.ToEven);
            root = next;
        }
    }
}
