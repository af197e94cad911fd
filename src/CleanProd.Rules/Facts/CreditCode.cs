using System.Text;

namespace CleanProd.Rules.Facts;

/// <summary>What is wrong with a text that should be a unified social credit code.</summary>
public enum CreditCodeFault
{
    /// <summary>Nothing: length, alphabet and both check characters are right.</summary>
    None,

    /// <summary>Nothing was filled in: blank, <c>0</c>, <c>-</c>, 无.</summary>
    Placeholder,

    /// <summary>Not 18 characters, or a character that never occurs (I, O, S, V, Z), or letters in the six digits of the division.</summary>
    Form,

    /// <summary>The last character does not fit the other 17 (GB 32100-2015).</summary>
    CheckCharacter,

    /// <summary>The check character of the organisation code inside (characters 9 to 17, GB 11714-1997) does not fit.</summary>
    OrganisationCode,
}

/// <summary>
/// The 18-character unified social credit code (统一社会信用代码, GB 32100-2015). Real companies of the 2015 pilots carry check
/// characters that do not compute, so that a failed check is a reason to ask, never a reason to refuse.
/// </summary>
public static class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Without outer space and invisible characters, full width to half width, upper case. O and I stay: guessing is not cleaning.</summary>
    public static string Normalize(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || Invisible(c)) continue;
            clean.Append(char.ToUpperInvariant(c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c));
        }

        return clean.ToString();
    }

    /// <summary>Whether a text has the outer form of a credit code, 18 letters and digits, and is worth checking.</summary>
    public static bool LooksLikeOne(string normalized) => normalized.Length == 18 && normalized.All(char.IsAsciiLetterOrDigit);

    /// <summary>Checks a text after <see cref="Normalize"/>.</summary>
    public static CreditCodeFault Check(string normalized)
    {
        if (normalized.Trim('-', '0', '/', '.', '\\', '_', '*', '无') is "" or "NULL" or "N/A" or "NA") return CreditCodeFault.Placeholder;
        if (normalized.Length != 18 || normalized.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal))) return CreditCodeFault.Form;
        if (normalized[2..8].Any(c => !char.IsAsciiDigit(c))) return CreditCodeFault.Form;
        if (CheckCharacter(normalized) != normalized[17]) return CreditCodeFault.CheckCharacter;
        return OrganisationCheck(normalized[8..16]) == normalized[16] ? CreditCodeFault.None : CreditCodeFault.OrganisationCode;
    }

    /// <summary>The last character that the first 17 ask for (GB 32100: weights 3^(i-1) mod 31).</summary>
    /// <param name="code">At least 17 characters of the alphabet.</param>
    public static char CheckCharacter(string code)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += Alphabet.IndexOf(code[i], StringComparison.Ordinal) * Weights[i];
        return Alphabet[(31 - sum % 31) % 31];
    }

    // GB 11714 counts letters A=10 to Z=35, all 26 of them: not the alphabet of the whole code.
    private static char OrganisationCheck(string eight)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++) sum += (char.IsAsciiDigit(eight[i]) ? eight[i] - '0' : eight[i] - 'A' + 10) * OrganisationWeights[i];
        return (11 - sum % 11) switch { 10 => 'X', 11 => '0', var digit => (char)('0' + digit) };
    }

    private static bool Invisible(char c) => c is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff';
}
