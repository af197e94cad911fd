using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Facts.Building;

/// <summary>How a value of a series is judged.</summary>
public enum PointStanding
{
    /// <summary>Within its limit.</summary>
    Within,

    /// <summary>Over its limit, or below its lower one.</summary>
    Exceeds,

    /// <summary>It cannot be told.</summary>
    Indeterminate,

    /// <summary>By another value: the mean of its stretch of time, or the authority's own measurement.</summary>
    ByAnother,

    /// <summary>Not at all: a gap, an invalid value, an outage, or a state of the stream such as flow or oxygen.</summary>
    NotJudged,
}

/// <summary>One value with the limit it is held against.</summary>
/// <param name="At">Local time of the sample, or the first moment of its window.</param>
/// <param name="Unit">Unit of the value and of its limit.</param>
/// <param name="Value">The value as it was measured.</param>
/// <param name="Standing">How it is judged.</param>
/// <param name="Source">Row it was read from; of a mean formed here, the first of its values.</param>
public sealed record JudgedPoint(DateTime At, Unit Unit, MeasuredValue Value, PointStanding Standing, SourceRef Source)
{
    /// <summary>HJ 212 data flag; a null character when none was given.</summary>
    public char Flag { get; init; }

    /// <summary>Lower limit.</summary>
    public decimal? Low { get; init; }

    /// <summary>Upper limit.</summary>
    public decimal? High { get; init; }

    /// <summary>Where the limit comes from, on one line.</summary>
    public string? Basis { get; init; }

    /// <summary>The limit as permit or standard sets it, in its own unit; null for one that was reported with the value.</summary>
    public ApplicableLimit? Law { get; init; }

    /// <summary>Value over limit, where it can be told.</summary>
    public decimal? Ratio { get; init; }

    /// <summary>What was held against the limit where that is not the measured value: converted to reference oxygen or to the base drainage.</summary>
    public MeasuredValue? Compared { get; init; }

    /// <summary>How its number came about, or why it is not judged.</summary>
    public IReadOnlyList<Wording> Remarks { get; init; } = [];
}

/// <summary>
/// The values of one outlet, pollutant, window and origin in order of time, each as a screening judges it. Read by the same code that makes
/// the word <c>monitoring</c>, so that a chart never shows another limit than the one that decided.
/// </summary>
/// <param name="Key">What the values share; a value's own unit may differ.</param>
/// <param name="Points">The values, those that do not count included.</param>
public sealed record JudgedSeries(SeriesKey Key, IReadOnlyList<JudgedPoint> Points)
{
    // Read together with a pollutant of the stack: what it is converted to reference oxygen with.
    private static readonly PollutantCode Oxygen = new("a19001");

    /// <summary>How complete each month of the year is; empty for what is never judged.</summary>
    public IReadOnlyList<MonthShare> Months { get; private init; } = [];

    /// <summary>The series of a pollutant.</summary>
    /// <param name="records">The facility.</param>
    /// <param name="pollutant">The pollutant.</param>
    /// <param name="outlet">Only of this outlet; null for all.</param>
    /// <param name="year">The year, read whole as a screening reads it.</param>
    /// <param name="reference">Codes, standards and limits.</param>
    /// <param name="asOf">Recorded judgements after this day do not count.</param>
    public static IReadOnlyList<JudgedSeries> Of(
        FacilityRecords records, PollutantCode pollutant, OutletId? outlet, int year, ReferenceData reference, DateOnly asOf)
    {
        var period = ReportingPeriod.OfYear(year);
        var own = records.Series.Where(s => outlet is null || s.Key.OutletId == outlet).ToArray();
        // All outlets are read: two stacks may be judged as one.
        var reading = new FacilityReading(
            records.WithSeries([.. records.Series.Where(s => s.Key.Pollutant == pollutant || s.Key.Pollutant == Oxygen)]), period, reference, asOf);
        var judged = reading.Series.Where(s => s.Key.Pollutant == pollutant && (outlet is null || s.Key.OutletId == outlet) && (s.Values.Count > 0 || s.Left.Count > 0)).Select(s => Of(s, reading.Judge, period)).ToList();
        // Flow, oxygen and the like are measured and never judged.
        foreach (var group in own.Where(s => s.Key.Pollutant == pollutant).GroupBy(s => (s.Key.OutletId, s.Key.Window, s.Key.Origin)))
        {
            if (judged.Exists(j => (j.Key.OutletId, j.Key.Window, j.Key.Origin) == group.Key)) continue;
            var points = group.SelectMany(s => s.Points().Select(p => Plain(p, s.Key.Unit, null))).Where(p => period.Contains(DateOnly.FromDateTime(p.At))).OrderBy(p => p.At).ToArray();
            if (points.Length > 0) judged.Add(new(group.First().Key, points));
        }

        return [.. judged.OrderBy(j => j.Key)];
    }

    private static JudgedSeries Of(ReadSeries series, ValueJudge judge, ReportingPeriod period)
    {
        var permits = judge.PermitsOf(series);
        var points = series.Values.Select(v => Of(v, judge.Judge(series, permits, v))).Concat(series.Left.Select(l => Plain(l.Point, l.Unit, l.Why)));
        return new(series.Key, [.. points.OrderBy(p => p.At)]) { Months = MonthShare.Of(series, period) };
    }

    private static JudgedPoint Of(ReadValue value, JudgedValue judged)
    {
        var measured = value.Measured ?? value.Point.Value;
        return Plain(value.Point with { Value = measured }, value.Unit, value.Why) with
        {
            Standing = judged.IsFree ? PointStanding.ByAnother : judged.Standing switch
            {
                Building.Standing.Compliant => PointStanding.Within,
                Building.Standing.Exceeds => PointStanding.Exceeds,
                _ => PointStanding.Indeterminate,
            },
            Low = judged.Limit.Low,
            High = judged.Limit.High,
            Basis = judged.Limit.Basis,
            Law = judged.Limit.Law,
            Ratio = judged.Ratio,
            Compared = judged.Shown == measured ? null : judged.Shown,
            Remarks = [.. new[] { value.Why, value.Remark, judged.Remark, judged.Open }.OfType<Wording>()],
        };
    }

    private static JudgedPoint Plain(SeriesPoint point, Unit unit, Wording? why) => new(point.At, unit, point.Value, PointStanding.NotJudged, point.Source)
    {
        Flag = point.Flag,
        Remarks = why is { } reason ? [reason] : [],
    };
}
