using System.Text;

namespace CleanProd.Rules.Facts;

/// <summary>How names of substances are compared.</summary>
internal static class SubstanceName
{
    /// <summary>Half width, upper case, no spaces: <c>铬（六价）</c> and <c>铬 (六价)</c> are one spelling.</summary>
    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff') continue;
            folded.Append(c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c);
        }

        return folded.ToString().ToUpperInvariant();
    }

    /// <summary>The name as written, then without a remark in brackets at its end: <c>总铬（以Cr计）</c> is read as <c>总铬</c>.</summary>
    internal static IEnumerable<string> Spellings(string text)
    {
        var folded = Fold(text);
        yield return folded;
        var open = folded.LastIndexOfAny(['(', '[']);
        if (open > 0 && folded[^1] is ')' or ']') yield return folded[..open];
    }
}
