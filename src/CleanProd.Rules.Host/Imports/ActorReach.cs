using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Imports;

namespace CleanProd.Rules.Host.Imports;

/// <summary>For which jurisdiction somebody gives data, and which facilities it may tell of.</summary>
internal static class ActorReach
{
    /// <summary>The jurisdiction asked for, or the only one that can be meant, with the facilities within reach.</summary>
    /// <exception cref="RefusedActException"><c>outside_region</c>, or <c>region_required</c> when several can be meant.</exception>
    internal static async Task<(RegionCode Region, ImportReach Reach)> OfAsync(Actor actor, RegionCode? asked, ImportStore imports, CancellationToken ct)
    {
        FacilityId[] facilities = [.. actor.Scope.Facilities.Select(f => new FacilityId(f))];
        if (asked is { } region && actor.Scope.Regions.Any(r => r.Covers(region))) return (region, new([region], facilities));
        if (asked is null && actor.Scope.Regions is [var only]) return (only, new([only], facilities));
        if (asked is null && actor.Scope.Regions.Count > 1)
            throw new RefusedActException("region_required", new("您在多个辖区任职，请指明本次导入的辖区（region）。", "You act for several regions: say for which one (region)."));
        var places = await imports.KnownPlacesAsync(facilities, ct);
        // A platform of single facilities gives its data for the narrowest jurisdiction that holds them all.
        var common = RegionCode.Nation;
        if (places.Count > 0) common = places.Values.Aggregate(Common);
        if (facilities.Length == 0 || (asked is { } wanted && wanted != common))
            throw new RefusedActException("outside_region", new("不在您的辖区或企业范围内。", "This lies outside your region or enterprise."));
        return (common, new([], facilities));
    }

    private static RegionCode Common(RegionCode a, RegionCode b)
    {
        var same = a.Value.Zip(b.Value).TakeWhile(p => p.First == p.Second).Count();
        // A division code has two, four, six or more digits.
        return new(a.Value[..(same is 3 or 5 ? same - 1 : same == 1 ? 0 : same)]);
    }
}
