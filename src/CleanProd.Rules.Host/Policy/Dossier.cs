using System.Text.Json;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Rules.Comparing;
using CleanProd.Rules.Storage.Documents;

namespace CleanProd.Rules.Host.Policy;

/// <summary>Over which data the impact was worked out.</summary>
/// <param name="Region">The jurisdiction.</param>
/// <param name="Year">The year.</param>
/// <param name="AsOf">The determination date.</param>
/// <param name="KnownAt">When audits of the service were read.</param>
/// <param name="Imports">Numbers of the imports.</param>
/// <param name="Reference">SHA-256 over the reference tables.</param>
internal sealed record DossierBasis(string Region, int Year, DateOnly AsOf, DateTimeOffset KnownAt, IReadOnlyList<long> Imports, string Reference);

/// <summary>
/// What a releaser signs: the pack by its hash, how its cases came out, what it says otherwise than the version before, how it stands to wider rules,
/// and by name whom it touches. Its bytes are the same whenever it is made of the same things.
/// </summary>
/// <param name="Pack"><c>id@sha256</c>.</param>
/// <param name="EffectiveFrom">First determination date.</param>
/// <param name="EffectiveTo">Last determination date; null for no end.</param>
/// <param name="Cases">Its cases.</param>
/// <param name="Against">The version before; null when there is none.</param>
/// <param name="Changes">What it says otherwise.</param>
/// <param name="Overlay">How it stands to rules of other jurisdictions.</param>
/// <param name="Basis">Over which data.</param>
/// <param name="Impact">Whom it touches.</param>
internal sealed record Dossier(
    string Pack, DateOnly EffectiveFrom, DateOnly? EffectiveTo, IReadOnlyList<DraftCase> Cases, string? Against, IReadOnlyList<PackChange> Changes,
    IReadOnlyList<OverlayFinding> Overlay, DossierBasis Basis, Impact Impact)
{
    /// <summary>What is hashed and signed.</summary>
    internal byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, ApiJson.Options);

    /// <summary>The hash that is signed.</summary>
    internal static string HashOf(byte[] bytes) => DocumentStore.HashOf(bytes);

    /// <summary>Reads what was kept.</summary>
    internal static Dossier Read(byte[] bytes) => JsonSerializer.Deserialize<Dossier>(bytes, ApiJson.Options) ?? throw new InvalidDataException("A dossier was expected, not null.");
}
