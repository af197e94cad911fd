namespace CleanProd.Rules.Samples;

/// <summary>
/// Unified social credit codes with both check characters right (GB 32100-2015, GB 11714-1997). Written apart from the library's own
/// check, so that one proves the other.
/// </summary>
internal static class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>
    /// The code of an invented enterprise: registered by a market regulator (91), its organisation code begins with YL (样例, sample) and
    /// goes on with six digits, a form no office issues.
    /// </summary>
    public static string Invent(string region, int serial)
    {
        var organisation = $"YL{serial:D6}";
        var body = $"91{region}{organisation}{OrganisationCheck(organisation)}";
        return body + Check(body);
    }

    /// <summary>Whether the last character is the check character of the seventeen before it.</summary>
    public static bool HasRightCheck(string code) => code.Length == 18 && Check(code[..17]) == code[17];

    private static char Check(string body)
    {
        var (sum, weight) = (0, 1);
        foreach (var c in body)
        {
            sum += Alphabet.IndexOf(c, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }

    // Letters count from A = 10 to Z = 35 here, not by their place in the alphabet of 31.
    private static char OrganisationCheck(string organisation)
    {
        var sum = organisation.Select((c, i) => (char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10) * OrganisationWeights[i]).Sum();
        return (11 - (sum % 11)) switch { 10 => 'X', 11 => '0', var digit => (char)('0' + digit) };
    }
}
