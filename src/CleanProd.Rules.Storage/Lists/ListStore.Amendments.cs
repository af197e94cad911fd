using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Screenings;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Lists;

// Corrections of published lists.
public sealed partial class ListStore
{
    /// <summary>Whom officers kept off a published list or its amendments: a later screening does not list them again by itself.</summary>
    public Task<IReadOnlySet<EntryKey>> KeptOffAsync(long list, CancellationToken ct = default) => store.ReadAsync(c => KeptOffAsync(c, list, ct));

    /// <summary>
    /// Puts one enterprise into the amendment of a published list that is being drafted, or drafts one, in the transaction of the decision that
    /// asks for it.
    /// </summary>
    /// <param name="session">The transaction.</param>
    /// <param name="list">The list, or an amendment of it.</param>
    /// <param name="facility">The enterprise.</param>
    /// <param name="run">The screening that says otherwise than the list in force.</param>
    /// <param name="by">Who decided.</param>
    /// <param name="reason">Why.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <returns>Number of the amendment.</returns>
    /// <exception cref="KeyNotFoundException">The screening did not judge the enterprise.</exception>
    /// <exception cref="RefusedActException">
    /// <c>list_not_published</c>; <c>not_settled</c>: the screening could not decide; <c>nothing_differs</c>: it says what the list in force says.
    /// </exception>
    public static async Task<long> DraftAmendmentAsync(
        StoreSession session, long list, FacilityId facility, long run, Officer by, string reason, CancellationToken ct = default)
    {
        var context = session.Context;
        await session.LockAsync("lists", ct);
        if (await PublicationStore.BatchAsync(context, list, ct) is not { Count: > 0 } batch)
            throw new RefusedActException("list_not_published", new("尚未公布的名单直接改正，不需要调整名单。", "A list that is not published is corrected itself; it needs no amendment."));
        var judged = await context.Set<DeterminationEntry>().AsNoTracking().SingleOrDefaultAsync(d => d.RunId == run && d.FacilityId == facility.Value, ct)
            ?? throw new KeyNotFoundException($"Screening {run} has no enterprise {facility}.");
        var (first, current) = (batch[0], StoredPublication.InForce(batch));
        var difference = ListDifference.Of(current, [ScreenedFacility.Of(judged).Determination], await KeptOffAsync(context, first.ListId, ct), partial: true);
        if (difference.Unsettled.Count > 0)
            throw new RefusedActException("not_settled", new("重新筛查仍不能判定，名单不变。", "The screening cannot decide: the list stays as it is."));
        if (difference.IsEmpty)
            throw new RefusedActException("nothing_differs", new("重新筛查与现行名单一致，无需调整。", "The screening says what the list in force says: there is nothing to amend."));

        var known = current.Entries.Concat(first.List.Entries).FirstOrDefault(e => e.FacilityId == facility);
        var entries = difference.Joins.Select(i => Entry(i, EntryOrigin.Screening)).Concat(difference.Leaves.Select(i => Entry(i, EntryOrigin.Removal)))
            .Concat(difference.Changes.Select(i => Entry(i, EntryOrigin.Change))).OrderBy(e => e.Opening.ClassId, StringComparer.Ordinal).ToArray();
        var open = await context.Set<ListRow>().Where(l => l.Amends == first.ListId && l.State == ListState.Open).Select(l => (long?)l.Id).SingleOrDefaultAsync(ct);
        if (open is { } draft) await PutIntoAsync(session, draft, entries, by, reason, ct);
        else draft = await OpenAsync(session, await HeadAsync(context, first.ListId, ct), first.Basis with { RunId = run, Amends = first.ListId, Run = RunCondition.Clean }, entries, by, ct);
        return draft;

        NewEntry Entry(DifferenceItem item, EntryOrigin origin) => new(
            new(facility, item.Name, known?.Region ?? new(judged.Region), known?.Place ?? "", item.Key.ClassId, origin, MachineResult.Of(item.Determination!, item.Key.ClassId)), reason);
    }

    // What the draft names already is determined again there.
    private static async Task PutIntoAsync(StoreSession session, long draft, NewEntry[] entries, Officer by, string reason, CancellationToken ct)
    {
        var added = await AddAsync(session, draft, entries, by, ct);
        if (added.Count == entries.Length) return;
        var basis = (await ListRecord.ListAsync(session.Context, draft, ct)).Basis;
        var facility = entries[0].Opening.FacilityId.Value;
        var rows = await session.Context.Set<ListEntryRow>().Where(e => e.ListId == draft && e.FacilityId == facility && !added.Contains(e.EntryNo)).ToListAsync(ct);
        foreach (var row in rows)
        {
            if (entries.FirstOrDefault(e => e.Opening.ClassId == row.ClassId) is not { } entry) continue;
            var before = (await ListRecord.EntriesAsync(session.Context, draft, [row.EntryNo], ct))[0].Entry;
            if (before.Machine.DeterminationSha256 == entry.Opening.Machine.DeterminationSha256) continue;
            var happened = before.Next(new(EntryAct.Redetermine, Officer.System, session.Now) { Reason = reason, Machine = entry.Opening.Machine }, basis.Procedure);
            ListRecord.Append(session, row, before.Apply(happened), happened, basis.Procedure, by);
        }
    }

    private static async Task<ListHead> HeadAsync(StoreContext context, long list, CancellationToken ct) =>
        (await ListRecord.ListAsync(context, list, ct)).List.Head with { Kind = ListKind.Amendment };

    private static async Task<IReadOnlySet<EntryKey>> KeptOffAsync(StoreContext context, long list, CancellationToken ct)
    {
        var rows = from e in context.Set<ListEntryRow>()
                   join l in context.Set<ListRow>() on e.ListId equals l.Id
                   where (l.Id == list || l.Amends == list) && l.State == ListState.Published && e.State == EntryState.LeftOut
                   select new { e.FacilityId, e.ClassId };
        return (await rows.ToListAsync(ct)).Select(e => new EntryKey(new(e.FacilityId), e.ClassId)).ToHashSet();
    }
}
