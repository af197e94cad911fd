using CleanProd.Rules.Storage.Imports;
using CleanProd.Rules.Host.Serve;

namespace CleanProd.Rules.Host.Imports;

/// <summary>Where data sets are handed in, whichever way they come: upload, push, inbox, command line.</summary>
internal sealed class ImportDesk(ImportStore imports, SourceStore sources, ServiceOptions options)
{
    /// <summary>Most bytes of one file.</summary>
    internal const long MostBytes = 4L << 30;

    /// <summary>Keeps the bytes of a file.</summary>
    internal async Task<GivenFile> KeepAsync(string name, Stream content, CancellationToken ct)
    {
        await using var spool = await Spool.TakeAsync(content, MostBytes, ct);
        await sources.KeepAsync(name, spool.Sha256, spool.Content, ct);
        return new(name, spool.Sha256);
    }

    /// <summary>Takes a data set in. Who reads it is the caller's to say; it is looked after if nobody does.</summary>
    internal Task<GivenImport> HandInAsync(NewImport given, CancellationToken ct) => imports.HandInAsync(given, options.Lease, ct);
}
