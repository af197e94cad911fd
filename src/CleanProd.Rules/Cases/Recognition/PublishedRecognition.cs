using System.Security.Cryptography;
using System.Text.Json;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Cases.Recognition;

/// <summary>A recognition list as it becomes public (公布清洁生产企业名单). Its JSON is canonical: the same list gives the same bytes.</summary>
/// <param name="Number">Number of the document.</param>
/// <param name="List">Identity of the list, as the acts of recognition name it.</param>
/// <param name="Region">The jurisdiction that publishes.</param>
/// <param name="PublishedOn">Day of publication.</param>
/// <param name="Entries">Its enterprises, by region, then identity.</param>
public sealed record PublishedRecognition(string Number, string List, RegionCode Region, DateOnly PublishedOn, IReadOnlyList<RecognitionEntry> Entries)
{
    /// <summary>Canonical JSON, UTF-8.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, CaseJson.Options);

    /// <summary>SHA-256 of the JSON, lower-case hexadecimal: the name by which the public knows it.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(ToJson()));

    /// <summary>Reads the canonical JSON.</summary>
    /// <exception cref="FormatException">It is not of this form.</exception>
    public static PublishedRecognition Read(ReadOnlySpan<byte> json) => CaseJson.Read<PublishedRecognition>(System.Text.Encoding.UTF8.GetString(json));
}
