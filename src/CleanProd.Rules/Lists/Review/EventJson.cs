using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Lists.Review;

/// <summary>
/// Events as JSON, for the store and for hashing: names in snake case, members in a fixed order, absent ones left out, exact decimals in
/// plain notation. Read back strictly: an unknown or missing member is an error.
/// </summary>
public static class EventJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false), new PlainDecimals(),
            new Identity<FacilityId>(v => new(v), v => v.Value), new Identity<RegionCode>(v => new(v), v => v.Value ?? ""),
        },
    };

    /// <summary>The JSON of an event, or of something that an event bears.</summary>
    public static string Write<T>(T value) where T : class => JsonSerializer.Serialize(value, Options);

    /// <summary>The same as UTF-8 bytes.</summary>
    public static byte[] Bytes<T>(T value) where T : class => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is not of this form.</exception>
    public static T Read<T>(string json) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new FormatException($"A {typeof(T).Name} was expected, not null.");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"This is no {typeof(T).Name}: {exception.Message}", exception);
        }
    }

    private sealed class PlainDecimals : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteRawValue(PlainNumber.Text(value));
    }

    private sealed class Identity<T>(Func<string, T> of, Func<T, string> text) : JsonConverter<T> where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => of(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(text(value));
    }
}
