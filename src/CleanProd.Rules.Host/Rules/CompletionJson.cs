using System.Text.Json;
using System.Text.Json.Serialization;
using CleanProd.Rules.Rules.Authoring;

namespace CleanProd.Rules.Host.Rules;

/// <summary>Completion data as editors read it.</summary>
internal static class CompletionJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What fits at the end of a condition; the whole language where none is given.</summary>
    internal static string Of(LanguageData language, string? condition) => condition is null
        ? JsonSerializer.Serialize(new { language.Words, Functions = language.Others }, Options)
        : JsonSerializer.Serialize(language.At(condition, condition.Length), Options);
}
