using System.Collections;
using System.Globalization;
using System.Reflection;
using CleanProd.Rules.Host.Serve;

namespace CleanProd.Rules.Host.Upkeep;

/// <summary>A setting as administrators see it.</summary>
/// <param name="Key">Its name, as in a settings file with colons between the levels.</param>
/// <param name="Value">Its value in words; null when it has none; stars for a secret.</param>
/// <param name="IsDefault">Whether it is what the program starts with when nothing is configured.</param>
internal sealed record ShownSetting(string Key, string? Value, bool IsDefault);

/// <summary>Marks a setting whose value is shown to nobody.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretAttribute : Attribute;

/// <summary>All settings, found by reflection so that none is forgotten, without secrets.</summary>
internal static class ShownSettings
{
    private const string Hidden = "***";

    private static readonly string[] SecretWords = ["Password", "Secret", "Token", "Key"];

    /// <summary>The settings of a service.</summary>
    internal static IReadOnlyList<ShownSetting> Of(ServiceOptions options) => [.. Flat("", typeof(ServiceOptions), options, new ServiceOptions())];

    /// <summary>Whether a setting is a secret: said so, or called so.</summary>
    internal static bool IsSecret(PropertyInfo setting) =>
        setting.IsDefined(typeof(SecretAttribute)) || SecretWords.Any(w => setting.Name.EndsWith(w, StringComparison.Ordinal));

    private static IEnumerable<ShownSetting> Flat(string prefix, Type type, object? given, object? standard)
    {
        foreach (var setting in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.CanWrite))
        {
            var (value, usual) = (given is null ? null : setting.GetValue(given), standard is null ? null : setting.GetValue(standard));
            var kind = Nullable.GetUnderlyingType(setting.PropertyType) ?? setting.PropertyType;
            var key = prefix + setting.Name;
            if (IsGroup(kind))
            {
                foreach (var inner in Flat(key + ":", kind, value, usual)) yield return inner;
                continue;
            }

            var (text, usually) = (Text(value), Text(usual));
            yield return new(key, text is null ? null : IsSecret(setting) ? Hidden : text, text == usually);
        }
    }

    private static bool IsGroup(Type type) => type is { IsClass: true } && type.Namespace?.StartsWith("CleanProd.", StringComparison.Ordinal) == true;

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        IEnumerable many => string.Join(", ", many.Cast<object>().Select(Text)),
        IFormattable one => one.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
