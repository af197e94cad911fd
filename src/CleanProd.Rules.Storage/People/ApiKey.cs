namespace CleanProd.Rules.Storage.People;

/// <summary>A key with which a machine acts. Only its hash is kept.</summary>
public sealed class ApiKey
{
    /// <summary>SHA-256 of the key, lower-case hexadecimal.</summary>
    public required string Sha256 { get; set; }

    /// <summary>Beginning of the key, to tell keys apart.</summary>
    public required string Beginning { get; set; }

    /// <summary>The machine's account.</summary>
    public required Guid AccountId { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>After this it opens nothing; null: until revoked.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>When it was revoked; null while it is not.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
