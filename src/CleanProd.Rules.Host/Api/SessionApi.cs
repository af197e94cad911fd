using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Storage.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace CleanProd.Rules.Host.Api;

/// <summary>Signing in and out, the own account.</summary>
internal static class SessionApi
{
    internal static void MapSession(this IEndpointRouteBuilder api)
    {
        api.MapPost("/login", SignInAsync).OpenToAll().RequireRateLimiting(AccessServices.SignInLimit).WithSummary("Signs in; the session is a cookie.");
        api.MapPost("/session/end", SignOutAsync).NeedsSignIn().WithSummary("Signs out.");
        api.MapGet("/session", Who).NeedsSignIn().WithSummary("Who is signed in, with which roles.");
        api.MapPut("/session/password", ChangePasswordAsync).NeedsSignIn().WithSummary("Changes the own password and ends the other sessions.");
    }

    /// <summary>Name and password.</summary>
    internal sealed record Credentials(string UserName, string Password);

    /// <summary>The old and the new password.</summary>
    internal sealed record PasswordChange(string Current, string New);

    /// <summary>Who is signed in.</summary>
    internal sealed record Person(Guid Id, string UserName, string DisplayName, bool MustChangePassword, IReadOnlyList<HeldRole> Roles);

    /// <summary>A role held.</summary>
    internal sealed record HeldRole(Role Role, string Region, Lists.Department Department, string? FacilityId);

    private static async Task<Results<Ok<Person>, UnauthorizedHttpResult>> SignInAsync(
        Credentials credentials, SignInManager<Account> signIn, PeopleStore people, CancellationToken ct)
    {
        var account = await signIn.UserManager.FindByNameAsync(credentials.UserName);
        // The same answer for a wrong name, a wrong password, a machine and a locked account: strangers learn nothing.
        if (account is null or { IsMachine: true } or { Disabled: true }) return TypedResults.Unauthorized();
        var result = await signIn.CheckPasswordSignInAsync(account, credentials.Password, lockoutOnFailure: true);
        if (!result.Succeeded) return TypedResults.Unauthorized();
        await signIn.SignInAsync(account, isPersistent: false);
        return TypedResults.Ok(await PersonAsync(account, people, ct));
    }

    private static async Task<NoContent> SignOutAsync(SignInManager<Account> signIn)
    {
        await signIn.SignOutAsync();
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Person>> Who(Actor actor, PeopleStore people, CancellationToken ct) =>
        TypedResults.Ok(await PersonAsync((await people.FindAsync(actor.AccountId, ct))!, people, ct));

    private static async Task<NoContent> ChangePasswordAsync(PasswordChange change, Actor actor, SignInManager<Account> signIn)
    {
        var account = (await signIn.UserManager.FindByIdAsync(actor.AccountId.ToString("D")))!;
        PeopleOffice.Check(await signIn.UserManager.ChangePasswordAsync(account, change.Current, change.New));
        account.MustChangePassword = false;
        PeopleOffice.Check(await signIn.UserManager.UpdateAsync(account));
        await signIn.RefreshSignInAsync(account);
        return TypedResults.NoContent();
    }

    private static async Task<Person> PersonAsync(Account account, PeopleStore people, CancellationToken ct) => new(
        account.Id, account.UserName!, account.DisplayName, account.MustChangePassword,
        [.. (await people.GrantsAsync(account.Id, ct)).Select(g => new HeldRole(g.Role, g.Region, g.Department, g.FacilityId))]);
}
