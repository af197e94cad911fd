namespace CleanProd.Rules.Import;

/// <summary>Lists within a cell: <c>总汞,总镉（以Cd计）、pH值</c>.</summary>
internal static class ItemList
{
    /// <summary>The items between separators; a separator inside brackets belongs to its item.</summary>
    internal static IEnumerable<string> Split(string text, string separators)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length)
            {
                if (text[i] is '(' or '（') depth++;
                else if (text[i] is ')' or '）') depth = Math.Max(0, depth - 1);
                if (depth > 0 || !separators.Contains(text[i], StringComparison.Ordinal)) continue;
            }

            if (CellText.Clean(text[start..i]) is { } item) yield return item;
            start = i + 1;
        }
    }
}
