namespace CleanProd.Rules.Facts.Merging;

/// <summary>
/// Merges what is known to be missing. A refused row leaves its table incomplete until a replacing import gives the table again: for a table
/// kept by years all the years of the import that held the row, since a refused row tells no year. An added row never clears it, since
/// nobody knows whether it is the one that was refused.
/// </summary>
internal static class RefusedMerge
{
    internal static IReadOnlyDictionary<string, SourceRef> Merge(IReadOnlyList<FactLayer> layers)
    {
        var open = new List<(string Table, SourceRef Row, ImportScope By)>();
        foreach (var layer in layers)
        {
            open.RemoveAll(r => Cleared(r.Table, r.By, layer));
            open.AddRange(layer.Records.RefusedIn.Select(r => (r.Key, r.Value, layer.Scope)));
        }

        // The first row, as within one data set.
        return open.GroupBy(r => r.Table, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(r => r.Row).Min(SourceOrder.Instance), StringComparer.Ordinal);
    }

    private static bool Cleared(string table, ImportScope by, FactLayer later)
    {
        if (!later.Scope.Replaces(table, null)) return false;
        if (table == FactTables.Facilities.Name) return !later.Records.Facility.IsMention;
        if (!FactKinds.ByYears.Contains(table)) return true;
        var years = by.YearsOf(table);
        return years.Count > 0 && years.All(year => later.Scope.Replaces(table, year));
    }
}
