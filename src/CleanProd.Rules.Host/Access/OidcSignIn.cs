using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Storage.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CleanProd.Rules.Host.Access;

/// <summary>Lets in whom an OpenID Connect provider knows and who has an account here. It makes no accounts and gives no roles.</summary>
internal static class OidcSignIn
{
    internal const string Scheme = "oidc";

    private const string Callback = Gate.Root + "/v1/login/oidc/callback";

    // The session's cookie is not sent with a request that another site began, so the browser has to begin one itself.
    private const string Onward = """<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>CleanProd</title><a href="/">继续 / Continue</a>""";

    /// <exception cref="BadInputException">A setting is missing or the file of the secret cannot be read.</exception>
    internal static void Add(AuthenticationBuilder authentication, OidcOptions settings)
    {
        if (!Uri.TryCreate(settings.Authority, UriKind.Absolute, out var authority) || settings.ClientId.Length == 0 || !File.Exists(settings.SecretFile))
            throw new BadInputException("Oidc 设置不完整：需要 Authority、ClientId 和可读的 SecretFile。 Oidc needs Authority, ClientId and a SecretFile that can be read.");
        var secret = File.ReadAllText(settings.SecretFile).Trim();
        authentication.AddOpenIdConnect(Scheme, oidc =>
        {
            oidc.Authority = settings.Authority;
            oidc.ClientId = settings.ClientId;
            oidc.ClientSecret = secret;
            oidc.RequireHttpsMetadata = !authority.IsLoopback;
            oidc.CallbackPath = Callback;
            oidc.ResponseType = OpenIdConnectResponseType.Code;
            // As a redirect, not as a form of another site, which browsers send without cookies.
            oidc.ResponseMode = OpenIdConnectResponseMode.Query;
            oidc.MapInboundClaims = false;
            oidc.SaveTokens = false;
            oidc.SignInScheme = IdentityConstants.ApplicationScheme;
            foreach (var cookie in new[] { oidc.CorrelationCookie, oidc.NonceCookie })
            {
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            }

            oidc.Events.OnTicketReceived = context => EnterAsync(context, settings.NameClaim);
            oidc.Events.OnRemoteFailure = context =>
            {
                OidcLog.Failed(context.HttpContext.RequestServices.GetRequiredService<ILogger<OpenIdConnectHandler>>(), context.Failure);
                context.HandleResponse();
                return Problems.OidcFailed.WriteAsync(context.HttpContext);
            };
        });
    }

    private static async Task EnterAsync(TicketReceivedContext context, string nameClaim)
    {
        context.HandleResponse();
        var (http, claims) = (context.HttpContext, context.Principal!);
        var (desk, subject) = (http.RequestServices.GetRequiredService<SignInDesk>(), claims.FindFirst("sub"));
        if (!await desk.EnterLinkedAsync(subject?.Issuer, subject?.Value, claims.FindFirst(nameClaim)?.Value, http))
        {
            await Problems.NoAccount.WriteAsync(http);
            return;
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(Onward, http.RequestAborted);
    }
}

/// <summary>What is logged of sign-ins through a provider.</summary>
internal static partial class OidcLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Signing in through the OpenID Connect provider failed")]
    internal static partial void Failed(ILogger log, Exception? error);
}
