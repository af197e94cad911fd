namespace CleanProd.Rules.Facts.Merging;

/// <summary>Merges the rows of one table: the later import wins thing by thing, and a replacing one clears the years it gives.</summary>
internal static class TableMerge
{
    /// <param name="kind">The kind of record.</param>
    /// <param name="layers">Imports in the order they became known.</param>
    /// <param name="superseded">Told of every row that does not hold any more, with another content.</param>
    internal static IReadOnlyList<T> Merge<T>(FactKind<T> kind, IReadOnlyList<FactLayer> layers, List<SupersededFact> superseded)
        where T : class
    {
        var held = new Dictionary<string, (long Import, List<T> Rows)>(StringComparer.Ordinal);
        foreach (var layer in layers)
        {
            var (import, gone) = (layer.Scope.Import, new List<(long Import, T Row)>());
            foreach (var (thing, (by, rows)) in held)
            {
                if (rows.RemoveAll(row => Gone(layer, row, by)) > 0 && rows.Count == 0) held.Remove(thing);
            }

            foreach (var same in kind.Rows(layer.Records).GroupBy(kind.Thing, StringComparer.Ordinal))
            {
                if (held.TryGetValue(same.Key, out var earlier)) gone.AddRange(earlier.Rows.Select(row => (earlier.Import, row)));
                held[same.Key] = (import, [.. same]);
            }

            foreach (var (by, row) in gone) Say(row, by, import);

            bool Gone(FactLayer later, T row, long by)
            {
                if (!later.Scope.Replaces(kind.Table.Name, kind.Year(row))) return false;
                gone.Add((by, row));
                return true;
            }
        }

        return [.. held.Values.SelectMany(h => h.Rows).OrderBy(kind.Key, StringComparer.Ordinal)];

        void Say(T row, long by, long import)
        {
            var now = held.TryGetValue(kind.Thing(row), out var later) && later.Import == import ? later.Rows : [];
            if (now.Any(n => kind.Content(n).Equals(kind.Content(row)))) return;
            superseded.Add(new(
                kind.Table.Name, kind.Thing(row).Replace(NaturalKey.Separator, ' ').Trim(), kind.Source(row), by,
                now.Count == 0 ? null : kind.Source(now[0]), import));
        }
    }
}
