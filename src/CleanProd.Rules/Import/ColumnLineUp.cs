using System.Text.Json;
using System.Text.Json.Nodes;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>Where a field of a table comes from: a column of the file by its heading, or one text for all rows.</summary>
/// <param name="Field">English heading of the field.</param>
/// <param name="Heading">Heading of the column; null for a constant.</param>
/// <param name="Constant">The text for all rows; null for a column.</param>
public sealed record LinedUpField(string Field, string? Heading, string? Constant);

/// <summary>A table that the rows of a sheet give.</summary>
/// <param name="Table">The table.</param>
/// <param name="Fields">Its fields that are filled.</param>
public sealed record LinedUpTable(FactTable Table, IReadOnlyList<LinedUpField> Fields);

/// <summary>
/// Columns of one sheet lined up with fields of the data set by a person who sees both: the simple case of a column map, written as one, so that it is read,
/// checked and kept as any other.
/// </summary>
/// <param name="Name">What people call it.</param>
/// <param name="Sheet">Name of the sheet; null for a text file.</param>
/// <param name="HeaderRow">Row of the headings.</param>
/// <param name="Tables">The tables that its rows give.</param>
public sealed record ColumnLineUp(string Name, string? Sheet, int HeaderRow, IReadOnlyList<LinedUpTable> Tables)
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The heading that a field is most likely to be found under: one that bears its name, else one that holds it; null when there is none.</summary>
    public static string? Suggest(FactColumn field, IReadOnlyList<string> headings)
    {
        ArgumentNullException.ThrowIfNull(field);
        var names = field.Chinese.Prepend(field.Name).Select(CellText.Fold).ToArray();
        return headings.FirstOrDefault(h => names.Contains(CellText.Fold(h))) ?? headings.FirstOrDefault(h => Array.Exists(names, n => n.Length > 1 && CellText.Fold(h).Contains(n, StringComparison.Ordinal)));
    }

    /// <summary>Required fields that nothing fills yet.</summary>
    public IEnumerable<(FactTable Table, FactColumn Field)> Open =>
        Tables.SelectMany(t => t.Table.Columns.Where(c => c.Required && !t.Fields.Any(f => f.Field == c.Name)).Select(c => (t.Table, c)));

    /// <summary>The column map.</summary>
    public string ToJson()
    {
        var headings = Tables.SelectMany(t => t.Fields).Select(f => f.Heading).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        string ColumnOf(string heading) => FormattableString.Invariant($"c{Array.IndexOf(headings, heading) + 1}");
        var source = new JsonObject { ["files"] = new JsonArray("*") };
        if (Sheet is not null) source["sheets"] = new JsonArray(Literal(Sheet));
        source["header"] = new JsonObject { ["row"] = HeaderRow };
        source["columns"] = new JsonObject(headings.Select(h => KeyValuePair.Create(ColumnOf(h), (JsonNode?)Literal(h))));
        source["rows"] = new JsonArray([.. Tables.Select(t => new JsonObject
        {
            ["table"] = t.Table.Name,
            ["fields"] = new JsonObject(t.Fields.Select(f => KeyValuePair.Create(f.Field, (JsonNode?)(f.Heading is { } heading ? new JsonObject { ["column"] = ColumnOf(heading) } : new JsonObject { ["constant"] = f.Constant ?? "" })))),
        })]);
        return new JsonObject
        {
            ["id"] = "line-up", ["title"] = new JsonObject { ["zh"] = Name, ["en"] = Name }, ["licence"] = "own data", ["source"] = Name, ["sources"] = new JsonArray(source),
        }.ToJsonString(Written);
    }

    // Signs that would be wildcards stand for one character of any kind: themselves among others.
    private static string Literal(string text) => text.Replace('*', '?');
}
