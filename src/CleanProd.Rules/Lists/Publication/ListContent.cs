using System.Security.Cryptography;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists.Review;

namespace CleanProd.Rules.Lists.Publication;

/// <summary>
/// What a department signs: the included entries of a class with their reasons, in ordinal order, together with what list they are of.
/// The order in which entries are given does not matter; whoever joins, leaves or is listed for another reason makes it another content.
/// </summary>
/// <param name="ClassId">The class.</param>
/// <param name="Keys">The included enterprises.</param>
/// <param name="Json">Canonical JSON, UTF-8.</param>
/// <param name="Sha256">SHA-256 of it, lower-case hexadecimal.</param>
public sealed record ListContent(string ClassId, IReadOnlyList<EntryKey> Keys, ReadOnlyMemory<byte> Json, string Sha256)
{
    /// <summary>The content of a class.</summary>
    public static ListContent Of(ListHead head, string classId, IEnumerable<ListEntry> entries)
    {
        var included = entries.Where(e => e.Included && e.Opening.ClassId == classId).OrderBy(e => e.Key).ToArray();
        var json = EventJson.Bytes(new Signed(head, classId, [.. included.Select(Line)]));
        return new(classId, [.. included.Select(e => e.Key)], json, Convert.ToHexStringLower(SHA256.HashData(json)));
    }

    private static SignedLine Line(ListEntry entry) => new(
        entry.Opening.FacilityId, entry.Opening.FacilityName, entry.Opening.Region, entry.Opening.Origin, entry.Grounds, entry.Reasons, entry.Machine.DeterminationSha256)
    {
        DecisionReason = entry.Decision?.Reason, DecisionDocument = entry.Decision?.Document,
    };

    private sealed record Signed(ListHead List, string ClassId, IReadOnlyList<SignedLine> Entries);

    private sealed record SignedLine(
        FacilityId FacilityId, string FacilityName, RegionCode Region, EntryOrigin Origin, IReadOnlyList<string> Grounds, IReadOnlyList<EntryReason> Reasons, string DeterminationSha256)
    {
        public string? DecisionReason { get; init; }

        public DocumentRef? DecisionDocument { get; init; }
    }
}
