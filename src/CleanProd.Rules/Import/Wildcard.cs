namespace CleanProd.Rules.Import;

/// <summary>A pattern with <c>*</c> (anything) and <c>?</c> (one sign), compared without case, width and space.</summary>
internal sealed class Wildcard(string pattern)
{
    private readonly string _pattern = CellText.Fold(pattern);

    internal string Pattern => pattern;

    internal bool Matches(string text) => Matches(_pattern, CellText.Fold(text));

    // Two pointers and the last star: linear in practice, never exponential.
    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var (p, t, star, mark) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*') (star, mark) = (p++, t);
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t])) (p, t) = (p + 1, t + 1);
            else if (star >= 0) (p, t) = (star + 1, ++mark);
            else return false;
        }

        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }
}
