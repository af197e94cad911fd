using System.Security.Cryptography;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Host.Imports;

/// <summary>
/// Bytes on their way into the store, in a file of the system's temporary folder: their hash is their key there, a sender may be slow, and no
/// transaction waits for him.
/// </summary>
internal sealed class Spool : IAsyncDisposable
{
    private const int Piece = 1 << 17;

    private Spool(FileStream content, string sha256) => (Content, Sha256) = (content, sha256);

    internal FileStream Content { get; }

    internal string Sha256 { get; }

    /// <summary>Takes all bytes of a stream.</summary>
    /// <exception cref="RefusedActException"><c>bad_file</c>: there are more than <paramref name="most"/>.</exception>
    internal static async Task<Spool> TakeAsync(Stream from, long most, CancellationToken ct)
    {
        var content = new FileStream(
            Path.Combine(Path.GetTempPath(), $"cleanprod-{Guid.NewGuid():N}.tmp"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Piece,
            FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var piece = new byte[Piece];
            for (int count; (count = await from.ReadAsync(piece, ct)) > 0;)
            {
                if (content.Length + count > most)
                    throw new RefusedActException("bad_file", new($"文件超过 {most >> 20} MB。", $"The file is larger than {most >> 20} MB."));
                hash.AppendData(piece, 0, count);
                await content.WriteAsync(piece.AsMemory(0, count), ct);
            }

            content.Position = 0;
            return new(content, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
