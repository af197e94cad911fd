using CleanProd.Rules.Facts.Packing;
using CleanProd.Rules.Facts.Validity;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Facts.Building;

/// <summary>
/// What of an item is read again when somebody asks for it: most items comply, and nobody looks at their single values. The records do not change, so what is read
/// later is what was counted before.
/// </summary>
internal sealed class MonitoringDetail(ReadSeries series, FacilityReading reading, SeriesKey key, string name, MonitoringTally tally, bool isPacked) : IMonitoringDetail
{
    private readonly int[] _telling = tally.Telling;

    /// <inheritdoc/>
    public IReadOnlyList<decimal> Ratios()
    {
        var ratios = new List<decimal>(series.Values.Count);
        foreach (var (_, judged) in Judged())
            if (MonitoringTally.RatioOf(tally.IsPh, judged) is { } ratio) ratios.Add(ratio);
        ratios.Sort((a, b) => b.CompareTo(a));
        return ratios;
    }

    /// <inheritdoc/>
    public IReadOnlyList<MonthRatio> Months()
    {
        var months = new MonthRatios();
        if (isPacked)
        {
            SeriesPass.TryCount(series, reading.Reader, reading.Judge, tally.IsPh, months);
            return months.All;
        }

        var again = new MonitoringTally(key.Unit, tally.IsPh, months);
        foreach (var (place, (value, judged)) in Judged().Index()) again.Add(value, judged, place);
        return months.All;
    }

    /// <inheritdoc/>
    public IReadOnlyList<ReadingNote> Readings()
    {
        var notes = new ReadingNotes();
        foreach (var (value, judged) in Judged())
            if (judged is { IsFree: true, Remark: { } why }) notes.Add(why, value.Point.Source);
        return [.. series.Notes.Concat(notes.All)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Evidence> Evidence()
    {
        if (_telling.Length == 0) return [];
        var permits = reading.Judge.PermitsOf(series);
        var columns = isPacked ? UnpackedSeries.OfThread : null;
        if (columns is not null && !columns.TryRead(series.Packed!.Chunk)) throw new InvalidDataException(ChunkReader.Damaged);
        var shown = new Evidence[_telling.Length];
        foreach (var (i, place) in _telling.Index())
        {
            var value = columns is null ? series.Values[place] : Read(columns, place);
            shown[i] = Shown(value, reading.Judge.Judge(series, permits, value));
        }

        return shown;
    }

    private ReadValue Read(UnpackedSeries columns, int place)
    {
        reading.Reader.Counts(series.How!, series.Key.Unit, columns.Point(place, whole: true), out var value, out _);
        return value;
    }

    private IEnumerable<(ReadValue Value, JudgedValue Judged)> Judged()
    {
        var permits = reading.Judge.PermitsOf(series);
        foreach (var value in series.Values) yield return (value, reading.Judge.Judge(series, permits, value));
    }

    // Each choice on the way to the number stands beside its limit.
    private Evidence Shown(in ReadValue value, in JudgedValue judged) => new(value.Point.Source)
    {
        OutletId = key.OutletId.Value,
        Pollutant = key.Pollutant.Value,
        Name = name,
        At = MonitoringItem.Time(value.Point.At),
        Value = judged.Shown,
        Limit = judged.Limit.Broken(judged.Shown),
        Unit = value.Unit.Symbol,
        Ratio = MonitoringTally.RatioOf(tally.IsPh, judged),
        Basis = string.Join("；", new[] { judged.Limit.Basis, value.Remark?.Zh, judged.Remark?.Zh }.Where(t => t is not null)) is { Length: > 0 } basis ? basis : null,
    };
}
