using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage;

public sealed partial class FactStore
{
    /// <summary>
    /// Keeps an import whole (facts, findings, counts, and the bytes of its files) or, when anything fails, not at all. It holds at once,
    /// whatever its findings: for the store of one screening, where nobody waits for an answer.
    /// </summary>
    /// <param name="import">What the importer gave.</param>
    /// <param name="sources">The files it read; kept by their content, so that the same bytes are kept once.</param>
    /// <param name="knownAt">When the facts became known.</param>
    /// <param name="ct">Breaks it off; nothing is kept then.</param>
    /// <returns>The number of the import.</returns>
    /// <exception cref="IOException">A file cannot be read, or its bytes are not those that were imported.</exception>
    public async Task<long> SaveImportAsync(
        ImportResult import, IReadOnlyList<SourceFile> sources, DateTimeOffset knownAt, CancellationToken ct = default) =>
        (await KeepAsync(import, sources, new ImportOrder(RegionCode.Nation, ImportMode.Adds, Officer.System, knownAt), null, ImportActKind.Taken, ct)).Id;

    /// <summary>
    /// Keeps an import like <see cref="SaveImportAsync"/>. With findings that are errors it waits until they are accepted or refused. Files that
    /// were given the same way before, and neither refused nor undone since, are not kept again.
    /// </summary>
    /// <param name="import">What the importer gave.</param>
    /// <param name="sources">The files it read.</param>
    /// <param name="order">Who gives it, for which jurisdiction, and how.</param>
    /// <param name="ct">Breaks it off; nothing is kept then.</param>
    /// <exception cref="IOException">A file cannot be read, or its bytes are not those that were imported.</exception>
    public async Task<ReceivedImport> ReceiveImportAsync(
        ImportResult import, IReadOnlyList<SourceFile> sources, ImportOrder order, CancellationToken ct = default)
    {
        var key = order.ContentKey(import.Files.Select(f => f.Sha256));
        if (await SameAsync(key, ct) is { } same) return new(same, Repeated: true);
        try
        {
            return new(Stored(await KeepAsync(import, sources, order, key, ActFor(import), ct)), Repeated: false);
        }
        catch (DbUpdateException)
        {
            // Somebody else gave the same files at the same moment: the database let only one of the two in.
            if (await SameAsync(key, ct) is { } first) return new(first, Repeated: true);
            throw;
        }
    }

    private static ImportActKind ActFor(ImportResult import) =>
        import.Findings.Any(f => f.Severity == FindingSeverity.Error) ? ImportActKind.Received : ImportActKind.Taken;

    private async Task<StoredImport?> SameAsync(string key, CancellationToken ct)
    {
        string[] holding = [Words<ImportState>.Text(ImportState.Queued), Words<ImportState>.Text(ImportState.Waiting), Words<ImportState>.Text(ImportState.Effective)];
        var entry = await _context.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.ContentKey == key && holding.Contains(i.State), ct);
        return entry is null ? null : Stored(entry);
    }

    private async Task<ImportEntry> KeepAsync(
        ImportResult import, IReadOnlyList<SourceFile> sources, ImportOrder order, string? key, ImportActKind act, CancellationToken ct)
    {
        await using var transaction = await _context.Database.BeginTransactionAsync(ct);
        var state = ImportLife.Next(null, act);
        var entry = new ImportEntry
        {
            KnownAt = order.At.UtcDateTime,
            Region = order.Region.Value,
            Mode = Words<ImportMode>.Text(order.Mode),
            State = Words<ImportState>.Text(state),
            EffectiveAt = state == ImportState.Effective ? order.At.UtcDateTime : null,
            Actor = order.By.Id,
            Year = order.Year,
            Label = order.Label,
            Map = order.Map,
            ContentKey = key,
        };
        try
        {
            _context.Imports.Add(entry);
            await _context.SaveChangesAsync(ct);
            await AddActAsync(entry.Id, act, order.By, order.At, null, ct);
            foreach (var file in import.Files) await SaveSourceAsync(file, sources, ct);
            await WriteContentAsync(Stored(entry), import, ct);
            await JournalAsync(entry.Id, act, order.By, order.At, Given(Stored(entry), order.MapHash, import), ct);
            await transaction.CommitAsync(ct);
            return entry;
        }
        finally
        {
            // What was rolled back must not be remembered as saved.
            _context.ChangeTracker.Clear();
        }
    }

    private async Task WriteContentAsync(StoredImport import, ImportResult content, CancellationToken ct)
    {
        await WriteFactsAsync(import.Id, content.Facts.Facilities, ct);
        await WriteAsync(ImportTables.Files, Numbered(import.Id, content.Files), ct);
        await WriteAsync(ImportTables.TablesGiven, Numbered(import.Id, content.Facts.TablesGiven.Order(StringComparer.Ordinal)), ct);
        await WriteAsync(ImportTables.YearsGiven, Numbered(import.Id, Years(content.Facts)), ct);
        await WriteAsync(ImportTables.Findings, Numbered(import.Id, content.Findings), ct);
        if (import.State == ImportState.Effective) await IndexNewAsync(import.Id, import.Region, ct);
    }

    private static object Given(StoredImport import, string? map, ImportResult content) => new
    {
        state = Words<ImportState>.Text(import.State), mode = Words<ImportMode>.Text(import.Mode), region = import.Region.Value, year = import.Year, map,
        files = content.Files.Select(f => f.Sha256).ToArray(), facilities = content.Facts.Facilities.Count,
    };

    private static IEnumerable<(string Table, int Year)> Years(FactSet facts) =>
        from table in ImportScope.YearsGiven(facts).OrderBy(t => t.Key, StringComparer.Ordinal)
        from year in table.Value
        select (table.Key, year);

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
