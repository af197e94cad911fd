using CleanProd.Rules.Cases;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>Cases: every act of every one, and what follows from them today.</summary>
/// <param name="store">Where they are.</param>
/// <param name="laws">Law of the packs.</param>
public sealed partial class CaseStore(Store store, IDutyLaws laws)
{
    private readonly CaseReader _reader = new(laws);

    /// <summary>Today in China, by the clock of acts.</summary>
    public DateOnly Today => LegalDay.Of(store.Clock.GetUtcNow());

    /// <summary>Where a case lies; null when there is none.</summary>
    public Task<(RegionCode Region, FacilityId Facility)?> PlaceAsync(long id, CancellationToken ct = default) =>
        store.ReadAsync(async context => await context.Set<CaseRow>().SingleOrDefaultAsync(c => c.Id == id, ct) is { } row
            ? (new RegionCode(row.Region), new FacilityId(row.FacilityId))
            : ((RegionCode, FacilityId)?)null);

    /// <summary>A case with its duties today.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Task<StoredCase> ReadAsync(long id, CancellationToken ct = default) => store.ReadAsync(async context =>
    {
        var audit = await CaseReader.FindAsync(context, id, ct) ?? throw new KeyNotFoundException($"There is no case {id}.");
        return new StoredCase(id, audit, await _reader.DutiesAsync(context, audit, Today, ct));
    });

    /// <summary>The case that a list opened for an enterprise; null when it opened none.</summary>
    public Task<long?> FindAsync(CaseId key, CancellationToken ct = default) => store.ReadAsync(context =>
        context.Set<CaseRow>().Where(c => c.Key == key.Value).Select(c => (long?)c.Id).SingleOrDefaultAsync(ct));

    /// <summary>Records an act.</summary>
    /// <param name="id">The case.</param>
    /// <param name="act">What is done.</param>
    /// <param name="wanted">By whom, when, why.</param>
    /// <param name="detail">What that kind of act says; null for an act that says nothing further.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="KeyNotFoundException">There is no such case.</exception>
    /// <exception cref="RefusedActException">Not allowed now; <c>stale_version</c> tells who did what since.</exception>
    public Task<StoredCase> ActAsync(long id, CaseAct act, WantedAct wanted, CaseDetail? detail, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            await session.LockAsync($"case/{id}", ct);
            var audit = await CaseReader.FindAsync(session.Context, id, ct) ?? throw new KeyNotFoundException($"There is no case {id}.");
            var last = audit.History[^1];
            await Acts.CheckAsync(session, wanted, last, CaseTransitions.Of(last.Act).Name, ct);
            var made = audit.Make(act, wanted.By, wanted.On, session.Now, detail) with { Reason = wanted.Reason, Document = wanted.Document };
            FourEyes.Check(audit, made);
            return await AppendAsync(session, id, audit, made, ct);
        },
        ct);

    /// <summary>Appends an act to a case and brings its rows up to it.</summary>
    internal async Task<StoredCase> AppendAsync(StoreSession session, long id, AuditCase audit, CaseEvent act, CancellationToken ct)
    {
        var (context, today) = (session.Context, LegalDay.Of(session.Now));
        var after = audit.Apply(act, today);
        Write(session, id, act, after.Opening.Region);
        var stored = await IndexAsync(session, id, after, today, ct);
        if (act.Act != CaseAct.Started) return stored;
        // The enterprise's earlier case waited for its next audit.
        var facility = after.Opening.Facility.Value;
        foreach (var earlier in await context.Set<CaseRow>().Where(c => c.FacilityId == facility && c.Id != id && c.AcceptedOn != null).Select(c => c.Id).ToListAsync(ct))
            await IndexAsync(session, earlier, (await CaseReader.FindAsync(context, earlier, ct))!, today, ct);
        return stored;
    }

    private async Task<StoredCase> IndexAsync(StoreSession session, long id, AuditCase audit, DateOnly today, CancellationToken ct)
    {
        var row = await session.Context.Set<CaseRow>().SingleAsync(c => c.Id == id, ct);
        var duties = await _reader.DutiesAsync(session.Context, audit, today, ct);
        await CaseIndex.WriteAsync(session.Context, row, audit, duties, ct);
        return new(id, audit, duties);
    }

    private static void Write(StoreSession session, long id, CaseEvent act, RegionCode region)
    {
        var content = CaseJson.Write(act);
        session.Context.Add(new CaseEventRow { Aggregate = id, Seq = act.Sequence, Content = content });
        session.Record(Acts.Officer(act.Actor, region), $"case.{Tables.Words<CaseAct>.Text(act.Act)}", $"case/{id}", content);
    }
}
