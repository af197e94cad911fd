using System.Runtime.CompilerServices;

namespace CleanProd.Rules.Import.Measurements;

/// <summary>The points of one series while it is settled, and their order. It is used again for the next series.</summary>
internal sealed class PointBuffer
{
    private PlainPoint[] _points = new PlainPoint[512];
    private int[] _order = new int[512];
    private int[] _merged = new int[512];
    private readonly List<int> _runs = [];

    internal int Count { get; private set; }

    /// <summary>A point by its place in the order of time.</summary>
    internal ref readonly PlainPoint this[int place] => ref _points[_order[place]];

    /// <summary>A point by its place in the order in which it came.</summary>
    internal ref readonly PlainPoint AsRead(int place) => ref _points[place];

    internal void Clear() => Count = 0;

    /// <summary>Room for further points, behind those that are there.</summary>
    internal Span<PlainPoint> Grow(int count)
    {
        if (Count + count > _points.Length) Array.Resize(ref _points, Math.Max(_points.Length * 2, Count + count));
        Count += count;
        return _points.AsSpan(Count - count, count);
    }

    /// <summary>
    /// Puts them in order of time; equal times keep the order they came in. Few runs that are in order already are merged, which takes little: a file
    /// is one run for each thread that read it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Sort()
    {
        if (_order.Length < Count) (_order, _merged) = (new int[_points.Length], new int[_points.Length]);
        _runs.Clear();
        for (var i = 0; i < Count; i++)
        {
            _order[i] = i;
            if (i == 0 || _points[i].Second < _points[i - 1].Second) _runs.Add(i);
        }

        while (_runs.Count > 1)
        {
            var merged = 0;
            for (var run = 0; run < _runs.Count; run += 2)
            {
                var (start, middle, end) = (_runs[run], StartOf(run + 1), StartOf(run + 2));
                Merge(start, middle, end);
                _runs[merged++] = start;
            }

            _runs.RemoveRange(merged, _runs.Count - merged);
            (_order, _merged) = (_merged, _order);
        }
    }

    private int StartOf(int run) => run < _runs.Count ? _runs[run] : Count;

    private void Merge(int start, int middle, int end)
    {
        var (left, right) = (start, middle);
        for (var to = start; to < end; to++)
        {
            var takesLeft = left < middle && (right >= end || _points[_order[left]].Second <= _points[_order[right]].Second);
            _merged[to] = _order[takesLeft ? left++ : right++];
        }
    }
}
