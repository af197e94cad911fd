namespace CleanProd.Rules.Storage.Schema;

/// <summary>A source file by its content.</summary>
internal sealed class SourceEntry
{
    public required string Sha256 { get; set; }

    public required long Length { get; set; }
}
