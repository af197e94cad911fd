using System.Text.RegularExpressions;
using CleanProd.Rules.Facts;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Import;

/// <summary>Turns JSON that fits the schema into a map, and checks what a schema cannot: that names mean something.</summary>
internal sealed class ColumnMapParser(string fileName)
{
    private static readonly string[] Origins = ["unknown", "item", "template", "argument", "constant", "column"];

    private HashSet<string> _missing = [];
    private List<MapColumn> _columns = [];

    internal ColumnMap Map(JObject root)
    {
        _missing = Folded(root["missing"]);
        return new ColumnMap
        {
            Id = (string)root["id"]!,
            Title = (string)root["title"]!["zh"]!,
            TitleEn = (string)root["title"]!["en"]!,
            Licence = (string)root["licence"]!,
            Source = (string)root["source"]!,
            Notes = [.. Texts(root["notes"])],
            Manner = new RowManner(true, AsWritten(root, "pollutants"), AsWritten(root, "regions"), AsWritten(root, "industries")),
            Sources = [.. root["sources"]!.Cast<JObject>().Select(Source)],
        };
    }

    private MapSource Source(JObject json)
    {
        _columns = [.. ((JObject)json["columns"]!).Properties().Select(Column)];
        return new MapSource(Wildcards(json["files"]), Wildcards(json["sheets"]), new MapHeader((int?)json["header"]?["row"], Wildcards(json["header"]?["holds"])))
        {
            Columns = _columns,
            Where = Filters(json["where"]),
            Checks = [.. (json["checks"] ?? new JArray()).Cast<JObject>().Select(Check)],
            Rows = [.. json["rows"]!.Cast<JObject>().Select(Row)],
            RowsAreSubjects = json["rows"]!.SelectTokens("$..template").Any(t => ((string)t!).Contains("{@row}", StringComparison.Ordinal)),
        };
    }

    private MapColumn Column(JProperty json)
    {
        var value = json.Value;
        var headings = value is JObject ? value["headings"]! : value;
        return new MapColumn(
            json.Name, headings is JArray ? Wildcards(headings) : [new Wildcard((string)headings!)], value is not JObject || ((bool?)value["required"] ?? true),
            value is JObject && value["missing"] is { } missing ? Folded(missing) : _missing,
            value is JObject ? ((string?)value["thousands"])?[0] : null, value is JObject ? ((string?)value["decimal"])?[0] : null);
    }

    private IReadOnlyList<MapFilter> Filters(JToken? json) => [.. (json ?? new JArray()).Cast<JObject>().Select(Filter)];

    private MapFilter Filter(JObject json)
    {
        var column = ColumnAt(json["column"]!);
        if (json["in"] is { } some) return new(column, FilterKind.In, Folded(some));
        if (json["not_in"] is { } none) return new(column, FilterKind.NotIn, Folded(none));
        if (json["equals"] is { } one) return new(column, FilterKind.In, [CellText.Fold((string)one!)]);
        if (json["equals_argument"] is not null) return new(column, FilterKind.EqualsArgument, []);
        return new(column, (bool?)json["blank"] == true ? FilterKind.Blank : FilterKind.NotBlank, []);
    }

    private MapCheck Check(JObject json)
    {
        var column = ColumnAt(json["column"]!);
        if (json["credit_code"] is not null) return new(column, CheckKind.CreditCode);
        if (json["reconcile"] is not { } reconcile) return new(column, CheckKind.NotBlank);
        var (table, field) = ((string)reconcile["table"]!, (string)reconcile["field"]!);
        if (FactTables.Find(table)!.Ordinal(field) < 0) throw Fault(reconcile["field"]!, $"table '{table}' has no column '{field}'");
        return new(column, CheckKind.Reconcile) { Table = table, Field = field, Above = (decimal)reconcile["above"]!, No = Folded(reconcile["no"]) };
    }

    private MapRow Row(JObject json)
    {
        var table = FactTables.Find((string)json["table"]!)!;
        var split = json["split"];
        var fields = ((JObject)json["fields"]!).Properties().Select(p => Field(table, p, split is not null)).ToList();
        foreach (var column in table.Columns.Where(c => c.Required && fields.TrueForAll(f => table.Columns[f.Ordinal] != c)))
            throw Fault(json["fields"]!, $"the required field '{column.Name}' of table '{table.Name}' is not filled");
        return new MapRow(table, Filters(json["where"]), split is null ? null : ColumnAt(split["column"]!), (string?)split?["at"] ?? "", fields);
    }

    private MapField Field(FactTable table, JProperty property, bool split)
    {
        var json = (JObject)property.Value;
        var ordinal = table.Ordinal(property.Name);
        if (ordinal < 0)
            throw Fault(property, $"table '{table.Name}' has no column '{property.Name}'; it has {string.Join(", ", table.Columns.Select(c => c.Name))}");
        var origins = Origins.Where(json.ContainsKey).ToList();
        // A column beside "unknown" only says which cell the warning shows.
        if (origins.Count != 1 && origins is not ["unknown", "column"])
            throw Fault(property, "a field has exactly one of column, constant, argument, template, item, unknown");
        if (origins[0] == "item" && !split) throw Fault(property, "item needs split");
        return new MapField(ordinal, Enum.Parse<FieldOrigin>(origins[0], ignoreCase: true))
        {
            Column = json["column"] is { } column ? ColumnAt(column) : -1,
            Constant = (string?)json["constant"] ?? "",
            Template = json["template"] is { } template ? Template(template) : [],
            Reason = ((string?)json["unknown"]?["zh"] ?? "", (string?)json["unknown"]?["en"] ?? ""),
            Extract = json["extract"] is { } extract ? Pattern(extract) : null,
            Translate = ((JObject?)json["translate"])?.Properties().DistinctBy(p => CellText.Fold(p.Name)).ToDictionary(p => CellText.Fold(p.Name), p => (string)p.Value!, StringComparer.Ordinal),
            Otherwise = (string?)json["otherwise"] ?? "refuse",
            DateFormats = [.. json["date_format"] is JArray formats ? Texts(formats) : json["date_format"] is { } format ? [(string)format!] : Array.Empty<string>()],
            ZeroIsMissing = json.ContainsKey("zero_is_missing"),
            FractionToPercent = json.ContainsKey("fraction_to_percent"),
            Upper = json.ContainsKey("upper"),
        };
    }

    private List<TemplatePart> Template(JToken json)
    {
        var parts = new List<TemplatePart>();
        foreach (var piece in Regex.Split((string)json!, @"(\{[^{}]*\})", RegexOptions.NonBacktracking).Where(p => p.Length > 0))
        {
            if (piece is not ['{', .. var name, '}']) parts.Add(new(piece, -1, false));
            else if (name is "@file" or "@sheet" or "@row") parts.Add(new(name, TemplatePart.AboutRow, false));
            else parts.Add(new("", ColumnAt(json, name.TrimEnd('?')), name.EndsWith('?')));
        }

        return parts;
    }

    private Regex Pattern(JToken json)
    {
        try
        {
            // Not backtracking: a pattern from a file cannot hang the import.
            return new Regex((string)json!, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw Fault(json, $"extract is not a regular expression that can be used: {e.Message}");
        }
    }

    private int ColumnAt(JToken json, string? name = null)
    {
        name ??= (string)json!;
        var at = _columns.FindIndex(c => c.Name == name);
        return at >= 0 ? at : throw Fault(json, $"there is no column '{name}' in \"columns\"; there are {string.Join(", ", _columns.Select(c => c.Name))}");
    }

    private ColumnMapException Fault(JToken at, string what)
    {
        var line = (IJsonLineInfo)at;
        return new ColumnMapException($"{fileName}({line.LineNumber},{line.LinePosition}): {what}. See docs/column-maps.md.");
    }

    private static bool AsWritten(JObject root, string what) => (string?)root[what] == "as-written";

    private static IReadOnlyList<Wildcard> Wildcards(JToken? json) => [.. Texts(json).Select(t => new Wildcard(t))];

    private static IEnumerable<string> Texts(JToken? json) => json is null ? [] : json.Select(t => (string)t!);

    private static HashSet<string> Folded(JToken? json) => Texts(json).Select(CellText.Fold).ToHashSet(StringComparer.Ordinal);
}
