using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Imports;

/// <summary>Files by their content: the same bytes are kept once, and never changed or taken away.</summary>
/// <param name="store">Where they are kept.</param>
public sealed class SourceStore(Store store)
{
    /// <summary>Keeps a file.</summary>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
    /// <param name="content">Its bytes; read from the beginning, perhaps more than once.</param>
    /// <param name="ct">Breaks it off; nothing is kept then.</param>
    /// <exception cref="IOException">The bytes are not those of the hash.</exception>
    public async Task KeepAsync(string name, string sha256, Stream content, CancellationToken ct = default)
    {
        if (await LengthAsync(sha256, ct) is not null) return;
        await store.WriteAsync(
            async session =>
            {
                await session.LockAsync("source/" + sha256, ct);
                content.Position = 0;
                await session.Facts.KeepSourceAsync(name, sha256, content, ct);
            },
            ct);
    }

    /// <summary>Length of a kept file in bytes; null when it is not kept.</summary>
    public Task<long?> LengthAsync(string sha256, CancellationToken ct = default) =>
        store.ReadAsync(c => c.Sources.Where(s => s.Sha256 == sha256).Select(s => (long?)s.Length).SingleOrDefaultAsync(ct));

    /// <summary>Opens a kept file. The stream holds a connection until it is disposed.</summary>
    /// <exception cref="KeyNotFoundException">It is not kept.</exception>
    public Stream Open(string sha256)
    {
        var context = store.NewContext();
        if (context.Sources.Where(s => s.Sha256 == sha256).Select(s => (long?)s.Length).SingleOrDefault() is { } length)
            return new SourceStream(context, sha256, length);
        context.Dispose();
        throw new KeyNotFoundException($"The store keeps no file with SHA-256 {sha256}.");
    }
}
