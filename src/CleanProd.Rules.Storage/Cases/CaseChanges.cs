using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Publication;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>What a publication changes for one enterprise.</summary>
/// <param name="Facility">The enterprise.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Where it lies.</param>
/// <param name="WasListed">Whether it stood on the list before.</param>
/// <param name="Grounds">Grounds from now on; none when it leaves.</param>
/// <param name="Classes">Classes from now on.</param>
internal sealed record CaseChange(FacilityId Facility, string Name, RegionCode Region, bool WasListed, IReadOnlyList<string> Grounds, IReadOnlyList<string> Classes)
{
    /// <summary>What a list opens: every enterprise once, whatever number of classes it stands in.</summary>
    internal static IReadOnlyList<CaseChange> Of(PublishedList list) => [.. list.Entries.GroupBy(e => e.FacilityId).OrderBy(g => g.Key).Select(g => Of([.. g], [], g.First()))];

    /// <summary>What an amendment changes: the enterprises it names, as they stand after it.</summary>
    /// <param name="list">The list as first published.</param>
    /// <param name="earlier">Its earlier amendments.</param>
    /// <param name="amendment">The amendment.</param>
    internal static IReadOnlyList<CaseChange> Of(PublishedList list, IReadOnlyList<PublishedList> earlier, PublishedList amendment)
    {
        var before = CurrentList.Of(list, earlier).Entries.ToLookup(e => e.FacilityId);
        var after = CurrentList.Of(list, [.. earlier, amendment]).Entries.ToLookup(e => e.FacilityId);
        return [.. amendment.Entries.GroupBy(e => e.FacilityId).OrderBy(g => g.Key).Select(g => Of([.. after[g.Key]], [.. before[g.Key]], g.First()))];
    }

    private static CaseChange Of(PublishedEntry[] now, PublishedEntry[] before, PublishedEntry named) => new(
        named.FacilityId, named.Name, named.Region, before.Length > 0,
        [.. now.SelectMany(GroundsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], [.. now.Select(e => e.ClassId)]);

    // An entry by hand names no ground: it is treated as its class.
    private static IEnumerable<string> GroundsOf(PublishedEntry entry) =>
        entry.Reasons.Any(r => r.Ground.Length > 0) ? entry.Reasons.Select(r => r.Ground).Where(g => g.Length > 0) : ListClass.GroundsOf(entry.ClassId);
}
