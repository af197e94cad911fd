namespace CleanProd.Rules.Mutants;

/// <summary>
/// Changes that may survive: nothing that anybody relies on differs. One line each in <c>explained.tsv</c>: file (or <c>*</c>), a part of the line as it stands,
/// a part of what stands there instead (or <c>*</c>), why it may. An explanation of nothing is told, so that the list does not outlive its reasons.
/// </summary>
internal sealed class Explanations
{
    private readonly List<(string File, string Line, string Replacement, string Why)> _all;
    private readonly HashSet<int> _used = [];
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly Func<string, string[]> _source;
    private readonly Dictionary<string, string[]> _read = new(StringComparer.Ordinal);

    /// <param name="lines">The lines of the list; a <c>#</c> begins a remark.</param>
    /// <param name="source">The lines of a file of the library.</param>
    public Explanations(IEnumerable<string> lines, Func<string, string[]> source)
    {
        _source = source;
        _all = [.. lines.Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t') is [var f, var s, var r, { Length: > 0 } w]
            ? (f, s, r, w)
            : throw new FormatException($"explained.tsv: expected file, line, replacement and reason with tabs between them: {l}"))];
    }

    /// <summary>Explanations of files that were asked for which explained nothing.</summary>
    public IEnumerable<string> Unused => _all.Where((e, i) => !_used.Contains(i) && _asked.Contains(e.File)).Select(e => $"{e.File}\t{e.Line}\t{e.Replacement}");

    /// <summary>File and part of a line of every explanation that names a file.</summary>
    public IEnumerable<(string File, string Line)> Places => _all.Where(e => e.File != "*").Select(e => (e.File, e.Line));

    /// <summary>Why a change may survive; null when nobody said.</summary>
    public string? Of(Mutant mutant)
    {
        _asked.Add(mutant.File);
        if (Find(mutant) is not { } found) return null;
        _used.Add(found);
        return _all[found].Why;
    }

    /// <summary>Whether a change may survive, which says nothing of whether it does.</summary>
    public bool Explains(Mutant mutant) => Find(mutant) is not null;

    private int? Find(Mutant mutant)
    {
        if (!_read.TryGetValue(mutant.File, out var lines)) _read[mutant.File] = lines = _source(mutant.File);
        var line = lines[mutant.Line - 1];
        for (var i = 0; i < _all.Count; i++)
        {
            var e = _all[i];
            if ((e.File != "*" && e.File != mutant.File) || !line.Contains(e.Line, StringComparison.Ordinal)) continue;
            if (e.Replacement != "*" && !mutant.Replacement.Contains(e.Replacement, StringComparison.Ordinal)) continue;
            return i;
        }

        return null;
    }
}
