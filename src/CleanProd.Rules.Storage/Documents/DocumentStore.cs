using System.Security.Cryptography;
using CleanProd.Rules.Lists;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Documents;

/// <summary>Documents kept byte for byte, each content once. Nothing is ever changed or removed.</summary>
/// <param name="store">Where they are.</param>
public sealed class DocumentStore(Store store)
{
    /// <summary>Most bytes of a document.</summary>
    public const int MostBytes = 25 * 1024 * 1024;

    /// <summary>The hash by which a document is known.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Keeps a document in a transaction of its own.</summary>
    /// <param name="name">File name for people.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="RefusedActException"><c>bad_document</c>: empty, or more than <see cref="MostBytes"/>.</exception>
    public async Task<DocumentRef> KeepAsync(string name, byte[] bytes, CancellationToken ct = default)
    {
        if (bytes.Length is 0 or > MostBytes)
            throw new RefusedActException("bad_document", new("文件为空或超过25MB。", "The document is empty or larger than 25 MB."));
        return new(name, await store.WriteAsync(session => KeepAsync(session, bytes, ct), ct));
    }

    /// <summary>Keeps a document in the transaction that needs it; gives its SHA-256.</summary>
    public static async Task<string> KeepAsync(StoreSession session, byte[] bytes, CancellationToken ct = default)
    {
        var sha256 = HashOf(bytes);
        // Two may keep the same content at once: the second finds it there.
        await session.Context.Database.ExecuteSqlAsync(
            $"INSERT INTO documents (sha256, bytes, kept_at) VALUES ({sha256}, {bytes}, {session.Now.UtcDateTime}) ON CONFLICT (sha256) DO NOTHING", ct);
        return sha256;
    }

    /// <summary>Refuses an act that rests on a document nobody has uploaded.</summary>
    /// <exception cref="RefusedActException"><c>bad_document</c>.</exception>
    public static async Task MustBeKeptAsync(StoreSession session, string sha256, CancellationToken ct = default)
    {
        if (!await session.Context.Set<StoredDocument>().AnyAsync(d => d.Sha256 == sha256, ct))
            throw new RefusedActException("bad_document", new("未找到所引用的文件，请先上传。", "The document is not there: upload it first."));
    }

    /// <summary>The bytes of a document; null when there is none.</summary>
    /// <exception cref="InvalidDataException">The stored bytes are not those that were kept.</exception>
    public async Task<byte[]?> FindAsync(string sha256, CancellationToken ct = default)
    {
        var bytes = await store.ReadAsync(c => c.Set<StoredDocument>().Where(d => d.Sha256 == sha256).Select(d => d.Bytes).SingleOrDefaultAsync(ct));
        if (bytes is not null && HashOf(bytes) != sha256)
            throw new InvalidDataException($"The kept document with SHA-256 {sha256} is damaged: restore the store from a backup.");
        return bytes;
    }
}
