using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CleanProd.Rules.Tests.Host.Access;

/// <summary>A small OpenID Connect provider on this machine: whoever is sent to it is the person that the test says.</summary>
internal sealed class TestIdentityProvider : IAsyncDisposable
{
    internal const string ClientId = "cleanprod", Secret = "kept in a file";

    private readonly RSA _key = RSA.Create(2048), _foreign = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> _codes = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private TestIdentityProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Authority, authorization_endpoint = Authority + "/authorize", token_endpoint = Authority + "/token", jwks_uri = Authority + "/keys",
        }));
        _app.MapGet("/keys", Keys);
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", TokenAsync);
    }

    internal string Authority => _app.Urls.First();

    /// <summary>The provider's number for the person who is sent to it.</summary>
    internal string Subject { get; set; } = "0001";

    /// <summary>The person's name.</summary>
    internal string Name { get; set; } = "";

    /// <summary>Signs with a key that the provider does not publish.</summary>
    internal bool SignsForeign { get; set; }

    /// <summary>For whom tokens are made out.</summary>
    internal string Audience { get; set; } = ClientId;

    internal static async Task<TestIdentityProvider> StartAsync()
    {
        var provider = new TestIdentityProvider();
        await provider._app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
        _foreign.Dispose();
    }

    private IResult Keys()
    {
        var key = _key.ExportParameters(false);
        return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "1", n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) } } });
    }

    private IResult Authorize(string client_id, string redirect_uri, string state, string nonce, string code_challenge, string response_type)
    {
        if (client_id != ClientId || response_type != "code") return Results.BadRequest();
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (nonce, code_challenge);
        return Results.Redirect($"{redirect_uri}?code={code}&state={Uri.EscapeDataString(state)}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var proof = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (form["client_secret"] != Secret || !_codes.TryRemove(form["code"].ToString(), out var asked) || asked.Challenge != proof)
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Authority, Audience = Audience, Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = Subject, ["nonce"] = asked.Nonce, ["preferred_username"] = Name, ["role"] = "admin" },
            SigningCredentials = new(new RsaSecurityKey(SignsForeign ? _foreign : _key) { KeyId = "1" }, SecurityAlgorithms.RsaSha256),
        });
        return Results.Json(new { access_token = "unused", token_type = "Bearer", id_token = token, expires_in = 300 });
    }
}
