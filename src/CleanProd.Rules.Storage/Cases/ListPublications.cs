using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Lists;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>What the stage of lists published.</summary>
/// <param name="store">Where it is.</param>
/// <param name="publications">Publications.</param>
public sealed class ListPublications(Store store, PublicationStore publications) : IPublications
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> PublishedAsync(CancellationToken ct) => store.ReadAsync<IReadOnlyList<string>>(async context =>
    [
        .. (await context.Set<PublicationRow>().Where(p => p.Kind == ListKind.Audit || p.Kind == ListKind.Amendment).OrderBy(p => p.Id).Select(p => p.ListId).ToListAsync(ct))
            .Select(id => PlainNumber.Text(id)),
    ]);

    /// <inheritdoc/>
    public async Task<Publication> ReadAsync(string id, CancellationToken ct) =>
        Told(await publications.FindAsync(Number(id), ct) ?? throw new KeyNotFoundException($"List {id} is not published."));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Publication>> AmendmentsAsync(string id, CancellationToken ct) => [.. (await publications.BatchAsync(Number(id), ct)).Skip(1).Select(Told)];

    /// <summary>The number of a list whose identity a case names.</summary>
    internal static long Number(string id) => long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Publication Told(StoredPublication p) =>
        new(PlainNumber.Text(p.ListId), p.List, p.Basis.ScreenedYear, p.Basis.AsOf, p.Basis.Packs, p.Basis.Amends is { } first ? PlainNumber.Text(first) : null);
}

/// <summary>Amendments drafted by the stage of lists.</summary>
public sealed class ListAmendments : IAmendments
{
    /// <inheritdoc/>
    public async Task<string> DraftAsync(StoreSession session, string list, FacilityId facility, long run, Officer by, string reason, CancellationToken ct) =>
        PlainNumber.Text(await ListStore.DraftAmendmentAsync(session, ListPublications.Number(list), facility, run, by, reason, ct));
}
