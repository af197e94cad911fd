using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace CleanProd.Rules.Rules;

/// <summary>The strict JSON Schema of rule packs (<c>rules/schema/rule-pack.schema.json</c>): an unknown member is an error, not a silent no.</summary>
internal static class PackSchema
{
    private const int MaxSize = 4 * 1024 * 1024;
    private const int MaxDepth = 64;
    private const int MaxTokens = 200_000;
    private const int MostErrors = 100;

    // The schema names each fault by its place in a list, which it counts out from the beginning: a list of many faults would take as long as its square.
    private const int MaxItems = 5_000;

    /// <summary>The schema's text.</summary>
    public static string Text { get; } = new StreamReader(typeof(PackSchema).Assembly.GetManifestResourceStream("rule-pack.schema.json")!).ReadToEnd();

    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.FromJsonAsync(Text).GetAwaiter().GetResult());

    /// <summary>Parses and validates a pack; nothing of it has been understood yet.</summary>
    /// <exception cref="PackException">It is too large or deep, not JSON, names a member twice, or breaks the schema.</exception>
    internal static JObject Validate(string json, string fileName)
    {
        if (json.Length > MaxSize)
            throw new PackException(new PackError(fileName, new(1, 1), "too_large", $"A rule pack may have {MaxSize:N0} characters; this one has {json.Length:N0}."));
        if (NotStrict(json, fileName) is { } fault) throw new PackException(fault);
        JObject root;
        try
        {
            using var reader = new JsonTextReader(new StringReader(json)) { MaxDepth = MaxDepth, FloatParseHandling = FloatParseHandling.Decimal, DateParseHandling = DateParseHandling.None };
            root = JObject.Load(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error, LineInfoHandling = LineInfoHandling.Load });
        }
        catch (JsonReaderException e)
        {
            throw new PackException(new PackError(fileName, new(Math.Max(1, e.LineNumber), Math.Max(1, e.LinePosition)), "json", $"This is not a JSON object: {e.Message}"));
        }
        catch (JsonException e)
        {
            throw new PackException(new PackError(fileName, new(1, 1), "json", $"This is not a JSON object: {e.Message}"));
        }

        var place = new JsonPlace(json);
        var errors = root.Descendants().OfType<JValue>().Where(v => v.Value is System.Numerics.BigInteger)
            .Select(v => new PackError(fileName, place.Of(v), "number", "The number is too large.")).ToList();
        errors.AddRange(root.Descendants().OfType<JArray>().Where(a => a.Count > MaxItems)
            .Select(a => new PackError(fileName, place.Of(a), "too_large", $"A list of a rule pack may have {MaxItems:N0} items; this one has {a.Count:N0}.")));
        // What the schema cannot read, or not in time, is told before it: numbers beyond decimals and lists without end.
        if (errors.Count > 0) throw new PackException(errors);
        foreach (var error in Schema.Value.Validate(root)) Collect(error, root, fileName, errors);
        errors.AddRange(Hidden(root, fileName, place));
        return errors.Count == 0 ? root : throw new PackException([.. errors.Distinct().OrderBy(e => e.Position.Line).ThenBy(e => e.Position.Column)]);
    }

    // The reader below forgives comments, single quotes, trailing commas and breaks inside texts; other readers of the file would not.
    private static PackError? NotStrict(string json, string fileName)
    {
        var reader = new System.Text.Json.Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
        try
        {
            for (var tokens = 0; reader.Read(); tokens++)
                if (tokens > MaxTokens) return new(fileName, new(1, 1), "too_large", $"A rule pack may have {MaxTokens:N0} members and values; this one has more.");
            return null;
        }
        catch (System.Text.Json.JsonException e)
        {
            return new(fileName, new((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1), "json", $"This is not a JSON object: {e.Message}");
        }
    }

    // Characters that are not seen, or that turn what is seen around, have no place in law.
    private static IEnumerable<PackError> Hidden(JObject root, string fileName, JsonPlace place)
    {
        foreach (var token in root.Descendants())
        {
            var text = token switch { JProperty p => p.Name, JValue { Value: string s } => s, _ => "" };
            foreach (var c in text.Where(c => c is (>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or (>= '\u2060' and <= '\u206f') or '\ufeff' or '\ufffe' || (char.IsControl(c) && c is not ('\n' or '\t' or '\r'))).Take(1))
                yield return new(fileName, place.Of(token), "hidden_character", $"The invisible character U+{(int)c:X4} stands in '{text[..Math.Min(40, text.Length)]}'; remove it.");
        }
    }

    private static void Collect(ValidationError error, JObject root, string fileName, List<PackError> errors)
    {
        if (errors.Count >= MostErrors) return;
        // A group error (anyOf, items) is told by the errors inside it.
        // One that asks for one of several forms has none inside it where two of them fit.
        if (error is ChildSchemaValidationError group && group.Errors.Values.Any(e => e.Count > 0))
        {
            if (WrongKind(group) is { Words.Count: > 0 } wrong)
            {
                errors.Add(new PackError(fileName, PositionOf(wrong.Error), "schema", SchemaMessage.OfKind(wrong.Error.Path!, root, wrong.Words)));
                return;
            }

            if (group.Errors.Count > 1 && group.Errors.Values.All(f => f.All(e => e.Kind == ValidationErrorKind.PropertyRequired)))
            {
                errors.Add(new PackError(fileName, PositionOf(group), "schema", SchemaMessage.OfMembers(group.Path, group.Errors.Values.Select(f => f.Select(e => e.Property!)))));
                return;
            }

            foreach (var inner in Meant(group).SelectMany(e => e)) Collect(inner, root, fileName, errors);
            return;
        }

        // Of a rule with both an expression and parts the reader tells which member is too much.
        if (error is { Kind: ValidationErrorKind.NotOneOf, Path: { } path } && path.Contains(".Rules[", StringComparison.Ordinal)) return;
        errors.Add(new PackError(fileName, PositionOf(error), "schema", SchemaMessage.Of(error, root)));
    }

    // Of several forms the one is meant whose kind stands there: what the others would ask for is no help.
    private static IEnumerable<ICollection<ValidationError>> Meant(ChildSchemaValidationError group) => group.Errors.Values.Where(e => !e.Any(IsKind));

    // Where every form asks for another kind, the word there is none of them.
    private static (ValidationError Error, IReadOnlyList<string> Words)? WrongKind(ChildSchemaValidationError group)
    {
        var kinds = group.Errors.Values.Select(e => e.FirstOrDefault(IsKind)).ToList();
        return kinds.All(k => k is not null) ? (kinds[0]!, [.. kinds.SelectMany(k => SchemaMessage.Words(k!.Schema?.ActualSchema))]) : null;
    }

    private static bool IsKind(ValidationError error) => error is { Kind: ValidationErrorKind.NotInEnumeration, Property: "kind" };

    private static TextPosition PositionOf(ValidationError error) => new(Math.Max(1, error.LineNumber), Math.Max(1, error.LinePosition));
}
