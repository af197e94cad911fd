using System.Security.Cryptography;

namespace CleanProd.Rules.Host.Access;

/// <summary>Makes one-time passwords and keys.</summary>
internal static class Password
{
    // No characters that are read for one another.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>A password of 100 bits or more that every rule for passwords allows.</summary>
    internal static string New()
    {
        while (true)
        {
            var drawn = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));
            // One in twenty has no digit.
            if (drawn.Any(char.IsAsciiDigit) && drawn.Any(char.IsAsciiLetterLower) && drawn.Any(char.IsAsciiLetterUpper)) return drawn;
        }
    }

    /// <summary>A key for a machine.</summary>
    internal static string NewKey() => "cpk_" + RandomNumberGenerator.GetString(Letters, 40);
}
