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
    private readonly UnpackedSeries _columns;
    private WholeNumbers _exact;

    private SeriesPass(ReadSeries series, ValueReader reader, ValueJudge judge, UnpackedSeries columns, bool isPh)
    {
        (_series, _reader, _judge, _columns) = (series, reader, judge, columns);
        _permits = judge.PermitsOf(series);
        _tally = new(series.Key.Unit, isPh);
    }

    /// <summary>Counts a series; null where it has to be read value by value.</summary>
    internal static (MonitoringTally Tally, ExactNumbers Exact)? TryCount(ReadSeries series, ValueReader reader, ValueJudge judge, bool isPh)
    {
        if (series.Packed is not { } packed || series.How!.IsConverted) return null;
        var columns = UnpackedSeries.OfThread;
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
        var same = DateOnly.MinValue;
        PlainStretch? plain = null;
        for (var at = from; at < to;)
        {
            var day = DateOnly.FromDateTime(_columns.At(at));
            if (day >= same) (plain, same) = (PlainOf(day, odd.Model), _judge.NextChange(_permits, day));
            var month = new DateOnly(day.Year, day.Month, 1).AddMonths(1);
            var end = _columns.First(same < month ? same : month, at + 1, to);
            if (plain is { } stretch) Stretch(at, end, day, stretch, ref odd);
            else OneByOne(at, end, ref odd);
            at = end;
        }
    }

    private PlainStretch? PlainOf(DateOnly day, int model) => _judge.OfSpan(_series, _permits, day, _columns.Lows.OrNull(model), _columns.Highs.OrNull(model)) is { } span
        && StretchBounds.Of(span, _columns.Scale) is { } bounds ? new PlainStretch(span, bounds) : null;

    private void OneByOne(int from, int end, ref OddPlaces odd)
    {
        for (var i = from; i < end; i++) One(i);
        odd.SkipTo(end);
    }

    // Values of one month and one limit.
    private void Stretch(int from, int end, DateOnly day, PlainStretch plain, ref OddPlaces odd)
    {
        for (var at = from; at < end;)
        {
            var stop = Math.Min(odd.Next, end);
            if (at < stop) Plain(at, stop, ref plain);
            if (stop < end)
            {
                One(stop++);
                odd.SkipTo(stop);
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
        var how = _series.How!;
        if (_reader.IsLeftOut(how, _columns.Flag(i), _columns.Qualifier(i), _columns.At(i))) return;
        var point = _columns.Point(i, whole: how.Outages.Count > 0);
        if (!_reader.Counts(how, _series.Key.Unit, point, out var value, out _)) return;
        if (value.By != JudgedBy.Nothing && point.Value.Qualifier == ValueQualifier.Exact) _exact.Add(_columns.Whole[i]);
        _tally.Add(value, _judge.Judge(_series, _permits, value), i);
    }
}
