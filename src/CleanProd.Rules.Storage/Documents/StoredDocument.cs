namespace CleanProd.Rules.Storage.Documents;

/// <summary>A document by its content: a decision that was uploaded, a notice that was sent, a template.</summary>
internal sealed class StoredDocument
{
    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The bytes, whole.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>When they were first kept.</summary>
    public required DateTimeOffset KeptAt { get; init; }
}
