using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Browser.Visits;

/// <summary>The bureau's first page, for the year that was screened and for one that was not.</summary>
internal sealed class HomeVisits : IVisits
{
    public Task<IReadOnlyList<Visit>> OfAsync(Province province) => Task.FromResult<IReadOnlyList<Visit>>(
    [
        new("home", "/home", Role.Officer), new("home-empty", "/home?year=2019", Role.Approver),
    ]);
}
