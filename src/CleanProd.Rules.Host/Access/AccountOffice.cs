using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.People;
using Microsoft.AspNetCore.Identity;

namespace CleanProd.Rules.Host.Access;

/// <summary>An account to be made. A machine gets keys, a person a one-time password.</summary>
internal sealed record WantedAccount(string UserName, string DisplayName, IReadOnlyList<NewGrant> Grants, bool IsMachine = false);

/// <summary>An account that was made, with its one-time password; null for a machine.</summary>
internal sealed record MadeAccount(Guid Id, string UserName, string? OneTimePassword);

/// <summary>Makes accounts, gives and takes roles, shuts out and lets in: for the API and for pages.</summary>
internal sealed class AccountOffice(AccountStore accounts, GrantRules rules, IServiceScopeFactory scopes)
{
    /// <summary>Makes an account.</summary>
    /// <exception cref="RefusedActException"><c>name_required</c>, <c>grants_required</c>, <c>name_taken</c>, or what stands against a role.</exception>
    internal async Task<MadeAccount> CreateAsync(WantedAccount asked, Actor actor, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(asked.UserName) || string.IsNullOrWhiteSpace(asked.DisplayName))
            throw new RefusedActException("name_required", new("账号名和姓名不能为空。", "The account needs a name to sign in with and a name to show."));
        if (asked.Grants is not { Count: > 0 } || asked.Grants.Any(g => g is null))
            throw new RefusedActException("grants_required", new("至少授予一个角色。", "Give the account at least one role."));
        var grants = new List<NewGrant>();
        foreach (var grant in asked.Grants)
        {
            GrantRules.MustFit(grant.Role, asked.IsMachine, grants.Select(g => g.Role));
            grants.Add(await rules.SettleAsync(grant, actor, ct));
        }

        var password = asked.IsMachine ? null : Password.New();
        await using var scope = scopes.CreateAsyncScope();
        var made = await PeopleOffice.AddAsync(scope.ServiceProvider, asked.UserName, asked.DisplayName, password, asked.IsMachine, actor.Officer, [.. grants.Distinct()]);
        return made is null
            ? throw new RefusedActException("name_taken", new("账号名已被使用。", "The name is taken."))
            : new(made.Id, made.UserName!, password);
    }

    /// <summary>Shuts an account out at once.</summary>
    internal Task DisableAsync(Guid account, string? reason, Actor actor, CancellationToken ct) => accounts.DisableAsync(account, Needed(reason), actor.Officer, ct);

    /// <summary>Lets an account in again.</summary>
    internal Task EnableAsync(Guid account, Actor actor, CancellationToken ct) => accounts.EnableAsync(account, actor.Officer, ct);

    /// <summary>Gives a new one-time password and ends every session of the account.</summary>
    internal async Task<string> ResetPasswordAsync(Guid account, Actor actor, CancellationToken ct)
    {
        var password = Password.New();
        await using var scope = scopes.CreateAsyncScope();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>();
        await accounts.SetPasswordAsync(account, hasher.HashPassword(new Account(), password), mustChange: true, actor.Officer, ct);
        return password;
    }

    /// <summary>Gives a role.</summary>
    /// <exception cref="RefusedActException"><c>own_roles</c>, or what stands against the role.</exception>
    internal async Task<Grant> GiveAsync(Guid account, NewGrant asked, Actor actor, CancellationToken ct)
    {
        MustBeSomebodyElse(account, actor);
        var settled = await rules.SettleAsync(asked, actor, ct);
        var grant = new Grant
        {
            AccountId = account, Role = settled.Role, Region = settled.Region, Department = settled.Department, FacilityId = settled.FacilityId, GivenAt = default,
        };
        await accounts.GiveAsync(grant, to => GrantRules.MustFit(settled.Role, to.Account.IsMachine, to.Grants.Select(g => g.Role)), actor.Officer, ct);
        return grant;
    }

    /// <summary>Takes a role back.</summary>
    /// <exception cref="RefusedActException"><c>own_roles</c>, <c>reason_required</c>, <c>last_admin</c>.</exception>
    internal Task TakeAsync(Guid account, long grant, string? reason, Actor actor, CancellationToken ct)
    {
        MustBeSomebodyElse(account, actor);
        return accounts.TakeAsync(account, grant, Needed(reason), actor.Officer, ct);
    }

    private static void MustBeSomebodyElse(Guid account, Actor actor)
    {
        if (account == actor.AccountId)
            throw new RefusedActException("own_roles", new("不能更改自己的角色，请由其他管理员办理。", "Nobody changes his own roles; ask another administrator."));
    }

    private static string Needed(string? reason) => string.IsNullOrWhiteSpace(reason) ? throw new RefusedActException("reason_required", new("请说明理由。", "Say why.")) : reason;
}
