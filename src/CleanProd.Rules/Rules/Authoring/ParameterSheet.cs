using System.Globalization;
using CleanProd.Rules.Facts;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Rules.Authoring;

/// <summary>
/// The parameters of a pack as one table and back without loss: a row for a number, for each text of a list and for each key of a table, with its days,
/// unit, citation and basis.
/// </summary>
public static class ParameterSheet
{
    private static readonly string[] Headings = ["id", "kind", "unit", "title_zh", "title_en", "from", "to", "key", "value", "citation", "basis", "note"];

    /// <summary>The table as CSV.</summary>
    /// <param name="json">The pack.</param>
    /// <param name="fileName">How errors name the file.</param>
    /// <exception cref="PackException">The pack is refused, or holds a text that a table cannot keep.</exception>
    public static byte[] Write(string json, string fileName)
    {
        PackReader.Read(json, fileName);
        var rows = new List<string[]> { Headings };
        foreach (var parameter in PackJson.Load(json)["parameters"] ?? new JArray())
            foreach (var value in parameter["values"]!)
                foreach (var (key, cell) in Cells(value["value"]!))
                    rows.Add([Text(parameter["id"]), Text(parameter["kind"]), Text(parameter["unit"]), Text(parameter["title"]!["zh"]), Text(parameter["title"]!["en"]), Text(value["from"]), Text(value["to"]), key, cell, Text(value["citation"]), Text(value["basis"]), Text(value["note"])]);
        if (rows.SelectMany(r => r).FirstOrDefault(c => c.Trim() != c) is { } spaced)
            throw new PackException(new PackError(fileName, new(1, 1), "spaces", $"The text '{spaced}' begins or ends with a space, which a table does not keep; take the space off."));
        return ReferenceCsv.Write(rows);
    }

    /// <summary>The pack with the parameters of a table in place of its own.</summary>
    /// <param name="json">The pack.</param>
    /// <param name="fileName">How errors name the pack.</param>
    /// <param name="table">The table as CSV.</param>
    /// <param name="tableName">How errors name the table.</param>
    /// <exception cref="PackException">The pack, or the table, is refused; errors of the table have the row as line and the column of the cell.</exception>
    /// <exception cref="ReferenceDataException">The table is no CSV.</exception>
    public static string Read(string json, string fileName, byte[] table, string tableName)
    {
        PackReader.Read(json, fileName);
        var lines = ReferenceCsv.Read(tableName, table);
        if (lines.Count == 0) throw new PackException(new PackError(tableName, new(1, 1), "headings", $"The table is empty; its first row is {string.Join(", ", Headings)}."));
        var columns = lines[0];
        var errors = columns.Select((c, i) => (c, i)).Where(c => !Headings.Contains(c.c, StringComparer.Ordinal))
            .Select(c => new PackError(tableName, new(1, c.i + 1), "headings", $"The column '{c.c}' is unknown.{Nearest.Asked(c.c, Headings)}")).ToList();
        errors.AddRange(Headings.Except(columns, StringComparer.Ordinal).Where(h => h != "note").Select(h => new PackError(tableName, new(1, 1), "headings", $"The column '{h}' is missing.")));
        if (errors.Count > 0) throw new PackException(errors);
        var root = PackJson.Load(json);
        var parameters = new JArray();
        foreach (var (line, cells) in lines.Skip(1).Select((l, i) => (i + 2, l)).Where(l => l.l.Any(c => c.Length > 0)))
            new Row(tableName, line, columns, cells).PutInto(parameters, errors);
        if (errors.Count > 0) throw new PackException(errors);
        root["parameters"] = parameters;
        return PackEdit.Finished(root, fileName);
    }

    private static IEnumerable<(string Key, string Cell)> Cells(JToken value) => value switch
    {
        JArray list => list.Select(i => ("", Text(i))),
        JObject table => table.Properties().Select(p => (p.Name, Text(p.Value))),
        _ => [("", Text(value))],
    };

    private static string Text(JToken? token) => token is JValue { Value: { } value } ? Convert.ToString(value, CultureInfo.InvariantCulture)! : "";

    private sealed class Row(string table, int line, string[] columns, string[] cells)
    {
        private string this[string column] => Array.IndexOf(columns, column) is >= 0 and var i && i < cells.Length ? cells[i] : "";

        internal void PutInto(JArray parameters, List<PackError> errors)
        {
            var parameter = parameters.OfType<JObject>().FirstOrDefault(p => (string?)p["id"] == this["id"]);
            if (parameter is null)
            {
                parameter = new JObject { ["id"] = this["id"], ["kind"] = this["kind"] };
                if (this["unit"].Length > 0) parameter["unit"] = this["unit"];
                parameter["title"] = new JObject { ["zh"] = this["title_zh"], ["en"] = this["title_en"] };
                parameter["values"] = new JArray();
                parameters.Add(parameter);
            }

            foreach (var (column, said) in new[] { ("kind", (string?)parameter["kind"]), ("unit", (string?)parameter["unit"] ?? ""), ("title_zh", (string?)parameter["title"]!["zh"]), ("title_en", (string?)parameter["title"]!["en"]) })
                if (this[column] != said) Add(errors, column, $"'{this["id"]}' has the {column} '{said}' above and '{this[column]}' here; one parameter has one.");
            var values = (JArray)parameter["values"]!;
            JToken to = this["to"].Length > 0 ? this["to"] : JValue.CreateNull();
            var value = values.OfType<JObject>().FirstOrDefault(v => (string?)v["from"] == this["from"]);
            if (value is null)
            {
                value = new JObject { ["from"] = this["from"], ["to"] = to, ["value"] = null, ["citation"] = this["citation"], ["basis"] = this["basis"] };
                if (this["note"].Length > 0) value["note"] = this["note"];
                values.Add(value);
            }
            else if (this["kind"] == "number") Add(errors, "from", $"'{this["id"]}' has two values from {this["from"]}.");
            else
            {
                foreach (var column in (string[])["to", "citation", "basis", "note"])
                    if (this[column] != ((string?)value[column] ?? "")) Add(errors, column, $"The value of '{this["id"]}' from {this["from"]} has another {column} above.");
            }

            Put(value, errors);
        }

        private void Put(JObject value, List<PackError> errors)
        {
            switch (this["kind"])
            {
                case "list":
                    if (value["value"] is not JArray list) value["value"] = list = [];
                    list.Add(this["value"]);
                    break;
                case "table":
                    if (value["value"] is not JObject rows) value["value"] = rows = [];
                    if (rows.ContainsKey(this["key"])) Add(errors, "key", $"The key '{this["key"]}' occurs twice.");
                    else rows[this["key"]] = Number(errors);
                    break;
                case "number":
                    value["value"] = Number(errors);
                    break;
                default:
                    Add(errors, "kind", $"'{this["kind"]}' is no kind of parameter; write number, list or table.");
                    break;
            }
        }

        private JToken? Number(List<PackError> errors)
        {
            // A fraction keeps its digits, a whole number stays one.
            if (long.TryParse(this["value"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return whole;
            if (decimal.TryParse(this["value"], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
            Add(errors, "value", $"'{this["value"]}' is no number; write it as 0.66, without signs of thousands.");
            return null;
        }

        private void Add(List<PackError> errors, string column, string message) => errors.Add(new(table, new(line, Array.IndexOf(columns, column) + 1), "row", message));
    }
}
