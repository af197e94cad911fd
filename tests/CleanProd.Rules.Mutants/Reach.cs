using System.Diagnostics;
using System.Text.Json;

namespace CleanProd.Rules.Mutants;

/// <summary>Which tests pass the places of which changes.</summary>
/// <param name="Tests">The displayed names of the tests.</param>
/// <param name="Seconds">How long each takes; minus one for a test that takes no part.</param>
/// <param name="Again">By change: tests that pass its place whenever they run.</param>
/// <param name="Once">By change: tests that pass its place only while something is made that is made once in a process.</param>
internal sealed record Reach(string[] Tests, double[] Seconds, Dictionary<int, int[]> Again, Dictionary<int, int[]> Once)
{
    // A change that a slower test alone would notice counts as not noticed.
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(2), SlowestWatched = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The tests that may notice a change: those named after its file first, then those of its folder and its stage, the quickest of them first, as many as the
    /// patience with one change allows.
    /// </summary>
    /// <param name="mutant">Its number.</param>
    /// <param name="file">The file of the library that it is in: <c>Rules/Units/UnitCheck.cs</c>.</param>
    /// <param name="fresh">
    /// Whether the process is new, so that what is made once is made with the change in effect. Who uses what was made once does not pass the place again: all tests
    /// of the stage may notice it then.
    /// </param>
    /// <param name="patience">How long tests may take that are given to this change.</param>
    public int[] Of(int mutant, string file, bool fresh, TimeSpan patience)
    {
        var once = fresh && Once.ContainsKey(mutant);
        var sum = 0.0;
        string folder = $".Tests.{(Path.GetDirectoryName(file) ?? "").Replace('/', '.')}.", stage = $".Tests.{file.Split('/')[0]}.", named = $".{Path.GetFileName(file).Split('.')[0]}";
        var passing = Again.GetValueOrDefault(mutant, []).Union(fresh ? Once.GetValueOrDefault(mutant, []) : []);
        return [.. (once ? passing.Union(Enumerable.Range(0, Tests.Length).Where(t => Seconds[t] >= 0 && Distance(t) < 3)) : passing)
            .OrderBy(Distance).ThenBy(t => Seconds[t]).TakeWhile((t, i) => (sum += Seconds[t]) <= patience.TotalSeconds || i == 0)];

        int Distance(int test) => !Tests[test].Contains(stage, StringComparison.Ordinal) ? 3 : !Tests[test].Contains(folder, StringComparison.Ordinal) ? 2 : !Tests[test].Contains(named, StringComparison.Ordinal) ? 1 : 0;
    }

    public static Reach Read(string path) => JsonSerializer.Deserialize<Reach>(File.ReadAllText(path))!;

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this));

    /// <summary>Runs every test three times: twice watched, then for its time.</summary>
    /// <param name="bench">The tests.</param>
    /// <param name="mutants">The switch of the library.</param>
    /// <param name="say">Told what takes no part and why.</param>
    public static Reach Measure(TestBench bench, MutantSwitch mutants, Action<string> say)
    {
        var count = bench.Cases.Count;
        var (first, second, seconds) = (new HashSet<int>[count], new HashSet<int>[count], new double[count]);
        mutants.Watching = true;
        mutants.Passed();
        foreach (var again in (bool[])[false, true])
            for (var t = 0; t < count; t++)
            {
                (again ? second : first)[t] = [];
                if (seconds[t] < 0) continue;
                var clock = Stopwatch.StartNew();
                var failure = bench.Run(bench.Cases[t]);
                var (all, made) = mutants.Passed();
                if (failure is not null || clock.Elapsed > SlowestWatched) LeaveOut(t, failure ?? $"{clock.Elapsed.TotalSeconds:0.0} s while watched");
                if (again) second[t] = [.. all.Except(made)];
                else first[t] = [.. all];
            }

        mutants.Watching = false;
        for (var t = 0; t < count; t++)
        {
            if (seconds[t] < 0) continue;
            var clock = Stopwatch.StartNew();
            var failure = bench.Run(bench.Cases[t]);
            seconds[t] = clock.Elapsed.TotalSeconds;
            if (failure is not null || clock.Elapsed > Slowest) LeaveOut(t, failure ?? $"{seconds[t]:0.0} s");
        }

        return new Reach(
            [.. bench.Cases.Select(c => c.DisplayName)],
            seconds,
            Turned(t => second[t]),
            Turned(t => first[t].Except(second[t])));

        void LeaveOut(int t, string why)
        {
            seconds[t] = -1;
            say($"left out: {bench.Cases[t].DisplayName}: {why}");
        }

        Dictionary<int, int[]> Turned(Func<int, IEnumerable<int>> passed) => Enumerable.Range(0, count).Where(t => seconds[t] >= 0)
            .SelectMany(t => passed(t).Select(m => (m, t))).GroupBy(p => p.m, p => p.t).ToDictionary(g => g.Key, g => g.ToArray());
    }
}
