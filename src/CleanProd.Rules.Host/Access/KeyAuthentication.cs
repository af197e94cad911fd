using System.Security.Claims;
using System.Text.Encodings.Web;
using CleanProd.Rules.Storage.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CleanProd.Rules.Host.Access;

/// <summary>Signs machines in by the key in the header <see cref="Header"/>.</summary>
internal sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, PeopleStore people)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    internal const string Name = "Key";
    internal const string Header = "X-Api-Key";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var key = Request.Headers[Header].ToString();
        if (await people.AccountOfKeyAsync(key, Context.RequestAborted) is not { } account) return AuthenticateResult.Fail("unknown key");
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, account.ToString("D"))], KeyAuthentication.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), KeyAuthentication.Name));
    }
}
