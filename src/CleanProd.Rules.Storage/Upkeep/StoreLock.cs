namespace CleanProd.Rules.Storage.Upkeep;

/// <summary>
/// Holds a store for one service: a file has room for one host process, because its queue lives in that process. PostgreSQL takes any number, so
/// nothing is held there. The operating system lets go when the process ends, however it ends.
/// </summary>
public sealed class StoreLock : IDisposable
{
    private readonly FileStream? _held;

    private StoreLock(FileStream? held) => _held = held;

    /// <summary>The file that is held beside a store.</summary>
    public static string FileOf(StoreAddress address) => Path.GetFullPath(address.Connection) + ".lock";

    /// <summary>Takes hold of a store; null when another service holds it.</summary>
    /// <exception cref="IOException">The folder is not there or cannot be written.</exception>
    public static StoreLock? TryTake(StoreAddress address)
    {
        if (address.Kind == StoreKind.Postgres) return new(null);
        try
        {
            return new(new FileStream(FileOf(address), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e.GetType() == typeof(IOException) && File.Exists(FileOf(address)))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _held?.Dispose();
}
