using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using CleanProd.Rules.Storage.Imports;

namespace CleanProd.Rules.Host.Pages.Imports;

/// <summary>Reads what imports keep: their files as they came.</summary>
internal sealed class ImportReading(ImportStore imports, SourceStore sources, ReferenceData reference) : IPageReader
{
    // Read again whole by a try; of more the import itself tells.
    private const long MostTried = 32 << 20;

    private const int RowsShown = 12;

    /// <summary>A row of a file of an import; null when the file has none, or the import no such file.</summary>
    internal async Task<VerbatimRow?> RowAsync(long import, SourceRef source, CancellationToken ct)
    {
        if (await FileAsync(import, source.File, ct) is not { } file) return null;
        return await Task.Run(() => VerbatimRows.Read(Source(file), new HashSet<(string?, int)> { (source.Sheet, source.Row) }).SingleOrDefault(), ct);
    }

    /// <summary>The beginnings of a file's sheets.</summary>
    /// <exception cref="ImportException">It cannot be read.</exception>
    internal Task<IReadOnlyList<SheetPreview>> PreviewAsync(GivenFile file, CancellationToken ct) => Task.Run(() => SheetPreview.Of(Source(file), RowsShown), ct);

    /// <summary>What an import of a file by a map would give; null when the file is too large to be tried.</summary>
    /// <exception cref="ImportException">It cannot be read.</exception>
    /// <exception cref="ColumnMapException">The map cannot be used.</exception>
    internal async Task<ImportResult?> TryAsync(GivenFile file, string map, int year, CancellationToken ct)
    {
        if (await sources.LengthAsync(file.Sha256, ct) is not { } length || length > MostTried) return null;
        return await Task.Run(() => new DataSetImporter(reference, ColumnMapReader.Read(map, "map"), new ImportArguments(year)).Import([Source(file)], null, ct), ct);
    }

    private async Task<GivenFile?> FileAsync(long import, string name, CancellationToken ct)
    {
        if (await imports.ViewAsync(import, ct) is not { } view) return null;
        return view.Given.FirstOrDefault(f => f.Name == name) ?? view.Files.Where(f => f.Name == name).Select(f => new GivenFile(f.Name, f.Sha256)).FirstOrDefault();
    }

    private SourceFile Source(GivenFile file) => new(file.Name, () => sources.Open(file.Sha256));
}
