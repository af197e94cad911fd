using System.Xml;

namespace CleanProd.Rules.Documents.Sheets;

/// <summary>Text that a file of Office can hold.</summary>
internal static class SheetText
{
    private const int MostCharacters = 32_767;

    /// <summary>Without characters that XML forbids (shown as �), cut at what a cell holds.</summary>
    internal static string Clean(string text)
    {
        if (text.Length > MostCharacters) text = text[..(MostCharacters - 1)] + "…";
        var bad = false;
        for (var i = 0; i < text.Length && !bad; i++) bad = !Allowed(text, i);
        if (!bad) return text;
        return string.Create(text.Length, text, static (cells, source) =>
        {
            for (var i = 0; i < source.Length; i++) cells[i] = Allowed(source, i) ? source[i] : '\uFFFD';
        });
    }

    private static bool Allowed(string text, int i) =>
        XmlConvert.IsXmlChar(text[i])
        || char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
        || char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]);
}
