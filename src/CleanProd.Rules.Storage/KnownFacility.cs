using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage;

/// <summary>A facility as it is known at a time.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Name">Its name; its identity where no import describes it.</param>
/// <param name="Region">
/// Where it lies: its own division code, else the narrowest jurisdiction that gave an import naming it, so that it is somebody's.
/// </param>
/// <param name="Industry">Industry code, or as written.</param>
/// <param name="CreditCode">Unified social credit code when <paramref name="Id"/> is another identity.</param>
/// <param name="Status">Whether it runs.</param>
/// <param name="LastImport">The latest effective import that describes it; the first that names it where none does.</param>
public sealed record KnownFacility(
    FacilityId Id, string Name, RegionCode Region, string? Industry, string? CreditCode, FacilityStatus Status, long LastImport);

/// <summary>A name that a facility bore.</summary>
/// <param name="Name">The name.</param>
/// <param name="KnownAt">When it became known.</param>
/// <param name="Import">The first import that told it.</param>
public sealed record KnownName(string Name, DateTimeOffset KnownAt, long Import);
