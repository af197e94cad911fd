namespace CleanProd.Rules.Facts.Validity;

/// <summary>A mean that was formed from finer values.</summary>
/// <param name="Point">The mean, at the first moment of its stretch, with the row of its first part.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Parts">How many valid parts it has: minutes of an hour, hours of a day.</param>
internal readonly record struct FormedMean(SeriesPoint Point, Unit Unit, int Parts);

/// <summary>Hourly means from single readings and daily means from hours, where the source gives none: only as valid as its parts.</summary>
internal static class MeanFormation
{
    /// <summary>
    /// Hourly means of the clock hours with at least 45 minutes of valid readings. A reading stands for the shortest distance between two
    /// readings of its hour, valid or not, a minute at least.
    /// </summary>
    public static IEnumerable<FormedMean> Hours(IEnumerable<(SeriesPoint Point, Unit Unit, bool IsValid)> readings) =>
        from hour in readings.GroupBy(v => WindowSpan.Start(v.Point.At, AveragingWindow.Hour))
        let step = Step(hour.Select(v => v.Point.At))
        let valid = hour.Where(v => v.IsValid).Select(v => (v.Point, v.Unit)).ToArray()
        let minutes = Minutes(valid.Select(v => v.Point.At), step)
        where MeanValidity.HourStands(minutes)
        let mean = Mean(valid, hour.Key, minutes)
        where mean is not null
        select mean.Value;

    /// <summary>Daily means of the days with at least 20 valid hours.</summary>
    public static IEnumerable<FormedMean> Days(IEnumerable<(SeriesPoint Point, Unit Unit)> validHours) =>
        from day in validHours.GroupBy(v => v.Point.At.Date)
        let hours = day.Select(v => v.Point.At.Hour).Distinct().Count()
        where MeanValidity.DayStands(hours)
        let mean = Mean([.. day], day.Key, hours)
        where mean is not null
        select mean.Value;

    /// <summary>Minutes that each of the readings of an hour stands for.</summary>
    public static int Step(IEnumerable<DateTime> readings)
    {
        var minutes = readings.Select(r => r.Minute).Distinct().Order().ToArray();
        return minutes.Length < 2 ? 1 : minutes.Zip(minutes.Skip(1), (a, b) => b - a).Min();
    }

    /// <summary>Minutes of an hour that readings stand for.</summary>
    public static int Minutes(IEnumerable<DateTime> readings, int step) => Math.Min(60, readings.Select(r => r.Minute).Distinct().Count() * step);

    // Weighted with the flow where every part has one (HJ 212-2017 annex D: mean C = G / D), else arithmetic. A part below its detection limit
    // leaves the mean below a number, one above the range leaves it above one; one that is not detected at all leaves it unknown.
    private static FormedMean? Mean((SeriesPoint Point, Unit Unit)[] parts, DateTime start, int count)
    {
        var unit = parts[0].Unit;
        if (parts.Any(p => !p.Unit.ConvertsTo(unit) || p.Point.LimitHigh is not null || p.Point.LimitLow is not null)) return null;
        var above = parts.Any(p => p.Point.Value.Qualifier == ValueQualifier.Above);
        if (!above && parts.Any(p => p.Point.Value.Qualifier == ValueQualifier.NotDetected)) return null;
        var below = !above && parts.Any(p => p.Point.Value.Qualifier == ValueQualifier.Below);
        var weighted = parts.All(p => p.Point.VolumeM3 is not null) && parts.Any(p => p.Point.VolumeM3 > 0);
        decimal sum = 0m, weight = 0m;
        foreach (var (point, its) in parts)
        {
            var w = weighted ? point.VolumeM3!.Value : 1m;
            weight += w;
            var counts = point.Value.Qualifier is ValueQualifier.Exact or ValueQualifier.Above || (below && point.Value.Qualifier == ValueQualifier.Below);
            if (counts) sum += w * its.Convert(point.Value.Number, unit);
        }

        var qualifier = above ? ValueQualifier.Above : below ? ValueQualifier.Below : ValueQualifier.Exact;
        return new(new SeriesPoint(start, new(qualifier, sum / weight), parts[0].Point.Source) { VolumeM3 = weighted ? weight : null }, unit, count);
    }
}
