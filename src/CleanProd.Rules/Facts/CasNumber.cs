namespace CleanProd.Rules.Facts;

/// <summary>CAS Registry Numbers (<c>143-33-9</c>): two to seven digits, two digits, and a check digit.</summary>
internal static class CasNumber
{
    /// <summary>
    /// Whether the text is a CAS number with a right check digit: the digits before it, counted from the right and weighted 1, 2, 3 …,
    /// sum to it modulo ten.
    /// </summary>
    public static bool IsValid(string text)
    {
        var parts = text.Split('-');
        if (parts is not [{ Length: >= 2 and <= 7 }, { Length: 2 }, { Length: 1 }] || !parts.All(p => p.All(char.IsAsciiDigit))) return false;
        var digits = parts[0] + parts[1];
        var sum = 0;
        for (var i = 0; i < digits.Length; i++) sum += (digits[^(i + 1)] - '0') * (i + 1);
        return sum % 10 == parts[2][0] - '0';
    }
}
