namespace CleanProd.Rules.Mutants;

/// <summary>The command: makes the changed library, watches the tests, tries the changes, tells the scores.</summary>
internal static class MutantsCommand
{
    /// <param name="folders">Folders of the library.</param>
    /// <param name="again">Whether only those are tried that no test noticed the last time; the others count as noticed.</param>
    /// <param name="leastPercent">The least score.</param>
    /// <returns>0, or 1 when all folders together have less than the least score.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> folders, bool again, int leastPercent)
    {
        var root = Root();
        var output = Path.Combine(root, "tests", "CleanProd.Rules.Mutants", "out");
        var folder = Path.Combine(output, "bench");
        var source = Path.Combine(root, "src", "CleanProd.Rules");
        var file = Path.Combine(output, "results.tsv");
        var before = again ? PastResults.Noticed(file) : null;
        Console.WriteLine("building the library with every change in it");
        var (bench, mutants) = await ChangedLibrary.MakeAsync(root, folders, folder);
        Console.WriteLine($"{mutants.Count} changes; watching which tests pass their places");
        using (var watch = System.Diagnostics.Process.Start(bench.Start("watch"))!)
        {
            var errors = watch.StandardError.ReadToEndAsync();
            while (await watch.StandardOutput.ReadLineAsync() is { } line)
                if (line.StartsWith("left out", StringComparison.Ordinal)) Console.WriteLine(line);
            await watch.WaitForExitAsync();
            if (watch.ExitCode != 0) throw new InvalidOperationException("The tests could not be watched:\n" + await errors);
        }

        var explanations = new Explanations(File.ReadAllLines(Path.Combine(folder, "explained.tsv")), file => File.ReadAllLines(Path.Combine(source, file)));
        var explained = mutants.Where(explanations.Explains).ToHashSet();
        IReadOnlyDictionary<Mutant, (Verdict Verdict, string Test)> results;
        using (var past = new PastResults(file, source))
            results = new Trials(bench, Reach.Read(bench.ReachFile), Environment.ProcessorCount, explained.Contains, m => before?.Contains(past.Key(m)) == true, past.Add).Run(mutants, done => Console.WriteLine($"{done} of {mutants.Count} tried"));
        foreach (var (mutant, (verdict, _)) in results.OrderBy(r => r.Key.File, StringComparer.Ordinal).ThenBy(r => r.Key.Line).ThenBy(r => r.Key.Id))
            if (verdict is Verdict.Survived or Verdict.NotPassed && explanations.Of(mutant) is null)
                Console.WriteLine($"{(verdict == Verdict.Survived ? "survived" : "not passed")}: {mutant.File}:{mutant.Line}: {mutant.Replacement}");
        var scores = Score.Of(results, m => explanations.Of(m) is not null);
        foreach (var unused in explanations.Unused) Console.WriteLine($"explained, but nothing there survived: {unused}");
        foreach (var score in scores) Console.WriteLine(score);
        var whole = new Score("all", scores.Sum(s => s.Noticed), scores.Sum(s => s.Explained), scores.Sum(s => s.Survived), scores.Sum(s => s.NotPassed));
        Console.WriteLine(whole);
        return whole.Percent >= leastPercent ? 0 : 1;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CleanProd.Rules.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("This works on a checkout: no CleanProd.Rules.sln above it.");
        return folder.FullName;
    }
}
