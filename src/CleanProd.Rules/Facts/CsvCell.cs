namespace CleanProd.Rules.Facts;

/// <summary>A cell of a CSV file that people will open in a spreadsheet.</summary>
public static class CsvCell
{
    /// <summary>
    /// The cell's text: quoted where commas, quotes, line breaks or outer spaces ask for it; one that a spreadsheet would run as a formula
    /// gets a leading apostrophe.
    /// </summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        // Full-width signs are signs of a formula to a spreadsheet that speaks Chinese or Japanese.
        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") || safe[0] is ' ' || safe[^1] is ' ' ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    /// <summary>A line of cells, ended by LF.</summary>
    public static string Line(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Of)) + "\n";
}
