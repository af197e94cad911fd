using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace CleanProd.Rules.Host.Api;

/// <summary>How the API writes and reads JSON: names and words in snake case, Chinese as it is, unknown members refused.</summary>
internal static class ApiJson
{
    internal static JsonSerializerOptions Options { get; } = Configured(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>A member of a closed list as JSON has it.</summary>
    internal static string WordOf<T>(T member) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(member.ToString());

    internal static JsonSerializerOptions Configured(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        // A member that nobody knows is a mistake of the caller, or somebody trying what he may set.
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        // Neither is a member that is missing, or null where there must be something, passed on for a handler to stumble over.
        options.RespectRequiredConstructorParameters = true;
        options.RespectNullableAnnotations = true;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(Leniently);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        return options;
    }

    // What may be null may also be left out; what is told is not looked at.
    private static void Leniently(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            if (member.AssociatedParameter is { IsNullable: true }) member.IsRequired = false;
            if (member.Get is not null && !member.PropertyType.IsValueType) member.IsGetNullable = true;
        }
    }
}

/// <summary>Some of many.</summary>
/// <param name="Items">These.</param>
/// <param name="Next">What to give as <c>after</c> for those that follow; null at the end.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>Most items of a page.</summary>
    internal const int Most = 500;

    /// <summary>How many were asked for, within bounds.</summary>
    internal static int Limit(int? asked) => Math.Clamp(asked ?? 50, 1, Most);
}
