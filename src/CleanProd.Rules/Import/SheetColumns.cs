using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>The columns of a map's source, found in the headings of one sheet.</summary>
internal sealed class SheetColumns
{
    private readonly MapSource _source;
    private readonly int[] _positions;

    private SheetColumns(MapSource source, int[] positions, string?[] headings) => (_source, _positions, Headings) = (source, positions, headings);

    /// <summary>What the sheet calls each column of the source.</summary>
    internal string?[] Headings { get; }

    /// <summary>Whether a row is the one that the map's header means.</summary>
    internal static bool IsHeader(MapHeader header, SourceRow row)
    {
        if (header.Row is { } number) return row.Number == number;
        return header.Holds.All(h => row.Cells.Any(c => c is not null && h.Matches(c)));
    }

    /// <summary>Finds the columns; null when a required one is missing, which is then said.</summary>
    /// <param name="source">The map's source.</param>
    /// <param name="heading">Row of the headings.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="log">Where to say it; null to try in silence.</param>
    internal static SheetColumns? Find(MapSource source, SourceRow heading, SourceRef at, FindingLog? log)
    {
        var positions = new int[source.Columns.Count];
        var headings = new string?[source.Columns.Count];
        var complete = true;
        for (var i = 0; i < positions.Length; i++)
        {
            var column = source.Columns[i];
            var matches = column.Headings.Select(h => Matches(heading, h)).FirstOrDefault(m => m.Count > 0) ?? [];
            positions[i] = matches.Count > 0 ? matches[0] : -1;
            if (matches.Count > 0) headings[i] = CellText.Clean(heading[matches[0]]);
            if (matches.Count > 1) log?.Add("column_ambiguous", at, headings[i], null, column.Name, string.Join("; ", matches.Select(m => CellText.Clean(heading[m]))));
            if (matches.Count > 0 || !column.Required) continue;
            log?.Add("missing_column", at with { Row = 0 }, column.Name, null, column.Name, string.Join(", ", column.Headings.Select(h => h.Pattern)));
            complete = false;
        }

        if (!complete) return null;
        var unused = Enumerable.Range(0, heading.Cells.Length).Except(positions).Select(i => CellText.Clean(heading[i])).Where(h => h is not null).ToList();
        if (unused.Count > 0)
            log?.Add("columns_not_mapped", at, null, null, unused.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), string.Join("; ", unused));
        return new SheetColumns(source, positions, headings);
    }

    /// <summary>The cell as the source writes it; null when blank or one of the words for it.</summary>
    internal string? Raw(SourceRow row, int column)
    {
        var position = _positions[column];
        if (position < 0 || row[position] is not { } cell) return null;
        var missing = _source.Columns[column].Missing;
        return missing.Count > 0 && missing.Contains(CellText.Fold(cell)) ? null : cell;
    }

    internal string? Text(SourceRow row, int column) => CellText.Clean(Raw(row, column));

    /// <summary>Whether a row fits all filters.</summary>
    internal bool Fits(SourceRow row, IReadOnlyList<MapFilter> filters, ImportArguments arguments)
    {
        foreach (var filter in filters)
        {
            var text = Text(row, filter.Column);
            var fits = filter.Kind switch
            {
                FilterKind.In => text is not null && filter.Values.Contains(CellText.Fold(text)),
                FilterKind.NotIn => text is null || !filter.Values.Contains(CellText.Fold(text)),
                FilterKind.EqualsArgument => text is not null && NumberText.Read(text, out var number) == NumberReading.Number && number == arguments.Year,
                FilterKind.Blank => text is null,
                _ => text is not null,
            };
            if (!fits) return false;
        }

        return true;
    }

    private static List<int> Matches(SourceRow heading, Wildcard pattern)
    {
        var matches = new List<int>();
        for (var i = 0; i < heading.Cells.Length; i++)
            if (heading.Cells[i] is { } text && pattern.Matches(text)) matches.Add(i);
        return matches;
    }
}
