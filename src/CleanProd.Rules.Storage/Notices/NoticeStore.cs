using CleanProd.Rules.Lists;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage.Documents;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Notices;

/// <summary>Written notices and what happens to them.</summary>
/// <param name="store">Where they are.</param>
/// <param name="followers">Told of every event in its transaction.</param>
public sealed class NoticeStore(Store store, IEnumerable<INoticeFollower> followers)
{
    internal Store Store => store;

    internal NoticeHistory History { get; } = new([.. followers]);

    /// <summary>A notice; null when there is none.</summary>
    public Task<Notice?> FindAsync(long id, CancellationToken ct = default) => store.ReadAsync(c => c.Set<Notice>().SingleOrDefaultAsync(n => n.Id == id, ct));

    /// <summary>What happened to a notice, in order.</summary>
    public Task<IReadOnlyList<NoticeEvent>> EventsAsync(long id, CancellationToken ct = default) =>
        store.ReadAsync<IReadOnlyList<NoticeEvent>>(async c => await c.Set<NoticeEvent>().Where(e => e.NoticeId == id).OrderBy(e => e.Seq).ToListAsync(ct));

    /// <summary>Notices, the newest first.</summary>
    public Task<IReadOnlyList<Notice>> ListAsync(NoticeQuery query, CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<Notice>>(async c =>
    {
        var (regions, facilities) = (query.Regions.ToArray(), query.Facilities.ToArray());
        return await c.Set<Notice>()
            .Where(n => regions.Any(r => n.Region.StartsWith(r)) || (facilities.Contains(n.FacilityId) && n.DocumentSha256 != null))
            .Where(n => query.List == null || n.ListId == query.List || n.PublicationId == query.List)
            .Where(n => query.Facility == null || n.FacilityId == query.Facility)
            .Where(n => query.State == null || n.State == query.State)
            .Where(n => query.Kind == null || n.Kind == query.Kind)
            .Where(n => query.Organ == null || n.OrganId == query.Organ)
            .Where(n => query.Year == null || n.Year == query.Year)
            .Where(n => query.Number == null || n.Number.Contains(query.Number))
            .Where(n => query.Before == null || n.Id < query.Before)
            .OrderByDescending(n => n.Id).Take(query.Most).ToListAsync(ct);
    });

    /// <summary>Records the proof of service; where there is one already, corrects it, which needs a reason.</summary>
    /// <param name="id">The notice.</param>
    /// <param name="version">Version that was on screen.</param>
    /// <param name="proof">The proof.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="KeyNotFoundException">There is no such notice.</exception>
    /// <exception cref="RefusedActException">
    /// <c>stale_version</c>, <c>illegal_transition</c>, <c>bad_service_date</c>, <c>document_required</c>, <c>bad_document</c>, <c>reason_required</c>.
    /// </exception>
    public Task<Notice> ServeAsync(long id, int version, ServiceProof proof, Officer by, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            var notice = await NoticeHistory.HeldAsync(session, id, ct);
            await NoticeHistory.MustBeAtAsync(session, notice, version, ct);
            proof.MustFit(notice, LegalDay.Of(session.Now));
            if (proof.Document is { } document) await DocumentStore.MustBeKeptAsync(session, document.Sha256, ct);
            (notice.ServedOn, notice.ServedBy) = (proof.ServedOn, proof.Method);
            var act = notice.State is NoticeState.Served or NoticeState.Acknowledged ? NoticeAct.CorrectService : NoticeAct.Serve;
            await History.NextAsync(
                session, notice, act, by,
                e => e with
                {
                    ServedOn = proof.ServedOn, ServedBy = proof.Method, DocumentName = proof.Document?.Name, DocumentSha256 = proof.Document?.Sha256, Reason = proof.Remark,
                },
                ct);
            return notice;
        },
        ct);

    /// <summary>The enterprise confirms that it has the notice; where service is not proved otherwise, that day is the day of service.</summary>
    /// <exception cref="KeyNotFoundException">There is no such notice.</exception>
    /// <exception cref="RefusedActException"><c>stale_version</c>, <c>illegal_transition</c>.</exception>
    public Task<Notice> AcknowledgeAsync(long id, int version, Officer by, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            var notice = await NoticeHistory.HeldAsync(session, id, ct);
            await NoticeHistory.MustBeAtAsync(session, notice, version, ct);
            (notice.ServedOn, notice.ServedBy) = (notice.ServedOn ?? LegalDay.Of(session.Now), notice.ServedBy ?? ServiceMethod.Electronic);
            await History.NextAsync(session, notice, NoticeAct.Acknowledge, by, e => e with { ServedOn = notice.ServedOn, ServedBy = notice.ServedBy }, ct);
            return notice;
        },
        ct);
}
