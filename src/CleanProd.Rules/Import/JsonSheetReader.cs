using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CleanProd.Rules.Import;

/// <summary>
/// Reads a JSON file as one sheet: an array of objects, one for each row, whose members are named like the columns. Numbers are taken digit by
/// digit as they are written, so that no value goes through binary floating point. Row 1 is the first object.
/// </summary>
public static class JsonSheetReader
{
    /// <summary>The longest JSON file, in bytes: one is read whole. Longer data comes as CSV.</summary>
    public const long MostBytes = 32L << 20;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Counts the rows of a file, having read all of it.</summary>
    /// <exception cref="ImportException">It is no array of flat objects, with the row and member where it is not.</exception>
    public static int Count(SourceFile file) => Read(file, TextEncoding.Detect(file)).Rows.Count(r => r.Number > 0);

    internal static SourceSheet Read(SourceFile file, Encoding encoding)
    {
        using var document = Parse(file, encoding);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            throw new ImportException($"{file.Name}：JSON 应为数组，每行数据一个对象。 / The JSON must be an array with one object for each row.");
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<List<(int Column, string? Cell)>>();
        foreach (var row in document.RootElement.EnumerateArray()) rows.Add(Cells(file, row, rows.Count + 1, columns));
        var heading = new SourceRow(0, [.. columns.Keys]);
        return new(file.Name, null, [heading, .. rows.Select((cells, i) => Row(cells, i + 1, columns.Count))], CellsMayNotExceedHeadings: false);
    }

    private static JsonDocument Parse(SourceFile file, Encoding encoding)
    {
        using var bytes = file.Open();
        if (bytes.Length > MostBytes)
            throw new ImportException($"{file.Name}：JSON 文件超过 {MostBytes >> 20} MB，请改用 CSV。 / A JSON file this large should come as CSV.");
        using var text = new StreamReader(bytes, encoding, detectEncodingFromByteOrderMarks: true);
        try
        {
            return JsonDocument.Parse(text.ReadToEnd(), Strict);
        }
        catch (JsonException e)
        {
            throw new ImportException($"{file.Name}：JSON 格式错误：{e.Message} / The JSON is malformed.", e);
        }
    }

    private static List<(int Column, string? Cell)> Cells(SourceFile file, JsonElement row, int number, Dictionary<string, int> columns)
    {
        if (row.ValueKind != JsonValueKind.Object) throw Wrong(file, number, "", "应为对象", "must be an object");
        var cells = new List<(int, string?)>();
        foreach (var member in row.EnumerateObject())
        {
            if (!columns.TryGetValue(member.Name, out var column)) columns.Add(member.Name, column = columns.Count);
            cells.Add((column, member.Value.ValueKind switch
            {
                JsonValueKind.String => Text(member.Value.GetString()),
                JsonValueKind.Number => member.Value.GetRawText(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                JsonValueKind.Null => null,
                _ => throw Wrong(file, number, $" {member.Name}", "应为字符串、数字、true、false 或 null", "must be a string, a number, true, false or null"),
            }));
        }

        return cells;
    }

    private static SourceRow Row(List<(int Column, string? Cell)> cells, int number, int width)
    {
        var row = new string?[width];
        foreach (var (column, cell) in cells) row[column] = cell;
        return new(number, row);
    }

    private static string? Text(string? text) => CellText.Clean(text) is null ? null : text;

    private static ImportException Wrong(SourceFile file, int row, string member, string zh, string en) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{file.Name}：第 {row} 行{member} {zh}。 / Row {row}{member} {en}."));
}
