using System.Security.Cryptography;

namespace CleanProd.Rules.Host.Access;

/// <summary>Makes one-time passwords and keys.</summary>
internal static class Password
{
    // No characters that are read for one another.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>A password of 100 bits or more.</summary>
    internal static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));

    /// <summary>A key for a machine.</summary>
    internal static string NewKey() => "cpk_" + RandomNumberGenerator.GetString(Letters, 40);
}
