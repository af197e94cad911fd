using System.Globalization;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace CleanProd.Rules.Rules;

/// <summary>Says what the schema of rule packs asks for where something else stands, to people who know the law and not JSON Schema.</summary>
internal static class SchemaMessage
{
    private const int MostShown = 40;

    /// <summary>The message of one fault.</summary>
    /// <param name="error">What the schema found; no group of faults.</param>
    /// <param name="pack">The pack it found it in.</param>
    internal static string Of(ValidationError error, JObject pack)
    {
        var schema = error.Schema?.ActualSchema;
        var there = At(pack, error.Path);
        var text = there is JValue { Value: string s } ? s : "";
        var asked = error.Kind switch
        {
            ValidationErrorKind.NoAdditionalPropertiesAllowed => $"the member '{error.Property}' is unknown; check its spelling.{Nearest.Asked(error.Property ?? "", schema?.Properties.Keys ?? [])}",
            ValidationErrorKind.PropertyRequired => $"the member '{error.Property}' is missing.",
            ValidationErrorKind.NotOneOf => "it has members of which only one may stand there.",
            ValidationErrorKind.NotInEnumeration => NotOneOfWords(there, Words(schema)),
            ValidationErrorKind.PatternMismatch when schema?.Format == "date" => NoDay(there),
            ValidationErrorKind.DateExpected => NoDay(there),
            ValidationErrorKind.PatternMismatch => $"{Shown(there)} does not have the form it must have ({schema?.Pattern}). What stands here: {schema?.Description}",
            ValidationErrorKind.StringExpected => $"a text must stand here, not {Shown(there)}.",
            ValidationErrorKind.NumberExpected => $"a number must stand here, not {Shown(there)}.",
            ValidationErrorKind.IntegerExpected => $"a whole number must stand here, not {Shown(there)}.",
            ValidationErrorKind.BooleanExpected => $"true or false must stand here, not {Shown(there)}.",
            ValidationErrorKind.ArrayExpected => $"a list [ … ] must stand here, not {Shown(there)}.",
            ValidationErrorKind.ObjectExpected => $"members in braces {{ … }} must stand here, not {Shown(there)}.",
            ValidationErrorKind.NoTypeValidates => $"{Shown(there)} may not stand here. What does: {schema?.Description}",
            ValidationErrorKind.StringTooShort => "the text is empty; write one.",
            ValidationErrorKind.StringTooLong => string.Create(CultureInfo.InvariantCulture, $"the text may have {schema?.MaxLength:N0} characters; this one has {text.Length:N0}."),
            ValidationErrorKind.NumberTooSmall => string.Create(CultureInfo.InvariantCulture, $"the number must be at least {schema?.Minimum}; here is {Shown(there)}."),
            ValidationErrorKind.NumberTooBig => string.Create(CultureInfo.InvariantCulture, $"the number may be at most {schema?.Maximum}; here is {Shown(there)}."),
            ValidationErrorKind.TooFewItems => "the list is empty; give it an item or leave it out.",
            ValidationErrorKind.ItemsNotUnique => "the list has the same item twice.",
            ValidationErrorKind.TooFewProperties => "nothing stands between its braces; give it a member or leave it out.",
            ValidationErrorKind.TooManyProperties => "it has more members than may stand there.",
            _ => $"it is not as the schema asks: {error.Kind}.",
        };
        return $"{Place(error.Kind is ValidationErrorKind.NoAdditionalPropertiesAllowed or ValidationErrorKind.PropertyRequired ? Around(error) : error.Path)}: {asked}";
    }

    /// <summary>The message where the word is none of those that tell the forms of a thing apart.</summary>
    internal static string OfKind(string path, JObject pack, IEnumerable<string> kinds) => $"{Place(path)}: {NotOneOfWords(At(pack, path), [.. kinds])}";

    /// <summary>The message where every form of a thing asks for members that are not there.</summary>
    internal static string OfMembers(string? path, IEnumerable<IEnumerable<string>> forms) =>
        $"{Place(path)}: it needs {string.Join(", or ", forms.Select(f => string.Join(" and ", f.Select(m => $"'{m}'"))))}.";

    /// <summary>What a schema allows where it lists words.</summary>
    internal static IReadOnlyList<string> Words(JsonSchema? schema) => [.. (schema?.Enumeration ?? []).OfType<object>().Select(w => w.ToString()!)];

    private static string NotOneOfWords(JToken? there, IReadOnlyList<string> words) =>
        $"{Shown(there)} may not stand here; {(words.Count == 1 ? "it must be" : "it must be one of")} {string.Join(", ", words.Select(w => $"'{w}'"))}.{(there is JValue { Value: string word } ? Nearest.Asked(word, words) : "")}";

    private static string NoDay(JToken? there) => $"{Shown(there)} is not a day; write one as 2026-01-31.";

    // Of the whole pack there is no place to name.
    // A member that is missing, or too much, is told of the thing that should have it, or has it.
    private static string? Around(ValidationError error) => error.Path is { } path && error.Property is { } member && path.EndsWith(member, StringComparison.Ordinal) ? path[..^member.Length].TrimEnd('.') : error.Path;

    private static string Place(string? path) => path is null || path.Length <= 2 ? "The pack" : $"'{path[2..]}'";

    private static string Shown(JToken? there)
    {
        var text = there switch
        {
            null => "this",
            JObject => "members in braces",
            JArray => "a list",
            JValue { Type: JTokenType.Null } => "null",
            JValue { Value: string s } => $"'{s}'",
            _ => there.ToString(Newtonsoft.Json.Formatting.None),
        };
        return text.Length <= MostShown ? text : $"{text[..MostShown]}…";
    }

    // The schema's paths begin with '#/'; a name that cannot be asked for so has no value to show.
    private static JToken? At(JObject pack, string? path)
    {
        try
        {
            return path is { Length: > 2 } ? pack.SelectToken(path[2..]) : null;
        }
        catch (Newtonsoft.Json.JsonException) { return null; }
    }
}
