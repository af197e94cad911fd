using System.Text;

namespace CleanProd.Rules.Storage;

/// <summary>
/// The one place where files are written. What is for others is written beside its name, flushed to the disk and then renamed: a file is there
/// whole or not at all, and what stood there before stays until then.
/// </summary>
public static class WholeFile
{
    /// <summary>What the name of a file ends with while it is being written.</summary>
    public const string PartSuffix = ".part";

    private const int Buffer = 1 << 16;

    /// <summary>
    /// Told of every step before it is taken, by whoever follows the flow of the listener. Whoever throws an <see cref="IOException"/> is a disk that
    /// fails: nothing else makes every single one fail.
    /// </summary>
    internal static readonly AsyncLocal<Action<DiskStep>?> BeforeStep = new();

    /// <summary>Writes bytes as a file.</summary>
    /// <exception cref="IOException">The file cannot be written; what was there is as it was.</exception>
    public static Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken ct = default) => WriteAsync(path, to => to.WriteAsync(bytes, ct).AsTask());

    /// <summary>Writes text as a file, UTF-8 without a mark.</summary>
    /// <exception cref="IOException">The file cannot be written; what was there is as it was.</exception>
    public static Task WriteAsync(string path, string text, CancellationToken ct = default) => WriteAsync(path, new UTF8Encoding(false).GetBytes(text), ct);

    /// <summary>Writes bytes as a file where nobody waits meanwhile.</summary>
    /// <exception cref="IOException">The file cannot be written; what was there is as it was.</exception>
    public static void Write(string path, ReadOnlyMemory<byte> bytes) => WriteAsync(path, bytes).GetAwaiter().GetResult();

    /// <summary>Writes text as a file, UTF-8 without a mark, where nobody waits meanwhile.</summary>
    /// <exception cref="IOException">The file cannot be written; what was there is as it was.</exception>
    public static void Write(string path, string text) => WriteAsync(path, text).GetAwaiter().GetResult();

    /// <summary>Has a file written.</summary>
    /// <param name="path">Its name. A link stays one: what it leads to is written. Devices (<c>/dev/stdout</c>) are written as they are.</param>
    /// <param name="write">Writes its content.</param>
    /// <param name="replace">Whether a file of that name may be there already.</param>
    /// <param name="ownerOnly">Whether nobody but its owner may read it.</param>
    /// <exception cref="IOException">The file cannot be written; what was there is as it was.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write, bool replace = true, bool ownerOnly = false)
    {
        var file = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
        if (IsDevice(file))
        {
            await using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
            await write(device);
            return;
        }

        if (!replace && File.Exists(file)) throw new IOException($"{path} 已存在。 The file is there already.");
        var part = file + PartSuffix;
        try
        {
            var disk = new DiskStream(Open(part, FileMode.Create, ownerOnly));
            await using (var to = new BufferedStream(disk, Buffer))
            {
                await write(to);
                await to.FlushAsync();
                disk.FlushToDisk();
            }

            Move(part, file, replace);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>Opens a new file of a folder that is moved into its place as a whole later.</summary>
    public static Stream Create(string path) => new BufferedStream(new DiskStream(Open(path, FileMode.CreateNew, ownerOnly: false)), Buffer);

    /// <summary>Gives a file its name.</summary>
    public static void Move(string from, string to, bool replace)
    {
        Before(DiskStep.Rename);
        File.Move(from, to, replace);
    }

    internal static void Before(DiskStep step) => BeforeStep.Value?.Invoke(step);

    private static bool IsDevice(string file) =>
        !OperatingSystem.IsWindows() && (file.StartsWith("/dev/", StringComparison.Ordinal) || file.StartsWith("/proc/", StringComparison.Ordinal));

    private static FileStream Open(string path, FileMode mode, bool ownerOnly)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (ownerOnly && !OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}

/// <summary>What is done to a disk.</summary>
internal enum DiskStep
{
    /// <summary>Bytes are written.</summary>
    Write,

    /// <summary>What was written is to be on the disk.</summary>
    Flush,

    /// <summary>A file gets its name.</summary>
    Rename,
}
