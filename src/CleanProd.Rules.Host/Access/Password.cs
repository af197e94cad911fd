using System.Security.Cryptography;

namespace CleanProd.Rules.Host.Access;

/// <summary>Makes one-time passwords and keys.</summary>
internal static class Password
{
    // No characters that are read for one another.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>A password of 100 bits or more that passes the rules for passwords.</summary>
    internal static string New()
    {
        while (true)
        {
            var password = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));
            // One in twenty has no digit, and would be refused.
            if (password.Any(char.IsAsciiDigit) && password.Any(char.IsAsciiLetterUpper) && password.Any(char.IsAsciiLetterLower)) return password;
        }
    }

    /// <summary>A key for a machine.</summary>
    internal static string NewKey() => "cpk_" + RandomNumberGenerator.GetString(Letters, 40);
}
