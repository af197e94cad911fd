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

    /// <summary>An account as administrators see it.</summary>
    internal sealed record AccountView(
        Guid Id, string UserName, string DisplayName, bool IsMachine, bool Disabled, bool MustChangePassword, DateTimeOffset? LockedUntil,
        DateTimeOffset CreatedAt, IReadOnlyList<GrantView> Grants);

    /// <summary>A role held.</summary>
    internal sealed record GrantView(long Id, Role Role, string Region, Department Department, string? FacilityId, DateTimeOffset GivenAt);

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

    private static async Task<Created<MadeAccount>> CreateAsync(WantedAccount asked, Actor actor, AccountOffice office, CancellationToken ct)
    {
        var made = await office.CreateAsync(asked, actor, ct);
        return TypedResults.Created($"/api/v1/accounts/{made.Id:D}", made);
    }

    private static async Task<Ok<AccountView>> GetAsync(Guid account, AccountStore accounts, CancellationToken ct) =>
        TypedResults.Ok(View(await accounts.FindAsync(account, ct)));

    private static async Task<NoContent> DisableAsync(Guid account, Because because, Actor actor, AccountOffice office, CancellationToken ct)
    {
        await office.DisableAsync(account, because.Reason, actor, ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> EnableAsync(Guid account, Actor actor, AccountOffice office, CancellationToken ct)
    {
        await office.EnableAsync(account, actor, ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<OneTimePassword>> ResetPasswordAsync(Guid account, Actor actor, AccountOffice office, CancellationToken ct) =>
        TypedResults.Ok(new OneTimePassword(await office.ResetPasswordAsync(account, actor, ct)));

    private static async Task<Created<GrantView>> GiveAsync(Guid account, NewGrant asked, Actor actor, AccountOffice office, CancellationToken ct) =>
        TypedResults.Created($"/api/v1/accounts/{account:D}", View(await office.GiveAsync(account, asked, actor, ct)));

    private static async Task<NoContent> TakeAsync(Guid account, long grant, Because because, Actor actor, AccountOffice office, CancellationToken ct)
    {
        await office.TakeAsync(account, grant, because.Reason, actor, ct);
        return TypedResults.NoContent();
    }

    private static AccountView View(AccountWithGrants of) => new(
        of.Account.Id, of.Account.UserName!, of.Account.DisplayName, of.Account.IsMachine, of.Account.Disabled, of.Account.MustChangePassword,
        of.Account.LockoutEnd, of.Account.CreatedAt, [.. of.Grants.Select(View)]);

    private static GrantView View(Grant grant) => new(grant.Id, grant.Role, grant.Region, grant.Department, grant.FacilityId, grant.GivenAt);
}
