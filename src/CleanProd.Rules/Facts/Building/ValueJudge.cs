using CleanProd.Rules.Facts.Limits;
using CleanProd.Rules.Facts.Validity;

namespace CleanProd.Rules.Facts.Building;

/// <summary>How one value was judged, with what its evidence shows.</summary>
/// <param name="Standing">How it stands.</param>
/// <param name="Ratio">Value over limit; null where it tells nothing.</param>
/// <param name="Limit">The limit it was held against.</param>
/// <param name="IsFree">Whether it is judged by nothing of its own: another value speaks for it.</param>
/// <param name="Shown">The value that was compared.</param>
internal readonly record struct JudgedValue(Standing Standing, decimal? Ratio, AppliedLimit Limit, bool IsFree, MeasuredValue Shown)
{
    internal Wording? Remark { get; init; }

    // What is missing to tell which limit applies.
    internal Wording? Open { get; init; }
}

/// <summary>Holds the values of one facility against their limits: the reported one, else the permit's, else the standard's.</summary>
internal sealed class ValueJudge(FacilityRecords records, StandardLimits standards, Precedence precedence)
{
    private static readonly Wording Displaced = new(
        "与同一时段的执法监测结果不一致，以执法监测数据为准（《排污许可管理条例》第二十九条）", "differs from the authority's measurement of the same time, which decides (Permit Regulations Art. 29)");

    /// <summary>The permit limits that a series is read against.</summary>
    internal PermitLimits PermitsOf(ReadSeries series)
    {
        PermitLimitRecord[] permits = [];
        for (var i = 0; i < records.PermitLimits.Count; i++)
        {
            var limit = records.PermitLimits[i];
            if (limit.OutletId == series.Key.OutletId && limit.Pollutant == series.Key.Pollutant && (limit.Window is null || limit.Window == series.Key.Window || limit.Window == series.Deciding))
                permits = [.. permits, limit];
        }

        return new(permits);
    }

    /// <summary>
    /// How all plain values of a day and of those after it stand until <see cref="NextChange"/>: exact numbers, judged by themselves, of which nothing else is said. Null where each
    /// has to be judged.
    /// </summary>
    internal SpanLimit? OfSpan(ReadSeries series, PermitLimits permits, DateOnly day, decimal? statedLow, decimal? statedHigh)
    {
        var limit = AppliedLimit.Of(statedLow, statedHigh, series.Key.Unit, day, permits);
        return limit.IsNone ? standards.OfSpan(series.Key, series.Key.Unit, day) : new SpanLimit(SpanStanding.ByLimit, limit);
    }

    /// <summary>The first day after a day on which another limit may bind.</summary>
    internal DateOnly NextChange(PermitLimits permits, DateOnly day)
    {
        var (ofPermit, ofLaw) = (permits.NextChange(day), standards.NextChange(day));
        return ofPermit < ofLaw ? ofPermit : ofLaw;
    }

    /// <summary>Judges a value of the authority's and remembers it for those of the plant.</summary>
    internal void Supervise(ReadSeries series, PermitLimits permits, ReadValue value)
    {
        var judged = Judge(series, permits, value);
        precedence.Supervised(series.Key, value.Point.At, judged.Standing switch { Standing.Exceeds => true, Standing.Compliant when !judged.IsFree => false, _ => null });
    }

    /// <summary>Judges a value.</summary>
    internal JudgedValue Judge(ReadSeries series, PermitLimits permits, ReadValue value)
    {
        if (value.By == JudgedBy.Mean) return new(Standing.Compliant, null, default, true, value.Point.Value);
        var judged = Against(series, permits, value);
        if (value.By == JudgedBy.Nothing || (value.By == JudgedBy.Bound && judged.Standing == Standing.Exceeds)) return judged with { Standing = Standing.Indeterminate, Ratio = null };
        var exceeds = judged.Standing switch { Standing.Exceeds => true, Standing.Compliant => false, _ => (bool?)null };
        return !judged.IsFree && series.Key.Origin != DataOrigin.Supervision && precedence.Displaces(series.Key, value.Point.At, exceeds)
            ? new(Standing.Compliant, null, judged.Limit, true, value.Point.Value) { Remark = Displaced }
            : judged;
    }

    private JudgedValue Against(ReadSeries series, PermitLimits permits, ReadValue value)
    {
        var (unit, point) = (value.Unit, value.Point);
        var day = DateOnly.FromDateTime(point.At);
        var limit = AppliedLimit.Of(point.LimitLow, point.LimitHigh, unit, day, permits);
        var (standing, ratio) = ValueJudgement.Judge(point.Value, limit.Low, limit.High);
        // Neither a limit reported with the value nor a permit's: the standard's.
        return limit.IsNone && standards.Judge(series.Key, value) is { } judged
            ? new(judged.Standing, judged.Ratio, judged.Limit, judged.IsFree, judged.Converted ?? point.Value) { Remark = judged.Remark, Open = judged.Open }
            : new(standing, ratio, limit, false, point.Value);
    }
}
