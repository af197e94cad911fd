using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Rules;

/// <summary>Line and column of the parts of a JSON text.</summary>
internal sealed class JsonPlace(string json)
{
    private readonly Lazy<(int[] LineStarts, List<(int Start, int End)> Texts)> _found = new(() => Scan(json));

    /// <summary>Where a token stands; for a text, its first character inside the quotes.</summary>
    internal TextPosition Of(JToken token)
    {
        var info = (IJsonLineInfo)token;
        var (line, column) = (Math.Max(1, info.LineNumber), Math.Max(1, info.LinePosition));
        return Text(token) is { } text ? new(line, text.Start - _found.Value.LineStarts[line - 1] + 1) : new(line, column);
    }

    /// <summary>A text as the file writes it, between its quotes, escapes and all; empty for what is no text.</summary>
    internal string Escaped(JToken token) => Text(token) is { } text ? json[text.Start..text.End] : "";

    /// <summary>The place of a character of a text: what the file escapes takes more columns than it has characters.</summary>
    internal static TextPosition Within(TextPosition start, string escaped, int offset)
    {
        if (escaped.Length == 0) return start with { Column = start.Column + offset };
        var column = 0;
        for (var i = 0; i < offset && column < escaped.Length; i++)
            column += escaped[column] != '\\' ? 1 : column + 1 < escaped.Length && escaped[column + 1] == 'u' ? 6 : 2;
        return start with { Column = start.Column + column };
    }

    // The reader reports the end of a text: find the one that ends there.
    private (int Start, int End)? Text(JToken token)
    {
        if (token is not JValue { Type: JTokenType.String }) return null;
        var info = (IJsonLineInfo)token;
        var (starts, texts) = _found.Value;
        if (info.LineNumber < 1 || info.LineNumber > starts.Length) return null;
        var at = starts[info.LineNumber - 1] + info.LinePosition - 1;
        int low = 0, high = texts.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (texts[middle].Start - 1 <= at) low = middle;
            else high = middle - 1;
        }

        return low < texts.Count && texts[low].Start - 1 <= at && at <= texts[low].End + 1 ? texts[low] : null;
    }

    private static (int[], List<(int, int)>) Scan(string json)
    {
        var starts = new List<int> { 0 };
        var texts = new List<(int, int)>();
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] == '\n') starts.Add(i + 1);
            if (json[i] != '"') continue;
            var start = ++i;
            while (i < json.Length && json[i] != '"')
            {
                if (json[i] == '\n') starts.Add(i + 1);
                i += json[i] == '\\' ? 2 : 1;
            }

            texts.Add((start, Math.Min(i, json.Length)));
        }

        return ([.. starts], texts);
    }
}
