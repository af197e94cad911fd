namespace CleanProd.Rules.Facts;

/// <summary>
/// Room for bytes that need not stay in memory: the library has no disk of its own. Several threads use it at once; what was put into it is read
/// back as long as the facts are used that lie there.
/// </summary>
public interface IScratch
{
    /// <summary>Keeps bytes; gives where they lie.</summary>
    /// <exception cref="IOException">There is no room.</exception>
    long Put(ReadOnlySpan<byte> bytes);

    /// <summary>Fills a span with the bytes that lie somewhere.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    void Get(long at, Span<byte> bytes);
}
