namespace CleanProd.Rules.Facts;

/// <summary>What the values of one series share.</summary>
public sealed record SeriesKey(
    FacilityId FacilityId, OutletId OutletId, PollutantCode Pollutant, AveragingWindow Window, DataOrigin Origin, Unit Unit)
    : IComparable<SeriesKey>
{
    /// <summary>Ordinal order of facility, outlet, pollutant, window, origin, unit.</summary>
    public int CompareTo(SeriesKey? other)
    {
        if (other is null) return 1;
        var c = FacilityId.CompareTo(other.FacilityId);
        if (c == 0) c = OutletId.CompareTo(other.OutletId);
        if (c == 0) c = Pollutant.CompareTo(other.Pollutant);
        if (c == 0) c = Window.CompareTo(other.Window);
        if (c == 0) c = Origin.CompareTo(other.Origin);
        return c != 0 ? c : string.CompareOrdinal(Unit.Symbol, other.Unit.Symbol);
    }
}

/// <summary>One measured value of a series.</summary>
/// <param name="At">Local time of the sample, or the first moment of its window.</param>
/// <param name="Value">The value, in the unit of the series.</param>
/// <param name="Source">Row it was read from.</param>
public readonly record struct SeriesPoint(DateTime At, MeasuredValue Value, SourceRef Source)
{
    /// <summary>HJ 212 data flag (N, F, M, S, D, C, T, B); a null character when none was given.</summary>
    public char Flag { get; init; }

    /// <summary>Lower limit reported with the value.</summary>
    public decimal? LimitLow { get; init; }

    /// <summary>Upper limit reported with the value.</summary>
    public decimal? LimitHigh { get; init; }

    /// <summary>Volume discharged in the window, m³.</summary>
    public decimal? VolumeM3 { get; init; }
}
