using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import.Measurements;

/// <summary>What a measured value has beside its number.</summary>
[Flags]
internal enum PointParts : byte
{
    None = 0,
    Flag = 1,
    Low = 2,
    High = 4,
    Volume = 8,
}

/// <summary>A measured value of a series in the making, without an object: there are millions of them.</summary>
internal struct PlainPoint
{
    /// <summary>Seconds since the beginning of the year 1.</summary>
    internal long Second;

    /// <summary>Number of the place it was read in, see <see cref="PointPlaces"/>.</summary>
    internal int Place;

    /// <summary>Its row, counted from where the place begins.</summary>
    internal int Row;

    internal ValueQualifier Qualifier;
    internal PointParts Parts;
    internal char Flag;
    internal FixedNumber Value;
    internal FixedNumber Low;
    internal FixedNumber High;
    internal FixedNumber Volume;

    /// <summary>The same value; false when a time or number of it needs more room.</summary>
    internal static bool TryOf(in SeriesPoint point, out PlainPoint plain)
    {
        plain = new PlainPoint { Qualifier = point.Value.Qualifier };
        if (point.At.Ticks % TimeSpan.TicksPerSecond != 0) return false;
        plain.Second = point.At.Ticks / TimeSpan.TicksPerSecond;
        if (point.Flag != '\0') (plain.Flag, plain.Parts) = (point.Flag, PointParts.Flag);
        return FixedNumber.TryOf(point.Value.Number, out plain.Value)
            && TryPart(point.LimitLow, PointParts.Low, ref plain.Low, ref plain.Parts)
            && TryPart(point.LimitHigh, PointParts.High, ref plain.High, ref plain.Parts)
            && TryPart(point.VolumeM3, PointParts.Volume, ref plain.Volume, ref plain.Parts);
    }

    /// <summary>The value as a point of a series.</summary>
    internal readonly SeriesPoint ToPoint(PointPlaces places) => new(
        new DateTime(Second * TimeSpan.TicksPerSecond), new MeasuredValue(Qualifier, Value.Number), places.Source(Place, Row))
    {
        Flag = Flag,
        LimitLow = (Parts & PointParts.Low) != 0 ? Low.Number : null,
        LimitHigh = (Parts & PointParts.High) != 0 ? High.Number : null,
        VolumeM3 = (Parts & PointParts.Volume) != 0 ? Volume.Number : null,
    };

    private static bool TryPart(decimal? number, PointParts part, ref FixedNumber to, ref PointParts parts)
    {
        if (number is null) return true;
        parts |= part;
        return FixedNumber.TryOf(number.Value, out to);
    }
}
