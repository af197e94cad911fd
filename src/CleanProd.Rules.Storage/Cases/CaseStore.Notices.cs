using CleanProd.Rules.Cases;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage.Notices;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Cases;

// Service of notices: a case whose notice is served is notified, whoever recorded the proof.
public sealed partial class CaseStore
{
    /// <summary>Notes the service of every notice that a case does not know of yet.</summary>
    public async Task NoteServiceAsync(CancellationToken ct = default)
    {
        var served = await store.ReadAsync(async context => await (
            from notice in context.Set<Notice>()
            join listed in context.Set<CaseRow>() on notice.FacilityId equals listed.FacilityId
            where listed.Underway && !listed.Notified && notice.ServedOn != null && notice.Kind != NoticeKind.Withdrawal
            orderby notice.Id
            select new { Case = listed.Id, listed.ListId, NoticeList = notice.ListId, Notice = notice.Id }).ToListAsync(ct));
        foreach (var one in served.Where(s => s.ListId == PlainNumber.Text(s.NoticeList)).DistinctBy(s => s.Case))
            await store.WriteAsync(session => NoteServiceAsync(session, one.Case, one.Notice, ct), ct);
    }

    private async Task NoteServiceAsync(StoreSession session, long id, long noticeId, CancellationToken ct)
    {
        await session.LockAsync($"case/{id}", ct);
        var audit = (await CaseReader.FindAsync(session.Context, id, ct))!;
        var notice = await session.Context.Set<Notice>().AsNoTracking().SingleAsync(n => n.Id == noticeId, ct);
        if (notice.ServedOn is not { } on || audit.FirstDayOf(CaseAct.Notified) is not null || CaseTransitions.MoveOf(CaseAct.Notified, audit.Stage) is null) return;
        var proof = await session.Context.Set<NoticeEvent>().AsNoTracking().Where(e => e.NoticeId == noticeId && e.ServedOn != null).OrderByDescending(e => e.Seq).FirstAsync(ct);
        // What the enterprise confirms itself in the system is proved by the notice that it opened.
        var document = proof.DocumentSha256 is { } sha256 ? new DocumentRef(proof.DocumentName ?? notice.Number, sha256) : new DocumentRef($"{notice.Number}.docx", notice.DocumentSha256!);
        // Recorded after a later act of the case: the history runs forward, the proof keeps the day.
        var day = on > audit.LastActOn ? on : audit.LastActOn;
        var act = audit.Make(CaseAct.Notified, Program, day, session.Now, new ServiceDetail(notice.ServedBy!.Value, notice.Number)) with { Document = document };
        await AppendAsync(session, id, audit, act, ct);
    }
}
