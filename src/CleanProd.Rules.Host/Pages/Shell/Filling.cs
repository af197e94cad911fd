using System.Globalization;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Pages.Shell;

/// <summary>Texts with places in them, filled before the reader's language is known.</summary>
internal static class Filling
{
    /// <summary>The text with its places filled in both languages; a value that is itself a text goes in as it is in each.</summary>
    internal static Wording With(this Wording text, params object[] values) => new(
        string.Format(CultureInfo.InvariantCulture, text.Zh, [.. values.Select(v => v is Wording w ? w.Zh : v)]),
        string.Format(CultureInfo.InvariantCulture, text.En, [.. values.Select(v => v is Wording w ? w.En : v)]));
}
