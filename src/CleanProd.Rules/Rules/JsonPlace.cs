using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Rules;

/// <summary>Line and column of the parts of a JSON text.</summary>
internal sealed class JsonPlace(string json)
{
    private readonly string[] _lines = json.Split('\n');

    /// <summary>Where a token stands; for a text, its first character inside the quotes.</summary>
    internal TextPosition Of(JToken token)
    {
        var info = (IJsonLineInfo)token;
        var (line, column) = (Math.Max(1, info.LineNumber), Math.Max(1, info.LinePosition));
        if (token is not JValue { Type: JTokenType.String } || line > _lines.Length) return new(line, column);
        // The reader reports the end of a text: find the text on its line that reaches there.
        var text = _lines[line - 1];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '"') continue;
            var end = i + 1;
            while (end < text.Length && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
            if (column - 1 <= end + 1 && column - 1 >= i) return new(line, i + 2);
            i = end;
        }

        return new(line, column);
    }
}
