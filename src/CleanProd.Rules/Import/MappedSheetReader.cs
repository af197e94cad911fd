using System.IO.Hashing;
using System.Runtime.InteropServices;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>Reads the rows of one sheet through one source of a map.</summary>
internal sealed class MappedSheetReader(
    ColumnMap map, MapSource source, ImportArguments arguments, SourceSheet sheet, SheetColumns columns, FactGatherer gatherer, FindingLog log, FlagChecks flags)
{
    private static readonly string?[] NoSplit = [null];

    private readonly Dictionary<UInt128, int> _seen = [];
    private readonly Dictionary<FactTable, long> _leftOut = [];
    private readonly Dictionary<MapRow, string?[]> _headings = source.Rows.ToDictionary(r => r, r => HeadingsOf(r, columns));
    private long _filtered;

    /// <param name="rows">Rows below the headings.</param>
    /// <param name="width">Number of headings.</param>
    /// <param name="rowRead">Called for every row.</param>
    internal void Read(IEnumerable<SourceRow> rows, int width, Action<string> rowRead)
    {
        foreach (var row in source.Rows) gatherer.Gives(row.Table);
        var sheetRef = new SourceRef(sheet.File, sheet.Name, 0);
        var fractions = new HashSet<MapField>();
        if (source.Rows.Any(r => r.Fields.Any(f => f.FractionToPercent)))
        {
            var all = rows.ToList();
            fractions = FieldReader.Fractions(source, columns, all.Where(r => columns.Fits(r, source.Where, arguments)), sheetRef, log);
            rows = all;
        }

        var fields = new FieldReader(source, columns, arguments, fractions, log);
        foreach (var row in rows)
        {
            rowRead(sheet.File);
            log.Counts(sheet.File).Read++;
            if (sheet.CellsMayNotExceedHeadings && row.Cells.Length > width && row.Cells.AsSpan(width).ContainsAnyExcept((string?)null))
                log.Add("too_many_cells", At(row), null, null, Plain(row.Cells.Length), Plain(width));
            else ReadRow(row, fields);
        }

        if (_filtered > 0) log.Add("rows_left_out", sheetRef, null, null, Plain(_filtered), string.Join(", ", source.Rows.Select(r => r.Table.Name).Distinct()));
        foreach (var (table, count) in _leftOut.OrderBy(t => t.Key.Name, StringComparer.Ordinal))
            log.Add("rows_left_out", sheetRef, null, null, Plain(count), table.Name);
    }

    private void ReadRow(SourceRow row, FieldReader fields)
    {
        var at = At(row);
        if (!columns.Fits(row, source.Where, arguments))
        {
            _filtered++;
            log.Counts(sheet.File).LeftOut++;
            return;
        }

        if (!source.RowsAreSubjects && !_seen.TryAdd(Hash(row), row.Number))
        {
            log.Duplicate(at, at with { Row = _seen[Hash(row)] });
            return;
        }

        string? facility = null;
        var fitted = new HashSet<FactTable>();
        foreach (var target in source.Rows)
        {
            if (!columns.Fits(row, target.Where, arguments)) continue;
            fitted.Add(target.Table);
            IEnumerable<string?> items = target.SplitColumn is { } split
                ? ItemList.Split(columns.Text(row, split) ?? "", target.SplitAt).Cast<string?>()
                : NoSplit;
            foreach (var item in items) facility = Give(target, row, item, at, fields) ?? facility;
        }

        foreach (var table in source.Rows.Select(r => r.Table).Distinct())
            if (!fitted.Contains(table)) _leftOut[table] = _leftOut.GetValueOrDefault(table) + 1;
        if (fitted.Count == 0) log.Counts(sheet.File).LeftOut++;
        foreach (var check in source.Checks) Check(check, row, at, facility);
    }

    // The identity of the facility as the row gives it, for the checks.
    private string? Give(MapRow target, SourceRow row, string? item, SourceRef at, FieldReader fields)
    {
        var cells = new string?[target.Table.Columns.Count];
        var readable = true;
        foreach (var field in target.Fields)
        {
            readable &= fields.Read(field, row, item, at, out var text);
            cells[field.Ordinal] = text;
        }

        var fact = new FactRow(target.Table, cells, _headings[target], at, map.Manner);
        if (readable) gatherer.Add(fact);
        else gatherer.Refuse(fact);
        return CellText.Clean(cells[target.Table.Ordinal("facility_id")]);
    }

    private void Check(MapCheck check, SourceRow row, SourceRef at, string? facility)
    {
        var heading = columns.Headings[check.Column];
        var raw = columns.Raw(row, check.Column);
        if (check.Kind == CheckKind.CreditCode) CreditCodes.Read(raw, log, at, heading);
        else if (check.Kind == CheckKind.NotBlank && CellText.Clean(raw) is null) log.Add("blank", at, heading, raw, heading ?? "");
        else if (check.Kind == CheckKind.Reconcile && CellText.Clean(raw) is { } flag && facility is not null)
            flags.Saw(new Flag(check, facility, flag, !check.No.Contains(CellText.Fold(flag)), at, heading));
    }

    private static string?[] HeadingsOf(MapRow row, SheetColumns columns)
    {
        var headings = new string?[row.Table.Columns.Count];
        foreach (var field in row.Fields)
        {
            var column = field.Column >= 0 ? field.Column : field.Template.FirstOrDefault(p => p.Column >= 0)?.Column ?? row.SplitColumn ?? -1;
            if (column >= 0) headings[field.Ordinal] = columns.Headings[column];
        }

        return headings;
    }

    private SourceRef At(SourceRow row) => new(sheet.File, sheet.Name, row.Number);

    private static UInt128 Hash(SourceRow row) =>
        XxHash128.HashToUInt128(MemoryMarshal.AsBytes(string.Join('\u001f', row.Cells).TrimEnd('\u001f').AsSpan()));

    private static string Plain(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
