namespace CleanProd.Rules.Facts.Limits;

/// <summary>Concentrations as standards want them held against a limit.</summary>
internal static class ConvertedConcentration
{
    /// <summary>Oxygen content of air that the formula of combustion standards uses, %.</summary>
    private const decimal Air = 21m;

    /// <summary>ρ = ρ′ · (21 − φ(O₂)) / (21 − φ′(O₂)) (GB 13271-2014; DB44/765-2019 表6; GB 13223-2011; GB 4915-2013).</summary>
    /// <param name="measured">Measured concentration ρ′; for "&lt;x" the x, which is converted too.</param>
    /// <param name="measuredOxygen">Measured oxygen φ′, %; below 21.</param>
    /// <param name="referenceOxygen">Reference oxygen φ, %; below 21.</param>
    public static decimal ToReferenceOxygen(decimal measured, decimal measuredOxygen, decimal referenceOxygen)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(measuredOxygen, Air);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(referenceOxygen, Air);
        return measured * (Air - referenceOxygen) / (Air - measuredOxygen);
    }

    /// <summary>
    /// The same of a value with its qualifier: "&lt;3" becomes "&lt;3.5" (reply of the ministry on results below detection); null at or above 21 % oxygen, where
    /// nothing burns and nothing can be converted.
    /// </summary>
    public static MeasuredValue? ToReferenceOxygen(MeasuredValue value, decimal measuredOxygen, decimal referenceOxygen) => measuredOxygen >= Air
        ? null
        : value.Qualifier is ValueQualifier.Missing or ValueQualifier.NotDetected ? value
        : value with { Number = ToReferenceOxygen(value.Number, measuredOxygen, referenceOxygen) };

    /// <summary>
    /// ρ基 = Q总 / Σ(Yᵢ·Qᵢ基) · ρ实 when the drainage per product exceeds the base drainage; at or below it the measured value stands. One
    /// working day is one period (GB 4287-2012 4.5; GB 39731-2020 4.4; DB44/1597-2015 and GB 21900-2008 likewise).
    /// </summary>
    /// <param name="measured">Measured concentration.</param>
    /// <param name="drained">Whole drainage of the day, m³.</param>
    /// <param name="products">Output of each product in the day and its base drainage per unit, m³.</param>
    public static decimal ToBaseDrainage(decimal measured, decimal drained, IReadOnlyList<(decimal Output, decimal BasePerUnit)> products)
    {
        var permitted = products.Sum(p => p.Output * p.BasePerUnit);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(permitted);
        return drained <= permitted ? measured : measured * drained / permitted;
    }

    /// <summary>The limit of an outlet that several productions share: C = Σ(Cᵢ·Qᵢ·Yᵢ) / Σ(Qᵢ·Yᵢ) (DB44/26-2001 annex A).</summary>
    /// <param name="productions">Limit, base drainage per unit and output of each production.</param>
    public static decimal MixedOutletLimit(IReadOnlyList<(decimal Limit, decimal BasePerUnit, decimal Output)> productions)
    {
        var water = productions.Sum(p => p.BasePerUnit * p.Output);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(water);
        return productions.Sum(p => p.Limit * p.BasePerUnit * p.Output) / water;
    }

    /// <summary>The largest load per unit of product that a concentration limit allows, kg: L = C · Q · 10⁻³ (DB44/26-2001 annex B).</summary>
    public static decimal LoadLimit(decimal limitMgPerL, decimal basePerUnitM3) => limitMgPerL * basePerUnitM3 / 1000m;
}
