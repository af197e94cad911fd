namespace CleanProd.Rules.Mutants;

/// <summary>How many changes of a folder were noticed.</summary>
/// <param name="Folder">The folder within the library.</param>
/// <param name="Noticed">Changes that a test noticed, that ended the process or that kept the tests from ending.</param>
/// <param name="Explained">Changes that survived and may.</param>
/// <param name="Survived">Changes that survived though tests pass their places.</param>
/// <param name="NotPassed">Changes whose places no quick test passes.</param>
internal sealed record Score(string Folder, int Noticed, int Explained, int Survived, int NotPassed)
{
    /// <summary>Noticed among all that should be, in whole percent, rounded down.</summary>
    public int Percent => Noticed + Survived + NotPassed is > 0 and var all ? Noticed * 100 / all : 100;

    public override string ToString() => $"{Folder}: {Noticed} noticed, {Survived} survived, {NotPassed} passed by no quick test, {Explained} explained: {Percent} %";

    /// <summary>The scores by folder, in the order of their names.</summary>
    public static IReadOnlyList<Score> Of(IReadOnlyDictionary<Mutant, (Verdict Verdict, string Test)> results, Func<Mutant, bool> explained) =>
        [.. results.GroupBy(r => Path.GetDirectoryName(r.Key.File)!.Replace('\\', '/')).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            var counts = g.Select(r => r.Value.Verdict is Verdict.Noticed or Verdict.Crashed or Verdict.TooLong ? "noticed" : explained(r.Key) ? "explained" : r.Value.Verdict == Verdict.Survived ? "survived" : "not passed")
                .CountBy(c => c).ToDictionary();
            return new Score(g.Key, counts.GetValueOrDefault("noticed"), counts.GetValueOrDefault("explained"), counts.GetValueOrDefault("survived"), counts.GetValueOrDefault("not passed"));
        })];
}
