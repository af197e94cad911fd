using System.Globalization;

namespace CleanProd.Rules.Host.Pages.Shell;

/// <summary>Addresses within this service.</summary>
internal static class LocalPath
{
    /// <summary>Where to go back to, from an address that anybody can write: the path when it is one of this service, else the start.</summary>
    internal static string Of(string? path) =>
        path is { Length: > 0 } && path[0] == '/' && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl) ? path : "/";

    /// <summary>A path with choices behind it; those without a value are left out.</summary>
    internal static string With(string path, params (string Name, object? Value)[] choices)
    {
        var given = choices.Select(c => (c.Name, Value: Convert.ToString(c.Value, CultureInfo.InvariantCulture))).Where(c => !string.IsNullOrEmpty(c.Value));
        return path + string.Concat(given.Select((c, i) => $"{(i == 0 ? '?' : '&')}{c.Name}={Uri.EscapeDataString(c.Value!)}"));
    }
}
