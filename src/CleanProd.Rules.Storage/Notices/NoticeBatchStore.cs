using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Notices;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Notices;

/// <summary>Batches of notices: ordering them, and the steps of the work, each of which may be killed and done again.</summary>
/// <param name="notices">Where notices are.</param>
public sealed partial class NoticeBatchStore(NoticeStore notices)
{
    private readonly NoticeNumbering _numbering = new(notices.History);

    private Store Store => notices.Store;

    /// <summary>Orders the notices of a list. Nothing is numbered yet.</summary>
    /// <param name="order">What they belong to.</param>
    /// <param name="organ">Who issues them.</param>
    /// <param name="facilities">The enterprises in the order of the list.</param>
    /// <param name="by">Who orders.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<NoticeBatch> OrderAsync(NoticeOrder order, NoticeOrgan organ, IReadOnlyList<string> facilities, Officer by, CancellationToken ct = default) => Store.WriteAsync(
        async session =>
        {
            var batch = await AddAsync(session, order, organ, null, by, ct);
            session.Context.AddRange(facilities.Select((f, i) => new NoticeBatchItem { BatchId = batch.Id, Place = i + 1, FacilityId = f }));
            session.Record(by, "notice_batch.order", $"notice_batch/{batch.Id}", EventJson.Write(new Ordered(order, organ.Id, facilities)));
            return batch;
        },
        ct);

    /// <summary>Issues one notice anew: numbers it at once, marks the old one as replaced; the document follows as a batch of one.</summary>
    /// <param name="id">The notice to be replaced.</param>
    /// <param name="version">Version that was on screen.</param>
    /// <param name="order">What it belongs to.</param>
    /// <param name="organ">Who issues it.</param>
    /// <param name="candidate">For whom.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who orders.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="RefusedActException"><c>stale_version</c>, <c>illegal_transition</c>, <c>reason_required</c>.</exception>
    public Task<(Notice Notice, NoticeBatch Batch)> ReissueAsync(
        long id, int version, NoticeOrder order, NoticeOrgan organ, NoticeCandidate candidate, string reason, Officer by, CancellationToken ct = default) => Store.WriteAsync(
        async session =>
        {
            if (string.IsNullOrWhiteSpace(reason)) throw new RefusedActException("reason_required", new("重新制发须说明理由。", "A notice issued anew needs a reason."));
            await LockAsync(session, order.PublicationId, ct);
            var old = await NoticeHistory.HeldAsync(session, id, ct);
            await NoticeHistory.MustBeAtAsync(session, old, version, ct);
            NoticeTransition.After(old.State, NoticeAct.Replace);
            if (old.Kind == NoticeKind.Withdrawal)
                throw new RefusedActException("not_reissuable", new("撤回通知不重新制发；企业重新列入时另发通知书。", "A withdrawal is not issued anew; an enterprise that is listed again gets a notice of its own."));
            var batch = await AddAsync(session, order, organ, reason, by, ct);
            var notice = await _numbering.NumberAsync(session, order, organ, candidate, await EarlierAsync(session, order.PublicationId, [old.FacilityId], ct), reason, by, ct);
            session.Context.Add(new NoticeBatchItem { BatchId = batch.Id, Place = 1, FacilityId = old.FacilityId, NoticeId = notice.Id, Made = true });
            session.Record(by, "notice_batch.order", $"notice_batch/{batch.Id}", EventJson.Write(new Ordered(order, organ.Id, [old.FacilityId])));
            return (notice, batch);
        },
        ct);

    /// <summary>A batch; null when there is none.</summary>
    public Task<NoticeBatch?> FindAsync(long id, CancellationToken ct = default) => Store.ReadAsync(c => c.Set<NoticeBatch>().SingleOrDefaultAsync(b => b.Id == id, ct));

    /// <summary>Batches of organs of some regions, the newest first.</summary>
    /// <param name="regions">Beginnings of division codes.</param>
    /// <param name="list">Of a list or amendment; null for all.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<NoticeBatch>> ListAsync(IReadOnlyList<string> regions, long? list, int most, CancellationToken ct = default) =>
        Store.ReadAsync<IReadOnlyList<NoticeBatch>>(async c =>
        {
            var prefixes = regions.ToArray();
            return await c.Set<NoticeBatch>().Where(b => prefixes.Any(r => b.Region.StartsWith(r)) && (list == null || b.ListId == list)).OrderByDescending(b => b.Id).Take(most).ToListAsync(ct);
        });

    /// <summary>The items of a batch with their notices, in the order of the list.</summary>
    public Task<IReadOnlyList<(NoticeBatchItem Item, Notice? Notice)>> ItemsAsync(long id, CancellationToken ct = default) =>
        Store.ReadAsync<IReadOnlyList<(NoticeBatchItem, Notice?)>>(async c =>
        {
            var items = await c.Set<NoticeBatchItem>().Where(i => i.BatchId == id).OrderBy(i => i.Place).ToListAsync(ct);
            var made = await c.Set<Notice>().Where(n => c.Set<NoticeBatchItem>().Any(i => i.BatchId == id && i.NoticeId == n.Id)).ToDictionaryAsync(n => n.Id, ct);
            return [.. items.Select(i => (i, i.NoticeId is { } notice ? made[notice] : null))];
        });

    /// <summary>Batches that have given no sign of life for a while; whoever is told of one takes it up.</summary>
    /// <param name="lease">How long is too long.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<long>> LeftBehindAsync(TimeSpan lease, CancellationToken ct = default) => Store.WriteAsync<IReadOnlyList<long>>(
        async session =>
        {
            var now = await session.RealTimeAsync(ct);
            var left = await session.Context.Set<NoticeBatch>().Where(b => b.State == NoticeBatchState.Running && b.TouchedAt < now - lease).OrderBy(b => b.Id).ToListAsync(ct);
            var taken = new List<long>();
            foreach (var batch in left)
            {
                var seen = batch.TouchedAt;
                // Of several processes that look at once only one changes the row.
                if (await session.Context.Set<NoticeBatch>().Where(b => b.Id == batch.Id && b.TouchedAt == seen).ExecuteUpdateAsync(s => s.SetProperty(b => b.TouchedAt, now), ct) == 1)
                    taken.Add(batch.Id);
            }

            return taken;
        },
        ct);

    private static async Task<NoticeBatch> AddAsync(StoreSession session, NoticeOrder order, NoticeOrgan organ, string? reason, Officer by, CancellationToken ct)
    {
        var batch = new NoticeBatch
        {
            ListId = order.ListId, PublicationId = order.PublicationId, OrganId = organ.Id, Region = organ.Region, IssuedOn = order.IssuedOn, Reason = reason, OrderedBy = EventJson.Write(by), OrderedAt = session.Now,
            State = NoticeBatchState.Running, TouchedAt = await session.RealTimeAsync(ct),
        };
        session.Context.Add(batch);
        await session.Context.SaveChangesAsync(ct);
        return batch;
    }

    private static Task LockAsync(StoreSession session, long publication, CancellationToken ct) => session.LockAsync($"notice/publication/{publication}", ct);

    private static async Task<List<Notice>> EarlierAsync(StoreSession session, long publication, IReadOnlyCollection<string> facilities, CancellationToken ct) =>
        await session.Context.Set<Notice>().AsNoTracking().Where(n => n.PublicationId == publication && facilities.Contains(n.FacilityId)).OrderBy(n => n.Issue).ToListAsync(ct);

    private sealed record Ordered(NoticeOrder Order, long OrganId, IReadOnlyList<string> Facilities);
}
