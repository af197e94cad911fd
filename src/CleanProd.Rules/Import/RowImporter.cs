using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>One row of a table, its cells by English heading. An absent cell is blank.</summary>
/// <param name="Table">English name of the table.</param>
/// <param name="Cells">Cells by English heading.</param>
/// <param name="Source">Where it stands.</param>
internal sealed record TableRow(string Table, IReadOnlyDictionary<string, string> Cells, SourceRef Source);

/// <summary>Imports rows that are already in the tables of the data set: the cases inside rule packs, rows from a page.</summary>
internal static class RowImporter
{
    /// <summary>The facts and findings of the rows; their order does not matter.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="reference">Codes to resolve with.</param>
    /// <param name="year">The year that a row without <c>year</c> is about.</param>
    /// <exception cref="ImportException">A row names a table or column that does not exist.</exception>
    public static (FactSet Facts, IReadOnlyList<Finding> Findings) Import(IEnumerable<TableRow> rows, ReferenceData reference, int year)
    {
        var log = new FindingLog();
        var gatherer = new FactGatherer(reference, log);
        foreach (var row in rows) gatherer.Add(ToFactRow(row, year));
        var facts = gatherer.Settle();
        TotalChecks.Compare(facts, reference, log);
        return (facts, log.Sorted());
    }

    private static FactRow ToFactRow(TableRow row, int year)
    {
        var table = FactTables.Find(row.Table)
            ?? throw new ImportException($"{row.Source}: there is no table '{row.Table}'. Use one of: {string.Join(", ", FactTables.All.Select(t => t.Name))}.");
        var cells = new string?[table.Columns.Count];
        foreach (var (heading, text) in row.Cells)
        {
            var ordinal = table.Ordinal(heading);
            if (ordinal < 0)
                throw new ImportException($"{row.Source}: table '{table.Name}' has no column '{heading}'. Use: {string.Join(", ", table.Columns.Select(c => c.Name))}.");
            cells[ordinal] = text;
        }

        if (table.Ordinal("year") is >= 0 and var yearly && string.IsNullOrWhiteSpace(cells[yearly]))
            cells[yearly] = year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new FactRow(table, cells, new string?[table.Columns.Count], row.Source, RowManner.Plain);
    }
}
