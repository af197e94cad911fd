using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace CleanProd.Rules.Host.Api;

/// <summary>Accounts and the roles they hold.</summary>
internal static partial class PeopleApi
{
    internal static void MapPeople(this IEndpointRouteBuilder api)
    {
        api.MapGet("/roles", Roles).Needs(Permission.ReadRules, Target.Law).WithSummary("Every role with what it may do.");
        api.MapGet("/accounts", ListAsync).Needs(Permission.ManagePeople, Target.Scoped).WithSummary("Accounts whose roles lie in the own region.");
        api.MapPost("/accounts", CreateAsync).Needs(Permission.ManagePeople, Target.Scoped)
            .WithSummary("Makes an account; the one-time password is shown in the answer and never again.");
        api.MapGet("/accounts/{account}", GetAsync).Needs(Permission.ManagePeople, Target.Account).WithSummary("One account.");
        api.MapPost("/accounts/{account}/disable", DisableAsync).Needs(Permission.ManagePeople, Target.Account).WithSummary("Shuts an account out at once.");
        api.MapPost("/accounts/{account}/enable", EnableAsync).Needs(Permission.ManagePeople, Target.Account).WithSummary("Lets an account in again.");
        api.MapPost("/accounts/{account}/password", ResetPasswordAsync).Needs(Permission.ManagePeople, Target.Account)
            .WithSummary("Gives a new one-time password and ends every session of the account.");
        api.MapPost("/accounts/{account}/grants", GiveAsync).Needs(Permission.ManagePeople, Target.Account).WithSummary("Gives a role.");
        api.MapPost("/accounts/{account}/grants/{grant}/end", TakeAsync).Needs(Permission.ManagePeople, Target.Account).WithSummary("Takes a role back.");
        MapKeys(api);
        MapLogs(api);
    }

    /// <summary>A new account. A machine gets keys, a person a one-time password.</summary>
    internal sealed record NewAccount(string UserName, string DisplayName, IReadOnlyList<NewGrant> Grants, bool IsMachine = false);

    /// <summary>An account as administrators see it.</summary>
    internal sealed record AccountView(
        Guid Id, string UserName, string DisplayName, bool IsMachine, bool Disabled, bool MustChangePassword, DateTimeOffset? LockedUntil,
        DateTimeOffset CreatedAt, IReadOnlyList<GrantView> Grants);

    /// <summary>A role held.</summary>
    internal sealed record GrantView(long Id, Role Role, string Region, Department Department, string? FacilityId, DateTimeOffset GivenAt);

    /// <summary>An account that was made.</summary>
    internal sealed record MadeAccount(Guid Id, string UserName, string? OneTimePassword);

    /// <summary>A password that is shown once.</summary>
    internal sealed record OneTimePassword(string Password);

    /// <summary>Why something is taken away.</summary>
    internal sealed record Because(string Reason);

    private static async Task<Ok<Page<AccountView>>> ListAsync(
        Actor actor, AccountStore accounts, Word<Role>? role, string? name, string? after, int? limit, CancellationToken ct)
    {
        var most = Api.Page<AccountView>.Limit(limit);
        var found = await accounts.ListAsync(actor.Scope.Regions, role?.Value, name, after, most + 1, ct);
        return TypedResults.Ok(new Page<AccountView>(
            [.. found.Take(most).Select(View)], found.Count > most ? found[most - 1].Account.NormalizedUserName : null));
    }

    private static async Task<Created<MadeAccount>> CreateAsync(NewAccount asked, Actor actor, GrantRules rules, HttpContext context, CancellationToken ct)
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
        var made = await PeopleOffice.AddAsync(
            context.RequestServices, asked.UserName, asked.DisplayName, password, asked.IsMachine, actor.Officer, [.. grants.Distinct()]);
        return made is null
            ? throw new RefusedActException("name_taken", new("账号名已被使用。", "The name is taken."))
            : TypedResults.Created($"/api/v1/accounts/{made.Id:D}", new MadeAccount(made.Id, made.UserName!, password));
    }

    private static async Task<Ok<AccountView>> GetAsync(Guid account, AccountStore accounts, CancellationToken ct) =>
        TypedResults.Ok(View(await accounts.FindAsync(account, ct)));

    private static async Task<NoContent> DisableAsync(Guid account, Because because, Actor actor, AccountStore accounts, CancellationToken ct)
    {
        await accounts.DisableAsync(account, Needed(because), actor.Officer, ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> EnableAsync(Guid account, Actor actor, AccountStore accounts, CancellationToken ct)
    {
        await accounts.EnableAsync(account, actor.Officer, ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<OneTimePassword>> ResetPasswordAsync(
        Guid account, Actor actor, AccountStore accounts, IPasswordHasher<Account> hasher, CancellationToken ct)
    {
        var password = Password.New();
        await accounts.SetPasswordAsync(account, hasher.HashPassword(new Account(), password), mustChange: true, actor.Officer, ct);
        return TypedResults.Ok(new OneTimePassword(password));
    }

    private static async Task<Created<GrantView>> GiveAsync(Guid account, NewGrant asked, Actor actor, GrantRules rules, AccountStore accounts, CancellationToken ct)
    {
        MustBeSomebodyElse(account, actor);
        var settled = await rules.SettleAsync(asked, actor, ct);
        var grant = new Grant
        {
            AccountId = account, Role = settled.Role, Region = settled.Region, Department = settled.Department, FacilityId = settled.FacilityId, GivenAt = default,
        };
        await accounts.GiveAsync(grant, to => GrantRules.MustFit(settled.Role, to.Account.IsMachine, to.Grants.Select(g => g.Role)), actor.Officer, ct);
        return TypedResults.Created($"/api/v1/accounts/{account:D}", View(grant));
    }

    private static async Task<NoContent> TakeAsync(Guid account, long grant, Because because, Actor actor, AccountStore accounts, CancellationToken ct)
    {
        MustBeSomebodyElse(account, actor);
        await accounts.TakeAsync(account, grant, Needed(because), actor.Officer, ct);
        return TypedResults.NoContent();
    }

    private static void MustBeSomebodyElse(Guid account, Actor actor)
    {
        if (account == actor.AccountId)
            throw new RefusedActException("own_roles", new("不能更改自己的角色，请由其他管理员办理。", "Nobody changes his own roles; ask another administrator."));
    }

    private static string Needed(Because because) => string.IsNullOrWhiteSpace(because.Reason)
        ? throw new RefusedActException("reason_required", new("请说明理由。", "Say why."))
        : because.Reason;

    private static AccountView View(AccountWithGrants of) => new(
        of.Account.Id, of.Account.UserName!, of.Account.DisplayName, of.Account.IsMachine, of.Account.Disabled, of.Account.MustChangePassword,
        of.Account.LockoutEnd, of.Account.CreatedAt, [.. of.Grants.Select(View)]);

    private static GrantView View(Grant grant) => new(grant.Id, grant.Role, grant.Region, grant.Department, grant.FacilityId, grant.GivenAt);
}
