using System.Globalization;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import.Hj212;

/// <summary>One reading of a log: its hours out of minutes, and what is said once for many frames, with how many.</summary>
internal sealed class Hj212Pass(string file)
{
    private readonly Dictionary<(string Code, string About), (SourceRef First, int Count)> _counts = [];

    internal string File => file;

    internal Hj212Hours Hours { get; } = new();

    internal void Count(string code, string about, SourceRef source) =>
        _counts[(code, about)] = _counts.TryGetValue((code, about), out var before) ? (before.First, before.Count + 1) : (source, 1);

    internal void Say(FindingLog log)
    {
        foreach (var ((code, about), (first, count)) in _counts) log.Add(code, first, null, about, about, count.ToString(CultureInfo.InvariantCulture));
    }
}
