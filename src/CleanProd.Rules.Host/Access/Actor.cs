using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Host.Access;

/// <summary>Who makes the request, and with which role it was let through.</summary>
/// <param name="AccountId">Account.</param>
/// <param name="Name">Name shown and kept in histories.</param>
/// <param name="Grants">All roles held now.</param>
/// <param name="Through">The role that opened the gate; null at endpoints about one's own account.</param>
/// <param name="Scope">Everything that the permission of this endpoint reaches.</param>
internal sealed record Actor(Guid AccountId, string Name, IReadOnlyList<Grant> Grants, Grant? Through, Scope Scope)
{
    /// <summary>The actor as histories keep it.</summary>
    internal Officer Officer => new(
        AccountId.ToString("D"), Name, Through?.Department ?? Department.None, new RegionCode(Through?.Region ?? ""));

    /// <summary>The actor whom the gate let through. A service of the request: a binder of its own would be compiled for every endpoint.</summary>
    internal static Actor Of(IServiceProvider request)
    {
        var context = request.GetRequiredService<IHttpContextAccessor>().HttpContext ?? throw new InvalidOperationException("Outside of requests there is no actor.");
        return context.Features.Get<Actor>() ?? throw new InvalidOperationException($"{context.Request.Path} asks for an actor but is open to all.");
    }
}

/// <summary>Everything that a permission reaches for one person.</summary>
/// <param name="Regions">Regions, each with all that lies in it.</param>
/// <param name="Facilities">Single facilities.</param>
internal sealed record Scope(IReadOnlyList<RegionCode> Regions, IReadOnlyList<string> Facilities)
{
    /// <summary>Whether something lies within.</summary>
    internal bool Reaches(TargetPlace place) =>
        (place.FacilityId is { } facility && Facilities.Contains(facility, StringComparer.Ordinal))
        || Regions.Any(r => place.Shared ? r.Touches(place.Region) : r.Covers(place.Region));

    /// <summary>Whether a facility in a region lies within.</summary>
    internal bool Reaches(RegionCode region, string facility) => Reaches(new TargetPlace(region, facility));

    /// <summary>The same for the store's queries.</summary>
    internal Reach Reach => new(Regions, [.. Facilities.Select(f => new FacilityId(f))]);

    /// <summary>Beginnings of the division codes within reach, for queries.</summary>
    internal IReadOnlyList<string> RegionPrefixes => [.. Regions.Select(r => r.Value)];
}
