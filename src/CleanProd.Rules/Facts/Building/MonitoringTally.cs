using CleanProd.Rules.Facts.Validity;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Facts.Building;

/// <summary>Counts the judged values of one item.</summary>
internal sealed class MonitoringTally(SeriesKey key, ReferenceData reference)
{
    private readonly List<Evidence> _evidence = [];
    private readonly List<decimal> _ratios = [];
    private readonly List<decimal> _openRatios = [];
    private readonly SortedDictionary<DateOnly, MonthRatio> _months = [];
    private AppliedLimit _last;
    private bool _seen, _differing, _unlimited = true;
    private (decimal Ratio, ReadValue Value, JudgedValue Judged)? _nearest;

    internal string Name { get; } = reference.Pollutants.NameOf(key.Pollutant);

    internal bool IsPh { get; } = reference.Pollutants.Find(key.Pollutant.Value) is { IsPh: true };

    internal int Exceeding { get; private set; }

    internal int Indeterminate { get; private set; }

    internal HashSet<DateOnly> Days { get; } = [];

    internal bool HasUpperLimit { get; private set; }

    internal ReadingNotes Notes { get; } = new();

    // One limit of the item, or none that could speak for all its values.
    internal AppliedLimit? Limit => _differing ? null : _last;

    internal bool LimitUnknown => _differing || (_last.IsNone && !_unlimited);

    internal IReadOnlyList<MonthRatio> Months => [.. _months.Values];

    internal IReadOnlyList<decimal> Ratios
    {
        get
        {
            _ratios.Sort((a, b) => b.CompareTo(a));
            return _ratios;
        }
    }

    /// <summary>Ratios that are only lower bounds.</summary>
    internal IReadOnlyList<decimal> OpenRatios => _openRatios;

    // Where nothing exceeds, the value nearest to its limit is what a look at the item should show.
    internal IReadOnlyList<Evidence> Evidence => _evidence.Count == 0 && _nearest is { } n ? [Shown(n.Value, n.Judged, n.Ratio)] : _evidence;

    internal void Add(ReadValue value, JudgedValue judged)
    {
        var day = DateOnly.FromDateTime(value.Point.At);
        _unlimited &= judged.IsFree;
        HasUpperLimit |= judged.Limit.High is not null;
        if (value.Unit.Equals(key.Unit) && !judged.IsFree)
        {
            _differing |= _seen && (_last.High != judged.Limit.High || _last.Low != judged.Limit.Low);
            (_last, _seen) = (judged.Limit, true);
        }

        if (judged is { IsFree: true, Remark: { } why }) Notes.Add(why, value.Point.Source);
        // A pH is no quantity: 7.2 is not four fifths of 9.
        var ratio = IsPh ? null : judged.Ratio;
        // "Over the range" is at least its number: certain as an exceedance, open in how much.
        var isOpen = ratio is not null && judged is { Standing: Standing.Exceeds, Shown.Qualifier: ValueQualifier.Above };
        if (ratio is { } r)
        {
            _ratios.Add(r);
            if (isOpen) _openRatios.Add(r);
            if (_nearest is null || r > _nearest.Value.Ratio) _nearest = (r, value, judged);
        }

        if (judged.Standing == Standing.Exceeds)
        {
            Exceeding++;
            Days.Add(day);
            _evidence.Add(Shown(value, judged, ratio));
        }

        if (judged.Standing == Standing.Indeterminate) Indeterminate++;
        var month = new DateOnly(day.Year, day.Month, 1);
        var before = _months.GetValueOrDefault(month, new MonthRatio(month, null, false));
        _months[month] = new(month, Larger(before.Certain, ratio), before.HasIndeterminate || isOpen || judged.Standing == Standing.Indeterminate);
    }

    // Each choice on the way to the number stands beside its limit.
    private Evidence Shown(ReadValue value, JudgedValue judged, decimal? ratio) => new(value.Point.Source)
    {
        OutletId = key.OutletId.Value,
        Pollutant = key.Pollutant.Value,
        Name = Name,
        At = MonitoringItem.Time(value.Point.At),
        Value = judged.Shown,
        Limit = judged.Limit.Broken(judged.Shown),
        Unit = value.Unit.Symbol,
        Ratio = ratio,
        Basis = string.Join("；", new[] { judged.Limit.Basis, value.Remark?.Zh, judged.Remark?.Zh }.Where(t => t is not null)) is { Length: > 0 } basis ? basis : null,
    };

    private static decimal? Larger(decimal? a, decimal? b) => a is null || b > a ? b : a;
}
