using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.People;

public sealed partial class AccountStore
{
    /// <summary>Accounts in the order of their names whose roles all lie within regions.</summary>
    /// <param name="regions">The regions, each with all that lies in it.</param>
    /// <param name="role">Only those who hold it; null for all.</param>
    /// <param name="name">Only those whose name or shown name contains it; null for all.</param>
    /// <param name="after">Name after which to begin; null from the first.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<AccountWithGrants>> ListAsync(
        IReadOnlyList<RegionCode> regions, Role? role, string? name, string? after, int most, CancellationToken ct = default) =>
        store.ReadAsync<IReadOnlyList<AccountWithGrants>>(async context =>
        {
            var grants = context.Set<Grant>();
            var accounts = Within(context, regions);
            if (role is not null) accounts = accounts.Where(a => grants.Any(g => g.AccountId == a.Id && g.EndedAt == null && g.Role == role));
            if (name is not null) accounts = accounts.Where(a => a.UserName!.Contains(name) || a.DisplayName.Contains(name));
            if (after is not null) accounts = accounts.Where(a => string.Compare(a.NormalizedUserName, after) > 0);
            var page = await accounts.OrderBy(a => a.NormalizedUserName).Take(most).ToListAsync(ct);
            var ids = page.Select(a => a.Id).ToArray();
            var held = (await grants.Where(g => ids.Contains(g.AccountId) && g.EndedAt == null).OrderBy(g => g.Id).ToListAsync(ct)).ToLookup(g => g.AccountId);
            return [.. page.Select(a => new AccountWithGrants(a, [.. held[a.Id]]))];
        });

    /// <summary>One account with the roles it holds.</summary>
    /// <exception cref="KeyNotFoundException">There is no such account.</exception>
    public Task<AccountWithGrants> FindAsync(Guid account, CancellationToken ct = default) => store.ReadAsync(async context => new AccountWithGrants(
        await context.Set<Account>().SingleOrDefaultAsync(a => a.Id == account, ct) ?? throw new KeyNotFoundException(),
        await context.Set<Grant>().Where(g => g.AccountId == account && g.EndedAt == null).OrderBy(g => g.Id).ToListAsync(ct)));

    /// <summary>The account of a name with the roles it holds; null when there is none, or it is shut out.</summary>
    public Task<AccountWithGrants?> FindByNameAsync(string userName, CancellationToken ct = default) => store.ReadAsync(async context =>
    {
        var normalized = userName.ToUpperInvariant();
        return await context.Set<Account>().SingleOrDefaultAsync(a => a.NormalizedUserName == normalized && !a.Disabled, ct) is { } account
            ? new AccountWithGrants(account, await context.Set<Grant>().Where(g => g.AccountId == account.Id && g.EndedAt == null).OrderBy(g => g.Id).ToListAsync(ct))
            : null;
    });

    /// <summary>The smallest region in which all roles of an account lie; null when there is no such account.</summary>
    /// <remarks>Of somebody who holds none, the roles held once. The result may be no division of its own, such as 440 for 4401 and 4403.</remarks>
    public Task<RegionCode?> RegionOfAsync(Guid account, CancellationToken ct = default) => store.ReadAsync<RegionCode?>(async context =>
    {
        if (!await context.Set<Account>().AnyAsync(a => a.Id == account, ct)) return null;
        var regions = await Managing(context).Where(g => g.AccountId == account).Select(g => g.Region).ToListAsync(ct);
        return new RegionCode(regions.Count == 0 ? "" : regions.Aggregate((a, b) => string.Concat(a.Zip(b).TakeWhile(p => p.First == p.Second).Select(p => p.First))));
    });

    internal static IQueryable<Account> Within(StoreContext context, IReadOnlyList<RegionCode> regions)
    {
        var accounts = context.Set<Account>().AsQueryable();
        if (regions.Contains(RegionCode.Nation)) return accounts;
        var prefixes = regions.Select(r => r.Value).ToArray();
        var managing = Managing(context);
        return accounts.Where(a => managing.Any(g => g.AccountId == a.Id)
            && !managing.Any(g => g.AccountId == a.Id && !prefixes.Any(p => g.Region.StartsWith(p))));
    }

    // The roles that say who manages an account: those held, or of one that holds none those held once.
    private static IQueryable<Grant> Managing(StoreContext context)
    {
        var all = context.Set<Grant>();
        return all.Where(g => g.EndedAt == null || !all.Any(h => h.AccountId == g.AccountId && h.EndedAt == null));
    }
}
