namespace CleanProd.Rules.Facts.Totals;

/// <summary>
/// Mass from concentration and volume. Air: E = Σh C(mg/m³)·Q(m³/h)·10⁻⁹, dry and at standard state. Water: E = Σd C(mg/L)·Q(m³/d)·10⁻⁶ (permit
/// technical specifications, actual discharge; the factor of water derived). One formula, since the unit of the concentration is converted.
/// </summary>
internal static class EmissionMass
{
    private static readonly Unit MgPerM3 = Unit.Parse("mg/m3");

    /// <summary>Whether a unit is one of concentration.</summary>
    public static bool IsConcentration(Unit unit) => unit is not null && unit.ConvertsTo(MgPerM3);

    /// <summary>A concentration in mg/m³.</summary>
    /// <exception cref="UnitMismatchException">The unit is none of concentration.</exception>
    public static decimal InMgPerM3(decimal concentration, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.Convert(concentration, MgPerM3);
    }

    /// <summary>Tonnes in a volume.</summary>
    /// <param name="mgPerM3">Concentration, mg/m³.</param>
    /// <param name="volumeM3">Volume, m³.</param>
    public static decimal Tonnes(decimal mgPerM3, decimal volumeM3) => mgPerM3 * volumeM3 / 1_000_000_000m;

    /// <summary>
    /// What a value adds to a total: a result below detection adds nothing (SL 219-2013; HJ/T 92-2002: it does not take part), one above the
    /// range at least its number; a blank is unknown and never nought.
    /// </summary>
    public static decimal? Counted(MeasuredValue value) => value.Qualifier switch
    {
        ValueQualifier.Exact or ValueQualifier.Above => value.Number,
        ValueQualifier.Below or ValueQualifier.NotDetected => 0m,
        _ => null,
    };
}
