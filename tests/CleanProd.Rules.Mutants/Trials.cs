using System.Collections.Concurrent;

namespace CleanProd.Rules.Mutants;

/// <summary>Tries changes in several processes at once.</summary>
/// <param name="bench">Where the changed library lies.</param>
/// <param name="reach">Which tests pass which changes.</param>
/// <param name="processes">How many at once.</param>
/// <param name="explained">Whether a change may survive: it gets little time, the others get more.</param>
/// <param name="known">Whether a change is known to be noticed, so that it need not be tried.</param>
/// <param name="tell">Told what became of each change.</param>
internal sealed class Trials(Bench bench, Reach reach, int processes, Func<Mutant, bool> explained, Func<Mutant, bool> known, Action<Mutant, Verdict, string> tell)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), LittlePatience = TimeSpan.FromSeconds(6);
    private readonly ConcurrentQueue<Mutant> _left = new();
    private readonly ConcurrentDictionary<Mutant, (Verdict, string)> _results = new();

    /// <summary>What became of each change, and the test that noticed it.</summary>
    /// <param name="mutants">The changes.</param>
    /// <param name="say">Told now and then how far it is.</param>
    public IReadOnlyDictionary<Mutant, (Verdict Verdict, string Test)> Run(IReadOnlyList<Mutant> mutants, Action<int> say)
    {
        foreach (var mutant in mutants) _left.Enqueue(mutant);
        var threads = Enumerable.Range(0, processes).Select(_ => new Thread(Work)).ToList();
        foreach (var thread in threads) thread.Start();
        while (threads.Any(t => !t.Join(TimeSpan.FromSeconds(10)))) say(_results.Count);
        return _results;
    }

    private void Work()
    {
        TrialProcess? process = null;
        while (_left.TryDequeue(out var mutant))
        {
            var (verdict, test) = known(mutant) ? (Verdict.Noticed, "") : Try(mutant, ref process);
            _results[mutant] = (verdict, test);
            tell(mutant, verdict, test);
        }

        process?.Dispose();
    }

    private (Verdict, string) Try(Mutant mutant, ref TrialProcess? process)
    {
        var result = (Verdict.NotPassed, "");
        if (reach.Again.ContainsKey(mutant.Id)) result = Try(mutant, fresh: false, ref process);
        // What is made once must be made with the change in effect: a process of its own. Most changes are noticed before that.
        if (result.Item1 is Verdict.Survived or Verdict.NotPassed && reach.Once.ContainsKey(mutant.Id)) result = Try(mutant, fresh: true, ref process);
        return result;
    }

    private (Verdict, string) Try(Mutant mutant, bool fresh, ref TrialProcess? process)
    {
        if (process is not null && (process.Spent || (fresh && !process.Fresh)))
        {
            process.Dispose();
            process = null;
        }

        process ??= new TrialProcess(bench);
        var patience = explained(mutant) ? LittlePatience : Patience;
        var usual = TimeSpan.FromSeconds(reach.Of(mutant.Id, mutant.File, process.Fresh, patience).Sum(t => reach.Seconds[t]));
        var result = process.Try(mutant, patience, (usual * 5) + TimeSpan.FromSeconds(20));
        // What was made with this change in effect stays made that way.
        if (!fresh) return result;
        process.Dispose();
        process = null;
        return result;
    }
}
