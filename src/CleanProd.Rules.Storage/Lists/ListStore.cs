using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Lists;

/// <summary>Lists under review and what was done to them: every act an event that is only ever appended.</summary>
/// <param name="store">Where they are.</param>
public sealed partial class ListStore(Store store)
{
    /// <summary>Day in China by the clock of acts.</summary>
    public DateOnly Today => LegalDay.Of(store.Clock.GetUtcNow());

    /// <summary>Opens a list with what is put up in it.</summary>
    /// <param name="head">What it is. The number of an amendment is given here, whatever the head says.</param>
    /// <param name="basis">What it stands on.</param>
    /// <param name="entries">What is put up in it, each enterprise once in a class.</param>
    /// <param name="by">Who opens it.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <returns>Its number.</returns>
    /// <exception cref="RefusedActException"><c>batch_taken</c>, <c>amendment_open</c>, <c>list_not_published</c>, <c>no_polluters_list</c>, <c>outside_region</c>.</exception>
    public Task<long> OpenAsync(ListHead head, ListBasis basis, IReadOnlyList<NewEntry> entries, Officer by, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            await session.LockAsync("lists", ct);
            return await OpenAsync(session, head, basis, entries, by, ct);
        },
        ct);

    /// <summary>Puts more up in an open list. What is in it already stays as it is.</summary>
    /// <returns>Numbers of the entries that were put up.</returns>
    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    /// <exception cref="RefusedActException"><c>list_closed</c>, or the library's refusals of an opening.</exception>
    public Task<IReadOnlyList<int>> AddAsync(long list, IReadOnlyList<NewEntry> entries, Officer by, CancellationToken ct = default) =>
        store.WriteAsync(session => AddAsync(session, list, entries, by, ct), ct);

    /// <summary>The same in the transaction that asks for it.</summary>
    public static async Task<IReadOnlyList<int>> AddAsync(StoreSession session, long list, IReadOnlyList<NewEntry> entries, Officer by, CancellationToken ct = default)
    {
        await session.LockAsync(ListRecord.SubjectOf(list), ct);
        var stored = await ListRecord.ListAsync(session.Context, list, ct);
        stored.List.MustBeOpen();
        foreach (var entry in entries)
            if (entry.Document is { } document) await DocumentStore.MustBeKeptAsync(session, document.Sha256, ct);
        return await PutUpAsync(session, stored, entries, by, ct);
    }

    /// <summary>A list.</summary>
    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    public Task<StoredList> ReadAsync(long list, CancellationToken ct = default) => store.ReadAsync(c => ListRecord.ListAsync(c, list, ct));

    /// <summary>What happened to a list, from its opening on.</summary>
    public Task<IReadOnlyList<ListEvent>> EventsAsync(long list, CancellationToken ct = default) => store.ReadAsync(c => ListRecord.EventsAsync(c, list, ct));

    /// <summary>Where a list lies; null when there is none of that number.</summary>
    public Task<RegionCode?> JurisdictionAsync(long list, CancellationToken ct = default) => store.ReadAsync(async c =>
        await c.Set<ListRow>().Where(l => l.Id == list).Select(l => l.Jurisdiction).SingleOrDefaultAsync(ct) is { } code ? new RegionCode(code) : (RegionCode?)null);

    /// <summary>Lists of jurisdictions within reach or around it, the newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="reach">What the asker reaches.</param>
    /// <param name="before">Only those with a smaller number; null from the newest on.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<StoredList>> ListAsync(ListFilter filter, Reach reach, long? before, int most, CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<StoredList>>(async c =>
    {
        // A county reads the lists of its city, its province and the country, cut to its own.
        var around = reach.Regions.SelectMany(r => Enumerable.Range(0, r.Value.Length + 1).Select(n => r.Value[..n])).Distinct().ToList();
        var within = c.Set<ListRow>().Within(reach, l => l.Jurisdiction).Select(l => l.Id);
        var rows = c.Set<ListRow>().Where(l => (before == null || l.Id < before) && (around.Contains(l.Jurisdiction) || within.Contains(l.Id)));
        if (filter.Kind is { } kind) rows = rows.Where(l => l.Kind == kind);
        if (filter.State is { } state) rows = rows.Where(l => l.State == state);
        if (filter.Year is { } year) rows = rows.Where(l => l.Year == year);
        var found = await rows.OrderByDescending(l => l.Id).Take(most).ToListAsync(ct);
        var ids = found.Select(l => l.Id).ToList();
        var events = (await c.Set<ListEventRow>().Where(e => ids.Contains(e.ListId)).OrderBy(e => e.Seq).ToListAsync(ct)).ToLookup(e => e.ListId);
        return [.. found.Select(l => new StoredList(l.Id, ReviewedList.Replay(events[l.Id].Select(e => EventJson.Read<ListEvent>(e.Content))), ListBasis.Of(l)))];
    });

    private static async Task<long> OpenAsync(StoreSession session, ListHead head, ListBasis basis, IReadOnlyList<NewEntry> entries, Officer by, CancellationToken ct)
    {
        var context = session.Context;
        var batch = context.Set<ListRow>().Where(l =>
            l.Jurisdiction == head.Jurisdiction.Value && l.Year == head.Year && l.Batch == head.Batch && l.Kind == head.Kind && l.State != ListState.Abandoned);
        if (head.Kind == ListKind.Amendment) head = head with { Amendment = await NextAmendmentAsync(batch, ct) };
        else if (await batch.AnyAsync(ct))
            throw new RefusedActException("batch_taken", new($"{head.Name.Zh}的名单已经编制，请用下一批次。", $"There is a list of {head.Name.En}: take the next batch."));
        if (basis.Amends is { } amends && (await ListRecord.ListAsync(context, amends, ct)).List.State != ListState.Published)
            throw new RefusedActException("list_not_published", new("尚未公布的名单直接改正，不需要调整名单。", "A list that is not published is corrected itself; it needs no amendment."));

        var opening = ReviewedList.Open(head, basis.Procedure, by, session.Now);
        var list = ReviewedList.Opened(opening);
        var row = new ListRow
        {
            Kind = head.Kind, Year = head.Year, Batch = head.Batch, Amendment = head.Amendment ?? 0, Jurisdiction = head.Jurisdiction.Value,
            State = list.State, Version = list.Version, RunId = basis.RunId, Amends = basis.Amends, Basis = basis.Write(), OpenedAt = session.Now,
        };
        context.Add(row);
        // Numbers are given by the database.
        await context.SaveChangesAsync(ct);
        ListRecord.Append(session, row, list, opening, by);
        session.Record(by, "basis.fix", ListRecord.SubjectOf(row.Id), EventJson.Write(new Fixed(basis.Write()) { RunId = basis.RunId, Amends = basis.Amends }));
        await PutUpAsync(session, new(row.Id, list, basis), entries, by, ct);
        return row.Id;
    }

    // One amendment is drafted at a time: the next one starts from the list that it leaves.
    private static async Task<int> NextAmendmentAsync(IQueryable<ListRow> batch, CancellationToken ct)
    {
        var earlier = await batch.Select(l => new { l.Id, l.State, l.Amendment }).ToListAsync(ct);
        if (earlier.FirstOrDefault(l => l.State == ListState.Open) is { } open)
            throw new RefusedActException("amendment_open", new($"调整名单{open.Id}尚未公布，请先完成该名单。", $"Amendment list {open.Id} is still open: finish it first."));
        return earlier.Select(l => l.Amendment).DefaultIfEmpty(0).Max() + 1;
    }

    private static async Task<IReadOnlyList<int>> PutUpAsync(StoreSession session, StoredList list, IReadOnlyList<NewEntry> entries, Officer by, CancellationToken ct)
    {
        var context = session.Context;
        var known = (await context.Set<ListEntryRow>().Where(e => e.ListId == list.Id).Select(e => new { e.FacilityId, e.ClassId }).ToListAsync(ct))
            .Select(e => new EntryKey(new(e.FacilityId), e.ClassId)).ToHashSet();
        var (numbers, number) = (new List<int>(), known.Count);
        foreach (var entry in entries)
        {
            var key = new EntryKey(entry.Opening.FacilityId, entry.Opening.ClassId);
            if (!known.Add(key)) continue;
            // What a screening lists is put up by the program: it is nobody's decision yet.
            var opener = entry.Opening.Origin is EntryOrigin.Screening or EntryOrigin.Change or EntryOrigin.Removal ? Officer.System : by;
            var opened = ListEntry.Open(entry.Opening, list.Basis.Procedure, opener, session.Now, entry.Reason, entry.Document);
            var row = new ListEntryRow
            {
                ListId = list.Id, EntryNo = ++number, FacilityId = key.FacilityId.Value, ClassId = key.ClassId, Name = entry.Opening.FacilityName,
                Region = entry.Opening.Region.Value, Origin = entry.Opening.Origin,
            };
            context.Add(row);
            ListRecord.Append(session, row, ListEntry.Opened(opened), opened, list.Basis.Procedure, by);
            numbers.Add(number);
        }

        return numbers;
    }

    private sealed record Fixed(string Basis)
    {
        public long? RunId { get; init; }

        public long? Amends { get; init; }
    }
}

/// <summary>Which lists are asked for; what is null is not asked for.</summary>
public sealed record ListFilter
{
    /// <summary>Of this kind.</summary>
    public ListKind? Kind { get; init; }

    /// <summary>In this state.</summary>
    public ListState? State { get; init; }

    /// <summary>Of batches of this year.</summary>
    public int? Year { get; init; }
}
