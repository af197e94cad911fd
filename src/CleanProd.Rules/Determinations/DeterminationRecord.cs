using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace CleanProd.Rules.Determinations;

/// <summary>
/// A determination whole, for a store: beside what its line of <c>determinations.jsonl</c> holds, the facility as it was imported, sentences, margins,
/// names and bases of limits. What is read back is equal to what was written, and so is its line.
/// </summary>
public static class DeterminationRecord
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The determination as JSON.</summary>
    public static string Write(Determination determination) => JsonSerializer.Serialize(determination, Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is not of this form.</exception>
    public static Determination Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Determination>(json, Options) ?? throw new InvalidDataException("A determination was expected, not null.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"This is no determination: {e.Message}", e);
        }
    }
}
