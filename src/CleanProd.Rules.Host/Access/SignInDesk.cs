using System.Security.Claims;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CleanProd.Rules.Host.Access;

/// <summary>
/// Lets people in. Whatever is wrong, the answer and the time it takes are the same: strangers learn neither who exists nor who is shut out.
/// What happened stands in the access log.
/// </summary>
internal sealed class SignInDesk(
    SignInManager<Account> signIn, AccountStore accounts, SessionStore sessions, PeopleStore people, IOptions<IdentityOptions> identity)
{
    /// <summary>Where the ticket of a cookie keeps the number of its session.</summary>
    private const string SessionItem = "session";

    /// <summary>The same in the claims that an open connection keeps.</summary>
    private const string SessionClaim = "cleanprod:session";

    // A password nobody knows, so that an unknown name costs what a wrong password costs.
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(new Account(), Password.New());

    /// <summary>Checks a name and a password and begins a session; null when they are not let in.</summary>
    internal async Task<Account?> EnterAsync(string userName, string password, HttpContext context)
    {
        var account = await signIn.UserManager.FindByNameAsync(userName);
        var known = account is { IsMachine: false, Disabled: false, PasswordHash: not null };
        if (!await PasswordFitsAsync(known ? account! : null, password, context))
            return null;
        await BeginAsync(account!, context);
        return account;
    }

    /// <summary>Begins a session of somebody whom a provider knows; false when he has no account here that is open.</summary>
    internal async Task<bool> EnterLinkedAsync(string? issuer, string? subject, string? userName, HttpContext context)
    {
        var account = issuer is null || subject is null || userName is null ? null : await accounts.LinkedAsync(issuer, subject, userName, context.RequestAborted);
        if (account is null) await LogAsync(null, context, StatusCodes.Status403Forbidden, "no_such_person");
        else await BeginAsync(account, context);
        return account is not null;
    }

    /// <summary>Whether the password is that of the account; counted, so that nobody can try for ever.</summary>
    internal async Task<bool> PasswordFitsAsync(Account? account, string password, HttpContext context)
    {
        var lockout = identity.Value.Lockout;
        var attempt = await accounts.BeginAttemptAsync(account?.Id ?? Guid.Empty, lockout.MaxFailedAccessAttempts, lockout.DefaultLockoutTimeSpan);
        var hasher = signIn.UserManager.PasswordHasher;
        var fits = hasher.VerifyHashedPassword(account ?? new Account(), account?.PasswordHash ?? NobodysHash, password) != PasswordVerificationResult.Failed;
        if (account is not null && fits && attempt != Attempt.Refused)
        {
            await accounts.EndAttemptsAsync(account.Id);
            return true;
        }

        if (account is not null && attempt == Attempt.Last) await accounts.RecordLockOutAsync(account.Id);
        await LogAsync(account, context, StatusCodes.Status401Unauthorized, (account, attempt) switch
        {
            (null, _) => "no_such_person",
            (_, Attempt.Allowed) => "wrong_password",
            _ => "locked_out",
        });
        return false;
    }

    /// <summary>Begins a session and gives the browser its cookie.</summary>
    internal async Task BeginAsync(Account account, HttpContext context)
    {
        var session = await sessions.StartAsync(
            account.Id, context.Connection.RemoteIpAddress?.ToString() ?? "", context.Request.Headers.UserAgent.ToString());
        await signIn.SignInAsync(account, new AuthenticationProperties { Items = { [SessionItem] = session.ToString("D") } });
        await LogAsync(account, context, StatusCodes.Status200OK, "signed_in");
    }

    /// <summary>The session of the cookie that came with the request; null for keys.</summary>
    internal static async Task<Guid?> SessionOfAsync(HttpContext context) =>
        (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties is { } ticket ? SessionOf(ticket) : null;

    /// <summary>A cookie opens nothing when its session has ended, wherever a copy of it lies.</summary>
    internal static async Task MustHoldAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<SessionStore>();
        if (SessionOf(context.Properties) is not { } session || !await sessions.UseAsync(session, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            return;
        }

        // For pages: their connection outlives the request that opened it, and has no cookie to look at.
        if (context.Principal?.Identity is ClaimsIdentity identity && !identity.HasClaim(c => c.Type == SessionClaim))
            identity.AddClaim(new Claim(SessionClaim, session.ToString("D")));
    }

    /// <summary>The session that somebody was signed in with when a connection was opened; null for keys and strangers.</summary>
    internal static Guid? SessionOf(ClaimsPrincipal user) => Guid.TryParseExact(user.FindFirstValue(SessionClaim), "D", out var id) ? id : null;

    /// <summary>Changes the password of somebody who knows it, ends all his sessions and begins a new one.</summary>
    /// <exception cref="RefusedActException"><c>wrong_credentials</c>, <c>bad_account</c>.</exception>
    internal async Task ChangePasswordAsync(Actor actor, string current, string wanted, HttpContext context)
    {
        var users = signIn.UserManager;
        var account = (await users.FindByIdAsync(actor.AccountId.ToString("D")))!;
        if (account.PasswordHash is null || !await PasswordFitsAsync(account, current, context)) throw WrongCredentials();
        await PeopleOffice.MustBeStrongAsync(users, account, wanted);
        if (wanted == current) throw new RefusedActException("bad_account", new("新密码必须与原密码不同。", "The new password must differ from the old."));
        await accounts.SetPasswordAsync(account.Id, users.PasswordHasher.HashPassword(account, wanted), mustChange: false, actor.Officer, context.RequestAborted);
        // That ended every session; whoever changed it goes on with a new one.
        await BeginAsync(account, context);
    }

    /// <summary>Ends the session of a request and takes the cookie back.</summary>
    internal async Task LeaveAsync(Actor actor, HttpContext context)
    {
        // A key is revoked by an administrator, not signed out.
        if (await SessionOfAsync(context) is { } session) await sessions.EndAsync(actor.AccountId, session, actor.Officer, context.RequestAborted);
        await signIn.SignOutAsync();
    }

    /// <summary>What whoever may not enter is told.</summary>
    internal static RefusedActException WrongCredentials() => new("wrong_credentials", new("账号或密码不正确，或账号暂时锁定。", "The name or the password is wrong, or the account is locked for a while."));

    private static Guid? SessionOf(AuthenticationProperties ticket) =>
        ticket.Items.TryGetValue(SessionItem, out var text) && Guid.TryParseExact(text, "D", out var id) ? id : null;

    private Task LogAsync(Account? account, HttpContext context, int status, string note) => people.LogAsync(new AccessLine
    {
        At = people.Now, AccountId = account?.Id.ToString("D") ?? "", Roles = "", Method = context.Request.Method,
        Path = context.Request.Path.Value ?? "", Status = status, Note = note,
    });
}
