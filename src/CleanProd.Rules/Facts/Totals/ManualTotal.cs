namespace CleanProd.Rules.Facts.Totals;

/// <summary>
/// The quantity of one outlet from manual samples: the mean of n products cᵢ·qᵢ times the operating days, hours for gas (permit technical
/// specifications, actual discharge; form recalled). A sample below detection does not take part (HJ/T 92-2002).
/// </summary>
internal static class ManualTotal
{
    /// <summary>Indicator that holds the days a plant operated in the year.</summary>
    public const string OperatingDays = "operating_days";

    /// <summary>Indicator that holds the hours a plant operated in the year.</summary>
    public const string OperatingHours = "operating_hours";

    /// <summary>The tonnes of a year; null without a sample that has a volume, or without the operating time.</summary>
    /// <param name="samples">Concentration in mg/m³ and volume in m³ of each sample's day or hour.</param>
    /// <param name="operatingWindows">Days or hours of operation.</param>
    public static decimal? Tonnes(IReadOnlyCollection<(MeasuredValue MgPerM3, decimal VolumeM3)> samples, decimal? operatingWindows)
    {
        var takePart = samples.Where(s => s.MgPerM3.Qualifier == ValueQualifier.Exact).ToArray();
        if (operatingWindows is not { } windows || samples.Count == 0 || samples.Any(s => s.MgPerM3.Qualifier is ValueQualifier.Above or ValueQualifier.Missing)) return null;
        return takePart.Length == 0 ? 0m : takePart.Sum(s => EmissionMass.Tonnes(s.MgPerM3.Number, s.VolumeM3)) * windows / takePart.Length;
    }
}
