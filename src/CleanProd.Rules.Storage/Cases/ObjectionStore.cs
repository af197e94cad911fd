using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Objections;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>Objections to being listed: every act of every one.</summary>
/// <param name="store">Where they are.</param>
public sealed partial class ObjectionStore(Store store)
{
    /// <summary>Where an objection lies; null when there is none.</summary>
    public Task<(RegionCode Region, FacilityId Facility)?> PlaceAsync(long id, CancellationToken ct = default) =>
        store.ReadAsync(async context => await context.Set<ObjectionRow>().SingleOrDefaultAsync(o => o.Id == id, ct) is { } row
            ? (new RegionCode(row.Region), new FacilityId(row.FacilityId))
            : ((RegionCode, FacilityId)?)null);

    /// <summary>An objection.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Task<StoredObjection> ReadAsync(long id, CancellationToken ct = default) => store.ReadAsync(async context =>
        await StoredAsync(context, await context.Set<ObjectionRow>().SingleOrDefaultAsync(o => o.Id == id, ct) ?? throw Missing(id), ct));

    /// <summary>Objections, the newest first.</summary>
    /// <param name="reach">What the asking person reaches.</param>
    /// <param name="state">Only in this state; null for all.</param>
    /// <param name="ofCase">Only of this case; null for all.</param>
    /// <param name="before">Only with a smaller number; null from the newest on.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<StoredObjection>> ListAsync(Reach reach, ObjectionState? state, long? ofCase, long? before, int most, CancellationToken ct = default) =>
        store.ReadAsync<IReadOnlyList<StoredObjection>>(async context =>
        {
            var rows = await context.Set<ObjectionRow>().Within(reach, o => o.Region, o => o.FacilityId)
                .Where(o => (state == null || o.State == state) && (ofCase == null || o.CaseId == ofCase) && (before == null || o.Id < before))
                .OrderByDescending(o => o.Id).Take(most).ToListAsync(ct);
            var found = new List<StoredObjection>(rows.Count);
            foreach (var row in rows) found.Add(await StoredAsync(context, row, ct));
            return found;
        });

    /// <summary>Files an objection against a case.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="documents">What the enterprise hands in.</param>
    /// <param name="wanted">By whom, when, why; its version does not matter.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="KeyNotFoundException">There is no such case.</exception>
    /// <exception cref="RefusedActException"><c>objection_open</c>: an earlier one is not answered yet; <c>reason_required</c>, <c>bad_document</c> …</exception>
    public Task<StoredObjection> FileAsync(long caseId, IReadOnlyList<DocumentRef> documents, WantedAct wanted, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            var context = session.Context;
            await session.LockAsync($"case/{caseId}", ct);
            var audit = await CaseReader.FindAsync(context, caseId, ct) ?? throw new KeyNotFoundException($"There is no case {caseId}.");
            if (await context.Set<ObjectionRow>().AnyAsync(o => o.CaseId == caseId && (o.State == ObjectionState.Filed || o.State == ObjectionState.UnderRedetermination), ct))
                throw new RefusedActException("objection_open", new("本案已有在办的异议。", "An earlier objection to this case is not answered yet."));
            foreach (var document in documents) await DocumentStore.MustBeKeptAsync(session, document.Sha256, ct);
            var from = audit.Opening;
            var row = new ObjectionRow { CaseId = caseId, FacilityId = from.Facility.Value, Name = from.Name, Region = from.Region.Value, FiledOn = wanted.On, State = ObjectionState.Filed };
            context.Add(row);
            await context.SaveChangesAsync(ct);
            var filed = Made(row.Id, 1, ObjectionAct.Filed, wanted, session.Now, new FilingDetail(audit.Id, from.Facility, from.Region, from.List.PublishedOn, documents));
            var objection = Objection.Open(filed, LegalDay.Of(session.Now));
            Write(session, row, objection, filed);
            return new StoredObjection(row.Id, caseId, from.Name, objection, null);
        },
        ct);

    /// <summary>Records an act.</summary>
    /// <exception cref="KeyNotFoundException">There is no such objection.</exception>
    /// <exception cref="RefusedActException">Not allowed now; <c>stale_version</c> tells who did what since.</exception>
    public Task<StoredObjection> ActAsync(long id, ObjectionAct act, WantedAct wanted, ObjectionDetail? detail, CancellationToken ct = default) =>
        store.WriteAsync(session => ActAsync(session, id, act, wanted, (_, _) => Task.FromResult(detail ?? new NoObjectionDetail()), ct), ct);

    private static async Task<StoredObjection> ActAsync(
        StoreSession session, long id, ObjectionAct act, WantedAct wanted, Func<StoreSession, StoredObjection, Task<ObjectionDetail>> detail, CancellationToken ct)
    {
        await session.LockAsync($"objection/{id}", ct);
        var row = await session.Context.Set<ObjectionRow>().SingleOrDefaultAsync(o => o.Id == id, ct) ?? throw Missing(id);
        var stored = await StoredAsync(session.Context, row, ct);
        var last = stored.Objection.History[^1];
        await Acts.CheckAsync(session, wanted, last, ObjectionWords.Of(last.Act), ct);
        var made = Made(id, stored.Objection.Version + 1, act, wanted, session.Now, await detail(session, stored));
        var after = stored.Objection.Apply(made, LegalDay.Of(session.Now));
        Write(session, row, after, made);
        return stored with { Objection = after };
    }

    private static void Write(StoreSession session, ObjectionRow row, Objection objection, ObjectionEvent act)
    {
        row.State = objection.State;
        var (content, words, filing) = (CaseJson.Write(act), ObjectionWords.Of(act.Act), objection.Filing);
        session.Context.Add(new ObjectionEventRow { Aggregate = row.Id, Seq = act.Sequence, Content = content });
        session.Record(Acts.Officer(act.Actor, filing.Region), $"objection.{Tables.Words<ObjectionAct>.Text(act.Act)}", $"objection/{row.Id}", content);
        session.Context.Add(new MessageRow
        {
            Key = $"objection/{row.Id}/{act.Sequence}", Kind = MessageKind.Objection, Day = act.On, At = session.Now, FacilityId = row.FacilityId, Name = row.Name, Region = row.Region,
            Subject = $"objection/{row.Id}", Zh = words.Zh, En = words.En,
        });
    }

    private static async Task<StoredObjection> StoredAsync(StoreContext context, ObjectionRow row, CancellationToken ct)
    {
        var acts = await context.Set<ObjectionEventRow>().AsNoTracking().Where(e => e.Aggregate == row.Id).OrderBy(e => e.Seq).ToListAsync(ct);
        return new(row.Id, row.CaseId, row.Name, Objection.Replay(acts.Select(e => CaseJson.Read<ObjectionEvent>(e.Content))), row.Run);
    }

    private static ObjectionEvent Made(long id, int sequence, ObjectionAct act, WantedAct wanted, DateTimeOffset at, ObjectionDetail detail) => new()
    {
        Objection = PlainNumber.Text(id), Sequence = sequence, Act = act, Actor = wanted.By, On = wanted.On, At = at, Reason = wanted.Reason, Document = wanted.Document, Detail = detail,
    };

    private static KeyNotFoundException Missing(long id) => new($"There is no objection {id}.");
}
