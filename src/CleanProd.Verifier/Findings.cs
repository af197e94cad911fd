using System.Security.Cryptography;

namespace CleanProd.Verifier;

/// <summary>What was found: faults, and what was looked at.</summary>
internal sealed class Findings
{
    internal List<string> Faults { get; } = [];

    internal List<string> Notes { get; } = [];

    /// <summary>Notes a fault unless something holds.</summary>
    internal void Must(bool holds, string otherwise)
    {
        if (!holds) Faults.Add(otherwise);
    }

    internal static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
