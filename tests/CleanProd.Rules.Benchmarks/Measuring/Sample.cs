using System.Diagnostics;

namespace CleanProd.Rules.Benchmarks.Measuring;

/// <summary>Times and allocations of several runs of one piece of work.</summary>
internal sealed class Sample
{
    private readonly List<double> _milliseconds = [];
    private readonly List<long> _allocated = [];

    internal double Milliseconds => _milliseconds.Count == 0 ? 0 : Median(_milliseconds);

    internal long Allocated => (long)Median([.. _allocated.Select(a => (double)a)]);

    internal int Runs => _milliseconds.Count;

    /// <summary>Runs the work once. The collector is emptied first, so that nobody pays for what another left.</summary>
    internal T Take<T>(Func<T> work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        var result = work();
        _milliseconds.Add(watch.Elapsed.TotalMilliseconds);
        _allocated.Add(GC.GetTotalAllocatedBytes(precise: true) - before);
        return result;
    }

    /// <summary>Takes a time that another process measured.</summary>
    internal void Add(double milliseconds)
    {
        _milliseconds.Add(milliseconds);
        _allocated.Add(0);
    }

    internal void Take(Action work) => Take(() =>
    {
        work();
        return 0;
    });

    private static double Median(IReadOnlyList<double> of)
    {
        var sorted = of.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
