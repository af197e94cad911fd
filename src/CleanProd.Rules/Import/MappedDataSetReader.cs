using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>Reads files of somebody else through a column map.</summary>
/// <param name="map">The map.</param>
/// <param name="arguments">What it may ask for.</param>
/// <param name="gatherer">Where rows go.</param>
/// <param name="log">Where findings go.</param>
/// <param name="pulse">Told of every row.</param>
/// <param name="single">Whether the data set is one file: then its name need not fit, its headings do.</param>
internal sealed class MappedDataSetReader(
    ColumnMap map, ImportArguments arguments, FactGatherer gatherer, FindingLog log, ImportPulse pulse, bool single) : IDataSetReader
{
    private readonly FlagChecks _flags = new(log);
    private readonly HashSet<(string, string?)> _read = [];

    public bool Wants(SourceFile file) => single || map.Sources.Any(s => NameFits(s, file));

    public void Read(SourceFile file, SourceSheet sheet)
    {
        var named = map.Sources.Any(s => NameFits(s, file));
        var sources = map.Sources
            .Where(s => (!named || NameFits(s, file)) && (sheet.Name is null || s.Sheets.Count == 0 || s.Sheets.Any(p => p.Matches(sheet.Name))))
            .ToList();
        var at = new SourceRef(file.Name, sheet.Name, 0);
        if (sources.Count == 0)
        {
            log.Add("sheet_ignored", at, null, null);
            return;
        }

        // With several candidates the headings decide, and rows are read once for each that fits.
        IEnumerable<SourceRow> rows = sources.Count == 1 ? sheet.Rows : [.. sheet.Rows];
        var tried = sources.Count(s => Read(s, sheet, rows, at, sources.Count == 1 ? log : null));
        if (tried == 0 && sources.Count > 1)
            log.Add("header_not_found", at, null, null, string.Join(" | ", sources.Select(Expected)));
    }

    public void Finish()
    {
        if (_read.Count > 0) return;
        throw new ImportException(
            $"列映射 {map.Id} 在所给文件中没有找到可读取的表。应有的文件：{Files()}；应有的列：{string.Join(" | ", map.Sources.Select(Expected))}。请检查文件与映射是否对应。"
            + $" / The column map {map.Id} found nothing to read. It expects files named {Files()} with the columns above. Check that file and map belong together.");
    }

    public void Check(FactSet facts) => _flags.Compare(facts);

    private bool Read(MapSource source, SourceSheet sheet, IEnumerable<SourceRow> rows, SourceRef at, FindingLog? said)
    {
        using var reading = rows.GetEnumerator();
        while (reading.MoveNext())
        {
            var heading = reading.Current;
            if (!SheetColumns.IsHeader(source.Header, heading)) continue;
            var headingAt = at with { Row = heading.Number };
            if (SheetColumns.Find(source, heading, headingAt, said) is not { } columns) return false;
            if (said is null) SheetColumns.Find(source, heading, headingAt, log);
            _read.Add((sheet.File, sheet.Name));
            new MappedSheetReader(map, source, arguments, sheet, columns, gatherer, log, _flags).Read(Rest(reading), heading.Cells.Length, pulse.Row);
            return true;
        }

        said?.Add("header_not_found", at, null, null, Expected(source));
        return false;
    }

    private static IEnumerable<SourceRow> Rest(IEnumerator<SourceRow> rows)
    {
        while (rows.MoveNext()) yield return rows.Current;
    }

    private string Files() => string.Join(", ", map.Sources.SelectMany(s => s.Files).Select(f => f.Pattern));

    private static string Expected(MapSource source) => string.Join(", ", source.Columns.Where(c => c.Required).Select(c => c.Headings[0].Pattern));

    private static bool NameFits(MapSource source, SourceFile file) => source.Files.Any(p => p.Matches(file.Name) || p.Matches(file.BaseName));
}
