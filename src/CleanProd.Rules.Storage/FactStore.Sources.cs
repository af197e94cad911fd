using System.Security.Cryptography;
using CleanProd.Rules.Import;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage;

public sealed partial class FactStore
{
    internal const int PartLength = 1 << 20;

    /// <summary>Copies a source file out of the store, whole.</summary>
    /// <param name="sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
    /// <param name="to">Where to.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="KeyNotFoundException">The store has no such file.</exception>
    /// <exception cref="InvalidDataException">The stored bytes are not those that were kept.</exception>
    public async Task CopySourceAsync(string sha256, Stream to, CancellationToken ct = default)
    {
        if (!await _context.Sources.AnyAsync(s => s.Sha256 == sha256, ct))
            throw new KeyNotFoundException($"The store keeps no file with SHA-256 {sha256}.");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var part in ReadAsync(ImportTables.SourceParts, sha256, ct))
        {
            hash.AppendData(part);
            await to.WriteAsync(part, ct);
        }

        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != sha256)
            throw new InvalidDataException($"The kept file with SHA-256 {sha256} is damaged: restore the store from a backup.");
    }

    private async Task SaveSourceAsync(ImportedFile file, IReadOnlyList<SourceFile> sources, CancellationToken ct)
    {
        var source = sources.FirstOrDefault(s => s.Name == file.Name)
            ?? throw new ArgumentException($"'{file.Name}' was imported but is not among the sources to keep.", nameof(sources));
        if (await _context.Sources.AnyAsync(s => s.Sha256 == file.Sha256, ct)) return;
        await using var stream = source.Open();
        await KeepSourceAsync(file.Name, file.Sha256, stream, ct);
    }

    /// <summary>Keeps a file in the transaction that is open, unless its bytes are kept already.</summary>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="sha256">SHA-256 of its bytes.</param>
    /// <param name="content">Its bytes, at their beginning.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="IOException">The bytes are not those of the hash.</exception>
    internal async Task KeepSourceAsync(string name, string sha256, Stream content, CancellationToken ct)
    {
        if (await _context.Sources.AnyAsync(s => s.Sha256 == sha256, ct)) return;
        var entry = new SourceEntry { Sha256 = sha256, Length = 0 };
        _context.Sources.Add(entry);
        await _context.SaveChangesAsync(ct);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await WriteAsync(ImportTables.SourceParts, Numbered(sha256, Parts(content).Select(Counted)), ct);
        // The bytes that are kept must be the bytes that were judged: somebody may have saved the file in between.
        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != sha256)
            throw new IOException($"'{name}' changed while it was imported: import it again.");
        await _context.SaveChangesAsync(ct);

        byte[] Counted(byte[] part)
        {
            hash.AppendData(part);
            entry.Length += part.Length;
            return part;
        }
    }

    private static IEnumerable<byte[]> Parts(Stream stream)
    {
        while (true)
        {
            var part = new byte[PartLength];
            var length = stream.ReadAtLeast(part, PartLength, throwOnEndOfStream: false);
            if (length == 0) yield break;
            yield return length == PartLength ? part : part[..length];
        }
    }
}
