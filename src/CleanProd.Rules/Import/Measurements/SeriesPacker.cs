using System.Runtime.CompilerServices;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Packing;

namespace CleanProd.Rules.Import.Measurements;

/// <summary>Packs series whose points need no second look: one unit, no time twice, no reports to tell apart. One for each thread.</summary>
internal sealed class SeriesPacker(PointPlaces places, IScratch? logs, IScratch? chunks)
{
    private readonly PointBuffer _points = new();
    private readonly Dictionary<int, string> _records = [];
    private readonly GatheredColumns _columns = new();
    private readonly ChunkWriter _writer = new();

    /// <summary>The series of some piles; null when its points need that second look.</summary>
    internal MeasurementSeries? TryPack(SeriesKey key, ReadOnlySpan<(PointPiles Piles, int Pile)> piles)
    {
        _points.Clear();
        _records.Clear();
        foreach (var (from, pile) in piles)
        {
            if (from.LargeOf(pile).Count > 0) return null;
            from.Read(pile, _points, _records, logs);
            if (_records.Count > 0) return null;
        }

        _points.Sort();
        for (var i = 1; i < _points.Count; i++)
            if (_points[i].Second == _points[i - 1].Second) return null;
        Fill();
        if (!_columns.Level()) return null;
        ref readonly var first = ref _points[0];
        var ends = new SeriesEnds(Moment(first), Moment(_points[_points.Count - 1]), places.Source(first.Place, first.Row));
        return MeasurementSeries.Packed(key, PackedBytes.Keep(SeriesCodec.Encode(_columns, _writer), chunks), _points.Count, ends);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill()
    {
        _columns.Clear();
        var (place, number) = (-1, 0);
        for (var i = 0; i < _points.Count; i++)
        {
            ref readonly var point = ref _points[i];
            // Neighbours nearly always come from one place.
            if (point.Place != place) (place, number) = (point.Place, NumberOf(point.Place));
            _columns.Add(point.Second * TimeSpan.TicksPerSecond, (byte)point.Qualifier, point.Flag, number, places.Row(point.Place, point.Row));
            _columns.Values.Add(point.Value.Whole, point.Value.Scale);
            Add(_columns.Lows, point.Parts & PointParts.Low, point.Low);
            Add(_columns.Highs, point.Parts & PointParts.High, point.High);
            Add(_columns.Volumes, point.Parts & PointParts.Volume, point.Volume);
        }
    }

    // A file has many places, and few files tell of one series.
    private int NumberOf(int place)
    {
        var named = places.Of(place);
        var number = _columns.Places.IndexOf(named);
        if (number >= 0) return number;
        _columns.Places.Add(named);
        return _columns.Places.Count - 1;
    }

    private static void Add(GatheredNumbers column, PointParts has, FixedNumber number)
    {
        if (has == PointParts.None) column.AddNone();
        else column.Add(number.Whole, number.Scale);
    }

    private static DateTime Moment(in PlainPoint point) => new(point.Second * TimeSpan.TicksPerSecond);
}
