using MailKit.Security;

namespace CleanProd.Rules.Host.Notices;

/// <summary>The mail server through which notices are sent.</summary>
internal sealed class MailOptions
{
    /// <summary>Its name.</summary>
    public required string Host { get; set; }

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is protected.</summary>
    public MailProtection Protection { get; set; } = MailProtection.StartTls;

    /// <summary>Name to sign in with; null where the server asks for none.</summary>
    public string? User { get; set; }

    /// <summary>File with the password: it stands in no setting.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>Address that the e-mails come from.</summary>
    public required string From { get; set; }

    /// <summary>Name beside the address.</summary>
    public string FromName { get; set; } = "";

    internal SecureSocketOptions Security => Protection switch
    {
        MailProtection.None => SecureSocketOptions.None,
        MailProtection.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };
}

/// <summary>How a connection is protected.</summary>
internal enum MailProtection
{
    /// <summary>Begins openly and must turn to TLS.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>Not at all: for a server on the same machine.</summary>
    None,
}
