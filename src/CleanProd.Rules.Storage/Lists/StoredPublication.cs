using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;

namespace CleanProd.Rules.Storage.Lists;

/// <summary>A publication as the store knows it.</summary>
/// <param name="Id">Its number in the order of publications.</param>
/// <param name="ListId">The list or amendment that was published.</param>
/// <param name="List">What became public.</param>
/// <param name="Json">Its canonical JSON, as it was kept.</param>
/// <param name="Sha256">SHA-256 of it, lower-case hexadecimal.</param>
/// <param name="Basis">What the list stands on.</param>
public sealed record StoredPublication(long Id, long ListId, PublishedList List, ReadOnlyMemory<byte> Json, string Sha256, ListBasis Basis)
{
    /// <summary>The list that is in force with its amendments; the same unless this is an amendment.</summary>
    public long FirstListId => Basis.Amends ?? ListId;

    /// <summary>The list in force of a list and its amendments in their order.</summary>
    public static CurrentList InForce(IReadOnlyList<StoredPublication> batch) => CurrentList.Of(batch[0].List, batch.Skip(1).Select(a => a.List));
}

/// <summary>An enterprise of a published list or amendment, as it was signed.</summary>
/// <param name="Key">Enterprise and class.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Where it is.</param>
/// <param name="Place">City and county in words; may be empty.</param>
/// <param name="Origin">How it came up: of an amendment, <see cref="EntryOrigin.Removal"/> takes it off.</param>
/// <param name="Grounds">Grounds that list it.</param>
/// <param name="Reasons">Why, with the deciding values.</param>
/// <param name="DeterminationSha256">SHA-256 of its line of <c>determinations.jsonl</c>; empty where no screening stands behind it.</param>
public sealed record PublishedListEntry(
    EntryKey Key, string Name, RegionCode Region, string Place, EntryOrigin Origin, IReadOnlyList<string> Grounds, IReadOnlyList<EntryReason> Reasons, string DeterminationSha256)
{
    internal static PublishedListEntry Of(StoredListEntry stored) => new(
        stored.Entry.Key, stored.Entry.Opening.FacilityName, stored.Entry.Opening.Region, stored.Entry.Opening.Place, stored.Entry.Opening.Origin, stored.Entry.Grounds,
        stored.Entry.Reasons, stored.Entry.Machine.DeterminationSha256);
}

/// <summary>Which publications are sought; what is null is not asked for.</summary>
public sealed record PublicationFilter
{
    /// <summary>Of batches of this year.</summary>
    public int? Year { get; init; }

    /// <summary>Of this kind.</summary>
    public ListKind? Kind { get; init; }

    /// <summary>Of this jurisdiction and those within it.</summary>
    public RegionCode? Jurisdiction { get; init; }
}

/// <summary>An enterprise found in a publication.</summary>
/// <param name="Publication">The publication.</param>
/// <param name="Entry">The enterprise in it.</param>
public sealed record PublishedHit(StoredPublication Publication, PublishedEntry Entry);
