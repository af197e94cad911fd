using System.Security.Cryptography;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage;

/// <summary>Files kept whole by their content: rule packs, reference tables, documents behind decisions. The same bytes are kept once.</summary>
/// <param name="store">Where they are kept.</param>
public sealed class KeptFiles(Store store)
{
    private const int PartLength = 1 << 20;

    /// <summary>Keeps a file with the session's transaction.</summary>
    /// <returns>SHA-256 of its bytes, lower-case hexadecimal.</returns>
    public static async Task<string> KeepAsync(StoreSession session, ReadOnlyMemory<byte> bytes, CancellationToken ct = default)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var context = session.Context;
        // Two who keep the same file at once must not meet on its key.
        await session.LockAsync($"file/{sha256}", ct);
        if (context.Sources.Local.Any(s => s.Sha256 == sha256) || await context.Sources.AnyAsync(s => s.Sha256 == sha256, ct)) return sha256;
        context.Sources.Add(new SourceEntry { Sha256 = sha256, Length = bytes.Length });
        var parts = context.Set<Dictionary<string, object>>(ImportTables.SourceParts.Name);
        for (var (at, number) = (0, 0); at < bytes.Length; at += PartLength, number++)
        {
            var part = bytes.Slice(at, Math.Min(PartLength, bytes.Length - at)).ToArray();
            parts.Add(new() { ["sha256"] = sha256, [StoredTables.RowNo.Name] = number, ["bytes"] = part });
        }

        return sha256;
    }

    /// <summary>The bytes of a kept file.</summary>
    /// <exception cref="KeyNotFoundException">The store has no such file.</exception>
    /// <exception cref="InvalidDataException">The stored bytes are not those that were kept.</exception>
    public async Task<byte[]> ReadAsync(string sha256, CancellationToken ct = default)
    {
        await using var facts = await store.OpenFactsAsync(ct);
        using var to = new MemoryStream();
        await facts.CopySourceAsync(sha256, to, ct);
        return to.ToArray();
    }
}
