using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Documents;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Policy;

/// <summary>Released packs with all their versions. Only ever appended: a version is never changed, a later one takes its place.</summary>
/// <param name="store">Where they are.</param>
public sealed class ReleaseStore(Store store)
{
    /// <summary>Held while a version is added, so that two are never numbered alike.</summary>
    internal const string Lock = "rule_packs";

    /// <summary>Every version of every pack, in the order in which they came.</summary>
    public Task<IReadOnlyList<PackVersion>> AllAsync(CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<PackVersion>>(async c =>
        [.. (await c.Set<PackEventRow>().OrderBy(e => e.Aggregate).ThenBy(e => e.Seq).Select(e => e.Content).ToListAsync(ct)).Select(EventJson.Read<PackVersion>)]);

    /// <summary>How many versions there are: changes when anything is released.</summary>
    public Task<int> CountAsync(CancellationToken ct = default) => store.ReadAsync(c => c.Set<PackEventRow>().CountAsync(ct));

    /// <summary>Releases what the program brings with it, where nothing was ever released.</summary>
    /// <param name="packs">Identity, jurisdiction, first and last day of governing, and text.</param>
    /// <param name="ct">Breaks it off.</param>
    public async Task SeedAsync(Func<IReadOnlyList<ShippedText>> packs, CancellationToken ct = default)
    {
        if (await CountAsync(ct) > 0) return;
        // Read before anything is locked: a transaction that does nothing for a lease is ended by the database.
        var shipped = packs();
        await store.WriteAsync(
            async session =>
            {
                await session.LockAsync(Lock, ct);
                // Another process of the same database was quicker.
                if (await session.Context.Set<PackRow>().AnyAsync(ct)) return;
                foreach (var pack in shipped)
                {
                    await AddAsync(session, new PackVersion
                    {
                        PackId = pack.PackId, Version = 1, Origin = VersionOrigin.Shipped, Sha256 = await DocumentStore.KeepAsync(session, pack.Text, ct), Jurisdiction = pack.Jurisdiction,
                        EffectiveFrom = pack.EffectiveFrom, EffectiveTo = pack.EffectiveTo, By = Officer.System, At = session.Now,
                    }, ct);
                }
            },
            ct);
    }

    /// <summary>Adds a version of its own, such as a roll-back.</summary>
    /// <param name="make">Makes it from all versions there are and the time; its number is set here.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<PackVersion> ReleaseAsync(Func<IReadOnlyList<PackVersion>, DateTimeOffset, PackVersion> make, CancellationToken ct = default) =>
        store.WriteAsync(session => ReleaseAsync(session, make, ct), ct);

    /// <summary>Adds a version in the transaction of another act, such as signing a draft.</summary>
    public static async Task<PackVersion> ReleaseAsync(StoreSession session, Func<IReadOnlyList<PackVersion>, DateTimeOffset, PackVersion> make, CancellationToken ct = default)
    {
        await session.LockAsync(Lock, ct);
        var all = (await session.Context.Set<PackEventRow>().AsNoTracking().OrderBy(e => e.Aggregate).ThenBy(e => e.Seq).Select(e => e.Content).ToListAsync(ct)).Select(EventJson.Read<PackVersion>).ToArray();
        var wanted = make(all, session.Now);
        var earlier = all.Where(v => v.PackId == wanted.PackId).ToArray();
        if (earlier.Length > 0 && earlier[0].Jurisdiction != wanted.Jurisdiction)
        {
            throw new RefusedActException("bad_pack", new(
                $"规则包 {wanted.PackId} 适用于 {earlier[0].Jurisdiction}，不能改为 {wanted.Jurisdiction}；请另取编号。", $"{wanted.PackId} is a pack of {earlier[0].Jurisdiction} and cannot become one of {wanted.Jurisdiction}: give it another id."));
        }

        return await AddAsync(session, wanted with { Version = earlier.Length + 1, At = session.Now }, ct);
    }

    private static async Task<PackVersion> AddAsync(StoreSession session, PackVersion version, CancellationToken ct)
    {
        var row = await session.Context.Set<PackRow>().SingleOrDefaultAsync(p => p.PackId == version.PackId, ct);
        if (row is null)
        {
            session.Context.Add(row = new PackRow { PackId = version.PackId, Jurisdiction = version.Jurisdiction, Region = Draft.RegionOf(version.Jurisdiction).Value });
            await session.Context.SaveChangesAsync(ct);
        }

        var content = EventJson.Write(version);
        session.Context.Add(new PackEventRow { Aggregate = row.Id, Seq = version.Version, Content = content });
        session.Record(version.By, $"rule_pack.{Tables.Words<VersionOrigin>.Text(version.Origin)}", $"rule_pack/{row.Id}", content);
        return version;
    }
}

/// <summary>A pack that comes with the program.</summary>
public sealed record ShippedText(string PackId, string Jurisdiction, DateOnly EffectiveFrom, DateOnly? EffectiveTo, byte[] Text);
