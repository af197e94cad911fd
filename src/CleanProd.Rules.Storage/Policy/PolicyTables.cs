using CleanProd.Rules.Storage.Cases;

namespace CleanProd.Rules.Storage.Policy;

/// <summary>An act upon a draft.</summary>
internal sealed class DraftEventRow : EventRow;

/// <summary>A draft as its acts leave it: an index for queries.</summary>
internal sealed class DraftRow
{
    public long Id { get; init; }

    public required string PackId { get; init; }

    public required string Jurisdiction { get; init; }

    /// <summary>Division code of the jurisdiction; empty for the whole country.</summary>
    public required string Region { get; init; }

    public required DraftState State { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>A version of a released pack, or the end of it.</summary>
internal sealed class PackEventRow : EventRow;

/// <summary>A released pack. Its versions are its events; nothing about it ever changes.</summary>
internal sealed class PackRow
{
    public long Id { get; init; }

    public required string PackId { get; init; }

    public required string Jurisdiction { get; init; }

    public required string Region { get; init; }
}

/// <summary>The key with which this bureau signs what it gives to others.</summary>
internal sealed class BureauKeyRow
{
    /// <summary>SHA-256 of the public key, lower-case hexadecimal.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Private key, PKCS#8.</summary>
    public required byte[] Secret { get; init; }

    /// <summary>Public key, SubjectPublicKeyInfo.</summary>
    public required byte[] PublicKey { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
}

/// <summary>An act upon a key that is trusted.</summary>
internal sealed class TrustEventRow : EventRow;

/// <summary>A key of another bureau.</summary>
internal sealed class TrustedKeyRow
{
    public long Id { get; init; }

    public required string Fingerprint { get; init; }

    public required string Name { get; init; }

    public required byte[] PublicKey { get; init; }

    public required bool Trusted { get; set; }
}
