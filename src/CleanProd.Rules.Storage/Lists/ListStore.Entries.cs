using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Documents;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Lists;

// What is done with one entry. Of two who act on the same version of it one is told who was quicker.
public sealed partial class ListStore
{
    /// <summary>Does an act with an entry.</summary>
    /// <param name="list">The list.</param>
    /// <param name="number">Number of the entry.</param>
    /// <param name="wanted">The act; its time is that of the transaction.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="KeyNotFoundException">There is no such entry.</exception>
    /// <exception cref="RefusedActException"><c>list_closed</c>, <c>bad_document</c>, <c>stale_version</c> with who did what, or the library's refusals.</exception>
    public Task<StoredListEntry> ActAsync(long list, int number, EntryRequest wanted, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            await session.LockAsync(ListRecord.SubjectOf(list), ct);
            var stored = await ListRecord.ListAsync(session.Context, list, ct);
            var row = await session.Context.Set<ListEntryRow>().SingleOrDefaultAsync(e => e.ListId == list && e.EntryNo == number, ct)
                ?? throw new KeyNotFoundException($"List {list} has no entry {number}.");
            var before = (await ListRecord.EntriesAsync(session.Context, list, [number], ct))[0];
            // Who was quicker is told first, even when it was the publication of the whole list.
            if (wanted.ExpectedVersion is { } expected && expected != before.Entry.Version) throw Stale(before);
            stored.List.MustBeOpen();
            if (wanted.Document is { } document) await DocumentStore.MustBeKeptAsync(session, document.Sha256, ct);
            var happened = before.Entry.Next(wanted with { At = session.Now }, stored.Basis.Procedure);
            var after = before.Entry.Apply(happened);
            ListRecord.Append(session, row, after, happened, stored.Basis.Procedure, wanted.By);
            return before with { Entry = after, History = [.. before.History, happened] };
        },
        ct);

    /// <summary>An entry.</summary>
    /// <exception cref="KeyNotFoundException">There is no such entry.</exception>
    public async Task<StoredListEntry> ReadEntryAsync(long list, int number, CancellationToken ct = default) =>
        (await store.ReadAsync(c => ListRecord.EntriesAsync(c, list, [number], ct))).SingleOrDefault() ?? throw new KeyNotFoundException($"List {list} has no entry {number}.");

    /// <summary>All entries of a list.</summary>
    public Task<IReadOnlyList<StoredListEntry>> EntriesAsync(long list, CancellationToken ct = default) => store.ReadAsync(c => ListRecord.EntriesAsync(c, list, null, ct));

    /// <summary>Where an entry lies; null when there is none.</summary>
    public Task<(RegionCode Region, FacilityId Facility)?> PlaceAsync(long list, int number, CancellationToken ct = default) => store.ReadAsync(async c =>
        await c.Set<ListEntryRow>().SingleOrDefaultAsync(e => e.ListId == list && e.EntryNo == number, ct) is { } row
            ? (new RegionCode(row.Region), new FacilityId(row.FacilityId))
            : ((RegionCode, FacilityId)?)null);

    /// <summary>Some entries of a list in the order of their numbers.</summary>
    /// <param name="list">The list.</param>
    /// <param name="filter">Which.</param>
    /// <param name="after">Only those after this number.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<StoredListEntry>> PageAsync(long list, EntryFilter filter, int after, int most, CancellationToken ct = default) => store.ReadAsync(async c =>
    {
        var rows = c.Set<ListEntryRow>().Where(e => e.ListId == list && e.EntryNo > after).Within(filter.Reach, e => e.Region, e => e.FacilityId);
        if (filter.ClassId is { } classId) rows = rows.Where(e => e.ClassId == classId);
        if (filter.State is { } state) rows = rows.Where(e => e.State == state);
        if (filter.Decision is { } decision) rows = rows.Where(e => e.Decision == decision);
        if (filter.Included is { } included) rows = rows.Where(e => e.Included == included);
        if (filter.Region is { } region) rows = rows.Where(e => e.Region.StartsWith(region.Value));
        if (filter.Text is { } text) rows = rows.Where(e => e.Name.Contains(text) || e.FacilityId.Contains(text));
        if (filter.WaitingFor is { } turns)
        {
            var mine = turns.Select(t => Waiting(c.Set<ListEntryRow>().Where(e => e.ListId == list), t).Select(e => e.EntryNo)).Aggregate((all, more) => all.Union(more));
            rows = rows.Where(e => mine.Contains(e.EntryNo));
        }

        var numbers = await rows.OrderBy(e => e.EntryNo).Take(most).Select(e => e.EntryNo).ToListAsync(ct);
        return numbers.Count == 0 ? [] : await ListRecord.EntriesAsync(c, list, numbers, ct);
    });

    /// <summary>How many entries of a list within reach are in which state of which class.</summary>
    public Task<IReadOnlyList<EntryCount>> CountAsync(long list, Reach reach, CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<EntryCount>>(async c =>
    [
        .. (await c.Set<ListEntryRow>().Where(e => e.ListId == list).Within(reach, e => e.Region, e => e.FacilityId)
                .GroupBy(e => new { e.ClassId, e.State, e.Included }).Select(g => new { g.Key.ClassId, g.Key.State, g.Key.Included, Count = g.Count() }).ToListAsync(ct))
            .OrderBy(g => g.ClassId, StringComparer.Ordinal).ThenBy(g => g.State).ThenBy(g => g.Included).Select(g => new EntryCount(g.ClassId, g.State, g.Included, g.Count)),
    ]);

    private static IQueryable<ListEntryRow> Waiting(IQueryable<ListEntryRow> rows, EntryTurn turn)
    {
        var (states, who) = (turn.States.ToList(), $" {turn.By.Id} ");
        var (department, region) = (turn.By.Department, turn.By.Region.Value);
        var levels = Enum.GetValues<AdministrativeLevel>().Where(l => turn.By.Region.Level <= l).Select(l => (AdministrativeLevel?)l).ToList();
        return rows.Where(e => states.Contains(e.State) && e.NextDepartment == department && levels.Contains(e.NextLevel) && e.Region.StartsWith(region) && !e.Barred.Contains(who));
    }

    private static RefusedActException Stale(StoredListEntry entry)
    {
        var last = entry.History[^1];
        var (act, at) = (ReviewWords.Of(last.Act), LegalDay.TextOf(last.At));
        return new("stale_version", new(
            $"{last.By.Name}已于{at}{act.Zh}，该项现为第{entry.Entry.Version}版。您的操作未生效，请刷新后重新办理。",
            $"{last.By.Name} acted on it at {at} ({act.En}); it is version {entry.Entry.Version} now. Your act was not done: load it again and decide anew.")) { Version = entry.Entry.Version };
    }
}

/// <summary>Which entries are asked for; what is null is not asked for.</summary>
public sealed record EntryFilter
{
    /// <summary>Of this class.</summary>
    public string? ClassId { get; init; }

    /// <summary>In this state.</summary>
    public EntryState? State { get; init; }

    /// <summary>Decided so.</summary>
    public EntryDecision? Decision { get; init; }

    /// <summary>On the list as it stands, or not.</summary>
    public bool? Included { get; init; }

    /// <summary>Within this region.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>With this in the name or identity.</summary>
    public string? Text { get; init; }

    /// <summary>Whose next step one of these may take; at least one.</summary>
    public IReadOnlyList<EntryTurn>? WaitingFor { get; init; }

    /// <summary>Within what the asker reaches.</summary>
    public Reach Reach { get; init; } = Reach.Everything;
}

/// <summary>A turn that somebody may have.</summary>
/// <param name="By">Who, as which department of which region.</param>
/// <param name="States">States in which the person's role acts.</param>
public sealed record EntryTurn(Officer By, IReadOnlyList<EntryState> States);

/// <summary>How many entries are in a state.</summary>
/// <param name="ClassId">Class.</param>
/// <param name="State">State.</param>
/// <param name="Included">Whether they are on the list as it stands.</param>
/// <param name="Count">How many.</param>
public sealed record EntryCount(string ClassId, EntryState State, bool Included, int Count);
