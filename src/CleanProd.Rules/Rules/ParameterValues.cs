using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules;

/// <summary>A list parameter: <c>p.GroupI.Contains(m.Pollutant)</c>.</summary>
[Word]
public sealed class TextList(IEnumerable<string> items)
{
    private readonly HashSet<string> _items = new(items, StringComparer.Ordinal);

    /// <summary>Whether the list holds the text, letter for letter. Unknown when the text is missing.</summary>
    [Example("monitoring.Any(m => p.SomeList.Contains(m.Pollutant))")]
    public bool Contains(string text) => text is not null && _items.Contains(text);

    /// <summary>The texts in ordinal order.</summary>
    [NotAWord]
    public IEnumerable<string> Items => _items.Order(StringComparer.Ordinal);
}

/// <summary>A table parameter: numbers by key.</summary>
[Word]
public sealed class ParameterTable(IEnumerable<KeyValuePair<string, decimal>> rows)
{
    private readonly Dictionary<string, decimal> _rows = new(rows, StringComparer.Ordinal);

    /// <summary>The number of a key; none when the table has no such key. Unknown when the key is missing.</summary>
    [NullMeansNone]
    [Example("discharges.Any(d => d.DischargedIn(\"kg\") > p.SomeTable.For(d.Pollutant))")]
    public decimal? For(string key) => key is not null && _rows.TryGetValue(key, out var value) ? value : null;

    /// <summary>Whether the table has the key. Unknown when the key is missing.</summary>
    [Example("discharges.Any(d => p.SomeTable.Has(d.Pollutant))")]
    public bool Has(string key) => key is not null && _rows.ContainsKey(key);

    /// <summary>The rows in ordinal order of key.</summary>
    [NotAWord]
    public IEnumerable<KeyValuePair<string, decimal>> Rows => _rows.OrderBy(r => r.Key, StringComparer.Ordinal);
}
