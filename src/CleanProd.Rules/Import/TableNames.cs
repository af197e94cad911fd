using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>Which table a file or sheet is, by its name: <c>facilities.csv</c>, <c>measurements-2024.csv</c>, <c>监测数据_1月.csv</c>.</summary>
internal static class TableNames
{
    private static readonly (string Folded, FactTable Table)[] Names =
    [
        .. FactTables.All.Append(FactTables.Devices)
            .SelectMany(t => t.Chinese.Prepend(t.Name).Select(n => (CellText.Fold(n), t)))
            .OrderByDescending(n => n.Item1.Length),
    ];

    internal static FactTable? OfFile(SourceFile file)
    {
        var dot = file.BaseName.LastIndexOf('.');
        return Of(dot > 0 ? file.BaseName[..dot] : file.BaseName);
    }

    // The name itself, or the name and then anything that begins with a digit or punctuation.
    internal static FactTable? Of(string name)
    {
        var folded = CellText.Fold(name);
        foreach (var (known, table) in Names)
        {
            if (!folded.StartsWith(known, StringComparison.Ordinal)) continue;
            if (folded.Length == known.Length || !char.IsLetter(folded[known.Length])) return table;
        }

        return null;
    }
}
