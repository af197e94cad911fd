using System.Globalization;

namespace CleanProd.Rules.Documents.Sheets;

/// <summary>Names of tabs as Excel allows them: at most 31 characters, none of <c>: \ / ? * [ ]</c>, no apostrophe at an end, each once.</summary>
internal sealed class SheetName
{
    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase) { "History" };

    /// <summary>An allowed, unused name close to the wanted one.</summary>
    internal string Take(string wanted)
    {
        var clean = new string(wanted.Select(c => c is ':' or '\\' or '/' or '?' or '*' or '[' or ']' || char.IsControl(c) ? '_' : c).ToArray()).Trim(' ', '\'');
        if (clean.Length == 0) clean = "_";
        if (clean.Length > 31) clean = clean[..31].TrimEnd(' ', '\'');
        var name = clean;
        for (var number = 2; !_used.Add(name); number++)
        {
            var suffix = $" ({number.ToString(CultureInfo.InvariantCulture)})";
            name = clean[..Math.Min(clean.Length, 31 - suffix.Length)] + suffix;
        }

        return name;
    }
}
