using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage;

// Imports that are handed in first and read later. All of it within the transaction of a session.
public sealed partial class FactStore
{
    /// <summary>Takes the number of an import that is to be read; the earlier one where the same was given before.</summary>
    internal async Task<(StoredImport Import, bool Already)> HandInAsync(ImportOrder order, IEnumerable<string> files, CancellationToken ct)
    {
        var key = order.ContentKey(files);
        if (await SameAsync(key, ct) is { } same) return (same, true);
        var entry = new ImportEntry
        {
            KnownAt = order.At.UtcDateTime,
            Region = order.Region.Value,
            Mode = Words<ImportMode>.Text(order.Mode),
            State = Words<ImportState>.Text(ImportLife.Next(null, ImportActKind.HandedIn)),
            Actor = order.By.Id,
            Year = order.Year,
            Label = order.Label,
            Map = order.Map,
            ContentKey = key,
        };
        _context.Imports.Add(entry);
        await _context.SaveChangesAsync(ct);
        await AddActAsync(entry.Id, ImportActKind.HandedIn, order.By, order.At, null, ct);
        return (Stored(entry), false);
    }

    /// <summary>Writes what was read of an import that was handed in, in the name of who did.</summary>
    /// <exception cref="RefusedActException">It is not to be read any more.</exception>
    internal async Task<StoredImport> SettleAsync(long import, ImportResult content, string? map, DateTimeOffset at, CancellationToken ct)
    {
        var by = (await ImportActsAsync(import, ct))[0].By;
        var settled = await MoveAsync(import, ActFor(content), by, at, null, ct);
        await WriteContentAsync(settled, content, ct);
        await JournalAsync(import, ActFor(content), by, at, Given(settled, map, content), ct);
        return settled;
    }

    /// <summary>Ends an import that was handed in without having read it.</summary>
    /// <exception cref="KeyNotFoundException">There is no such import.</exception>
    /// <exception cref="RefusedActException">It was read or ended already.</exception>
    internal async Task<StoredImport> EndUnreadAsync(long import, ImportActKind act, Officer by, DateTimeOffset at, string? reason, CancellationToken ct)
    {
        var ended = await MoveAsync(import, act, by, at, reason, ct);
        await JournalAsync(import, act, by, at, new { state = Words<ImportState>.Text(ended.State), reason }, ct);
        return ended;
    }

    /// <summary>Moves the state of an import and adds the act.</summary>
    private async Task<StoredImport> MoveAsync(long import, ImportActKind act, Officer by, DateTimeOffset at, string? reason, CancellationToken ct)
    {
        var before = await FindImportAsync(import, ct) ?? throw new KeyNotFoundException($"The store has no import {import}.");
        var (from, to) = (Words<ImportState>.Text(before.State), ImportLife.Next(before.State, act));
        if (at < (await ImportActsAsync(import, ct)).Max(a => a.At)) throw TooEarly;
        var (state, effective, undone) = (
            Words<ImportState>.Text(to),
            to == ImportState.Effective ? at.UtcDateTime : before.EffectiveAt?.UtcDateTime,
            to == ImportState.Undone ? at.UtcDateTime : (DateTime?)null);
        // One statement, so that of two who act at once only one does.
        var changed = await _context.Imports.Where(i => i.Id == import && i.State == from).ExecuteUpdateAsync(
            i => i.SetProperty(e => e.State, state).SetProperty(e => e.EffectiveAt, effective).SetProperty(e => e.UndoneAt, undone), ct);
        if (changed == 0) throw ImportLife.Illegal((await FindImportAsync(import, ct))!.State);
        await AddActAsync(import, act, by, at, reason, ct);
        return (await FindImportAsync(import, ct))!;
    }
}
