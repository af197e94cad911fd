using System.Text;

namespace CleanProd.Rules.Samples;

/// <summary>Rows as CSV text (RFC 4180 quoting).</summary>
internal static class CsvText
{
    public static byte[] Bytes(IEnumerable<string[]> rows, Encoding encoding, string lineEnd = "\n")
    {
        var text = new StringBuilder();
        foreach (var row in rows) text.AppendJoin(',', row.Select(Cell)).Append(lineEnd);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
    }

    private static string Cell(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
