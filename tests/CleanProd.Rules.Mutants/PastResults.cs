using System.Collections.Concurrent;

namespace CleanProd.Rules.Mutants;

/// <summary>
/// What became of the changes, written line by line as it comes, so that a run that is ended has not been for nothing and the next one may pass over what was noticed.
/// The numbers of changes differ from run to run and lines move: a change is known by its file, the text of its line and what stands there instead.
/// </summary>
internal sealed class PastResults : IDisposable
{
    private readonly ConcurrentDictionary<string, string[]> _lines = new(StringComparer.Ordinal);
    private readonly StreamWriter _writer;
    private readonly string _source;

    /// <param name="path">The file that is written anew.</param>
    /// <param name="source">The folder of the library's source.</param>
    public PastResults(string path, string source) => (_writer, _source) = (new StreamWriter(path), source);

    /// <summary>The changes of a file of results that a test noticed, wherever several are told alike: all of them.</summary>
    public static IReadOnlySet<string> Noticed(string path)
    {
        var (noticed, not) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var line in File.ReadLines(path))
            if (line.Split('\t') is [var verdict, var file, _, var text, var replacement, ..])
                (Enum.Parse<Verdict>(verdict) is Verdict.Survived or Verdict.NotPassed ? not : noticed).Add($"{file}\t{text}\t{replacement}");
        noticed.ExceptWith(not);
        return noticed;
    }

    /// <summary>What a change is known by.</summary>
    public string Key(Mutant mutant) => $"{mutant.File}\t{_lines.GetOrAdd(mutant.File, f => File.ReadAllLines(Path.Combine(_source, f)))[mutant.Line - 1].Trim().Replace('\t', ' ')}\t{mutant.Replacement}";

    /// <summary>Writes down what became of a change.</summary>
    public void Add(Mutant mutant, Verdict verdict, string test)
    {
        var key = Key(mutant).Split('\t');
        lock (_writer)
        {
            _writer.WriteLine($"{verdict}\t{key[0]}\t{mutant.Line}\t{key[1]}\t{key[2]}\t{test}");
            _writer.Flush();
        }
    }

    public void Dispose() => _writer.Dispose();
}
