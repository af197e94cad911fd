namespace CleanProd.Rules.Facts.Merging;

/// <summary>
/// Merges descriptions of something that lasts, a facility or an outlet. The latest row prevails, but a cell it leaves blank is told by the
/// latest row that filled it: a platform that pushes code and name takes away neither place nor industry, which rules depend on. The
/// record keeps the row it came from, and what an earlier row completes is named with that row, so that every source stays true.
/// A replacing import takes blanks as blanks.
/// </summary>
internal sealed class DescriptionMerge<T>(FactTable table, Func<T, OutletId?> outlet, Func<T, SourceRef> source, params DescribedField<T>[] fields)
    where T : class
{
    /// <summary>A description so far: the record, its import, and the rows of completed fields.</summary>
    internal sealed record Told(T Record, long Import, IReadOnlyDictionary<string, (SourceRef Source, long Import)> Completed);

    internal Told Next(Told? earlier, T record, ImportScope scope, List<SupersededFact> superseded)
    {
        var completed = new SortedDictionary<string, (SourceRef, long)>(StringComparer.Ordinal);
        var now = record;
        if (earlier is not null)
        {
            foreach (var field in fields.Where(f => !scope.Replaces(table.Name, null) && f.Value(record) is null && f.Value(earlier.Record) is not null))
            {
                now = field.Take(now, earlier.Record);
                completed.Add(field.Column, earlier.Completed.TryGetValue(field.Column, out var row) ? row : (source(earlier.Record), earlier.Import));
            }

            if (fields.Any(f => f.Value(earlier.Record) is { } was && !was.Equals(f.Value(now))))
                superseded.Add(new(table.Name, outlet(record)?.Value ?? "", source(earlier.Record), earlier.Import, source(record), scope.Import));
        }

        return new(now, scope.Import, completed);
    }

    internal SupersededFact Gone(Told earlier, ImportScope scope) =>
        new(table.Name, outlet(earlier.Record)?.Value ?? "", source(earlier.Record), earlier.Import, null, scope.Import);

    internal IEnumerable<CompletedField> Completed(Told told) =>
        told.Completed.Select(c => new CompletedField(table.Name, outlet(told.Record), c.Key, c.Value.Source, c.Value.Import));
}

/// <summary>A field of a description.</summary>
/// <param name="Column">Name of its column.</param>
/// <param name="Value">What a record tells; null when nothing.</param>
/// <param name="Take">The first record with the second one's field.</param>
internal sealed record DescribedField<T>(string Column, Func<T, object?> Value, Func<T, T, T> Take);
