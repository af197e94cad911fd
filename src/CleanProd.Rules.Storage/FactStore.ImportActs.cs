using System.Text.Json;
using System.Text.Json.Serialization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CleanProd.Rules.Storage;

// What becomes of an import after it came. Nothing is erased: every act is a new fact with its own time.
public sealed partial class FactStore
{
    private static readonly JsonSerializerOptions OfficerJson = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Accepts the findings of an import: its facts hold from then on, without the refused rows.</summary>
    /// <exception cref="KeyNotFoundException">There is no such import.</exception>
    /// <exception cref="RefusedActException">It does not wait, or the time lies before its last act.</exception>
    public Task<StoredImport> AcceptImportAsync(long import, Officer by, DateTimeOffset at, string? reason = null, CancellationToken ct = default) =>
        ActAsync(import, ImportActKind.Accepted, by, at, reason, ct);

    /// <summary>Refuses the findings of an import: its facts never hold. The same files may be given again.</summary>
    /// <exception cref="KeyNotFoundException">There is no such import.</exception>
    /// <exception cref="RefusedActException">It does not wait, no reason is given, or the time lies before its last act.</exception>
    public Task<StoredImport> RefuseImportAsync(long import, Officer by, DateTimeOffset at, string reason, CancellationToken ct = default) =>
        ActAsync(import, ImportActKind.Refused, by, at, MustGiveReason(reason), ct);

    /// <summary>Undoes an import: its facts do not hold from then on, and what they superseded holds again. What was known before stays.</summary>
    /// <exception cref="KeyNotFoundException">There is no such import.</exception>
    /// <exception cref="RefusedActException">Its facts do not hold, no reason is given, or the time lies before its last act.</exception>
    public Task<StoredImport> UndoImportAsync(long import, Officer by, DateTimeOffset at, string reason, CancellationToken ct = default) =>
        ActAsync(import, ImportActKind.Undone, by, at, MustGiveReason(reason), ct);

    /// <summary>What was done with an import, in order.</summary>
    public async Task<IReadOnlyList<ImportAct>> ImportActsAsync(long import, CancellationToken ct = default)
    {
        var acts = await _context.ImportActs.AsNoTracking().Where(a => a.ImportId == import).OrderBy(a => a.Seq).ToListAsync(ct);
        return [.. acts.Select(a => new ImportAct(
            a.Seq, Words<ImportActKind>.Member(a.Act), JsonSerializer.Deserialize<Officer>(a.Officer, OfficerJson)!, Utc(a.At), a.Reason))];
    }

    /// <summary>An import; null when there is none of that number.</summary>
    public async Task<StoredImport?> FindImportAsync(long import, CancellationToken ct = default) =>
        await _context.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == import, ct) is { } entry ? Stored(entry) : null;

    private async Task<StoredImport> ActAsync(long import, ImportActKind act, Officer by, DateTimeOffset at, string? reason, CancellationToken ct)
    {
        await using var transaction = await OwnTransactionAsync(ct);
        try
        {
            var moved = await MoveAsync(import, act, by, at, reason, ct);
            if (moved.State == ImportState.Effective) await IndexNewAsync(import, moved.Region, ct);
            if (moved.State == ImportState.Undone) await IndexAsync(await NamedByAsync([import], ct), ct);
            await JournalAsync(import, act, by, at, new { state = Words<ImportState>.Text(moved.State), reason }, ct);
            if (transaction is not null) await transaction.CommitAsync(ct);
            return moved;
        }
        finally
        {
            _context.ChangeTracker.Clear();
        }
    }

    /// <summary>A transaction of its own; null within that of a session, which commits it.</summary>
    private async Task<IDbContextTransaction?> OwnTransactionAsync(CancellationToken ct) =>
        _context.Database.CurrentTransaction is null ? await _context.Database.BeginTransactionAsync(ct) : null;

    private async Task AddActAsync(long import, ImportActKind act, Officer by, DateTimeOffset at, string? reason, CancellationToken ct)
    {
        var last = await _context.ImportActs.Where(a => a.ImportId == import).MaxAsync(a => (int?)a.Seq, ct) ?? 0;
        _context.ImportActs.Add(new ImportActEntry
        {
            ImportId = import,
            Seq = last + 1,
            Act = Words<ImportActKind>.Text(act),
            Officer = JsonSerializer.Serialize(by, OfficerJson),
            At = at.UtcDateTime,
            Reason = reason,
        });
        await _context.SaveChangesAsync(ct);
    }

    // Last in a transaction: the journal's lock is the last of all locks.
    private async Task JournalAsync(long import, ImportActKind act, Officer by, DateTimeOffset at, object content, CancellationToken ct)
    {
        var session = new StoreSession(_context, _dialect is PostgresDialect ? StoreKind.Postgres : StoreKind.Sqlite, Store.Moment(at));
        session.Record(by, $"import.{Words<ImportActKind>.Text(act)}", FormattableString.Invariant($"import/{import}"), JsonSerializer.Serialize(content));
        await session.FinishAsync(ct);
    }

    /// <summary>
    /// Takes up the imports of a store that an earlier version wrote: they hold since they became known. Asked at every opening, so that an
    /// upgrade that was broken off is finished by the next one.
    /// </summary>
    internal async Task TakeUpEarlierImportsAsync(CancellationToken ct)
    {
        if (!await _context.Imports.AnyAsync(i => i.State == "", ct)) return;
        await using var transaction = await _context.Database.BeginTransactionAsync(ct);
        try
        {
            var (adds, effective) = (Words<ImportMode>.Text(ImportMode.Adds), Words<ImportState>.Text(ImportState.Effective));
            // Whoever else opens the store at this moment waits here, and then finds nothing left to do.
            await _context.Imports.Where(i => i.State == "").ExecuteUpdateAsync(
                i => i.SetProperty(e => e.State, effective).SetProperty(e => e.Mode, adds).SetProperty(e => e.Actor, Officer.System.Id)
                    .SetProperty(e => e.EffectiveAt, e => e.KnownAt), ct);
            var earlier = await _context.Imports.AsNoTracking().Where(i => !_context.ImportActs.Any(a => a.ImportId == i.Id)).OrderBy(i => i.Id).ToListAsync(ct);
            foreach (var entry in earlier) await AddActAsync(entry.Id, ImportActKind.Taken, Officer.System, Utc(entry.KnownAt), null, ct);
            await IndexAsync(await NamedByAsync([.. earlier.Select(e => e.Id)], ct), ct);
            foreach (var entry in earlier) await JournalAsync(entry.Id, ImportActKind.Taken, Officer.System, Utc(entry.KnownAt), new { state = effective }, ct);
            await transaction.CommitAsync(ct);
        }
        finally
        {
            _context.ChangeTracker.Clear();
        }
    }

    internal static StoredImport Stored(ImportEntry entry) => new(
        entry.Id, Utc(entry.KnownAt), new RegionCode(entry.Region), Words<ImportMode>.Member(entry.Mode), Words<ImportState>.Member(entry.State),
        entry.EffectiveAt is { } effective ? Utc(effective) : null, entry.UndoneAt is { } undone ? Utc(undone) : null,
        entry.Actor, entry.Year, entry.Label, entry.Map);

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    /// <exception cref="RefusedActException"><c>reason_required</c>.</exception>
    internal static string MustGiveReason(string reason) => !string.IsNullOrWhiteSpace(reason) ? reason : throw new RefusedActException(
        "reason_required", new Wording("请写明理由。", "Say why."));

    private static RefusedActException TooEarly => new("time_reversed", new Wording(
        "操作时间早于该导入的上一次操作。请检查服务器时钟。", "The time of the act lies before the import's last act. Check the clock of the server."));
}
