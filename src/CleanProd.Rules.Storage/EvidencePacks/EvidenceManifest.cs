using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.EvidencePacks;

/// <summary>What an evidence pack says of itself: whose determination it is, what it was reached with, and the hash of each of its parts.</summary>
/// <param name="Format">Always <see cref="CurrentFormat"/>.</param>
/// <param name="Program">Version of the program that wrote it.</param>
/// <param name="FacilityId">The enterprise.</param>
/// <param name="Year">The screened year.</param>
/// <param name="AsOf">The determination date.</param>
/// <param name="CrossCheckOneIn">How much RulesEngine read a second time: all hits and one in so many of the rest.</param>
/// <param name="TablesGiven">Tables that the data held at all, even if about others.</param>
/// <param name="Packs">Names (<c>id@sha256</c>) of the rule packs in the order in which they were applied; <c>packs/1.json</c> is the first.</param>
/// <param name="LineSha256">SHA-256 of the determination's line.</param>
/// <param name="ResultSha256">SHA-256 of all lines of the run, each with its line feed.</param>
/// <param name="Run">The screening of a store; null for an output folder.</param>
/// <param name="Parts">The other parts of the pack in their order.</param>
public sealed record EvidenceManifest(
    string Format, string Program, string FacilityId, int Year, DateOnly AsOf, int CrossCheckOneIn, IReadOnlyList<string> TablesGiven, IReadOnlyList<string> Packs,
    string LineSha256, string ResultSha256, EvidenceRun? Run, IReadOnlyList<EvidencePart> Parts)
{
    /// <summary>Name and version of the file format.</summary>
    public const string CurrentFormat = "cleanprod-evidence/1";

    internal const string EntryName = "manifest.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        NewLine = "\n",
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
    };

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <exception cref="JsonException">It is no manifest.</exception>
    internal static EvidenceManifest Of(byte[] json) => JsonSerializer.Deserialize<EvidenceManifest>(json, Options) ?? throw new JsonException("null");
}

/// <summary>The screening that a determination is of.</summary>
/// <param name="Screening">Its number in the store.</param>
/// <param name="Region">Its jurisdiction.</param>
/// <param name="KnownAt">Its facts are those known at this time.</param>
public sealed record EvidenceRun(long Screening, string Region, DateTimeOffset KnownAt);

/// <summary>A part of an evidence pack.</summary>
/// <param name="Name">Its name in the archive.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">SHA-256 over it, lower-case hexadecimal.</param>
public sealed record EvidencePart(string Name, long Bytes, string Sha256);

/// <summary>A row that the determination cites, as it stands in the file that was imported.</summary>
/// <param name="File">File, relative to the data set; <c>case/…</c> for what the service recorded itself.</param>
/// <param name="Sheet">Sheet of a workbook.</param>
/// <param name="Row">Row as an editor or Excel shows it.</param>
/// <param name="Sha256">SHA-256 of the file; null for what stands in no file.</param>
/// <param name="Import">Number of the import in the store.</param>
/// <param name="FirstRow">The first row of the file or sheet, mostly its headings.</param>
/// <param name="Cells">The cells of the row; blank ones are null.</param>
/// <param name="Holds">Values of the evidence that stand in a cell of it; formed means and sums stand in none.</param>
public sealed record CitedRow(
    string File, string? Sheet, int Row, string? Sha256, long? Import, IReadOnlyList<string?> FirstRow, IReadOnlyList<string?> Cells, IReadOnlyList<string> Holds)
{
    /// <summary>Where it stands.</summary>
    [JsonIgnore]
    public SourceRef Source => new(File, Sheet, Row);
}
