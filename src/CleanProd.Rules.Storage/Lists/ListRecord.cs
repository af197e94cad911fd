using CleanProd.Rules.Lists;
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

    /// <summary>Subject of the lines of the journal about a list; also the name of its lock.</summary>
    internal static string SubjectOf(long list) => FormattableString.Invariant($"list/{list}");

    /// <summary>Subject of the lines of the journal about an entry.</summary>
    internal static string SubjectOf(long list, int number) => FormattableString.Invariant($"entry/{list}/{number}");

    /// <summary>Appends an event of a list, with its line of the journal.</summary>
    internal static void Append(StoreSession session, ListRow row, ReviewedList after, ListEvent happened, Officer by)
    {
        var content = EventJson.Write(happened);
        session.Record(by, $"list.{Tables.Words<ListAct>.Text(happened.Act)}", SubjectOf(row.Id), content);
        session.Context.Add(new ListEventRow { ListId = row.Id, Seq = happened.Sequence, Act = happened.Act, At = happened.At, Content = content });
        (row.State, row.Version) = (after.State, after.Version);
    }

    /// <summary>Appends an event of an entry, with its line of the journal.</summary>
    internal static void Append(StoreSession session, ListEntryRow row, ListEntry after, EntryEvent happened, ListProcedure procedure, Officer by)
    {
        var content = EventJson.Write(happened);
        session.Record(by, $"entry.{Tables.Words<EntryAct>.Text(happened.Act)}", SubjectOf(row.ListId, row.EntryNo), content);
        session.Context.Add(new ListEntryEventRow
        {
            ListId = row.ListId, EntryNo = row.EntryNo, Seq = happened.Sequence, Act = happened.Act, At = happened.At, Content = content,
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
