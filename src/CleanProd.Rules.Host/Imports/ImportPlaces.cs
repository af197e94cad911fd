using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Imports;

namespace CleanProd.Rules.Host.Imports;

/// <summary>An import lies in the jurisdiction that gave it.</summary>
internal sealed class ImportPlaces(ImportStore imports) : ITargetPlaces
{
    public Target Target => Target.Import;

    public async Task<TargetPlace?> FindAsync(RouteValueDictionary route, CancellationToken ct) =>
        long.TryParse(route["import"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await imports.FindAsync(id, ct) is { } import
            ? new TargetPlace(import.Region)
            : null;
}

/// <summary>A facility lies where it is known to lie now.</summary>
internal sealed class FacilityPlaces(Store store) : ITargetPlaces
{
    public Target Target => Target.Facility;

    public async Task<TargetPlace?> FindAsync(RouteValueDictionary route, CancellationToken ct) =>
        route["facility"] is string id && await store.ReadFactsAsync(f => f.FindFacilityAsync(new FacilityId(id), ct), ct) is { } known
            ? new TargetPlace(known.Region, id)
            : null;
}
