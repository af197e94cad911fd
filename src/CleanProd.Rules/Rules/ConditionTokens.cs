namespace CleanProd.Rules.Rules;

/// <summary>Kind of a token of a condition.</summary>
internal enum TokenKind
{
    /// <summary>A name or a word such as <c>and</c>.</summary>
    Name,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text with its quotes.</summary>
    Text,

    /// <summary>An operator, bracket or comma.</summary>
    Sign,
}

/// <summary>A token of a condition.</summary>
internal readonly record struct ConditionToken(TokenKind Kind, string Text, int Offset);

/// <summary>
/// The tokens of a condition. Our own parser is not needed for meaning; places are: the parsed expression does not remember where its parts
/// stood.
/// </summary>
internal static class ConditionTokens
{
    private static readonly string[] Signs = ["=>", "&&", "||", "==", "!=", "<>", ">=", "<="];

    internal static IReadOnlyList<ConditionToken> Of(string text)
    {
        var tokens = new List<ConditionToken>();
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
                continue;
            }

            var end = c == '"' ? EndOfText(text, i)
                : char.IsAsciiDigit(c) ? EndOf(text, i, static (t, k) => char.IsAsciiLetterOrDigit(t[k]) || (t[k] == '.' && k + 1 < t.Length && char.IsAsciiDigit(t[k + 1])))
                : c == '_' || char.IsLetter(c) ? EndOf(text, i, static (t, k) => t[k] == '_' || char.IsLetterOrDigit(t[k]))
                : i + (Signs.Any(s => text.AsSpan(i).StartsWith(s, StringComparison.Ordinal)) ? 2 : 1);
            var kind = c == '"' ? TokenKind.Text : char.IsAsciiDigit(c) ? TokenKind.Number : c == '_' || char.IsLetter(c) ? TokenKind.Name : TokenKind.Sign;
            tokens.Add(new(kind, text[i..end], i));
            i = end;
        }

        return tokens;
    }

    private static int EndOf(string text, int start, Func<string, int, bool> belongs)
    {
        var end = start + 1;
        while (end < text.Length && belongs(text, end)) end++;
        return end;
    }

    private static int EndOfText(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
        return Math.Min(text.Length, end + 1);
    }
}
