using System.Globalization;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Storage.Lists;

namespace CleanProd.Rules.Host.Lists;

/// <summary>Where a list lies. Whoever reaches a part of its jurisdiction reads that part.</summary>
internal sealed class ListPlaces(ListStore lists) : ITargetPlaces
{
    public Target Target => Target.List;

    public async Task<TargetPlace?> FindAsync(RouteValueDictionary route, CancellationToken ct) =>
        Number(route["list"]) is { } list && await lists.JurisdictionAsync(list, ct) is { } jurisdiction ? new(jurisdiction, Shared: true) : null;

    internal static long? Number(object? text) =>
        long.TryParse(text as string, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Where an entry lies: with its enterprise.</summary>
internal sealed class EntryPlaces(ListStore lists) : ITargetPlaces
{
    public Target Target => Target.Entry;

    public async Task<TargetPlace?> FindAsync(RouteValueDictionary route, CancellationToken ct) =>
        ListPlaces.Number(route["list"]) is { } list && ListPlaces.Number(route["entry"]) is { } entry and <= int.MaxValue
        && await lists.PlaceAsync(list, (int)entry, ct) is { } place ? new(place.Region, place.Facility.Value) : null;
}
