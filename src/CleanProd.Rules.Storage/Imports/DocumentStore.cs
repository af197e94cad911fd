using System.Text.Json;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Imports;

/// <summary>A document as it was handed in.</summary>
/// <param name="Name">File name for people.</param>
/// <param name="MediaType">Media type as the sender says.</param>
/// <param name="Region">The region whose affair it is.</param>
/// <param name="Facility">The facility whose affair it is; null when it is not about one.</param>
public sealed record NewDocument(string Name, string MediaType, RegionCode Region, FacilityId? Facility);

/// <summary>A document behind an act: a permit, a decision, an audit report. Who may see its place or handed it in may read it.</summary>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="By">Account that handed it in.</param>
/// <param name="At">When.</param>
/// <param name="As">What it was handed in as.</param>
public sealed record KeptDocument(string Sha256, long Length, string By, DateTimeOffset At, NewDocument As)
{
    /// <summary>What an act names it by.</summary>
    public DocumentRef Ref => new(As.Name, Sha256);
}

/// <summary>Documents behind acts, their bytes kept by content.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="sources">Where their bytes are kept.</param>
public sealed class DocumentStore(Store store, SourceStore sources)
{
    /// <summary>Keeps a document; handed in again by the same account for the same place it is the earlier one.</summary>
    /// <param name="document">What it is handed in as.</param>
    /// <param name="sha256">SHA-256 of its bytes.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="by">Who hands it in.</param>
    /// <param name="ct">Breaks it off.</param>
    public async Task<KeptDocument> KeepAsync(NewDocument document, string sha256, Stream content, Officer by, CancellationToken ct = default)
    {
        await sources.KeepAsync(sha256, content, ct);
        return await store.WriteAsync(
            async session =>
            {
                await session.LockAsync("document/" + sha256, ct);
                var (region, facility) = (document.Region.Value, document.Facility?.Value);
                if (await session.Context.Set<DocumentEntry>().FirstOrDefaultAsync(
                    d => d.Sha256 == sha256 && d.AccountId == by.Id && d.Region == region && d.FacilityId == facility, ct) is { } earlier) return Kept(earlier);
                var entry = new DocumentEntry
                {
                    Sha256 = sha256, Length = content.Length, Name = document.Name, MediaType = document.MediaType,
                    Region = region, FacilityId = facility, AccountId = by.Id, At = session.Now,
                };
                session.Context.Add(entry);
                session.Record(by, "document.keep", $"document/{sha256}", JsonSerializer.Serialize(
                    new { name = document.Name, media_type = document.MediaType, region, facility }));
                return Kept(entry);
            },
            ct);
    }

    /// <summary>The times that a document was handed in, the first one first; none when it was not.</summary>
    public Task<IReadOnlyList<KeptDocument>> FindAsync(string sha256, CancellationToken ct = default) =>
        store.ReadAsync<IReadOnlyList<KeptDocument>>(async c =>
            [.. (await c.Set<DocumentEntry>().Where(d => d.Sha256 == sha256).OrderBy(d => d.Id).ToListAsync(ct)).Select(Kept)]);

    private static KeptDocument Kept(DocumentEntry d) => new(
        d.Sha256, d.Length, d.AccountId, d.At, new(d.Name, d.MediaType, new(d.Region), d.FacilityId is { } f ? new FacilityId(f) : null));
}
