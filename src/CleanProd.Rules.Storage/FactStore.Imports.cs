using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage;

public sealed partial class FactStore
{
    /// <summary>Keeps an import whole (facts, findings, counts, and the bytes of its files) or, when anything fails, not at all.</summary>
    /// <param name="import">What the importer gave.</param>
    /// <param name="sources">The files it read; kept by their content, so that the same bytes are kept once.</param>
    /// <param name="knownAt">When the facts became known.</param>
    /// <param name="ct">Breaks it off; nothing is kept then.</param>
    /// <returns>The number of the import.</returns>
    /// <exception cref="IOException">A file cannot be read, or its bytes are not those that were imported.</exception>
    public async Task<long> SaveImportAsync(
        ImportResult import, IReadOnlyList<SourceFile> sources, DateTimeOffset knownAt, CancellationToken ct = default)
    {
        await using var transaction = await _context.Database.BeginTransactionAsync(ct);
        var entry = new ImportEntry { KnownAt = knownAt.UtcDateTime };
        try
        {
            _context.Imports.Add(entry);
            await _context.SaveChangesAsync(ct);
            await WriteFactsAsync(entry.Id, import.Facts.Facilities, ct);
            await WriteAsync(ImportTables.Files, Numbered(entry.Id, import.Files), ct);
            await WriteAsync(ImportTables.TablesGiven, Numbered(entry.Id, import.Facts.TablesGiven.Order(StringComparer.Ordinal)), ct);
            await WriteAsync(ImportTables.Findings, Numbered(entry.Id, import.Findings), ct);
            foreach (var file in import.Files) await SaveSourceAsync(file, sources, ct);
            await transaction.CommitAsync(ct);
            return entry.Id;
        }
        finally
        {
            // What was rolled back must not be remembered as saved.
            _context.ChangeTracker.Clear();
        }
    }

    /// <summary>The number of the newest import; null when there is none.</summary>
    public Task<long?> NewestImportAsync(CancellationToken ct = default) =>
        _context.Imports.MaxAsync(i => (long?)i.Id, ct);

    /// <summary>Names of the tables that an import gave at all, even if about other facilities.</summary>
    public async Task<IReadOnlySet<string>> TablesGivenAsync(long import, CancellationToken ct = default)
    {
        var tables = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var table in ReadAsync(ImportTables.TablesGiven, import, ct)) tables.Add(table);
        return tables;
    }

    /// <summary>The files of an import, with their counts.</summary>
    public IAsyncEnumerable<ImportedFile> ReadFilesAsync(long import, CancellationToken ct = default) =>
        ReadAsync(ImportTables.Files, import, ct);

    /// <summary>The findings of an import, in the order they were given.</summary>
    public IAsyncEnumerable<Finding> ReadFindingsAsync(long import, CancellationToken ct = default) =>
        ReadAsync(ImportTables.Findings, import, ct);

    private static IEnumerable<(object[] Keys, T Record)> Numbered<T>(object owner, IEnumerable<T> records) =>
        records.Select((record, number) => (new[] { owner, number }, record));
}
