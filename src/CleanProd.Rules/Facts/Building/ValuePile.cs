using CleanProd.Rules.Facts.Validity;

namespace CleanProd.Rules.Facts.Building;

/// <summary>The values of one outlet, pollutant, window and origin while they are read.</summary>
internal sealed class ValuePile(SeriesKey key)
{
    internal SeriesKey Key => key;

    /// <summary>Values that count, in order of time.</summary>
    internal List<ReadValue> Values { get; private set; } = [];

    /// <summary>Values that were left out: gaps, invalid ones, outages.</summary>
    internal List<(SeriesPoint Point, Unit Unit, Wording? Why)> Left { get; } = [];

    internal ReadingNotes Notes { get; } = new();

    internal AveragingWindow? Deciding { get; set; }

    internal void Take(ReadValue value, Wording? why)
    {
        Values.Add(value);
        if (why is not null) Notes.Add(why, value.Point.Source);
        if (value.Remark is { } remark) Notes.Add(remark, value.Point.Source);
    }

    internal void Leave(Unit unit, SeriesPoint point, Wording? why)
    {
        Left.Add((point, unit, why));
        if (why is not null) Notes.Add(why, point.Source);
    }

    internal void Change(Func<ReadValue, ReadValue?> change) => Values = [.. Values.Select(change).OfType<ReadValue>()];

    internal void Sort() => Values = [.. Values.OrderBy(v => v.Point.At)];
}
