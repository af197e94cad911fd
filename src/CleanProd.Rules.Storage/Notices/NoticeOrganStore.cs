using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Notices;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Notices;

/// <summary>The organs that issue notices.</summary>
/// <param name="store">Where they are.</param>
public sealed class NoticeOrganStore(Store store)
{
    private const string Lock = "notice/organs";

    /// <summary>All of them, in the order in which they were added.</summary>
    public Task<IReadOnlyList<NoticeOrgan>> AllAsync(CancellationToken ct = default) =>
        store.ReadAsync<IReadOnlyList<NoticeOrgan>>(async c => await c.Set<NoticeOrgan>().OrderBy(o => o.Id).ToListAsync(ct));

    /// <summary>One of them.</summary>
    /// <exception cref="KeyNotFoundException">There is none with this number.</exception>
    public async Task<NoticeOrgan> GetAsync(long id, CancellationToken ct = default) =>
        await store.ReadAsync(c => c.Set<NoticeOrgan>().SingleOrDefaultAsync(o => o.Id == id, ct)) ?? throw NoSuchOrgan(id);

    /// <summary>Adds an organ.</summary>
    /// <exception cref="RefusedActException"><c>word_taken</c>, <c>bad_number_format</c>, <c>bad_organ</c>.</exception>
    public Task<NoticeOrgan> AddAsync(NoticeOrgan organ, Officer by, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            await CheckAsync(session, organ, ct);
            organ.Version = 1;
            session.Context.Add(organ);
            await session.Context.SaveChangesAsync(ct);
            session.Record(by, "notice_organ.add", $"notice_organ/{organ.Id}", EventJson.Write(organ));
            return organ;
        },
        ct);

    /// <summary>Changes an organ. Numbers that were given stay as they are; another word begins another series.</summary>
    /// <param name="id">Which.</param>
    /// <param name="version">Version that was on screen.</param>
    /// <param name="change">Sets what is to be changed.</param>
    /// <param name="by">Who.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="KeyNotFoundException">There is none with this number.</exception>
    /// <exception cref="RefusedActException"><c>stale_version</c>, <c>word_taken</c>, <c>bad_number_format</c>, <c>bad_organ</c>.</exception>
    public Task<NoticeOrgan> ChangeAsync(long id, int version, Action<NoticeOrgan> change, Officer by, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            await session.LockAsync(Lock, ct);
            var organ = await session.Context.Set<NoticeOrgan>().SingleOrDefaultAsync(o => o.Id == id, ct) ?? throw NoSuchOrgan(id);
            if (organ.Version != version)
                throw new RefusedActException("stale_version", new("发文机关已被他人修改，请重新载入。", "Somebody else has changed the organ; load it again."));
            change(organ);
            await CheckAsync(session, organ, ct);
            organ.Version++;
            session.Record(by, "notice_organ.change", $"notice_organ/{organ.Id}", EventJson.Write(organ));
            return organ;
        },
        ct);

    private static async Task CheckAsync(StoreSession session, NoticeOrgan organ, CancellationToken ct)
    {
        NoticeNumberFormat.Of(organ.NumberFormat);
        if (new[] { organ.NameZh, organ.Word, organ.WithdrawalWord }.Any(string.IsNullOrWhiteSpace))
            throw new RefusedActException("bad_organ", new("发文机关名称和机关代字不能为空。", "An organ needs a name and its words."));
        // Two organs with one word would give one number twice.
        await session.LockAsync(Lock, ct);
        if (await session.Context.Set<NoticeOrgan>().AnyAsync(
                o => o.Id != organ.Id && (o.Word == organ.Word || o.WithdrawalWord == organ.Word || o.Word == organ.WithdrawalWord || o.WithdrawalWord == organ.WithdrawalWord), ct))
            throw new RefusedActException("word_taken", new("机关代字已被其他发文机关使用，文号会重复。", "Another organ uses the word; numbers would be given twice."));
    }

    private static KeyNotFoundException NoSuchOrgan(long id) => new($"There is no organ {id}.");
}
