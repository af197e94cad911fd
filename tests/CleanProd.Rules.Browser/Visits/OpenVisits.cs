using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Browser.Visits;

/// <summary>What everybody sees, and the own account.</summary>
internal sealed class OpenVisits : IVisits
{
    public Task<IReadOnlyList<Visit>> OfAsync(Province province) => Task.FromResult<IReadOnlyList<Visit>>(
    [
        new("public-home", "/", null), new("public-no-hit", "/?q=不存在的企业", null), new("sign-in", "/sign-in", null), new("sign-in-failed", "/sign-in?failed=1", null),
        new("not-found", "/not-found", null), new("password", "/account/password", Role.Officer),
    ]);
}
