using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Storage.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

/// <summary>Signing in and out, the own account.</summary>
internal static class SessionApi
{
    internal static void MapSession(this IEndpointRouteBuilder api)
    {
        api.MapPost("/login", SignInAsync).OpenToAll().RequireRateLimiting(AccessServices.SignInLimit).WithSummary("Signs in; the session is a cookie.");
        api.MapGet("/login/oidc", Provider).OpenToAll().RequireRateLimiting(AccessServices.SignInLimit)
            .WithSummary("Sends the browser to the OpenID Connect provider to sign in there; 404 when none is configured.");
        api.MapPost("/session/end", SignOutAsync).NeedsSignIn().WithSummary("Signs out.");
        api.MapGet("/session", Who).NeedsSignIn().WithSummary("Who is signed in, with which roles.");
        api.MapGet("/sessions", SessionsAsync).NeedsSignIn().WithSummary("Where one is signed in.");
        api.MapPost("/sessions/{session}/end", EndSessionAsync).NeedsSignIn().WithSummary("Ends one of the own sessions.");
        api.MapPost("/sessions/end-others", EndOthersAsync).NeedsSignIn().WithSummary("Ends all own sessions but this.");
        api.MapPut("/session/password", ChangePasswordAsync).NeedsSignIn().WithSummary("Changes the own password and ends the other sessions.");
    }

    /// <summary>Name and password; who leaves one out is refused like somebody who is wrong.</summary>
    internal sealed record Credentials(string? UserName = null, string? Password = null);

    /// <summary>The old and the new password.</summary>
    internal sealed record PasswordChange(string Current, string New);

    /// <summary>Who is signed in.</summary>
    internal sealed record Person(Guid Id, string UserName, string DisplayName, bool MustChangePassword, IReadOnlyList<HeldRole> Roles);

    /// <summary>A role held.</summary>
    internal sealed record HeldRole(Role Role, string Region, Department Department, string? FacilityId);

    /// <summary>A session of one's own.</summary>
    internal sealed record SessionView(Guid Id, DateTimeOffset StartedAt, DateTimeOffset SeenAt, string Address, string Browser, bool Current);

    private static async Task<Ok<Person>> SignInAsync(Credentials credentials, SignInDesk desk, PeopleStore people, HttpContext context, CancellationToken ct) =>
        TypedResults.Ok(await PersonAsync(
            await desk.EnterAsync(credentials.UserName ?? "", credentials.Password ?? "", context) ?? throw SignInDesk.WrongCredentials(), people, ct));

    private static ChallengeHttpResult Provider(ServiceOptions options) =>
        options.Oidc is null ? throw new KeyNotFoundException() : TypedResults.Challenge(authenticationSchemes: [OidcSignIn.Scheme]);

    private static async Task<NoContent> SignOutAsync(Actor actor, SignInDesk desk, HttpContext context)
    {
        await desk.LeaveAsync(actor, context);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Person>> Who(Actor actor, PeopleStore people, CancellationToken ct) =>
        TypedResults.Ok(await PersonAsync((await people.FindAsync(actor.AccountId, ct))!, people, ct));

    private static async Task<NoContent> ChangePasswordAsync(PasswordChange change, Actor actor, SignInDesk desk, HttpContext context)
    {
        await desk.ChangePasswordAsync(actor, change.Current, change.New, context);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Page<SessionView>>> SessionsAsync(Actor actor, SessionStore sessions, PeopleStore people, ServiceOptions options, HttpContext context, CancellationToken ct)
    {
        var current = await SignInDesk.SessionOfAsync(context);
        return TypedResults.Ok(new Page<SessionView>(
            [.. (await sessions.OfAsync(actor.AccountId, people.Now - options.Session, ct)).Select(s => new SessionView(s.Id, s.StartedAt, s.SeenAt, s.Address, s.Browser, s.Id == current))],
            null));
    }

    private static async Task<NoContent> EndSessionAsync(Guid session, Actor actor, SessionStore sessions, CancellationToken ct)
    {
        await sessions.EndAsync(actor.AccountId, session, actor.Officer, ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> EndOthersAsync(Actor actor, SessionStore sessions, HttpContext context, CancellationToken ct)
    {
        await sessions.EndOthersAsync(actor.AccountId, await SignInDesk.SessionOfAsync(context) ?? Guid.Empty, actor.Officer, ct);
        return TypedResults.NoContent();
    }

    private static async Task<Person> PersonAsync(Account account, PeopleStore people, CancellationToken ct) => new(
        account.Id, account.UserName!, account.DisplayName, account.MustChangePassword,
        [.. (await people.GrantsAsync(account.Id, ct)).Select(g => new HeldRole(g.Role, g.Region, g.Department, g.FacilityId))]);
}
