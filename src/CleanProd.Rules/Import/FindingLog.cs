using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>Collects findings and counts what became of the rows of each file.</summary>
internal sealed class FindingLog
{
    private readonly List<Finding> _findings = [];
    private readonly HashSet<(string Code, string File, string Text)> _said = [];
    private readonly Dictionary<string, FileCounts> _files = new(StringComparer.Ordinal);

    internal void Add(string code, SourceRef source, string? column, string? value, params string[] arguments)
    {
        var finding = FindingTexts.Make(code, source, column, value, arguments);
        _findings.Add(finding);
        if (finding.Severity == FindingSeverity.Error && source.Row > 0) Counts(source.File).Refused.Add((source.Sheet, source.Row));
    }

    /// <summary>Says a thing once per file and column and value: a thousand rows with one unknown unit are one finding, at the first of them.</summary>
    // The same thing is: the same code, file, column and "about".
    internal void Once(string code, SourceRef source, string? column, string about, string? value, params string[] arguments)
    {
        if (_said.Add((code, source.File, column + "\u001f" + about))) Add(code, source, column, value, arguments);
    }

    internal void Duplicate(SourceRef source, SourceRef first)
    {
        if (Counts(source.File).Duplicates.Add((source.Sheet, source.Row))) Add("duplicate_row", source, null, null, first.ToString());
    }

    internal FileCounts Counts(string file)
    {
        if (!_files.TryGetValue(file, out var counts)) _files[file] = counts = new FileCounts();
        return counts;
    }

    internal IReadOnlyList<Finding> Sorted() => Sorted(_findings);

    /// <summary>By file, sheet and row, the gravest of a row first.</summary>
    internal static IReadOnlyList<Finding> Sorted(IEnumerable<Finding> findings) =>
    [
        .. findings
            .OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Sheet, StringComparer.Ordinal).ThenBy(f => f.Row)
            .ThenByDescending(f => f.Severity).ThenBy(f => f.Column, StringComparer.Ordinal)
            .ThenBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.Value, StringComparer.Ordinal),
    ];
}

/// <summary>What became of the rows of one file.</summary>
internal sealed class FileCounts
{
    internal long Read { get; set; }

    internal long LeftOut { get; set; }

    internal HashSet<(string? Sheet, int Row)> Refused { get; } = [];

    internal HashSet<(string? Sheet, int Row)> Duplicates { get; } = [];

    internal ImportedFile ToFile(string name, string sha256)
    {
        var duplicates = Duplicates.Count(d => !Refused.Contains(d));
        // A quote that was never closed is refused without having been read as a row.
        return new(name, sha256, Read, Math.Max(0, Read - Refused.Count - duplicates - LeftOut), Refused.Count, duplicates, LeftOut);
    }
}
