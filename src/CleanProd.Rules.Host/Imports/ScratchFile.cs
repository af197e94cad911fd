using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Imports;

/// <summary>A scratch in the system's temporary folder: nothing is left of it when it is disposed or the process ends. No file is made before it is used.</summary>
internal sealed class ScratchFile : IScratch, IDisposable
{
    private readonly Lock _lock = new();
    private FileStream? _file;
    private long _end;

    /// <inheritdoc/>
    public long Put(ReadOnlySpan<byte> bytes)
    {
        long at;
        lock (_lock)
        {
            // Unlinked on Unix, closed with the process on Windows.
            _file ??= new FileStream(
                Path.Combine(Path.GetTempPath(), $"cleanprod-{Guid.NewGuid():N}.tmp"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 0, FileOptions.DeleteOnClose);
            at = _end;
            _end += bytes.Length;
        }

        RandomAccess.Write(_file.SafeFileHandle, bytes, at);
        return at;
    }

    /// <inheritdoc/>
    public void Get(long at, Span<byte> bytes)
    {
        for (var file = _file ?? throw new IOException("Nothing was put into the scratch."); bytes.Length > 0;)
        {
            var count = RandomAccess.Read(file.SafeFileHandle, bytes, at);
            if (count == 0) throw new IOException("The scratch is shorter than what was put into it.");
            bytes = bytes[count..];
            at += count;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();
}
