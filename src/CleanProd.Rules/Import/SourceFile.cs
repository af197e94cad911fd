namespace CleanProd.Rules.Import;

/// <summary>A file of a data set. The library reads streams only; who has a disk opens them.</summary>
/// <param name="Name">Path relative to the data set, with forward slashes.</param>
/// <param name="Open">Opens the file from its beginning; called more than once.</param>
public sealed record SourceFile(string Name, Func<Stream> Open)
{
    /// <summary>Name without folders.</summary>
    public string BaseName => Name[(Name.LastIndexOf('/') + 1)..];
}

/// <summary>What a column map may ask of the person who imports.</summary>
/// <param name="Year">The screened year: <c>{"argument":"year"}</c>.</param>
public sealed record ImportArguments(int Year);

/// <summary>How far an import has come.</summary>
/// <param name="File">File being read.</param>
/// <param name="Rows">Rows read so far, over all files.</param>
public sealed record ImportProgress(string File, long Rows);

/// <summary>
/// The input as a whole cannot be used: no file, no table, a damaged file, a decompression bomb. The message names the file, what was
/// expected and what to do; nothing has been imported.
/// </summary>
public sealed class ImportException : Exception
{
    /// <summary>An exception with its message.</summary>
    public ImportException(string message) : base(message) { }

    /// <summary>An exception with its message and what caused it.</summary>
    public ImportException(string message, Exception inner) : base(message, inner) { }
}
