namespace CleanProd.Rules.Storage.Schema;

/// <summary>A source file by its content.</summary>
internal sealed class SourceEntry
{
    public required string Sha256 { get; set; }

    public required long Length { get; set; }
}

/// <summary>One run.</summary>
internal sealed class RunEntry
{
    public long Id { get; set; }

    public required long ImportId { get; set; }

    public required int Year { get; set; }

    public required DateOnly AsOf { get; set; }

    /// <summary>JSON array of <c>id@sha256</c>.</summary>
    public required string Packs { get; set; }

    public required string ReferenceHash { get; set; }

    public required string State { get; set; }

    public string? ResultHash { get; set; }
}
