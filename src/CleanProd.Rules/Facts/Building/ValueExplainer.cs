using System.Globalization;

namespace CleanProd.Rules.Facts.Building;

/// <summary>
/// Explains the judgement of single values: from the source row through validity, conversion and limit to the comparison, by the same code that
/// judges them in a screening.
/// </summary>
public static class ValueExplainer
{
    private static readonly Wording Valid = new("有效", "valid");

    /// <summary>The values of one pollutant at one outlet, in order of time; those that were left out too.</summary>
    /// <param name="records">What is recorded of the facility.</param>
    /// <param name="period">The days judged.</param>
    /// <param name="reference">Codes and dated tables.</param>
    /// <param name="asOf">The determination date.</param>
    /// <param name="outlet">The outlet.</param>
    /// <param name="pollutant">The pollutant.</param>
    public static IReadOnlyList<ExplainedValue> Explain(
        FacilityRecords records, ReportingPeriod period, ReferenceData reference, DateOnly asOf, OutletId outlet, PollutantCode pollutant)
    {
        var reading = new FacilityReading(records, period, reference, asOf);
        var name = reference.Pollutants.NameOf(pollutant);
        var explained = new List<ExplainedValue>();
        foreach (var series in reading.Series.Where(s => s.Key.OutletId == outlet && s.Key.Pollutant == pollutant))
        {
            var permits = reading.Judge.PermitsOf(series);
            explained.AddRange(series.Values.Select(v => Judged(series, v, reading.Judge.Judge(series, permits, v), name)));
            explained.AddRange(series.Left.Select(l => Left(series, l.Point, l.Unit, l.Why, name)));
        }

        return [.. explained.OrderBy(e => e.At).ThenBy(e => e.Series.Window).ThenBy(e => e.Series.Origin).ThenBy(e => e.Source, Comparer<SourceRef>.Create(SourceOrder.Instance.Compare))];
    }

    private static ExplainedValue Left(ReadSeries series, SeriesPoint point, Unit unit, Wording? why, string name) => new(
        series.Key with { Unit = unit }, point.At, point.Value, point.Source, null,
        [
            Source(series.Key, point.Value, point, unit, name),
            new(ValueStage.Validity, why ?? new("空值，按缺失计，不作判定依据", "blank: it counts as a gap and is no basis for judging")),
        ]);

    private static ExplainedValue Judged(ReadSeries series, ReadValue value, JudgedValue judged, string name)
    {
        var steps = new List<ValueStep> { Source(series.Key, value.Point.Value, value.Point, value.Unit, name), new(ValueStage.Validity, value.Why ?? Validity(value.By)) };
        if (value.Remark is { } remark) steps.Add(new(ValueStage.Conversion, remark));
        if (judged is { IsFree: false, Remark: { } converted }) steps.Add(new(ValueStage.Conversion, converted));
        var isJudged = !judged.IsFree;
        if (isJudged) steps.Add(new(ValueStage.Limit, Limit(judged.Limit, value.Unit)));
        steps.Add(new(ValueStage.Comparison, isJudged ? Comparison(judged, value) : judged.Remark ?? new("不单独判定，由其他数据判定", "not judged by itself: another value speaks for it")));
        return new(series.Key with { Unit = value.Unit }, value.Point.At, value.Point.Value, value.Point.Source, isJudged ? judged.Standing : null, steps)
        {
            Compared = isJudged ? judged.Shown : null, LimitLow = judged.Limit.Low, LimitHigh = judged.Limit.High, Ratio = judged.Ratio,
        };
    }

    private static ValueStep Source(SeriesKey key, MeasuredValue value, SeriesPoint point, Unit unit, string name)
    {
        var flag = point.Flag == '\0' ? "" : $" [{point.Flag}]";
        var (zh, en) = (Window(key.Window), MonitoringItem.Word(key.Window));
        return new(ValueStage.Source, new(
            $"{point.Source}：{key.OutletId} {name} {MonitoringItem.Time(point.At)} {zh}（{Origin(key.Origin).Zh}）{value} {unit.Symbol}{flag}",
            $"{point.Source}: {key.OutletId} {name} {MonitoringItem.Time(point.At)} {en} ({Origin(key.Origin).En}) {value} {unit.Symbol}{flag}"));
    }

    private static Wording Validity(JudgedBy by) => by switch
    {
        JudgedBy.Mean => new("有效；所在时段的均值有效，以均值判定", "valid; the mean of its time is valid and judged in its place"),
        JudgedBy.Bound => new("有效；所在时段没有有效均值：未超过限值即达标，超过时不能判定", "valid; its time has no valid mean: within the limit it complies, over it nothing can be told"),
        _ => Valid,
    };

    private static Wording Limit(AppliedLimit limit, Unit unit)
    {
        if (limit.IsNone) return new("限值不能确定（未报告限值，许可证和标准库中也没有，或缺少确定限值的事实）", "the limit is not known: none reported, none in the permit, none found in the standards, or a fact is missing to tell");
        var bounds = (limit.Low, limit.High) switch
        {
            ({ } low, { } high) => $"{PlainNumber.Text(low)}–{PlainNumber.Text(high)}",
            (null, { } high) => $"≤ {PlainNumber.Text(high)}",
            ({ } low, null) => $"≥ {PlainNumber.Text(low)}",
            _ => "",
        };
        var (zh, en) = limit.Law switch
        {
            { How: { } how } => ($"；{how.Zh}", $"; {how.En}"),
            { Beside.Count: > 0 } law => ("", $"; the strictest of a mixed outlet, beside {string.Join(", ", law.Beside)}"),
            _ => ("", ""),
        };
        return new($"限值 {bounds} {unit.Symbol}（{limit.Basis}）{zh}", $"limit {bounds} {unit.Symbol} ({limit.Basis}){en}");
    }

    private static Wording Comparison(JudgedValue judged, ReadValue value)
    {
        var times = judged.Ratio is { } ratio ? decimal.Round(ratio, 3).ToString("0.###", CultureInfo.InvariantCulture) : null;
        var (zh, en) = (times is null ? "" : $"，为限值的 {times} 倍", times is null ? "" : $", {times} times the limit");
        return judged.Standing switch
        {
            Standing.Exceeds => new($"{judged.Shown} 超过限值{zh}", $"{judged.Shown} is over the limit{en}"),
            Standing.Compliant => new($"{judged.Shown} 未超过限值{zh}", $"{judged.Shown} is within the limit{en}"),
            _ => new($"{judged.Shown} 不能判定是否超过{(value.Why is { } why ? $"：{why.Zh}" : "")}", $"{judged.Shown}: it cannot be told whether it is over{(value.Why is { } reason ? $": {reason.En}" : "")}"),
        };
    }

    private static string Window(AveragingWindow window) => window switch
    {
        AveragingWindow.Instant => "瞬时值", AveragingWindow.Hour => "小时均值", AveragingWindow.Day => "日均值", AveragingWindow.Month => "月均值", _ => "年均值",
    };

    private static Wording Origin(DataOrigin origin) => origin switch
    {
        DataOrigin.Automatic => new("自动监测", "automatic"),
        DataOrigin.Self => new("自行监测", "self-monitoring"),
        DataOrigin.Supervision => new("执法监测", "supervision"),
        _ => new("来源未说明", "origin not stated"),
    };
}
