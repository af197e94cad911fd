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
    private readonly MonthRatios? _months;
    private WholeNumbers _exact;

    private SeriesPass(ReadSeries series, ValueReader reader, ValueJudge judge, UnpackedSeries columns, bool isPh, MonthRatios? months)
    {
        (_series, _reader, _judge, _columns, _months) = (series, reader, judge, columns, months);
        _permits = judge.PermitsOf(series);
        _tally = new(series.Key.Unit, isPh, months);
    }

    /// <summary>Counts a series; null where it has to be read value by value.</summary>
    /// <param name="series">The series.</param>
    /// <param name="reader">Tells which values count.</param>
    /// <param name="judge">Holds them against their limits.</param>
    /// <param name="isPh">Whether it is a pH.</param>
    /// <param name="months">Told of every month, where somebody asks.</param>
    internal static (MonitoringTally Tally, ExactNumbers Exact)? TryCount(ReadSeries series, ValueReader reader, ValueJudge judge, bool isPh, MonthRatios? months = null)
    {
        if (series.Packed is not { } packed || series.How!.IsConverted) return null;
        var columns = UnpackedSeries.OfThread;
        if (!columns.TryRead(packed.Chunk)) return null;
        var pass = new SeriesPass(series, reader, judge, columns, isPh, months);
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
            OneByOne(from, to);
            return;
        }

        var odd = OddPlaces.Of(_columns, from, to);
        for (var at = from; at < to;)
        {
            var day = DateOnly.FromDateTime(_columns.At(at));
            var next = _judge.NextChange(_permits, day);
            if (_months is not null && MonthRatios.MonthAfter(day) is var month && month < next) next = month;
            var end = next > period.To ? to : _columns.First(next, at + 1, to);
            if (_judge.OfSpan(_series, _permits, day, _columns.Lows.OrNull(odd.Model), _columns.Highs.OrNull(odd.Model)) is { } span && StretchBounds.Of(span, _columns.Scale) is { } bounds)
                Stretch(at, end, day, span, bounds, odd);
            else OneByOne(at, end);
            at = end;
        }
    }

    private void OneByOne(int from, int end)
    {
        for (var i = from; i < end; i++) One(i);
    }

    // Values of one limit. Odd ones and those that exceed are looked at by themselves, in order of time; then each takes the number of a plain one, so that
    // the plain ones are counted at once.
    private void Stretch(int from, int end, DateOnly day, in SpanLimit span, in StretchBounds bounds, OddPlaces odd)
    {
        var ends = NumberEnds.Of(_columns.Whole[from..end]);
        if (bounds.AreBroken(ends))
        {
            for (var i = from; i < end; i++)
                if (bounds.IsBroken(_columns.Whole[i])) odd.Mark(i);
        }

        var first = Math.Min(odd.NextPlain(from), end);
        OneByOne(from, first);
        if (first == end) return;
        var plain = _columns.Whole[first];
        var others = 0;
        for (var i = odd.Next(first); i < end; i = odd.Next(i + 1), others++)
        {
            One(i);
            _columns.Replace(i, plain);
        }

        var numbers = _columns.Whole[first..end];
        if (others > 0 || first > from) ends = NumberEnds.Of(numbers);
        _exact.Add(numbers, ends, others);
        // The largest number has the largest ratio.
        var place = first + numbers.IndexOf(ends.Max);
        _tally.AddPlain(day, span, numbers.Length - others, bounds.Divisor is { } divisor ? _columns.Value(place) / divisor : null, place);
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
