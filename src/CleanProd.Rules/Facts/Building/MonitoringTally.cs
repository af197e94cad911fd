namespace CleanProd.Rules.Facts.Building;

/// <summary>Counts the judged values of one item, in order of time: single ones, and stretches of plain ones of which only the number differs.</summary>
/// <param name="unit">Unit of the item: limits of values in another do not speak for it.</param>
/// <param name="isPh">Whether it is a pH, which is no quantity: 7.2 is not four fifths of 9.</param>
/// <param name="months">Told of every month, where somebody asks.</param>
internal sealed class MonitoringTally(Unit unit, bool isPh, MonthRatios? months = null)
{
    private readonly List<int> _exceeding = [];
    private readonly List<decimal> _openRatios = [];
    private AppliedLimit _last;
    private bool _seen, _differing, _unlimited = true;
    private (decimal Ratio, int Place)? _nearest;

    internal bool IsPh => isPh;

    /// <summary>Values that count, judged or not.</summary>
    internal int Taken { get; private set; }

    /// <summary>Those of them that are a number at least.</summary>
    internal int Valid { get; private set; }

    /// <summary>Whether one of them is known at all.</summary>
    internal bool HasKnown { get; private set; }

    /// <summary>Whether one of them may lie above its number.</summary>
    internal bool HasOpenEnd { get; private set; }

    internal int Exceeding => _exceeding.Count;

    internal int Indeterminate { get; private set; }

    internal int Days { get; private set; }

    internal DateOnly? FirstDay { get; private set; }

    internal DateOnly? LastDay { get; private set; }

    internal bool HasUpperLimit { get; private set; }

    /// <summary>One limit of the item, or none that could speak for all its values.</summary>
    internal AppliedLimit? Limit => _differing ? null : _last;

    internal bool LimitUnknown => _differing || (_last.IsNone && !_unlimited);

    internal decimal? MaxRatio => _nearest?.Ratio;

    /// <summary>Ratios that are only lower bounds: of values that exceed and are only known to lie above a number.</summary>
    internal IReadOnlyList<decimal> OpenRatios => _openRatios;

    /// <summary>Why nothing can be told of some of them, each reason once.</summary>
    internal List<string> Whys { get; } = [];

    /// <summary>
    /// Places of the values that evidence shows: those that exceed; where none does, the one nearest to its limit is what a look at the item should show.
    /// </summary>
    internal int[] Telling => _exceeding.Count > 0 ? [.. _exceeding] : _nearest is { } n ? [n.Place] : [];

    /// <summary>The ratio of a value as the item counts it.</summary>
    internal static decimal? RatioOf(bool isPh, in JudgedValue judged) => isPh ? null : judged.Ratio;

    /// <summary>Adds one value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="judged">How it was judged.</param>
    /// <param name="place">Where it stands in its series.</param>
    internal void Add(in ReadValue value, in JudgedValue judged, int place)
    {
        var day = DateOnly.FromDateTime(value.Point.At);
        Taken++;
        var qualifier = value.Point.Value.Qualifier;
        HasKnown |= qualifier != ValueQualifier.Missing;
        HasOpenEnd |= qualifier is ValueQualifier.Above or ValueQualifier.Missing;
        if (value.By != JudgedBy.Nothing && qualifier != ValueQualifier.Missing) Valid++;
        if (value.Why is { } why && !Whys.Contains(why.Zh)) Whys.Add(why.Zh);
        Hold(judged.Limit, judged.IsFree, value.Unit.Equals(unit));
        var isOpen = judged.Standing == Standing.Indeterminate;
        if (isOpen) Indeterminate++;
        if (judged.Standing == Standing.Exceeds)
        {
            _exceeding.Add(place);
            if (LastDay != day) Days++;
            (FirstDay, LastDay) = (FirstDay ?? day, day);
        }

        var ratio = RatioOf(isPh, judged);
        // "Over the range" is at least its number: certain as an exceedance, open in how much.
        var isOver = ratio is not null && judged is { Standing: Standing.Exceeds, Shown.Qualifier: ValueQualifier.Above };
        if (isOver) _openRatios.Add(ratio!.Value);
        Near(ratio, place);
        months?.Add(day, ratio, isOpen || isOver);
    }

    /// <summary>Adds plain values of one limit, none of which exceeds; of one month where months are asked for.</summary>
    /// <param name="day">The first of their days.</param>
    /// <param name="span">How they stand.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="ratio">The largest of their ratios, where they have any.</param>
    /// <param name="place">Where the first that has it stands.</param>
    internal void AddPlain(DateOnly day, in SpanLimit span, int count, decimal? ratio, int place)
    {
        Taken += count;
        Valid += count;
        HasKnown = true;
        Hold(span.Limit, span.Standing == SpanStanding.Free, true);
        var isOpen = span.Standing == SpanStanding.Indeterminate;
        if (isOpen) Indeterminate += count;
        if (isPh) ratio = null;
        Near(ratio, place);
        months?.Add(day, ratio, isOpen);
    }

    private void Hold(in AppliedLimit limit, bool isFree, bool isOfUnit)
    {
        _unlimited &= isFree;
        HasUpperLimit |= limit.High is not null;
        if (!isOfUnit || isFree) return;
        _differing |= _seen && (_last.High != limit.High || _last.Low != limit.Low);
        (_last, _seen) = (limit, true);
    }

    // Of equal ratios the first value's is kept, in whatever order they come.
    private void Near(decimal? ratio, int place)
    {
        if (ratio is { } r && (_nearest is not { } n || r > n.Ratio || (r == n.Ratio && place < n.Place))) _nearest = (r, place);
    }
}
