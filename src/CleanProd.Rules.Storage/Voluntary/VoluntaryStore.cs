using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Recognition;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Voluntary;

/// <summary>A voluntary audit.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Audit">The audit.</param>
/// <param name="State">How it stands today.</param>
public sealed record StoredVoluntary(long Id, VoluntaryAudit Audit, VoluntaryState State);

/// <summary>The voluntary track: every act of every voluntary audit.</summary>
/// <param name="store">Where they are.</param>
public sealed partial class VoluntaryStore(Store store)
{
    /// <summary>Today in China, by the clock of acts.</summary>
    public DateOnly Today => LegalDay.Of(store.Clock.GetUtcNow());

    /// <summary>Where a voluntary audit lies; null when there is none.</summary>
    public Task<(RegionCode Region, FacilityId Facility)?> PlaceAsync(long id, CancellationToken ct = default) =>
        store.ReadAsync(async context => await context.Set<VoluntaryRow>().SingleOrDefaultAsync(v => v.Id == id, ct) is { } row
            ? (new RegionCode(row.Region), new FacilityId(row.FacilityId))
            : ((RegionCode, FacilityId)?)null);

    /// <summary>A voluntary audit.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Task<StoredVoluntary> ReadAsync(long id, CancellationToken ct = default) => store.ReadAsync(async context =>
        Stored(id, await FindAsync(context, id, ct) ?? throw new KeyNotFoundException($"There is no voluntary audit {id}.")));

    /// <summary>Voluntary audits by number.</summary>
    /// <param name="reach">What the asking person reaches.</param>
    /// <param name="state">Only in this state today; null for all.</param>
    /// <param name="after">Only with a larger number; null from the first on.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<StoredVoluntary>> ListAsync(Reach reach, VoluntaryState? state, long? after, int most, CancellationToken ct = default) =>
        store.ReadAsync<IReadOnlyList<StoredVoluntary>>(async context =>
        {
            var today = Today;
            var rows = context.Set<VoluntaryRow>().Within(reach, v => v.Region, v => v.FacilityId).Where(v => after == null || v.Id > after);
            rows = state switch
            {
                null => rows,
                VoluntaryState.Expired => rows.Where(v => v.State == VoluntaryState.Recognised && v.ValidThrough < today),
                VoluntaryState.Recognised => rows.Where(v => v.State == VoluntaryState.Recognised && v.ValidThrough >= today),
                var other => rows.Where(v => v.State == other),
            };
            return await StoredAsync(context, await rows.OrderBy(v => v.Id).Take(most).Select(v => v.Id).ToListAsync(ct), ct);
        });

    /// <summary>Takes an application.</summary>
    /// <exception cref="RefusedActException"><c>applied_already</c>: an earlier application waits; <c>bad_document</c>.</exception>
    public Task<StoredVoluntary> ApplyAsync(ApplicationDetail application, WantedAct wanted, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            var facility = application.Facility.Value;
            await session.LockAsync($"voluntary/{facility}", ct);
            if (await session.Context.Set<VoluntaryRow>().AnyAsync(v => v.FacilityId == facility && (v.State == VoluntaryState.Applied || v.State == VoluntaryState.AcceptedOnSite), ct))
                throw new RefusedActException("applied_already", new("该企业已有在办的自愿审核申请。", "The enterprise has an application that waits."));
            var row = new VoluntaryRow
            {
                FacilityId = facility, Name = application.Name, Region = application.Region.Value, AppliedOn = wanted.On, State = VoluntaryState.Applied, ToldThrough = wanted.On,
            };
            session.Context.Add(row);
            await session.Context.SaveChangesAsync(ct);
            var applied = Made(row.Id, 1, VoluntaryAct.Applied, wanted, session.Now, application);
            var audit = VoluntaryAudit.Open(applied, LegalDay.Of(session.Now));
            Write(session, row, audit, applied);
            return Stored(row.Id, audit);
        },
        ct);

    /// <summary>Records an act.</summary>
    /// <exception cref="KeyNotFoundException">There is no such audit.</exception>
    /// <exception cref="RefusedActException">Not allowed now; <c>stale_version</c> tells who did what since.</exception>
    public Task<StoredVoluntary> ActAsync(long id, VoluntaryAct act, WantedAct wanted, VoluntaryDetail? detail, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            await session.LockAsync($"voluntary/{id}", ct);
            var audit = await FindAsync(session.Context, id, ct) ?? throw new KeyNotFoundException($"There is no voluntary audit {id}.");
            await Acts.CheckAsync(session, wanted, audit.History[^1], VoluntaryWords.Of(audit.History[^1].Act), ct);
            if (detail is RecognitionDetail named) await MustBeOpenAsync(session, named.List, audit.Application.Region, ct);
            var made = Made(id, audit.Version + 1, act, wanted, session.Now, detail ?? new NoVoluntaryDetail());
            var after = audit.Apply(made, LegalDay.Of(session.Now));
            Write(session, await session.Context.Set<VoluntaryRow>().SingleAsync(v => v.Id == id, ct), after, made);
            return Stored(id, after);
        },
        ct);

    /// <summary>A voluntary audit; null when there is none.</summary>
    internal static async Task<VoluntaryAudit?> FindAsync(StoreContext context, long id, CancellationToken ct)
    {
        var acts = await context.Set<VoluntaryEventRow>().AsNoTracking().Where(e => e.Aggregate == id).OrderBy(e => e.Seq).ToListAsync(ct);
        return acts.Count == 0 ? null : VoluntaryAudit.Replay(acts.Select(e => CaseJson.Read<VoluntaryEvent>(e.Content)));
    }

    private async Task<IReadOnlyList<StoredVoluntary>> StoredAsync(StoreContext context, List<long> ids, CancellationToken ct)
    {
        var all = new List<StoredVoluntary>(ids.Count);
        foreach (var id in ids) all.Add(Stored(id, (await FindAsync(context, id, ct))!));
        return all;
    }

    private StoredVoluntary Stored(long id, VoluntaryAudit audit) => new(id, audit, audit.StateOn(Today));

    private static VoluntaryEvent Made(long id, int sequence, VoluntaryAct act, WantedAct wanted, DateTimeOffset at, VoluntaryDetail detail) => new()
    {
        Audit = PlainNumber.Text(id), Sequence = sequence, Act = act, Actor = wanted.By, On = wanted.On, At = at, Reason = wanted.Reason, Document = wanted.Document, Detail = detail,
    };

    private static void Write(StoreSession session, VoluntaryRow row, VoluntaryAudit audit, VoluntaryEvent act)
    {
        // As recorded: expiry follows from the day and is not kept.
        row.State = audit.StateOn(audit.Certificate?.From ?? act.On);
        row.ValidThrough = audit.Certificate?.Through;
        row.RecognisedOn = audit.Certificate?.From;
        var content = CaseJson.Write(act);
        session.Context.Add(new VoluntaryEventRow { Aggregate = row.Id, Seq = act.Sequence, Content = content });
        session.Record(Acts.Officer(act.Actor, audit.Application.Region), $"voluntary.{Tables.Words<VoluntaryAct>.Text(act.Act)}", $"voluntary/{row.Id}", content);
    }
}
