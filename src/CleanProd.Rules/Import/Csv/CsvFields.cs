using System.Text;

namespace CleanProd.Rules.Import.Csv;

/// <summary>The fields of a record whose quotes are known to be closed properly.</summary>
internal static class CsvFields
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>The fields as cells: null where blank.</summary>
    internal static string?[] Split(string record, char separator)
    {
        var cells = new List<string?>();
        for (var start = 0; start <= record.Length;)
        {
            var quoted = start < record.Length && record[start] == '"';
            var end = quoted ? ClosingQuote(record, start) + 1 : record.IndexOf(separator, start);
            if (end < 0) end = record.Length;
            cells.Add(Cell(quoted ? record[(start + 1)..(end - 1)].Replace("\"\"", "\"", StringComparison.Ordinal) : record[start..end]));
            start = end + 1;
        }

        return [.. cells];
    }

    /// <summary>The separator of a heading line: the one of <c>, ; tab |</c> that it holds most often outside quotes.</summary>
    internal static char SeparatorOf(string heading)
    {
        var quoted = false;
        var outside = new StringBuilder();
        foreach (var c in heading)
        {
            if (c == '"') quoted = !quoted;
            else if (!quoted) outside.Append(c);
        }

        var bare = outside.ToString();
        return Separators.MaxBy(s => bare.Count(c => c == s));
    }

    private static int ClosingQuote(string record, int open)
    {
        for (var i = open + 1; ; i++)
        {
            if (record[i] != '"') continue;
            if (i + 1 == record.Length || record[i + 1] != '"') return i;
            i++;
        }
    }

    // What holds invisible characters alone is no blank: somebody meant something.
    private static string? Cell(string cell) => CellText.Clean(cell) is null && cell.All(char.IsWhiteSpace) ? null : cell;
}
