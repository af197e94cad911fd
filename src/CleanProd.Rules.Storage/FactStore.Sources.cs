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
        await WriteAsync(ImportTables.SourceParts, Numbered(sha256, Parts(content, hash).Select(Counted)), ct);
        // The bytes that are kept must be the bytes that were judged: somebody may have saved the file in between.
        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != sha256)
            throw new IOException($"'{name}' changed while it was imported: import it again.");
        await _context.SaveChangesAsync(ct);

        byte[] Counted(byte[] part)
        {
            entry.Length += part.Length;
            return part;
        }
    }

    // The next part is read and hashed while the database takes the one before it. A part is good until the next but one is asked for.
    private static IEnumerable<byte[]> Parts(Stream stream, IncrementalHash hash)
    {
        var (spare, next) = (new byte[PartLength], Task.Run(() => Part(new byte[PartLength])));
        try
        {
            while (next.GetAwaiter().GetResult() is { Length: > 0 } part)
            {
                var room = spare;
                next = part.Length == PartLength ? Task.Run(() => Part(room)) : Task.FromResult<byte[]>([]);
                spare = part;
                yield return part;
            }
        }
        finally
        {
            // Whoever stops in the middle may close the stream.
            ((IAsyncResult)next).AsyncWaitHandle.WaitOne();
        }

        byte[] Part(byte[] room)
        {
            var length = stream.ReadAtLeast(room, PartLength, throwOnEndOfStream: false);
            hash.AppendData(room, 0, length);
            return length == PartLength ? room : room[..length];
        }
    }
}
