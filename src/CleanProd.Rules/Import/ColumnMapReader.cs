using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace CleanProd.Rules.Import;

/// <summary>Reads column maps strictly: an unknown member or a misspelt column is an error with its place, never ignored.</summary>
public static class ColumnMapReader
{
    private static readonly Lazy<JsonSchema> Schema = new(ReadSchema);

    /// <summary>The JSON Schema of column maps.</summary>
    public static string SchemaText
    {
        get
        {
            using var stream = typeof(ColumnMapReader).Assembly.GetManifestResourceStream("column-map.schema.json")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    /// <summary>Reads a map.</summary>
    /// <param name="json">Its text.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <exception cref="ColumnMapException">It is not a column map.</exception>
    public static ColumnMap Read(string json, string fileName)
    {
        var root = Parse(json, fileName);
        var errors = Schema.Value.Validate(json)
            .SelectMany(Leaves)
            .Select(e => $"{fileName}({e.LineNumber},{e.LinePosition}): {e.Kind} at {e.Path}{(e.Property is null ? "" : $" (member '{e.Property}')")}.")
            .Distinct().ToList();
        if (errors.Count > 0)
            throw new ColumnMapException(string.Join('\n', errors) + "\nCompare with rules/schema/column-map.schema.json and docs/column-maps.md.");
        return new ColumnMapParser(fileName).Map(root);
    }

    private static JObject Parse(string json, string fileName)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, MaxDepth = 32 };
            var root = JToken.ReadFrom(reader, new JsonLoadSettings
            {
                DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error,
                LineInfoHandling = LineInfoHandling.Load,
            });
            if (reader.Read()) throw new JsonReaderException("Text after the end of the JSON.", reader.Path, reader.LineNumber, reader.LinePosition, null);
            return root as JObject ?? throw new ColumnMapException($"{fileName}(1,1): a column map is a JSON object.");
        }
        catch (JsonReaderException e)
        {
            throw new ColumnMapException($"{fileName}({e.LineNumber},{e.LinePosition}): {e.Message}");
        }
    }

    // "None of the alternatives fits" says nothing: the faults inside the alternatives do.
    private static IEnumerable<NJsonSchema.Validation.ValidationError> Leaves(NJsonSchema.Validation.ValidationError error) =>
        error is NJsonSchema.Validation.ChildSchemaValidationError child && child.Errors.Values.Any(e => e.Count > 0)
            ? child.Errors.Values.OrderBy(e => e.Count).First(e => e.Count > 0).SelectMany(Leaves)
            : [error];

    private static JsonSchema ReadSchema() => JsonSchema.FromJsonAsync(SchemaText).GetAwaiter().GetResult();
}
