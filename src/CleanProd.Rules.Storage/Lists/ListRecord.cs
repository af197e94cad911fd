using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Lists;

/// <summary>Reads lists and entries from their events, and writes events with what queries need of them.</summary>
internal static class ListRecord
{
    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    internal static async Task<StoredList> ListAsync(StoreContext context, long list, CancellationToken ct)
    {
        var row = await context.Set<ListRow>().SingleOrDefaultAsync(l => l.Id == list, ct) ?? throw new KeyNotFoundException($"There is no list {list}.");
        return new(list, ReviewedList.Replay(await EventsAsync(context, list, ct)), ListBasis.Of(row));
    }

    internal static async Task<IReadOnlyList<ListEvent>> EventsAsync(StoreContext context, long list, CancellationToken ct) =>
        [.. (await context.Set<ListEventRow>().Where(e => e.ListId == list).OrderBy(e => e.Seq).Select(e => e.Content).ToListAsync(ct)).Select(EventJson.Read<ListEvent>)];

    /// <summary>Entries of a list in the order of their numbers: all, or those named.</summary>
    internal static async Task<IReadOnlyList<StoredListEntry>> EntriesAsync(StoreContext context, long list, IReadOnlyCollection<int>? numbers, CancellationToken ct)
    {
        var events = context.Set<ListEntryEventRow>().AsNoTracking().Where(e => e.ListId == list && (numbers == null || numbers.Contains(e.EntryNo)));
        var rows = await events.OrderBy(e => e.EntryNo).ThenBy(e => e.Seq).Select(e => new { e.EntryNo, e.Content }).ToListAsync(ct);
        return
        [
            .. rows.GroupBy(e => e.EntryNo).Select(e =>
            {
                var history = e.Select(r => EventJson.Read<EntryEvent>(r.Content)).ToArray();
                return new StoredListEntry(list, e.Key, ListEntry.Replay(history), history);
            }),
        ];
    }

    internal static void Append(StoreContext context, ListRow row, ReviewedList after, ListEvent happened)
    {
        context.Add(new ListEventRow { ListId = row.Id, Seq = happened.Sequence, Act = happened.Act, At = happened.At, Content = EventJson.Write(happened) });
        (row.State, row.Version) = (after.State, after.Version);
    }

    internal static void Append(StoreContext context, ListEntryRow row, ListEntry after, EntryEvent happened, ListProcedure procedure)
    {
        context.Add(new ListEntryEventRow
        {
            ListId = row.ListId, EntryNo = row.EntryNo, Seq = happened.Sequence, Act = happened.Act, At = happened.At, Content = EventJson.Write(happened),
        });
        (row.State, row.Version, row.Included, row.Outcome) = (after.State, after.Version, after.Included, after.Machine.Outcome);
        row.Decision = after.Decision switch { null => EntryDecision.None, { Include: true } => EntryDecision.Included, _ => EntryDecision.Excluded };
        var next = after.Waiting(procedure);
        (row.NextDepartment, row.NextLevel) = (next?.Department, next?.Level);
        var barred = after.State switch
        {
            EntryState.Screened => [after.VerifiedBy?.Id, after.FixedBy?.Id],
            EntryState.Proposed => [after.ProposedBy?.Id, after.FixedBy?.Id],
            EntryState.Verified => [after.ProposedBy?.Id, after.VerifiedBy?.Id, .. after.Deciders],
            _ => Array.Empty<string?>(),
        };
        row.Barred = $" {string.Join(' ', barred.OfType<string>().Distinct(StringComparer.Ordinal))} ";
    }
}
