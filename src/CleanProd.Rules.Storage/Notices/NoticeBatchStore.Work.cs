using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage.Documents;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Notices;

public sealed partial class NoticeBatchStore
{
    /// <summary>Places of the batch that have no notice yet, in the order of the list.</summary>
    public Task<IReadOnlyList<(int Place, string FacilityId)>> UnnumberedAsync(long batch, int most, CancellationToken ct = default) =>
        Store.ReadAsync<IReadOnlyList<(int, string)>>(async c => [.. (await c.Set<NoticeBatchItem>()
            .Where(i => i.BatchId == batch && i.NoticeId == null && i.Error == null && !i.Skipped).OrderBy(i => i.Place).Take(most).ToListAsync(ct))
            .Select(i => (i.Place, i.FacilityId))]);

    /// <summary>
    /// Numbers some places of a batch in their order, all of them or none. An enterprise that has its notice of this list keeps it; one that
    /// cannot be composed is noted with its error and takes no number.
    /// </summary>
    /// <param name="batch">The batch.</param>
    /// <param name="candidates">The enterprises by place.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task NumberAsync(NoticeBatch batch, IReadOnlyDictionary<int, NoticeCandidate> candidates, CancellationToken ct = default) => Store.WriteAsync(
        async session =>
        {
            await LockAsync(session, batch.PublicationId, ct);
            await TouchAsync(session, batch.Id, ct);
            var organ = await session.Context.Set<NoticeOrgan>().AsNoTracking().SingleAsync(o => o.Id == batch.OrganId, ct);
            var (order, by) = (new NoticeOrder(batch.ListId, batch.PublicationId, batch.IssuedOn), EventJson.Read<Officer>(batch.OrderedBy));
            var places = candidates.Keys.ToArray();
            var items = await session.Context.Set<NoticeBatchItem>()
                .Where(i => i.BatchId == batch.Id && places.Contains(i.Place) && i.NoticeId == null && i.Error == null && !i.Skipped).OrderBy(i => i.Place).ToListAsync(ct);
            var earlier = (await EarlierAsync(session, batch.PublicationId, [.. items.Select(i => i.FacilityId)], ct)).ToLookup(n => n.FacilityId, StringComparer.Ordinal);
            foreach (var item in items)
            {
                var (candidate, before) = (candidates[item.Place], earlier[item.FacilityId].ToArray());
                if (before.LastOrDefault(n => n.ListId == batch.ListId) is { } made) item.NoticeId = made.Id;
                else if (!candidate.Listed && NoticeNumbering.BindingOf(before) is null) item.Skipped = true;
                else if (Fault(candidate) is { } fault) item.Error = fault;
                else (item.NoticeId, item.Made) = ((await _numbering.NumberAsync(session, order, organ, candidate, before, batch.Reason, by, ct)).Id, true);
            }
        },
        ct);

    /// <summary>Numbered notices of the batch whose document is not written yet.</summary>
    public Task<IReadOnlyList<Notice>> UnwrittenAsync(long batch, int most, CancellationToken ct = default) =>
        Store.ReadAsync<IReadOnlyList<Notice>>(async c => await c.Set<Notice>()
            .Where(n => n.DocumentSha256 == null && c.Set<NoticeBatchItem>().Any(i => i.BatchId == batch && i.NoticeId == n.Id && i.Error == null))
            .OrderBy(n => n.Id).Take(most).ToListAsync(ct));

    /// <summary>Keeps documents. Of two that write the same one the first counts: what is kept is never written again.</summary>
    /// <param name="batch">The batch that is worked on.</param>
    /// <param name="written">Documents and the templates they were written with.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task KeepAsync(long batch, IReadOnlyList<WrittenNotice> written, CancellationToken ct = default) => Store.WriteAsync(
        async session =>
        {
            await TouchAsync(session, batch, ct);
            foreach (var one in written.OrderBy(w => w.NoticeId))
            {
                var notice = await NoticeHistory.HeldAsync(session, one.NoticeId, ct);
                if (notice.DocumentSha256 is not null) continue;
                notice.TemplateSha256 = await DocumentStore.KeepAsync(session, one.Template, ct);
                notice.DocumentSha256 = await DocumentStore.KeepAsync(session, one.Document, ct);
                await notices.History.NextAsync(session, notice, NoticeAct.Issue, Officer.System, e => e with { DocumentSha256 = notice.DocumentSha256 }, ct);
            }
        },
        ct);

    /// <summary>Notes that a document could not be written. Its number stands; a new batch tries again.</summary>
    public Task FailAsync(long batch, long notice, string error, CancellationToken ct = default) => Store.WriteAsync(
        async session => await session.Context.Set<NoticeBatchItem>().Where(i => i.BatchId == batch && i.NoticeId == notice)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.Error, error), ct),
        ct);

    /// <summary>Ends a batch in which nothing is left to be done; does nothing while something is.</summary>
    public Task CloseAsync(long id, CancellationToken ct = default) => Store.WriteAsync(
        async session =>
        {
            await session.LockAsync($"notice/batch/{id}", ct);
            var batch = await session.Context.Set<NoticeBatch>().SingleAsync(b => b.Id == id, ct);
            var items = session.Context.Set<NoticeBatchItem>().Where(i => i.BatchId == id);
            if (batch.State != NoticeBatchState.Running
                || await items.AnyAsync(i => i.Error == null && !i.Skipped && (i.NoticeId == null || session.Context.Set<Notice>().Any(n => n.Id == i.NoticeId && n.DocumentSha256 == null)), ct))
                return;
            batch.State = await items.AnyAsync(i => i.Error != null, ct) ? NoticeBatchState.Incomplete : NoticeBatchState.Done;
            batch.EndedAt = session.Now;
            session.Record(Officer.System, "notice_batch.end", $"notice_batch/{id}", EventJson.Write(new Ended(batch.State, await items.CountAsync(i => i.Made, ct))));
        },
        ct);

    // Asked before a number is taken: a mistake in the data of one enterprise must neither cost a number nor hold up the others.
    private static string? Fault(NoticeCandidate candidate)
    {
        try
        {
            candidate.Compose(candidate.Listed ? NoticeKind.Notice : NoticeKind.Withdrawal, "");
            return null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
        {
            return e.Message;
        }
    }

    private static async Task TouchAsync(StoreSession session, long batch, CancellationToken ct)
    {
        var now = await session.RealTimeAsync(ct);
        await session.Context.Set<NoticeBatch>().Where(b => b.Id == batch).ExecuteUpdateAsync(s => s.SetProperty(b => b.TouchedAt, now), ct);
    }

    private sealed record Ended(NoticeBatchState State, int Made);
}

/// <summary>A document that has been written for a notice.</summary>
/// <param name="NoticeId">The notice.</param>
/// <param name="Document">The document.</param>
/// <param name="Template">The template it was written with.</param>
public sealed record WrittenNotice(long NoticeId, byte[] Document, byte[] Template);
