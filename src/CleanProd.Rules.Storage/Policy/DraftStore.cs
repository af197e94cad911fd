using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Documents;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Policy;

/// <summary>What the text of a draft says about itself.</summary>
/// <param name="PackId">Identity of the pack.</param>
/// <param name="Jurisdiction">Its jurisdiction.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">The text in UTF-8.</param>
public sealed record DraftText(string PackId, string Jurisdiction, Wording Title, byte[] Text);

/// <summary>Drafts of rule packs with every act upon them.</summary>
/// <param name="store">Where they are.</param>
public sealed class DraftStore(Store store)
{
    /// <summary>Where a draft lies; null when there is none.</summary>
    public Task<RegionCode?> PlaceAsync(long id, CancellationToken ct = default) => store.ReadAsync(async c =>
        await c.Set<DraftRow>().Where(d => d.Id == id).Select(d => d.Region).SingleOrDefaultAsync(ct) is { } region ? new RegionCode(region) : (RegionCode?)null);

    /// <summary>A draft.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Task<Draft> ReadAsync(long id, CancellationToken ct = default) => store.ReadAsync(c => FoundAsync(c, id, ct));

    /// <summary>Drafts within reach, the newest first.</summary>
    public Task<IReadOnlyList<Draft>> ListAsync(Reach reach, DraftState? state, long? before, int most, CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<Draft>>(async c =>
    {
        var ids = await c.Set<DraftRow>().Within(reach, d => d.Region).Where(d => (state == null || d.State == state) && (before == null || d.Id < before))
            .OrderByDescending(d => d.Id).Take(most).Select(d => d.Id).ToListAsync(ct);
        var drafts = new List<Draft>(ids.Count);
        foreach (var id in ids) drafts.Add(await FoundAsync(c, id, ct));
        return drafts;
    });

    /// <summary>Begins a draft.</summary>
    public Task<Draft> CreateAsync(DraftText text, Officer by, string? note, string? origin, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            var row = new DraftRow
            {
                PackId = text.PackId, Jurisdiction = text.Jurisdiction, Region = Draft.RegionOf(text.Jurisdiction).Value, State = DraftState.Drafting, UpdatedAt = session.Now,
            };
            session.Context.Add(row);
            await session.Context.SaveChangesAsync(ct);
            var created = new DraftEvent
            {
                Draft = row.Id, Sequence = 1, Act = DraftAct.Created, By = by, At = session.Now, PackId = text.PackId, Jurisdiction = text.Jurisdiction, Title = text.Title,
                Text = await DocumentStore.KeepAsync(session, text.Text, ct), Note = note, Origin = origin,
            };
            Write(session, row, created);
            return Draft.Replay([created]);
        },
        ct);

    /// <summary>Does an act upon a draft.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="version">The version that its author has on screen.</param>
    /// <param name="act">The act, made from the draft as it stands and the time; its sequence is set here.</param>
    /// <param name="more">What else belongs to the same act; null for nothing.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="KeyNotFoundException">There is no such draft.</exception>
    /// <exception cref="RefusedActException"><c>stale_version</c>, or what stands against the act.</exception>
    public Task<Draft> ActAsync(long id, int version, Func<StoreSession, Draft, Task<DraftEvent>> act, Func<StoreSession, Draft, Task>? more = null, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            await session.LockAsync($"rule_draft/{id}", ct);
            var draft = await FoundAsync(session.Context, id, ct);
            if (draft.Version != version)
            {
                throw new RefusedActException("stale_version", new(
                    $"{draft.Last.By.Name}已{PolicyWords.Of(draft.Last.Act).Zh}本草案，现为第{draft.Version}版。请重新载入后再试。",
                    $"{draft.Last.By.Name} has done '{PolicyWords.Of(draft.Last.Act).En}' meanwhile; the version is {draft.Version} now. Load it again and repeat.")) { Version = draft.Version };
            }

            var made = await act(session, draft) with { Draft = id, Sequence = version + 1, At = session.Now };
            var after = draft.Apply(made);
            if (more is not null) await more(session, after);
            var row = await session.Context.Set<DraftRow>().SingleAsync(d => d.Id == id, ct);
            (row.State, row.UpdatedAt) = (after.State, session.Now);
            Write(session, row, made);
            return after;
        },
        ct);

    private static async Task<Draft> FoundAsync(Schema.StoreContext context, long id, CancellationToken ct)
    {
        var acts = await context.Set<DraftEventRow>().AsNoTracking().Where(e => e.Aggregate == id).OrderBy(e => e.Seq).Select(e => e.Content).ToListAsync(ct);
        return acts.Count == 0 ? throw new KeyNotFoundException($"There is no draft {id}.") : Draft.Replay(acts.Select(EventJson.Read<DraftEvent>));
    }

    private static void Write(StoreSession session, DraftRow row, DraftEvent act)
    {
        var content = EventJson.Write(act);
        session.Context.Add(new DraftEventRow { Aggregate = row.Id, Seq = act.Sequence, Content = content });
        session.Record(act.By, $"rule_draft.{Tables.Words<DraftAct>.Text(act.Act)}", $"rule_draft/{row.Id}", content);
    }
}
