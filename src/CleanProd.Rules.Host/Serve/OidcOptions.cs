namespace CleanProd.Rules.Host.Serve;

/// <summary>Signing in through the OpenID Connect provider of an administration. It says who somebody is; what he may do stands in his roles here.</summary>
internal sealed class OidcOptions
{
    /// <summary>Address of the provider; <c>/.well-known/openid-configuration</c> lies below it. HTTPS, unless it is this machine.</summary>
    public string Authority { get; set; } = "";

    /// <summary>What the provider calls this service.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>File with the secret that the provider gave; a file, so that it stands in no settings and no list of processes.</summary>
    public string SecretFile { get; set; } = "";

    /// <summary>The claim that holds the name of the account.</summary>
    public string NameClaim { get; set; } = "preferred_username";
}
