using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Lists;

// What is done with a list as a whole.
public sealed partial class ListStore
{
    /// <summary>What stands against publication, and warnings.</summary>
    public Task<IReadOnlyList<GateItem>> GateAsync(StoredList list, CancellationToken ct = default) => store.ReadAsync(async c =>
        PublicationGate.Of(list.List, Entries(await ListRecord.EntriesAsync(c, list.Id, null, ct)), list.Basis.Procedure, list.Basis.Run));

    /// <summary>Signs a class of a list for a department, or refuses to.</summary>
    /// <param name="list">The list.</param>
    /// <param name="classId">The class.</param>
    /// <param name="sha256">Hash of the content that was on screen.</param>
    /// <param name="refusal">Why it is refused, with the document behind it; null to sign.</param>
    /// <param name="version">Version of the list that was on screen.</param>
    /// <param name="by">Who.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    /// <exception cref="RefusedActException"><c>stale_version</c> with who did what, <c>stale_content</c>, <c>reason_required</c>, <c>bad_document</c>, or the library's refusals.</exception>
    public Task<StoredList> SignAsync(long list, string classId, string sha256, ListRefusal? refusal, int version, Officer by, CancellationToken ct = default) => ActAsync(
        list, version, by,
        async (session, stored) =>
        {
            var entries = Entries(await ListRecord.EntriesAsync(session.Context, list, null, ct));
            if (refusal?.Document is { } document) await DocumentStore.MustBeKeptAsync(session, document.Sha256, ct);
            return refusal is null
                ? stored.List.Sign(classId, sha256, entries, stored.Basis.Procedure, by, session.Now)
                : stored.List.RefuseSignature(classId, sha256, refusal.Reason, entries, stored.Basis.Procedure, by, session.Now, refusal.Document);
        },
        ct);

    /// <summary>Gives a list up.</summary>
    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    /// <exception cref="RefusedActException"><c>stale_version</c> with who did what, <c>list_closed</c>, <c>reason_required</c>, <c>wrong_department</c>, <c>outside_region</c>.</exception>
    public Task<StoredList> AbandonAsync(long list, string? reason, int version, Officer by, CancellationToken ct = default) =>
        ActAsync(list, version, by, (session, stored) => Task.FromResult(stored.List.Abandon(reason, by, session.Now)), ct);

    /// <summary>Publishes a list with all its entries when nothing stands against it; all or nothing.</summary>
    /// <param name="list">The list.</param>
    /// <param name="number">Number of the document.</param>
    /// <param name="publishedOn">Day of publication: not after today, not before the list was opened.</param>
    /// <param name="version">Version of the list that was on screen.</param>
    /// <param name="by">Who.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    /// <exception cref="RefusedActException"><c>publication_blocked</c>, <c>bad_date</c>, <c>number_taken</c>, <c>amendment_mismatch</c>, <c>stale_version</c> with who did what, or the library's refusals.</exception>
    public Task<StoredList> PublishAsync(long list, string number, DateOnly publishedOn, int version, Officer by, CancellationToken ct = default) => ActAsync(
        list, version, by,
        async (session, stored) =>
        {
            MustBeDay(publishedOn, LegalDay.Of(session.Now), stored.List.Head.Name, LegalDay.Of((await ListRecord.EventsAsync(session.Context, list, ct))[0].At));
            var entries = await ListRecord.EntriesAsync(session.Context, list, null, ct);
            var events = stored.List.Publish(number.Trim(), publishedOn, Entries(entries), stored.Basis.Procedure, stored.Basis.Run, by, session.Now);
            await MustFollowAsync(session.Context, stored, events.Publication, ct);
            var rows = await session.Context.Set<ListEntryRow>().Where(e => e.ListId == list).ToDictionaryAsync(e => e.EntryNo, ct);
            var byKey = entries.ToDictionary(e => e.Entry.Key);
            foreach (var (key, happened) in events.Entries)
                ListRecord.Append(session, rows[byKey[key].Number], byKey[key].Entry.Apply(happened), happened, stored.Basis.Procedure, by);
            await KeepAsync(session, stored, events, ct);
            return events.List;
        },
        ct);

    private static async Task KeepAsync(StoreSession session, StoredList stored, PublicationEvents events, CancellationToken ct)
    {
        var (context, list, publication) = (session.Context, events.Publication, new PublicationRow
        {
            ListId = stored.Id, Kind = events.Publication.Kind, Jurisdiction = events.Publication.Jurisdiction.Value, Year = events.Publication.Year, Batch = events.Publication.Batch,
            Amendment = events.Publication.Amendment ?? 0, Number = events.Publication.Number, PublishedOn = events.Publication.PublishedOn, PublishedAt = session.Now,
            Sha256 = await DocumentStore.KeepAsync(session, events.Publication.ToJson(), ct),
        });
        if (await context.Set<PublicationRow>().AnyAsync(p => p.Jurisdiction == publication.Jurisdiction && p.Kind == publication.Kind && p.Number == publication.Number, ct))
            throw new RefusedActException("number_taken", new($"文号“{publication.Number}”已经用于另一份名单。", $"The number {publication.Number} is another list's."));
        context.Add(publication);
        await context.SaveChangesAsync(ct);
        context.AddRange(list.Entries.Select((e, line) => new PublishedEntryRow { PublicationId = publication.Id, Line = line + 1, FacilityId = e.FacilityId.Value, Name = e.Name }));
    }

    // An amendment must fit the list in force at this moment.
    private static async Task MustFollowAsync(StoreContext context, StoredList stored, PublishedList publication, CancellationToken ct)
    {
        if (stored.Basis.Amends is not { } amends) return;
        var batch = await PublicationStore.BatchAsync(context, amends, ct);
        _ = CurrentList.Of(batch[0].List, batch.Skip(1).Select(p => p.List).Append(publication));
    }

    private static void MustBeDay(DateOnly day, DateOnly today, Facts.Wording name, DateOnly opened)
    {
        if (day > today || day < opened)
            throw new RefusedActException("bad_date", new(
                $"{name.Zh}的公布日期应在{opened:yyyy-MM-dd}（编制开始）至{today:yyyy-MM-dd}（今日）之间。", $"The day of publication of {name.En} lies between {opened:yyyy-MM-dd}, when it was opened, and today, {today:yyyy-MM-dd}."));
    }

    private Task<StoredList> ActAsync(long list, int version, Officer by, Func<StoreSession, StoredList, Task<ListEvent>> act, CancellationToken ct) => store.WriteAsync(
        async session =>
        {
            await session.LockAsync(ListRecord.SubjectOf(list), ct);
            var stored = await ListRecord.ListAsync(session.Context, list, ct);
            if (version != stored.List.Version) throw Stale(stored.List, (await ListRecord.EventsAsync(session.Context, list, ct))[^1]);
            var happened = await act(session, stored);
            var after = stored.List.Apply(happened);
            ListRecord.Append(session, await session.Context.Set<ListRow>().SingleAsync(l => l.Id == list, ct), after, happened, by);
            return stored with { List = after };
        },
        ct);

    private static RefusedActException Stale(ReviewedList list, ListEvent last)
    {
        var (act, at) = (ReviewWords.Of(last.Act), LegalDay.TextOf(last.At));
        return new("stale_version", new(
            $"{last.By.Name}已于{at}{act.Zh}，名单现为第{list.Version}版。您的操作未生效，请刷新后重新办理。",
            $"{last.By.Name} acted on the list at {at} ({act.En}); it is version {list.Version} now. Your act was not done: load it again and decide anew.")) { Version = list.Version };
    }

    private static IReadOnlyCollection<ListEntry> Entries(IReadOnlyList<StoredListEntry> entries) => [.. entries.Select(e => e.Entry)];
}

/// <summary>Why a signature is refused.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Document">The document behind it; may be missing.</param>
public sealed record ListRefusal(string? Reason, DocumentRef? Document);
