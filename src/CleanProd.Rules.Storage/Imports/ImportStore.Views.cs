using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Tables;
using CleanProd.Rules.Storage.Upkeep;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Imports;

// What is told of imports.
public sealed partial class ImportStore
{
    /// <summary>An import; null when there is none of that number.</summary>
    public Task<StoredImport?> FindAsync(long import, CancellationToken ct = default) => store.ReadFactsAsync(f => f.FindImportAsync(import, ct), ct);

    /// <summary>All that is told of an import at one moment; null when there is none of that number.</summary>
    public async Task<ImportView?> ViewAsync(long import, CancellationToken ct = default)
    {
        // A state read at one moment and its reason at an earlier one would tell of a failure without a reason.
        await using var moment = await StoreSnapshot.TakeAsync(store, ct);
        var (context, facts) = (moment.Context, FactStore.Over(moment));
        if (await facts.FindImportAsync(import, ct) is not { } stored) return null;
        var job = await context.Set<ImportJobEntry>().SingleOrDefaultAsync(j => j.ImportId == import, ct);
        var given = await context.Set<ImportUploadEntry>().Where(u => u.ImportId == import).OrderBy(u => u.RowNo).ToListAsync(ct);
        var accepted = await context.Set<AcceptedFindingEntry>().CountAsync(f => f.ImportId == import, ct);
        var files = new List<ImportedFile>();
        await foreach (var file in facts.ReadFilesAsync(import, ct)) files.Add(file);
        var findings = await facts.CountFindingsAsync(import, ct);
        var errors = findings.GetValueOrDefault(FindingSeverity.Error);
        return new ImportView(
            stored, stored.State == ImportState.Queued && job?.Token is not null, job is null ? null : new(job.File ?? "", job.Rows),
            job is { FailureZh: { } zh, FailureEn: { } en } ? new Wording(zh, en) : null,
            [.. given.Select(g => new GivenFile(g.Name, g.Sha256))], files, findings, stored.State == ImportState.Waiting ? errors - accepted : 0,
            await facts.ImportActsAsync(import, ct));
    }

    /// <summary>Imports of jurisdictions, the newest first.</summary>
    /// <param name="within">Jurisdictions, each with all that lies in it.</param>
    /// <param name="state">Only in this state; null for all.</param>
    /// <param name="before">Only with a smaller number; null from the newest on.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<StoredImport>> ListAsync(
        IReadOnlyList<RegionCode> within, ImportState? state, long? before, int most, CancellationToken ct = default)
    {
        var word = state is { } s ? Words<ImportState>.Text(s) : null;
        return store.ReadAsync<IReadOnlyList<StoredImport>>(async c =>
            [.. (await c.Imports.Within(new Reach(within, []), i => i.Region)
                .Where(i => (word == null || i.State == word) && (before == null || i.Id < before))
                .OrderByDescending(i => i.Id).Take(most).ToListAsync(ct)).Select(FactStore.Stored)]);
    }

    /// <summary>Findings of an import in the order they were given.</summary>
    public async Task<IReadOnlyList<NumberedFinding>> FindingsAsync(long import, FindingQuery which, CancellationToken ct = default)
    {
        var found = await store.ReadFactsAsync(f => f.FindFindingsAsync(import, which, ct), ct);
        if (found.Count == 0) return [];
        var (first, last) = (found[0].Number, found[^1].Number);
        var accepted = await store.ReadAsync(c => c.Set<AcceptedFindingEntry>()
            .Where(f => f.ImportId == import && f.RowNo >= first && f.RowNo <= last).ToDictionaryAsync(f => f.RowNo, ct));
        return [.. found.Select(f => new NumberedFinding(
            f.Number, f.Finding, accepted.TryGetValue(f.Number, out var by) ? new(by.By, by.At, by.Reason) : null))];
    }

    /// <summary>Name under which a file was handed in with an import; null when it was not.</summary>
    public Task<string?> FileNameAsync(long import, string sha256, CancellationToken ct = default) => store.ReadFactsAsync(
        async facts =>
        {
            var given = await store.ReadAsync(c => c.Set<ImportUploadEntry>().Where(u => u.ImportId == import && u.Sha256 == sha256)
                .OrderBy(u => u.RowNo).Select(u => u.Name).FirstOrDefaultAsync(ct));
            if (given is not null) return given;
            await foreach (var file in facts.ReadFilesAsync(import, ct))
                if (file.Sha256 == sha256) return file.Name;
            return null;
        },
        ct);

    /// <summary>Where facilities lie, as far as it is known.</summary>
    public Task<IReadOnlyDictionary<FacilityId, RegionCode>> KnownPlacesAsync(IReadOnlyList<FacilityId> facilities, CancellationToken ct = default) =>
        store.ReadFactsAsync(f => f.KnownPlacesAsync(facilities, ct), ct);
}
