using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Host.Access;

/// <summary>An account lies where its roles lie.</summary>
internal sealed class AccountPlaces(AccountStore accounts) : ITargetPlaces
{
    public Target Target => Target.Account;

    public async Task<TargetPlace?> FindAsync(RouteValueDictionary route, CancellationToken ct) =>
        Guid.TryParseExact(route["account"] as string, "D", out var account) && await accounts.RegionOfAsync(account, ct) is { } region
            ? new TargetPlace(region)
            : null;
}
