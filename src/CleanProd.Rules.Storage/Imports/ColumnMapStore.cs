using System.Text.Json;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Imports;

/// <summary>A bureau's own column map.</summary>
/// <param name="Name">What it is called; one name for the whole service.</param>
/// <param name="Version">1 for the first; every change makes a new one and keeps the old.</param>
/// <param name="Json">Its text.</param>
/// <param name="Sha256">SHA-256 of the text in UTF-8.</param>
/// <param name="Region">The jurisdiction it belongs to.</param>
/// <param name="By">Name of who saved this version.</param>
/// <param name="At">When.</param>
public sealed record KeptMap(string Name, int Version, string Json, string Sha256, RegionCode Region, string By, DateTimeOffset At);

/// <summary>Column maps that bureaus saved after lining up columns once.</summary>
/// <param name="store">Where they are kept.</param>
public sealed class ColumnMapStore(Store store)
{
    /// <summary>The newest version of every map, by name.</summary>
    public Task<IReadOnlyList<KeptMap>> ListAsync(CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<KeptMap>>(async c =>
        [.. (await c.Set<ColumnMapEntry>().Where(m => m.Version == c.Set<ColumnMapEntry>().Where(o => o.Name == m.Name).Max(o => o.Version)).ToListAsync(ct))
            .OrderBy(m => m.Name, StringComparer.Ordinal).Select(Kept)]);

    /// <summary>The newest version of a map; null when there is none of the name.</summary>
    public Task<KeptMap?> FindAsync(string name, CancellationToken ct = default) => store.ReadAsync(async c =>
        await c.Set<ColumnMapEntry>().Where(m => m.Name == name).OrderByDescending(m => m.Version).FirstOrDefaultAsync(ct) is { } entry ? Kept(entry) : null);

    /// <summary>Saves a map under a new version; the same text again changes nothing.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="json">Its text, which was read as a column map.</param>
    /// <param name="sha256">SHA-256 of the text.</param>
    /// <param name="region">The jurisdiction a new map belongs to; an old one stays where it belongs.</param>
    /// <param name="mayChange">Whether somebody may change a map of a jurisdiction.</param>
    /// <param name="by">Who saves it.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="RefusedActException">The map belongs to another jurisdiction (<c>outside_region</c>).</exception>
    public Task<KeptMap> SaveAsync(
        string name, string json, string sha256, RegionCode region, Func<RegionCode, bool> mayChange, Officer by, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            var newest = await session.Context.Set<ColumnMapEntry>().Where(m => m.Name == name).OrderByDescending(m => m.Version).FirstOrDefaultAsync(ct);
            if (!mayChange(newest is null ? region : new RegionCode(newest.Region)))
                throw new RefusedActException("outside_region", new("此列映射属于其他辖区，请另取名称保存。", "The column map belongs to another region; save it under another name."));
            if (newest?.Sha256 == sha256) return Kept(newest);
            var entry = new ColumnMapEntry
            {
                Name = name, Version = (newest?.Version ?? 0) + 1, Json = json, Sha256 = sha256, Region = newest?.Region ?? region.Value, ByName = by.Name, At = session.Now,
            };
            session.Context.Add(entry);
            session.Record(by, "map.save", $"map/{name}", JsonSerializer.Serialize(new { version = entry.Version, sha256, region = entry.Region }));
            return Kept(entry);
        },
        ct);

    private static KeptMap Kept(ColumnMapEntry m) => new(m.Name, m.Version, m.Json, m.Sha256, new(m.Region), m.ByName, m.At);
}
