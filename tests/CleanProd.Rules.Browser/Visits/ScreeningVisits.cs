using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Browser.Visits;

/// <summary>The screenings as those see them who may run one and who may not, one of them, and two compared.</summary>
internal sealed class ScreeningVisits : IVisits
{
    public Task<IReadOnlyList<Visit>> OfAsync(Province province) => Task.FromResult<IReadOnlyList<Visit>>(
    [
        new("screenings", "/screenings", Role.Officer), new("screenings-read", "/screenings", Role.Approver), new("screening", $"/screenings/{province.Run}", Role.Officer),
        new("screening-compared", $"/screenings/{province.Run}?compare={province.RunBefore}", Role.Cosigner),
    ]);
}
