using System.Text.Json;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Imports;

/// <summary>
/// Imports of the service: handed in, read as background work, accepted or refused, undone. Who reads holds a lease; whoever lost it can
/// write nothing, so that an import has its effect once however often its reading was begun.
/// </summary>
/// <param name="store">Where they are kept.</param>
public sealed partial class ImportStore(Store store)
{
    // Whoever changes what holds waits for the others: facilities are described anew from all imports together, and the time of an act that
    // is read under the lock is later than that of every act seen before.
    internal const string Facts = "facts";

    /// <summary>Takes a data set in, to be read; the earlier import where the same was handed in before and holds, waits or is to be read.</summary>
    /// <param name="given">What is handed in.</param>
    /// <param name="wakeAfter">When somebody else is to be woken if nobody has begun to read it by then.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="RefusedActException"><c>idempotency_key_reused</c>: the push key was used for something else.</exception>
    public Task<GivenImport> HandInAsync(NewImport given, TimeSpan wakeAfter, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            if (await EarlierAsync(session, given, ct) is { } earlier) return new GivenImport(earlier, true);
            var order = new ImportOrder(given.Region, given.Mode, given.By, session.Now)
            {
                Year = given.Year, Label = given.Label, Map = given.Map?.Name, MapHash = given.Map?.Sha256, Table = given.Push?.Table,
            };
            await session.LockAsync("import-content/" + order.ContentKey(given.Files.Select(f => f.Sha256)), ct);
            var (import, already) = await session.Facts.HandInAsync(order, given.Files.Select(f => f.Sha256), ct);
            var context = session.Context;
            if (given.Push is { } push)
                context.Add(new PushEntry { AccountId = given.By.Id, IdempotencyKey = push.Key, BodySha256 = push.BodySha256, ImportId = import.Id });
            if (given.Inbox is { } item) context.Add(new InboxEntry { Name = item.Name, Fingerprint = item.Fingerprint, ImportId = import.Id });
            if (already) return new(import.Id, true);
            context.Add(new ImportJobEntry
            {
                ImportId = import.Id,
                DueAt = await store.RealTimeAsync(session.Context, ct) + wakeAfter,
                Regions = JsonSerializer.Serialize(given.Reach.Regions.Select(r => r.Value)),
                Facilities = JsonSerializer.Serialize(given.Reach.Facilities.Select(f => f.Value)),
                MapSha256 = given.Map?.Sha256,
            });
            foreach (var (number, file) in given.Files.Index())
                context.Add(new ImportUploadEntry { ImportId = import.Id, RowNo = number, Name = file.Name, Sha256 = file.Sha256 });
            session.Record(given.By, "import.handed_in", Subject(import.Id), JsonSerializer.Serialize(new
            {
                region = given.Region.Value, mode = given.Mode.ToString(), year = given.Year, label = given.Label, map = given.Map, files = given.Files,
            }));
            return new(import.Id, false);
        },
        ct);

    /// <summary>What lies in the inbox and was handed in before; null when it was not.</summary>
    public Task<long?> OfInboxAsync(InboxItem item, CancellationToken ct = default) => store.ReadAsync(c => c.Set<InboxEntry>()
        .Where(i => i.Name == item.Name && i.Fingerprint == item.Fingerprint).Select(i => (long?)i.ImportId).SingleOrDefaultAsync(ct));

    /// <summary>Begins to read an import; null when there is nothing to read or somebody else does.</summary>
    /// <param name="import">Its number.</param>
    /// <param name="token">Of this reading, never used before.</param>
    /// <param name="lease">How long it is left alone without a sign of life.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<ImportWork?> TakeAsync(long import, string token, TimeSpan lease, CancellationToken ct = default) => store.WriteAsync<ImportWork?>(
        async session =>
        {
            var due = await store.RealTimeAsync(session.Context, ct) + lease;
            var taken = await Unread(session.Context).Where(j => j.ImportId == import && j.Token == null).ExecuteUpdateAsync(
                j => j.SetProperty(e => e.Token, token).SetProperty(e => e.DueAt, due).SetProperty(e => e.Attempts, e => e.Attempts + 1), ct);
            if (taken == 0) return null;
            var job = await session.Context.Set<ImportJobEntry>().AsNoTracking().SingleAsync(j => j.ImportId == import, ct);
            var entry = await session.Context.Imports.AsNoTracking().SingleAsync(i => i.Id == import, ct);
            var files = await session.Context.Set<ImportUploadEntry>().AsNoTracking().Where(u => u.ImportId == import).OrderBy(u => u.RowNo).ToListAsync(ct);
            return new(
                import, [.. files.Select(f => new GivenFile(f.Name, f.Sha256))], job.MapSha256 is { } map ? new(entry.Map!, map) : null, entry.Year,
                new ImportReach(
                    [.. JsonSerializer.Deserialize<string[]>(job.Regions)!.Select(r => new RegionCode(r))],
                    [.. JsonSerializer.Deserialize<string[]>(job.Facilities)!.Select(f => new FacilityId(f))]),
                job.Attempts);
        },
        ct);

    /// <summary>Gives a sign of life and says how far the reading is; false when the import is not this reader's any more.</summary>
    public Task<bool> RenewAsync(long import, string token, TimeSpan lease, ImportProgress? progress, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            var due = await store.RealTimeAsync(session.Context, ct) + lease;
            return await Unread(session.Context).Where(j => j.ImportId == import && j.Token == token).ExecuteUpdateAsync(
                j => j.SetProperty(e => e.DueAt, due)
                    .SetProperty(e => e.File, e => progress == null ? e.File : progress.File)
                    .SetProperty(e => e.Rows, e => progress == null ? e.Rows : progress.Rows),
                ct) == 1;
        },
        ct);

    /// <summary>Keeps what was read: waiting when it has findings that are errors, effective when not. False when it is not this reader's any more.</summary>
    /// <exception cref="RefusedActException">It was cancelled.</exception>
    public Task<bool> FinishAsync(long import, string token, ImportResult content, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            if (await EndLeaseAsync(session, import, token, ct) is not { } job) return false;
            await session.LockAsync(Facts, ct);
            await session.Facts.SettleAsync(import, content, job.MapSha256, Now, ct);
            return true;
        },
        ct);

    /// <summary>Says that an import cannot be read. False when it is not this reader's any more.</summary>
    /// <exception cref="RefusedActException">It was cancelled.</exception>
    public Task<bool> FailAsync(long import, string token, Wording reason, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            if (await EndLeaseAsync(session, import, token, ct) is null) return false;
            await session.Context.Set<ImportJobEntry>().Where(j => j.ImportId == import).ExecuteUpdateAsync(
                j => j.SetProperty(e => e.FailureZh, reason.Zh).SetProperty(e => e.FailureEn, reason.En), ct);
            await session.Facts.EndUnreadAsync(import, ImportActKind.Failed, Officer.System, Now, reason.Zh, ct);
            return true;
        },
        ct);

    /// <summary>
    /// Imports that should be read and of which there was no sign of life for a lease; each is given to one caller only, and whoever read it
    /// before has lost it.
    /// </summary>
    public Task<IReadOnlyList<long>> LeftBehindAsync(TimeSpan lease, CancellationToken ct = default) => store.WriteAsync<IReadOnlyList<long>>(
        async session =>
        {
            var now = await store.RealTimeAsync(session.Context, ct);
            var left = await Unread(session.Context).Where(j => j.DueAt < now).Select(j => j.ImportId).ToListAsync(ct);
            var mine = new List<long>();
            foreach (var import in left)
            {
                var due = now + lease;
                if (await Unread(session.Context).Where(j => j.ImportId == import && j.DueAt < now).ExecuteUpdateAsync(
                    j => j.SetProperty(e => e.DueAt, due).SetProperty(e => e.Token, (string?)null), ct) == 1) mine.Add(import);
            }

            return mine;
        },
        ct);

    private DateTimeOffset Now => Store.Moment(store.Clock.GetUtcNow());

    private static string Subject(long import) => FormattableString.Invariant($"import/{import}");

    private static IQueryable<ImportJobEntry> Unread(StoreContext context) =>
        context.Set<ImportJobEntry>().Where(j => context.Imports.Any(i => i.Id == j.ImportId && i.State == "queued"));

    // The row of the job is locked with this, until the transaction ends: nobody can take the import over in the middle.
    private static async Task<ImportJobEntry?> EndLeaseAsync(StoreSession session, long import, string token, CancellationToken ct)
    {
        var jobs = session.Context.Set<ImportJobEntry>();
        var mine = await jobs.Where(j => j.ImportId == import && j.Token == token).ExecuteUpdateAsync(j => j.SetProperty(e => e.Token, (string?)null), ct);
        return mine == 0 ? null : await jobs.AsNoTracking().SingleAsync(j => j.ImportId == import, ct);
    }

    // The same push is the same import, whatever else was handed in since.
    private static async Task<long?> EarlierAsync(StoreSession session, NewImport given, CancellationToken ct)
    {
        if (given.Push is { } push)
        {
            await session.LockAsync($"push/{given.By.Id}/{push.Key}", ct);
            var known = await session.Context.Set<PushEntry>().AsNoTracking().SingleOrDefaultAsync(p => p.AccountId == given.By.Id && p.IdempotencyKey == push.Key, ct);
            if (known is not null && known.BodySha256 != push.BodySha256)
                throw new RefusedActException("idempotency_key_reused", new(
                    "此幂等键已用于另一份数据。请为新的数据使用新的 Idempotency-Key。", "The idempotency key was used for other data: use a new one for new data."));
            if (known is not null) return known.ImportId;
        }

        if (given.Inbox is not { } item) return null;
        await session.LockAsync("inbox/" + item.Name, ct);
        return (await session.Context.Set<InboxEntry>().AsNoTracking().SingleOrDefaultAsync(i => i.Name == item.Name && i.Fingerprint == item.Fingerprint, ct))?.ImportId;
    }
}
