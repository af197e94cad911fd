using System.Security.Cryptography;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists.Review;

namespace CleanProd.Rules.Lists.Publication;

/// <summary>
/// A list as it becomes public: no accounts, no machine outcomes of others, deciding values only where the law publishes them. Its JSON is
/// canonical: the same list gives the same bytes.
/// </summary>
/// <param name="Number">Number of the document.</param>
/// <param name="Title">Title.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Year">Year of the batch.</param>
/// <param name="Batch">Number of the batch.</param>
/// <param name="Jurisdiction">The jurisdiction that publishes.</param>
/// <param name="JurisdictionName">Its name.</param>
/// <param name="PublishedOn">Day of publication.</param>
/// <param name="Organs">Who publishes: the publisher, then who signed.</param>
/// <param name="Instrument">The law applied.</param>
/// <param name="Entries">By class in the order of lists, then by enterprise.</param>
public sealed record PublishedList(
    string Number, Wording Title, ListKind Kind, int Year, int Batch, RegionCode Jurisdiction, Wording JurisdictionName, DateOnly PublishedOn,
    IReadOnlyList<Wording> Organs, Wording Instrument, IReadOnlyList<PublishedEntry> Entries)
{
    /// <summary>Number of the amendment; null for other kinds.</summary>
    public int? Amendment { get; init; }

    /// <summary>Canonical JSON, UTF-8.</summary>
    public byte[] ToJson() => EventJson.Bytes(this);

    /// <summary>SHA-256 of the JSON, lower-case hexadecimal.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(ToJson()));

    /// <summary>CSV, UTF-8 with byte order mark.</summary>
    public byte[] ToCsv(DocumentLanguage language) => PublishedCsv.Write(this, language);

    /// <summary>Reads the canonical JSON.</summary>
    /// <exception cref="FormatException">It is not of this form.</exception>
    public static PublishedList Read(string json) => EventJson.Read<PublishedList>(json);

    /// <summary>What becomes public of the included entries.</summary>
    internal static PublishedList Of(ListHead head, string number, DateOnly publishedOn, IReadOnlyCollection<ListEntry> entries, ListProcedure procedure)
    {
        var included = entries.Where(e => e.Included).ToArray();
        var sides = included.GroupBy(e => e.Opening.ClassId, StringComparer.Ordinal)
            .SelectMany(c => procedure.SignaturesOf(c.Key, c.SelectMany(e => e.Grounds).Distinct(StringComparer.Ordinal), head.Publisher))
            .Distinct().Order().Prepend(head.Publisher);
        return new(
            number, head.Title, head.Kind, head.Year, head.Batch, head.Jurisdiction, head.JurisdictionName, publishedOn,
            head.Organs.Count > 0 ? head.Organs : [.. sides.Select(ReviewWords.Of)], head.Instrument,
            PublishedEntry.Ordered(included.Select(e => PublishedEntry.Of(head.Kind, e))))
        {
            Amendment = head.Amendment,
        };
    }
}

/// <summary>How an enterprise stands on a published list.</summary>
public enum PublishedChange
{
    /// <summary>列入: on a list that is no amendment.</summary>
    Listed,

    /// <summary>增列: an amendment adds it.</summary>
    Joined,

    /// <summary>移出: an amendment takes it off.</summary>
    Left,

    /// <summary>更正: an amendment gives it another reason.</summary>
    Changed,
}

/// <summary>One enterprise of a published list.</summary>
/// <param name="FacilityId">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Division code.</param>
/// <param name="Place">City and county in words; may be empty.</param>
/// <param name="ClassId">Class of the list.</param>
/// <param name="ClassName">Its name.</param>
/// <param name="Change">How it stands on the list.</param>
/// <param name="Reasons">Why, with clauses; with the deciding values on a list of polluters only.</param>
public sealed record PublishedEntry(
    FacilityId FacilityId, string Name, RegionCode Region, string Place, string ClassId, Wording ClassName, PublishedChange Change, IReadOnlyList<EntryReason> Reasons)
{
    /// <summary>Enterprise and class.</summary>
    public EntryKey Key => new(FacilityId, ClassId);

    internal static PublishedEntry Of(ListKind kind, ListEntry entry) => new(
        entry.Opening.FacilityId, entry.Opening.FacilityName, entry.Opening.Region, entry.Opening.Place, entry.Opening.ClassId,
        ListClass.Named(entry.Opening.ClassId).Name, ChangeOf(kind, entry.Opening.Origin),
        kind == ListKind.Polluters ? entry.Reasons : [.. entry.Reasons.Select(r => r with { Facts = [] })]);

    internal static PublishedEntry[] Ordered(IEnumerable<PublishedEntry> entries) =>
        [.. entries.OrderBy(e => ListClass.Named(e.ClassId).Order).ThenBy(e => e.Key)];

    private static PublishedChange ChangeOf(ListKind kind, EntryOrigin origin) => (kind, origin) switch
    {
        (not ListKind.Amendment, _) => PublishedChange.Listed,
        (_, EntryOrigin.Removal) => PublishedChange.Left,
        (_, EntryOrigin.Change) => PublishedChange.Changed,
        _ => PublishedChange.Joined,
    };
}
