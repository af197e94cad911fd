using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Voluntary;

namespace CleanProd.Rules.Host.Cases;

/// <summary>Where cases, objections and voluntary audits lie: each with its enterprise.</summary>
/// <param name="target">Which of them.</param>
/// <param name="name">Name of the route value.</param>
/// <param name="place">Finds one by number.</param>
internal sealed class CasePlaces(Target target, string name, Func<long, CancellationToken, Task<(RegionCode Region, FacilityId Facility)?>> place) : ITargetPlaces
{
    public Target Target => target;

    internal static CasePlaces OfCases(CaseStore cases) => new(Target.Case, "case", cases.PlaceAsync);

    internal static CasePlaces OfObjections(ObjectionStore objections) => new(Target.Objection, "objection", objections.PlaceAsync);

    internal static CasePlaces OfVoluntary(VoluntaryStore voluntary) => new(Target.Voluntary, "voluntary", voluntary.PlaceAsync);

    public async Task<TargetPlace?> FindAsync(RouteValueDictionary route, CancellationToken ct) =>
        long.TryParse(route[name] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await place(id, ct) is { } found
            ? new(found.Region, found.Facility.Value)
            : null;
}
