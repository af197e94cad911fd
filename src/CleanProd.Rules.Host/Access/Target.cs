using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Access;

/// <summary>What an endpoint acts on: where it lies decides who may.</summary>
internal enum Target
{
    /// <summary>The person's own account.</summary>
    Self,

    /// <summary>Rules and reference data, the same for everybody.</summary>
    Law,

    /// <summary>The system as a whole.</summary>
    System,

    /// <summary>Many things: the handler gives only what lies in the actor's <see cref="Actor.Scope"/>.</summary>
    Scoped,

    /// <summary>A facility: route value <c>facility</c>.</summary>
    Facility,

    /// <summary>An import: route value <c>import</c>.</summary>
    Import,

    /// <summary>A screening: route value <c>run</c>; to read it, a part of it in the actor's region is enough.</summary>
    Run,

    /// <summary>A schedule: route value <c>schedule</c>.</summary>
    Schedule,

    /// <summary>A candidate list: route value <c>list</c>; a part of it in the actor's region is enough.</summary>
    List,

    /// <summary>An entry of a list: route values <c>list</c> and <c>entry</c>.</summary>
    Entry,

    /// <summary>A notice: route value <c>notice</c>.</summary>
    Notice,

    /// <summary>A batch of notices: route value <c>batch</c>.</summary>
    NoticeBatch,

    /// <summary>A case: route value <c>case</c>.</summary>
    Case,

    /// <summary>An objection: route value <c>objection</c>.</summary>
    Objection,

    /// <summary>A voluntary audit: route value <c>voluntary</c>.</summary>
    Voluntary,

    /// <summary>The account of a person or machine: route value <c>account</c>.</summary>
    Account,

    /// <summary>A draft of a rule pack: route value <c>draft</c>. It lies where its jurisdiction does.</summary>
    Draft,
}

/// <summary>Where a target lies.</summary>
/// <param name="Region">Its region.</param>
/// <param name="FacilityId">The one facility it concerns; null when it concerns several.</param>
/// <param name="Shared">
/// Whether a role over a part of the region is enough: a county reads the list of its province, cut to its own entries by the handler.
/// </param>
internal sealed record TargetPlace(RegionCode Region, string? FacilityId = null, bool Shared = false);

/// <summary>Finds where targets of one kind lie. One is registered for each kind that has a route value.</summary>
internal interface ITargetPlaces
{
    /// <summary>The kind.</summary>
    Target Target { get; }

    /// <summary>Where the target named by the route lies; null when there is none.</summary>
    Task<TargetPlace?> FindAsync(RouteValueDictionary route, CancellationToken ct);
}
