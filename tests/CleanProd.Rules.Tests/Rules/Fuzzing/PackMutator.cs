using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Tests.Rules.Fuzzing;

/// <summary>Makes a pack of packs: damages its text, its JSON or one of its conditions.</summary>
internal sealed class PackMutator(Random random)
{
    private static readonly string[] Tokens =
    [
        "monitoring", "discharges", "quotas", "substances", "energy", "audits", "indicators", "discretion", "facility", "period", "p", "m", "d", "it", "parent", "root",
        ".Any(m => ", ".All(", ".Count(", ".Sum(d => d.Discharged)", ".Where(x => ", ".Max(", ".Min(", ".Average(", ")", "(", " and ", " or ", "not ", "!", "&&", "||", "==", "!=", ">", ">=", "<", "<=", "=", "<>",
        "+", "-", "*", "/", "%", "?", ":", ",", ".", "iif(", "null", "true", "false", "0", "1", "0.5m", "1.4", "-1", "9223372036854775807", "79228162514264337593543950335", "0x7F", "1e9", "\"\"", "\"day\"", "\"2024-01-01\"", "\"\\\\\"",
        "ExceedanceCount", "MaxRatio", "Discharged", "Quota", "Pollutant", "Value(\"x\")", "MonthsOver(1)", "CountAtOrOver(1.4)", "DischargedIn(\"kg\")", "Unit", "HasQuota", "IsKeyPollutant", "Contains(\"a\")",
        " in (\"a\", \"b\")", " not in (1)", "np(", "isnull(", "new(", "as(", "is(", "cast(", "Math.Abs(", "Math.Min(", "DateTime(", "Convert.ToInt32(", "GetType()", "Length", "HasValue", "ToString()", "\u0430", "\u200b", "'", "@0", "$", "#", "\\", "//", "{", "}", "[0]", ";",
    ];

    private static readonly string[] Values = ["null", "true", "0", "-1", "1e400", "99999999999999999999999999999999", "0.00000000000000000000000000001", "\"\"", "\"x\"", "\"2024-02-30\"", "\"0001-01-01\"", "\"9999-12-31\"", "[]", "{}", "[[]]", "{\"a\":{}}", "\"\\u0000\"", "\"\\ud800\""];

    /// <summary>One more pack.</summary>
    internal string Make(IReadOnlyList<string> corpus)
    {
        var text = corpus[random.Next(corpus.Count)];
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            text = random.Next(10) switch
            {
                0 => Bytes(text),
                1 => Spliced(text, corpus[random.Next(corpus.Count)]),
                2 or 3 => Json(text),
                _ => Condition(text),
            };
        }

        return text.Length > 200_000 ? text[..200_000] : text;
    }

    private string Bytes(string text)
    {
        if (text.Length == 0) return "{";
        var (at, length) = (random.Next(text.Length), random.Next(1, 30));
        var part = text.Substring(at, Math.Min(length, text.Length - at));
        return random.Next(4) switch
        {
            0 => text.Remove(at, part.Length),
            1 => text.Insert(random.Next(text.Length), part),
            2 => text.Insert(at, Tokens[random.Next(Tokens.Length)]),
            _ => text.Remove(at, 1).Insert(at, ((char)random.Next(1, 0x3000)).ToString()),
        };
    }

    private string Spliced(string a, string b) => a[..random.Next(a.Length + 1)] + b[random.Next(b.Length + 1)..];

    private string Json(string text)
    {
        if (Read(text) is not { } root) return Bytes(text);
        var tokens = root.DescendantsAndSelf().Take(3000).ToArray();
        var chosen = tokens[random.Next(tokens.Length)];
        switch (random.Next(4))
        {
            case 0 when chosen is JProperty p:
                p.Replace(new JProperty(random.Next(2) == 0 ? p.Name + "x" : p.Name[..^Math.Min(1, p.Name.Length - 1)], p.Value));
                break;
            case 1 when chosen.Parent is JArray array:
                array.Add(chosen.DeepClone());
                break;
            case 2 when chosen.Parent is not null and not JProperty:
                chosen.Remove();
                break;
            default:
                // Raw, so that numbers beyond all bounds get through.
                if (chosen is JValue value && value.Parent is not null) value.Replace(new JRaw(Values[random.Next(Values.Length)]));
                else if (chosen is JProperty owner) owner.Value = new JRaw(Values[random.Next(Values.Length)]);
                break;
        }

        return root.ToString(Formatting.Indented);
    }

    private string Condition(string text)
    {
        if (Read(text) is not { } root) return Bytes(text);
        var conditions = root.Descendants().OfType<JProperty>().Where(p => p.Name is "Expression" or "when" or "appliesWhen" && p.Value.Type == JTokenType.String).ToArray();
        if (conditions.Length == 0) return Json(text);
        var chosen = conditions[random.Next(conditions.Length)];
        var written = (string)chosen.Value!;
        for (var i = random.Next(1, 4); i > 0; i--) written = Changed(written, (string)conditions[random.Next(conditions.Length)].Value!);
        chosen.Value = written;
        return root.ToString(Formatting.Indented);
    }

    private string Changed(string written, string other)
    {
        var tokens = CleanProd.Rules.Rules.ConditionTokens.Of(written);
        if (tokens.Count == 0) return other;
        var token = tokens[random.Next(tokens.Count)];
        var until = tokens[random.Next(tokens.Count)];
        var (from, to) = (Math.Min(token.Offset, until.Offset), Math.Max(token.Offset, until.Offset));
        return random.Next(8) switch
        {
            0 => written.Remove(token.Offset, token.Text.Length),
            1 => written.Remove(token.Offset, token.Text.Length).Insert(token.Offset, Tokens[random.Next(Tokens.Length)]),
            2 => written.Insert(token.Offset, Tokens[random.Next(Tokens.Length)]),
            3 => written.Remove(token.Offset, token.Text.Length).Insert(token.Offset, tokens[random.Next(tokens.Count)].Text),
            4 => $"({written}) {(random.Next(2) == 0 ? "and" : "or")} {(random.Next(2) == 0 ? "not " : "")}({other})",
            5 => written.Insert(from, written[from..to]),
            6 => written.Remove(from, to - from),
            _ => token.Kind == CleanProd.Rules.Rules.TokenKind.Number ? written.Remove(token.Offset, token.Text.Length).Insert(token.Offset, random.Next(-2, 200).ToString(System.Globalization.CultureInfo.InvariantCulture)) : other,
        };
    }

    private static JObject? Read(string text)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal, MaxDepth = 64 };
            return JObject.Load(reader);
        }
        catch (Exception e) when (e is JsonException or OverflowException or FormatException)
        {
            return null;
        }
    }
}
