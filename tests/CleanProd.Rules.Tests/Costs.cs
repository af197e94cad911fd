namespace CleanProd.Rules.Tests;

/// <summary>
/// Tests of what something costs: held against a peer of the same run, never against a clock. Nothing else runs beside them, so that what is
/// counted is theirs.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class Costs
{
    public const string Name = "Costs";

    /// <summary>The fewest bytes that several runs of a piece of work allocated, on whatever threads.</summary>
    internal static long Allocated(Action work)
    {
        work();
        return Enumerable.Range(0, 3).Min(_ =>
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            work();
            return GC.GetTotalAllocatedBytes(precise: true) - before;
        });
    }

    /// <summary>Ours over theirs: the shortest of several runs of each, taken in turn, so that what else the machine does falls on both.</summary>
    internal static double Ratio(Action ours, Action theirs)
    {
        var (shortest, their) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var run = 0; run < 7; run++)
        {
            shortest = Shorter(shortest, ours);
            their = Shorter(their, theirs);
        }

        return shortest / their;
    }

    private static TimeSpan Shorter(TimeSpan known, Action work)
    {
        var began = TimeProvider.System.GetTimestamp();
        work();
        var taken = TimeProvider.System.GetElapsedTime(began);
        return taken < known ? taken : known;
    }
}
