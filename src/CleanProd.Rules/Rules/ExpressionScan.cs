namespace CleanProd.Rules.Rules;

/// <summary>
/// Looks at the text of an expression before any parser sees it: the parser recurses, and deep nesting would end the process
/// (5,000 parentheses overflow the stack, which cannot be caught).
/// </summary>
internal static class ExpressionScan
{
    internal const int MaxLength = 2000;
    internal const int MaxDepth = 50;
    internal const int MaxOperators = 400;

    /// <summary>The first thing that is not allowed: offset, code and message; null when the text may be parsed.</summary>
    internal static (int Offset, string Code, string Message)? Find(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return (0, "empty", "The condition is empty; write a comparison such as monitoring.Any(m => m.ExceedanceCount > 0).");
        if (text.Length > MaxLength) return (MaxLength, "too_long", $"The condition has {text.Length} characters; {MaxLength} are allowed. Split it into rules or local parameters.");
        var depth = 0;
        var operators = 0;
        var unary = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '"':
                    var close = ClosingQuote(text, i);
                    if (close < 0) return (i, "open_text", "A text starts here and is not closed; end it with a double quote.");
                    i = close;
                    unary = 0;
                    continue;
                case '\'':
                    return (i, "quote", "Write texts in double quotes.");
                case '(' or '[':
                    if (++depth > MaxDepth) return (i, "too_deep", $"Brackets are nested more than {MaxDepth} deep here; simplify the condition.");
                    break;
                case ')' or ']':
                    if (--depth < 0) return (i, "bracket", "This bracket closes nothing.");
                    break;
                case '{' or '}' or ';' or '\\' or '@' or '#' or '`' or '$':
                    return (i, "character", $"The character '{c}' has no meaning in a condition.");
                case > '\u007f':
                    return (i, "character", $"The character '{c}' (U+{(int)c:X4}) is not allowed outside a text; names and signs are plain ASCII.");
                case '!' or '-' or '+':
                    if (++unary > 8) return (i, "too_deep", "Too many signs in a row.");
                    operators++;
                    continue;
                case '<' or '>' or '=' or '&' or '|' or '*' or '/' or '%' or '.' or ',' or '?':
                    operators++;
                    break;
            }

            if (!char.IsWhiteSpace(c)) unary = 0;
            if (operators > MaxOperators) return (i, "too_many", $"The condition has more than {MaxOperators} operators; split it.");
        }

        // "not not not …" recurses like signs do.
        if (text.Split([' ', '\t', '\n', '('], StringSplitOptions.RemoveEmptyEntries).Count(w => w is "not") > 40)
            return (0, "too_deep", "Too many negations; simplify the condition.");
        return depth > 0 ? (text.Length, "bracket", $"{depth} bracket(s) are not closed.") : null;
    }

    private static int ClosingQuote(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '"') return i;
        }

        return -1;
    }
}
