using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Pages.Rules;

/// <summary>A text of both languages with values put into its places, for dialogs that choose the language themselves.</summary>
internal static class FilledWording
{
    internal static Wording Of(Wording text, params object[] values) => new(
        string.Format(System.Globalization.CultureInfo.InvariantCulture, text.Zh, [.. values.Select(v => v is Wording w ? w.Zh : v)]),
        string.Format(System.Globalization.CultureInfo.InvariantCulture, text.En, [.. values.Select(v => v is Wording w ? w.En : v)]));
}
