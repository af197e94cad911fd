using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Browser.Visits;

/// <summary>An address that is looked at in every language, width and appearance.</summary>
/// <param name="Name">Name of its pictures.</param>
/// <param name="Path">The address.</param>
/// <param name="Role">Who looks; null for a stranger.</param>
/// <param name="Facility">For which enterprise the person acts.</param>
internal sealed record Visit(string Name, string Path, Role? Role, string? Facility = null)
{
    /// <summary>Where the person's role lies.</summary>
    internal string Region { get; init; } = "44";
}

/// <summary>The addresses of an area. One class for each folder of pages, found by itself; a page that none names fails a test.</summary>
internal interface IVisits
{
    /// <summary>The addresses; things are to be made in the province first where a page needs them.</summary>
    Task<IReadOnlyList<Visit>> OfAsync(Province province);
}
