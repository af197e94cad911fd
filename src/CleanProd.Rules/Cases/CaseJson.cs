using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CleanProd.Rules.Cases.Penalties;
using CleanProd.Rules.Cases.Records;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Cases;

/// <summary>
/// The JSON form of everything in this stage: names and enumeration words in snake case, identities and regions as text, money as exact
/// numbers, days as <c>2026-01-31</c>. A subtype is told by <c>kind</c>, wherever it stands, since a database may reorder members.
/// </summary>
public static class CaseJson
{
    /// <summary>The options; for web endpoints that answer in the same form.</summary>
    public static JsonSerializerOptions Options { get; } = Made();

    /// <summary>Writes an event, an aggregate's event or an audit file.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is not of this form: a member missing, unknown or of another kind.</exception>
    public static T Read<T>(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new FormatException("The JSON is null.");
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException)
        {
            throw new FormatException($"This is no {typeof(T).Name}: {exception.Message}", exception);
        }
    }

    /// <summary>Reads a value of a kind that is known only when the program runs, such as the detail that an act carries.</summary>
    /// <exception cref="FormatException">It is not of this form.</exception>
    public static object Read(JsonElement json, Type kind)
    {
        try
        {
            return json.Deserialize(kind, Options) ?? throw new FormatException("The JSON is null.");
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException)
        {
            throw new FormatException($"This is no {kind.Name}: {exception.Message}", exception);
        }
    }

    private static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowOutOfOrderMetadataProperties = true,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            IgnoreReadOnlyProperties = true,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.Converters.Add(new TextConverter<CaseId>(t => new(t), v => v.Value));
        options.Converters.Add(new TextConverter<FacilityId>(t => new(t), v => v.Value));
        options.Converters.Add(new TextConverter<RegionCode>(t => t.Length == 0 ? RegionCode.Nation : RegionCode.Of(t), v => v.ToString()));
        options.Converters.Add(new MoneyConverter<Wan>(n => new(n), v => v.Amount));
        options.Converters.Add(new MoneyConverter<Yuan>(n => new(n), v => v.Amount));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class TextConverter<T>(Func<string, T> of, Func<T, string> text) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return reader.TokenType == JsonTokenType.String ? of(reader.GetString()!) : throw new JsonException($"A text is expected for {typeof(T).Name}.");
            }
            catch (FormatException fault)
            {
                throw new JsonException(fault.Message, fault);
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(text(value));
    }

    private sealed class MoneyConverter<T>(Func<decimal, T> of, Func<T, decimal> amount) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number ? of(reader.GetDecimal()) : throw new JsonException($"A number is expected for {typeof(T).Name}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteRawValue(PlainNumber.Text(amount(value)));
    }
}
