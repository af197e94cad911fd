using CleanProd.Rules.Cases;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.People;
using Person = CleanProd.Rules.Host.Access.Actor;

namespace CleanProd.Rules.Host.Cases;

/// <summary>People of the service as cases know them.</summary>
internal static class CaseActors
{
    /// <summary>Somebody who acts for an enterprise, or an officer.</summary>
    internal static CleanProd.Rules.Cases.Actor InCases(this Person person) => person.Through is { Role: Role.Enterprise, FacilityId: { } facility }
        ? new EnterpriseActor(person.Officer.Id, person.Name, new FacilityId(facility))
        : new OfficerActor(person.Officer);

    /// <summary>What the person reaches with the permission of the endpoint.</summary>
    internal static Reach Reach(this Person person) => new(person.Scope.Regions, [.. person.Scope.Facilities.Select(f => new FacilityId(f))]);

    /// <summary>What the person wants to do; today where no day is given.</summary>
    internal static WantedAct Wants(this Person person, int version, DateOnly? on, DateOnly today, string? reason, DocumentRef? document) =>
        new(version, person.InCases(), on ?? today, reason?.Trim() ?? "", document);

    /// <summary>A number of a route.</summary>
    /// <exception cref="KeyNotFoundException">It is none.</exception>
    internal static long Number(string text) =>
        long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : throw new KeyNotFoundException($"'{text}' is no number.");

    /// <summary>Where a page goes on; null from the start.</summary>
    /// <exception cref="FormatException">It is no number.</exception>
    internal static long? After(string? text) => text is null ? null
        : long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
        : throw new FormatException($"'after' 应为上一页的 next：{text}。 It is the 'next' of the page before.");
}
