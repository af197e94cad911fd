using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Rules.Authoring;

/// <summary>The JSON of a pack in one layout: members in the order of the schema, two spaces, short values on one line.</summary>
internal static class PackJson
{
    private const int Width = 180;

    private static readonly Lazy<Dictionary<string, int>> Order = new(() =>
    {
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var member in JObject.Parse(PackSchema.Text).Descendants().OfType<JProperty>().Where(p => p.Name == "properties").SelectMany(p => ((JObject)p.Value).Properties())) order.TryAdd(member.Name, order.Count);
        return order;
    });

    /// <summary>A pack as JSON objects; numbers stay exact.</summary>
    internal static JObject Load(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { FloatParseHandling = FloatParseHandling.Decimal, DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    /// <summary>The text, with an end of line.</summary>
    internal static string Write(JObject pack)
    {
        var text = new StringBuilder();
        WriteLines(text, pack, 0, isFree: false);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, JToken token, int indent, int column, bool isFree)
    {
        if (Inline(token, isFree, Width - column) is { } inline) text.Append(inline);
        else WriteLines(text, token, indent, isFree);
    }

    private static void WriteLines(StringBuilder text, JToken token, int indent, bool isFree)
    {
        var inner = new string(' ', indent + 2);
        switch (token)
        {
            case JObject o:
                text.Append("{\n");
                foreach (var (i, p) in Members(o, isFree).Index())
                {
                    if (i > 0) text.Append(",\n");
                    var name = JsonConvert.ToString(p.Name);
                    text.Append(inner).Append(name).Append(": ");
                    Write(text, p.Value, indent + 2, indent + 2 + name.Length + 2, IsFree(p));
                }

                text.Append('\n').Append(' ', indent).Append('}');
                break;
            case JArray a:
                text.Append("[\n");
                foreach (var (i, item) in a.Index())
                {
                    if (i > 0) text.Append(",\n");
                    text.Append(inner);
                    Write(text, item, indent + 2, indent + 2, isFree: false);
                }

                text.Append('\n').Append(' ', indent).Append(']');
                break;
        }
    }

    // Keys of tables and names of rules are the author's: they keep their order.
    private static bool IsFree(JProperty p) => p.Name is "value" || (p.Name == "rules" && p.Value is JObject);

    private static IEnumerable<JProperty> Members(JObject o, bool isFree) => isFree ? o.Properties() : o.Properties().OrderBy(p => Order.Value.GetValueOrDefault(p.Name, int.MaxValue));

    // A value on one line; null for what has parts and is wider.
    private static string? Inline(JToken token, bool isFree, int width) => token switch
    {
        JContainer { Count: 0 } => token is JObject ? "{}" : "[]",
        JObject o => InlineAll(Members(o, isFree).Select(p => (JsonConvert.ToString(p.Name) + ": ", p.Value, IsFree(p))), "{ ", " }", width),
        JArray a => InlineAll(a.Select(i => ("", i, false)), "[", "]", width),
        JValue { Type: JTokenType.Float or JTokenType.Integer } number => Convert.ToString(number.Value, CultureInfo.InvariantCulture),
        JValue { Type: JTokenType.String } s => JsonConvert.ToString((string?)s.Value),
        _ => token.ToString(Formatting.None),
    };

    private static string? InlineAll(IEnumerable<(string Before, JToken Value, bool IsFree)> parts, string open, string close, int width)
    {
        var text = new StringBuilder(open);
        foreach (var (i, part) in parts.Index())
        {
            if (Inline(part.Value, part.IsFree, width) is not { } inner) return null;
            text.Append(i > 0 ? ", " : "").Append(part.Before).Append(inner);
            if (text.Length > width) return null;
        }

        text.Append(close);
        return text.Length > width ? null : text.ToString();
    }
}
