using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Lists;

/// <summary>What became public. Nothing of it ever changes.</summary>
/// <param name="store">Where it is.</param>
public sealed partial class PublicationStore(Store store)
{
    /// <summary>A publication by the number of its list; null when there is no such list or it is not published.</summary>
    public Task<StoredPublication?> FindAsync(long list, CancellationToken ct = default) =>
        store.ReadAsync(async c => (await ReadAsync(c, c.Set<PublicationRow>().Where(p => p.ListId == list), ct)).SingleOrDefault());

    /// <summary>A publication by the SHA-256 of its bytes; null when there is none.</summary>
    public Task<StoredPublication?> FindAsync(string sha256, CancellationToken ct = default) =>
        store.ReadAsync(async c => (await ReadAsync(c, c.Set<PublicationRow>().Where(p => p.Sha256 == sha256), ct)).SingleOrDefault());

    /// <summary>Publications in the order in which they were made.</summary>
    /// <param name="after">Only those after this one; 0 from the first on.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<StoredPublication>> PublicationsSinceAsync(long after, int most, CancellationToken ct = default) =>
        store.ReadAsync(c => ReadAsync(c, c.Set<PublicationRow>().Where(p => p.Id > after).OrderBy(p => p.Id).Take(most), ct));

    /// <summary>A published list and its amendments in their order, for the number of any of them; empty when none is published.</summary>
    public Task<IReadOnlyList<StoredPublication>> BatchAsync(long list, CancellationToken ct = default) => store.ReadAsync(c => BatchAsync(c, list, ct));

    /// <summary>The list in force after all its amendments, for the number of any of them; null when it is not published.</summary>
    public async Task<CurrentList?> CurrentAsync(long list, CancellationToken ct = default) =>
        await BatchAsync(list, ct) is { Count: > 0 } batch ? StoredPublication.InForce(batch) : null;

    /// <summary>The enterprises that a published list or amendment names, as they were signed: with deciding values and the determination behind each.</summary>
    public Task<IReadOnlyList<PublishedListEntry>> PublishedEntriesAsync(long list, CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<PublishedListEntry>>(async c =>
    [
        .. (await ListRecord.EntriesAsync(c, list, null, ct)).Where(e => e.Entry.State == EntryState.Published).Select(PublishedListEntry.Of)
            .OrderBy(e => ListClass.Named(e.Key.ClassId).Order).ThenBy(e => e.Key),
    ]);

    /// <summary>Publications that are sought, the latest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="before">Only those made before this one; null from the latest on.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<StoredPublication>> ListAsync(PublicationFilter filter, long? before, int most, CancellationToken ct = default) => store.ReadAsync(c =>
    {
        var rows = c.Set<PublicationRow>().Where(p => before == null || p.Id < before);
        if (filter.Year is { } year) rows = rows.Where(p => p.Year == year);
        if (filter.Kind is { } kind) rows = rows.Where(p => p.Kind == kind);
        if (filter.Jurisdiction is { } jurisdiction) rows = rows.Where(p => p.Jurisdiction.StartsWith(jurisdiction.Value));
        return ReadAsync(c, rows.OrderByDescending(p => p.Id).Take(most), ct);
    });

    /// <summary>Publications that name an enterprise, the latest first.</summary>
    /// <param name="text">Its code, whole, or a part of its name.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<PublishedHit>> SearchAsync(string text, int most, CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<PublishedHit>>(async c =>
    {
        var hits = await c.Set<PublishedEntryRow>().Where(e => e.FacilityId == text || e.Name.Contains(text))
            .OrderByDescending(e => e.PublicationId).ThenBy(e => e.Line).Take(most).Select(e => new { e.PublicationId, e.Line }).ToListAsync(ct);
        var ids = hits.Select(h => h.PublicationId).Distinct().ToList();
        var publications = (await ReadAsync(c, c.Set<PublicationRow>().Where(p => ids.Contains(p.Id)), ct)).ToDictionary(p => p.Id);
        return [.. hits.Select(h => new PublishedHit(publications[h.PublicationId], publications[h.PublicationId].List.Entries[h.Line - 1]))];
    });

    internal static async Task<IReadOnlyList<StoredPublication>> BatchAsync(StoreContext context, long list, CancellationToken ct)
    {
        var first = await context.Set<ListRow>().Where(l => l.Id == list).Select(l => l.Amends ?? l.Id).SingleOrDefaultAsync(ct);
        var ids = context.Set<ListRow>().Where(l => l.Id == first || l.Amends == first).Select(l => l.Id);
        return await ReadAsync(context, context.Set<PublicationRow>().Where(p => ids.Contains(p.ListId)).OrderBy(p => p.Amendment), ct);
    }

    private static async Task<IReadOnlyList<StoredPublication>> ReadAsync(StoreContext context, IQueryable<PublicationRow> rows, CancellationToken ct)
    {
        var found = await rows.AsNoTracking().ToListAsync(ct);
        var (lists, hashes) = (found.Select(p => p.ListId).ToList(), found.Select(p => p.Sha256).ToList());
        var listById = await context.Set<ListRow>().AsNoTracking().Where(l => lists.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);
        var bytesByHash = await context.Set<StoredDocument>().Where(d => hashes.Contains(d.Sha256)).Select(d => new { d.Sha256, d.Bytes }).ToDictionaryAsync(d => d.Sha256, d => d.Bytes, ct);
        return
        [
            .. found.Select(p => bytesByHash[p.Sha256] is var bytes && DocumentStore.HashOf(bytes) == p.Sha256
                ? new StoredPublication(p.Id, p.ListId, PublishedList.Read(Encoding.UTF8.GetString(bytes)), bytes, p.Sha256, ListBasis.Of(listById[p.ListId]))
                : throw new InvalidDataException($"The publication {p.Sha256} is damaged: restore the store from a backup.")),
        ];
    }
}
