using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Storage.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;

namespace CleanProd.Rules.Host.Access;

/// <summary>Accounts, sessions, keys and limits.</summary>
internal static class AccessServices
{
    /// <summary>Limit on attempts to sign in.</summary>
    internal const string SignInLimit = "sign-in";

    /// <summary>Name of the cookie of a session.</summary>
    internal const string Cookie = "cleanprod";

    private const string Either = "CookieOrKey";

    internal static void AddAccess(this IServiceCollection services, ServiceOptions options)
    {
        services.AddSingleton<PeopleStore>();
        services.AddSingleton<AccountStore>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<KeyStore>();
        services.AddSingleton<AccessLogStore>();
        services.AddSingleton<ITargetPlaces, AccountPlaces>();
        services.AddSingleton<GrantRules>();
        services.AddSingleton<AccountOffice>();
        services.AddSingleton<Gatekeeper>();
        services.AddScoped<SignInDesk>();
        services.AddHttpContextAccessor();
        services.AddScoped(Actor.Of);
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Password.RequiredLength = 12;
            identity.Password.RequireNonAlphanumeric = false;
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddAccountsOfStore().AddSignInManager().AddDefaultTokenProviders();
        var authentication = services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, policy => policy.ForwardDefaultSelector = context =>
                context.Request.Headers.ContainsKey(KeyAuthentication.Header) ? KeyAuthentication.Name : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.Name, null);
        authentication.AddIdentityCookies();
        if (options.Oidc is { } oidc) OidcSignIn.Add(authentication, oidc);
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = Cookie;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = options.Session;
            cookie.SlidingExpiration = true;
            // Half of its time may pass unrenewed otherwise, and a session would end in the middle of work.
            cookie.Events.OnCheckSlidingExpiration = context =>
            {
                context.ShouldRenew = context.ElapsedTime >= SessionStore.Exactness;
                return Task.CompletedTask;
            };
            cookie.Events.OnValidatePrincipal = SignInDesk.MustHoldAsync;
            cookie.Events.OnRedirectToLogin = context => Problems.SignInRequired.WriteAsync(context.HttpContext);
            cookie.Events.OnRedirectToAccessDenied = context => Problems.NotPermitted.WriteAsync(context.HttpContext);
        });
        services.AddSingleton<CookieKeyStore>();
        services.AddDataProtection().SetApplicationName("cleanprod");
        services.AddOptions<KeyManagementOptions>().Configure<CookieKeyStore>((keys, store) => keys.XmlRepository = new CookieKeys(store));
        services.AddRateLimiter(limiter => Limit(limiter, options.RateLimits));
    }

    private static void Limit(Microsoft.AspNetCore.RateLimiting.RateLimiterOptions limiter, RateLimits limits)
    {
        limiter.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
            return new ValueTask(Problems.TooMany.WriteAsync(context.HttpContext));
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            !context.Request.Path.StartsWithSegments(Gate.Root, StringComparison.Ordinal) ? RateLimitPartition.GetNoLimiter("")
            : context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } account ? PerMinute("account " + account, limits.Account)
            : PerMinute("stranger " + From(context), limits.Stranger));
        limiter.AddPolicy(SignInLimit, context => PerMinute("sign-in " + From(context), limits.SignIn));
    }

    private static string From(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static RateLimitPartition<string> PerMinute(string who, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });
}
