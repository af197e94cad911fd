using System.Globalization;
using CleanProd.Rules.Rules.Proving;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Rules.Authoring;

/// <summary>The text of a structured form. What it says is checked afterwards like any text; here only the form itself is.</summary>
internal static class FormText
{
    private const int MostParts = 2000;

    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal) { ["plus"] = "+", ["minus"] = "-", ["times"] = "*", ["over"] = "/" };

    private static readonly Dictionary<string, string> Aggregates = new(StringComparer.Ordinal) { ["count"] = "Count", ["sum"] = "Sum", ["greatest"] = "Max", ["least"] = "Min", ["mean"] = "Average" };

    private static readonly string[] Comparisons = ["==", "!=", ">", ">=", "<", "<="];

    /// <summary>The condition, every part in brackets.</summary>
    /// <exception cref="FormException">It is no form; the message names the place and what was expected.</exception>
    internal static string Of(JToken form)
    {
        if (form is JContainer container && container.Descendants().Take(MostParts * 4).Count() >= MostParts * 4) throw new FormException("", $"A form may have {MostParts} parts.");
        return Condition(form);
    }

    private static string Condition(JToken? token)
    {
        var form = Object(token, "a condition: all, any, not, compare, is, in, present, absent, some, every, holds, always or if");
        var kind = Kind(form);
        return kind.Name switch
        {
            "all" => Group(kind.Value, "and"),
            "any" => Group(kind.Value, "or"),
            "not" => $"not ({Condition(kind.Value)})",
            "always" when kind.Value.Type == JTokenType.Boolean => (bool)kind.Value ? "true" : "false",
            "present" => $"{Value(kind.Value)} != null",
            "absent" => $"{Value(kind.Value)} == null",
            "compare" => Compared(kind.Value, Value),
            "is" => Compared(kind.Value, t => $"({Condition(t)})"),
            "in" when kind.Value is JArray { Count: 2 } pair && pair[1] is JArray { Count: > 0 } list => $"{Value(pair[0])} in ({string.Join(", ", list.Select(Value))})",
            "some" => List(kind.Value, "Any", "that", Condition, isOptional: true),
            "every" => List(kind.Value, "All", "that", Condition, isOptional: false),
            "holds" => Value(kind.Value),
            "if" => $"({Condition(kind.Value)} ? {Condition(form["then"])} : {Condition(form["else"])})",
            _ => throw new FormException(form.Path, $"'{kind.Name}' is no condition.{Nearest.Asked(kind.Name, ["all", "any", "not", "compare", "is", "in", "present", "absent", "some", "every", "holds", "always", "if"])}"),
        };
    }

    private static string Value(JToken? token)
    {
        var form = Object(token, "a value: word, number, text, day, yes, none, count, sum, greatest, least, mean, plus, minus, times, over, negative or if");
        var kind = Kind(form);
        if (Signs.TryGetValue(kind.Name, out var sign)) return kind.Value is JArray { Count: 2 } pair ? $"({Value(pair[0])} {sign} {Value(pair[1])})" : throw new FormException(kind.Path, "Two values are expected here.");
        if (Aggregates.TryGetValue(kind.Name, out var method)) return method == "Count" ? List(kind.Value, method, "that", Condition, isOptional: true) : List(kind.Value, method, "value", Value, isOptional: false);
        return kind.Name switch
        {
            "word" => Word(kind.Value) + (form["with"] is { } with ? $"({string.Join(", ", (with as JArray ?? throw new FormException(with.Path, "A list of values is expected here.")).Select(Value))})" : ""),
            "text" => ConditionPrinter.Quoted(Text(kind.Value)),
            "day" => ConditionPrinter.Quoted(Text(kind.Value)),
            "yes" when kind.Value.Type == JTokenType.Boolean => (bool)kind.Value ? "true" : "false",
            "none" when kind.Value is JValue { Value: true } => "null",
            "number" => Number(kind.Value) + (form["exact"]?.Value<bool>() == true ? "m" : ""),
            "negative" => $"-({Value(kind.Value)})",
            "if" => $"({Condition(kind.Value)} ? {Value(form["then"])} : {Value(form["else"])})",
            _ => throw new FormException(form.Path, $"'{kind.Name}' is no value.{Nearest.Asked(kind.Name, [.. Signs.Keys, .. Aggregates.Keys, "word", "text", "day", "yes", "none", "number", "negative", "if"])}"),
        };
    }

    private static string Group(JToken value, string sign) => value is JArray { Count: > 0 } parts
        ? $"({string.Join($" {sign} ", parts.Select(p => $"({Condition(p)})"))})"
        : throw new FormException(value.Path, "A list of conditions is expected here.");

    private static string Compared(JToken value, Func<JToken?, string> side)
    {
        if (value is not JArray { Count: 3 } parts) throw new FormException(value.Path, "A side, a sign and a side are expected here.");
        var sign = Text(parts[1]);
        if (!Comparisons.Contains(sign, StringComparer.Ordinal)) throw new FormException(parts[1].Path, $"'{sign}' is no comparison; write one of {string.Join(" ", Comparisons)}.");
        return $"{side(parts[0])} {sign} {side(parts[2])}";
    }

    private static string List(JToken value, string method, string member, Func<JToken?, string> body, bool isOptional)
    {
        var form = Object(value, "a list: of, as, where and " + member);
        foreach (var unknown in form.Properties().Where(p => p.Name is not ("of" or "as" or "where") && p.Name != member)) throw new FormException(unknown.Path, $"'{unknown.Name}' is unknown here.{Nearest.Asked(unknown.Name, ["of", "as", "where", member])}");
        var text = Word(form["of"]);
        var item = form["as"] is { } name ? Word(name) : "";
        string Ask(JToken t) => item.Length > 0 ? $"{item} => {body(t)}" : throw new FormException(form.Path, "Name the item with 'as'.");
        if (form["where"] is { } where)
        {
            if (where is not JArray conditions) throw new FormException(where.Path, "A list of conditions is expected here.");
            foreach (var condition in conditions) text += $".Where({(item.Length > 0 ? item : throw new FormException(form.Path, "Name the item with 'as'."))} => {Condition(condition)})";
        }

        if (form[member] is { } asked) return $"{text}.{method}({Ask(asked)})";
        return isOptional ? $"{text}.{method}()" : throw new FormException(form.Path, $"'{member}' is missing.");
    }

    // Names and dots only: a form must not smuggle in what a text would be refused for.
    private static string Word(JToken? token)
    {
        var word = Text(token);
        return word.Length <= 200 && word.Split('.').All(p => p.Length > 0 && (char.IsAsciiLetter(p[0]) || p[0] == '_') && p.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            ? word
            : throw new FormException(token?.Path ?? "", $"'{word}' is no word; write names and dots, such as m.ExceedanceCount.");
    }

    private static string Number(JToken token)
    {
        var text = token.Type is JTokenType.Integer or JTokenType.Float ? Convert.ToString(((JValue)token).Value, CultureInfo.InvariantCulture) ?? "" : Text(token);
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number == decimal.Truncate(number) ? Facts.PlainNumber.Text(number) : Facts.PlainNumber.Text(number) + (token.Parent?.Parent?["exact"]?.Value<bool>() == true ? "" : "m")
            : throw new FormException(token.Path, $"'{text}' is no decimal number.");
    }

    private static string Text(JToken? token) => token is JValue { Value: string text } ? text : throw new FormException(token?.Path ?? "", "A text is expected here.");

    private static JObject Object(JToken? token, string expected) => token as JObject ?? throw new FormException(token?.Path ?? "", $"Expected {expected}.");

    // The member that says what a form is; the others belong to it.
    private static JProperty Kind(JObject form)
    {
        var kinds = form.Properties().Where(p => p.Name is not ("with" or "exact" or "then" or "else")).ToArray();
        return kinds.Length == 1 ? kinds[0] : throw new FormException(form.Path, kinds.Length == 0 ? "The form is empty." : $"One of {string.Join(", ", kinds.Select(k => k.Name))} is expected, not several.");
    }
}

/// <summary>A structured form that is none.</summary>
/// <param name="path">Where, as a JSON path.</param>
/// <param name="message">What was expected.</param>
public sealed class FormException(string path, string message) : Exception(path.Length > 0 ? $"{path}: {message}" : message)
{
    /// <summary>Where, as a JSON path.</summary>
    public string Path { get; } = path;
}
