using System.Globalization;
using System.Text;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>Reads the fields of a map for the rows of one sheet.</summary>
/// <param name="source">The map's source.</param>
/// <param name="columns">Its columns in this sheet.</param>
/// <param name="arguments">What the map may ask for.</param>
/// <param name="fractions">Fields that hold fractions on this sheet.</param>
/// <param name="log">Where findings go.</param>
internal sealed class FieldReader(MapSource source, SheetColumns columns, ImportArguments arguments, HashSet<MapField> fractions, FindingLog log)
{
    /// <summary>The field's text; false when it cannot be read and the row has to be refused.</summary>
    internal bool Read(MapField field, SourceRow row, string? item, SourceRef at, out string? text)
    {
        text = field.Origin switch
        {
            FieldOrigin.Constant => field.Constant,
            FieldOrigin.Argument => arguments.Year.ToString(CultureInfo.InvariantCulture),
            FieldOrigin.Template => Template(field, row, at),
            FieldOrigin.Item => item,
            FieldOrigin.Unknown => Unknown(field, row, at),
            _ => Cell(field.Column, row),
        };
        if (text is null) return true;
        if (field.Extract is not null) text = Extract(field, CellText.Clean(text), at);
        if (text is not null && field.Translate is not null && !Translate(field, ref text, at)) return false;
        if (CellText.Clean(text) is { } day && field.DateFormats.Count > 0)
        {
            text = DateText.FromFormat(day, field.DateFormats);
            if (text is null)
            {
                log.Add("not_a_date", at, Heading(field), day, day, string.Join(", ", field.DateFormats));
                return false;
            }
        }

        if (text is not null && (field.ZeroIsMissing || fractions.Contains(field))) text = Number(field, text, at);
        if (field.Upper) text = text?.ToUpperInvariant();
        return true;
    }

    /// <summary>The fields of a source that are fractions in these rows: decided by the largest number, once for the whole sheet.</summary>
    internal static HashSet<MapField> Fractions(MapSource source, SheetColumns columns, IEnumerable<SourceRow> rows, SourceRef sheet, FindingLog log)
    {
        var fields = source.Rows.SelectMany(r => r.Fields).Where(f => f.FractionToPercent && f.Column >= 0).ToList();
        var largest = new Dictionary<MapField, decimal>();
        foreach (var row in rows)
            foreach (var field in fields)
                if (columns.Text(row, field.Column) is { } text && NumberText.Read(text, out var number) == NumberReading.Number)
                    largest[field] = Math.Max(number, largest.GetValueOrDefault(field, number));
        var fractions = fields.Where(f => largest.TryGetValue(f, out var most) && most <= 1m).ToHashSet();
        foreach (var field in fractions)
            log.Add("fraction_to_percent", sheet, columns.Headings[field.Column], null, PlainNumber.Text(largest[field]));
        return fractions;
    }

    private string? Cell(int column, SourceRow row)
    {
        var (thousands, point) = (source.Columns[column].Thousands, source.Columns[column].Decimal);
        var text = columns.Raw(row, column);
        if (text is null || (thousands is null && point is null)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
            if (c != thousands) plain.Append(c == point ? '.' : c);
        return plain.ToString();
    }

    private string? Template(MapField field, SourceRow row, SourceRef at)
    {
        var text = new StringBuilder();
        foreach (var part in field.Template)
        {
            if (part.Column == TemplatePart.AboutRow)
                text.Append(part.Text switch { "@file" => at.File, "@sheet" => at.Sheet, _ => at.Row.ToString(CultureInfo.InvariantCulture) });
            else if (part.Column < 0) text.Append(part.Text);
            else if (CellText.Clean(Cell(part.Column, row)) is { } cell) text.Append(cell);
            else if (!part.MayBeBlank) return null;
        }

        return text.ToString();
    }

    private string? Unknown(MapField field, SourceRow row, SourceRef at)
    {
        log.Add("value_unknown", at, Heading(field), field.Column < 0 ? null : columns.Raw(row, field.Column), field.Reason.Zh, field.Reason.En);
        return null;
    }

    private string? Extract(MapField field, string? text, SourceRef at)
    {
        if (text is null) return null;
        var match = field.Extract!.Match(text);
        if (match.Success) return match.Groups.Count > 1 ? match.Groups[1].Value : match.Value;
        log.Add("no_match", at, Heading(field), text, text, field.Extract.ToString());
        return null;
    }

    private bool Translate(MapField field, ref string? text, SourceRef at)
    {
        if (CellText.Clean(text) is not { } clean) return true;
        if (field.Translate!.TryGetValue(CellText.Fold(clean), out var translated)) text = translated.Length == 0 ? null : translated;
        else if (field.Otherwise == "blank") text = null;
        else if (field.Otherwise == "refuse")
        {
            log.Add("not_translated", at, Heading(field), clean, clean);
            return false;
        }

        return true;
    }

    private string? Number(MapField field, string text, SourceRef at)
    {
        if (CellText.Clean(text) is not { } clean || NumberText.Read(clean, out var number) != NumberReading.Number) return text;
        if (field.ZeroIsMissing && number == 0m)
        {
            log.Add("zero_missing", at, Heading(field), text, Heading(field) ?? "");
            return null;
        }

        return fractions.Contains(field) ? PlainNumber.Text(number * 100m) : text;
    }

    private string? Heading(MapField field) => field.Column < 0 ? null : columns.Headings[field.Column];
}
