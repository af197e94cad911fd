using System.Globalization;

namespace CleanProd.Rules.Facts;

/// <summary>One CSV file of the reference data with exactly the headings that its reader knows, in any order.</summary>
internal static class ReferenceTable
{
    /// <summary>The rows of a file.</summary>
    /// <exception cref="ReferenceDataException">Not UTF-8, not CSV, a heading missing or unknown, or a row of another length.</exception>
    internal static List<ReferenceRow> Read(string file, byte[] bytes, params string[] columns)
    {
        var lines = ReferenceCsv.Read(file, bytes);
        if (lines.Count == 0) throw new ReferenceDataException(file, 0, "", "an empty file", $"the headings {string.Join(", ", columns)}");
        var index = Headings(file, lines[0], columns);
        var rows = new List<ReferenceRow>(lines.Count - 1);
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].Length != lines[0].Length)
                throw new ReferenceDataException(file, i + 1, "", $"{lines[i].Length} cells", $"{lines[0].Length} cells as in the heading");
            rows.Add(new ReferenceRow(file, i + 1, index, lines[i]));
        }

        return rows;
    }

    private static Dictionary<string, int> Headings(string file, string[] found, string[] wanted)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < found.Length; i++)
        {
            if (Array.IndexOf(wanted, found[i]) < 0)
                throw new ReferenceDataException(file, 1, found[i], found[i], $"one of the headings {string.Join(", ", wanted)}");
            if (!index.TryAdd(found[i], i)) throw new ReferenceDataException(file, 1, found[i], found[i], "each heading once");
        }

        foreach (var column in wanted)
            if (!index.ContainsKey(column)) throw new ReferenceDataException(file, 1, column, string.Join(",", found), $"the heading {column}");
        return index;
    }
}

/// <summary>One row of a reference file; every reading of a cell says what is wrong and where.</summary>
internal sealed class ReferenceRow(string file, int row, Dictionary<string, int> columns, string[] cells)
{
    /// <summary>Number of the row as an editor shows it.</summary>
    internal int Line => row;

    /// <summary>The cell, possibly empty.</summary>
    internal string Text(string column) => cells[columns[column]];

    /// <summary>The cell, null when empty.</summary>
    internal string? Optional(string column) => Text(column) is { Length: > 0 } text ? text : null;

    /// <summary>The cell, which must not be empty.</summary>
    internal string Required(string column) => Optional(column) ?? throw Fault(column, "a value");

    /// <summary>Values separated by bars.</summary>
    internal string[] List(string column) => Text(column).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A day.</summary>
    internal DateOnly Date(string column) => OptionalDate(column) ?? throw Fault(column, "a date such as 2016-07-01");

    /// <summary>A day, null when empty.</summary>
    internal DateOnly? OptionalDate(string column)
    {
        if (Optional(column) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : throw Fault(column, "a date such as 2016-07-01");
    }

    /// <summary>A day that does not lie before the day of another column; null when empty.</summary>
    internal DateOnly? EndDate(string column, DateOnly from) =>
        OptionalDate(column) is not { } day ? null : day >= from ? day : throw Fault(column, "a day not before the first");

    /// <summary>A number in plain notation.</summary>
    internal decimal Number(string column) =>
        decimal.TryParse(Text(column), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : throw Fault(column, "a number such as 0.05");

    /// <summary>One of some words.</summary>
    internal string Word(string column, params string[] words) =>
        Array.IndexOf(words, Text(column)) >= 0 ? Text(column) : throw Fault(column, string.Join(" or ", words.Select(w => w.Length == 0 ? "nothing" : w)));

    /// <summary>Refuses a second row of one key.</summary>
    internal void Once<TKey>(HashSet<TKey> seen, TKey key, string column)
    {
        if (!seen.Add(key)) throw Fault(column, "each key once");
    }

    /// <summary>The fault of a cell.</summary>
    internal ReferenceDataException Fault(string column, string expected) => new(file, row, column, Text(column), expected);
}
