using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Browser.Visits;

/// <summary>The results of a year, filtered in several ways, and of a year without any.</summary>
internal sealed class ResultVisits : IVisits
{
    public Task<IReadOnlyList<Visit>> OfAsync(Province province) => Task.FromResult<IReadOnlyList<Visit>>(
    [
        new("results", "/results?year=2024", Role.Officer), new("results-listed", "/results?year=2024&outcome=triggered&sort=margin", Role.Approver),
        new("results-missing", "/results?year=2024&missing=monitoring", Role.Officer), new("results-initials", "/results?year=2024&q=gzz&change=changed", Role.Officer),
        new("results-run", $"/results?run={province.Run}&near=true", Role.Cosigner), new("results-none", "/results?year=2024&q=没有这家", Role.Officer), new("results-empty", "/results?year=2019", Role.Officer),
    ]);
}
