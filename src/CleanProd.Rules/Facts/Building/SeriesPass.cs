using CleanProd.Rules.Facts.Limits;
using CleanProd.Rules.Facts.Packing;

namespace CleanProd.Rules.Facts.Building;

/// <summary>
/// One pass over the columns of a stored series. Plain values (exact, not flagged, against the limit of all) are held against it as whole numbers,
/// stretch by stretch; every other value goes the way of single values. Both ways count the same, which a property holds.
/// </summary>
internal sealed class SeriesPass
{
    private readonly ReadSeries _series;
    private readonly ValueReader _reader;
    private readonly ValueJudge _judge;
    private readonly PermitLimits _permits;
    private readonly MonitoringTally _tally;
    private readonly SeriesColumns _columns;
    private WholeNumbers _exact;

    private SeriesPass(ReadSeries series, ValueReader reader, ValueJudge judge, SeriesColumns columns, bool isPh)
    {
        (_series, _reader, _judge, _columns) = (series, reader, judge, columns);
        _permits = judge.PermitsOf(series);
        _tally = new(series.Key.Unit, isPh);
    }

    /// <summary>Counts a series; null where it has to be read value by value.</summary>
    internal static (MonitoringTally Tally, ExactNumbers Exact)? TryCount(ReadSeries series, ValueReader reader, ValueJudge judge, bool isPh)
    {
        if (series.Packed is not { } packed || series.How!.IsConverted) return null;
        var columns = SeriesColumns.OfThread;
        if (!columns.TryRead(packed.Chunk)) return null;
        var pass = new SeriesPass(series, reader, judge, columns, isPh);
        pass.Count();
        return (pass._tally, pass._exact.At(columns.Scale));
    }

    private void Count()
    {
        var period = _reader.Period;
        var from = _columns.First(period.From, 0, _columns.Count);
        var to = _columns.First(period.To.AddDays(1), from, _columns.Count);
        if (from == to) return;
        if (_series.How!.IsOneByOne)
        {
            for (var i = from; i < to; i++) One(i);
            return;
        }

        var odd = OddPlaces.Of(_columns, from, to);
        for (var at = from; at < to;)
        {
            var day = DateOnly.FromDateTime(_columns.At(at));
            var month = new DateOnly(day.Year, day.Month, 1).AddMonths(1);
            var change = _judge.NextChange(_permits, day);
            var end = _columns.First(change < month ? change : month, at + 1, to);
            Stretch(at, end, day, ref odd);
            at = end;
        }
    }

    // Values of one month and one limit.
    private void Stretch(int from, int end, DateOnly day, ref OddPlaces odd)
    {
        if (_judge.OfSpan(_series, _permits, day, _columns.Lows.OrNull(odd.Model), _columns.Highs.OrNull(odd.Model)) is not { } span
            || StretchBounds.Of(span, _columns.Scale) is not { } bounds)
        {
            for (var i = from; i < end; i++) One(i);
            odd.SkipTo(end);
            return;
        }

        var plain = new PlainStretch(span, bounds);
        for (var at = from; at < end;)
        {
            var stop = Math.Min(odd.Next, end);
            if (at < stop) Plain(at, stop, ref plain);
            if (stop < end)
            {
                One(stop++);
                odd.Step();
            }

            at = stop;
        }

        plain.AddTo(_tally, day, _columns);
    }

    private void Plain(int from, int to, ref PlainStretch plain)
    {
        var numbers = _columns.Whole[from..to];
        var ends = NumberEnds.Of(numbers);
        if (!plain.Bounds.IsBroken(ends.Min) && !plain.Bounds.IsBroken(ends.Max))
        {
            _exact.Add(numbers, ends);
            plain.Add(to - from, ends.Max, from, numbers);
            return;
        }

        var start = from;
        for (var i = from; i < to; i++)
        {
            if (!plain.Bounds.IsBroken(_columns.Whole[i])) continue;
            if (start < i) Plain(start, i, ref plain);
            One(i);
            start = i + 1;
        }

        if (start < to) Plain(start, to, ref plain);
    }

    private void One(int i)
    {
        var point = _columns.Point(i, whole: _series.How!.Outages.Count > 0);
        if (!_reader.Counts(_series.How, _series.Key.Unit, point, out var value, out _)) return;
        if (value.By != JudgedBy.Nothing && point.Value.Qualifier == ValueQualifier.Exact) _exact.Add(_columns.Whole[i]);
        _tally.Add(value, _judge.Judge(_series, _permits, value), i);
    }
}
