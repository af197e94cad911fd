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
    /// <exception cref="RefusedActException"><c>bad_file</c>: there are more than <paramref name="most"/>; <c>no_room</c>: the disk takes no more.</exception>
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
                await KeepAsync(content, piece.AsMemory(0, count), ct);
            }

            await KeepAsync(content, default, ct);
            content.Position = 0;
            return new(content, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            await LetGoAsync(content);
            throw;
        }
    }

    // Nothing of the sender's: the disk of this service.
    private static async Task KeepAsync(FileStream content, ReadOnlyMemory<byte> piece, CancellationToken ct)
    {
        try
        {
            if (piece.IsEmpty) await content.FlushAsync(ct);
            else await content.WriteAsync(piece, ct);
        }
        catch (IOException)
        {
            throw new RefusedActException("no_room", new("服务器临时文件夹已满或不可写，文件未收下，请联系管理员后重试。", "The temporary folder of the server is full or cannot be written; the file was not taken. Tell an administrator, then try again."));
        }
    }

    // What a full disk did not take it does not take at the end either.
    private static async Task LetGoAsync(FileStream content)
    {
        try
        {
            await content.DisposeAsync();
        }
        catch (IOException)
        {
            // Told already.
        }
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
