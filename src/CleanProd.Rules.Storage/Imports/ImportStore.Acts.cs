using System.Text.Json;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Imports;

// What people decide about imports.
public sealed partial class ImportStore
{
    /// <summary>
    /// Accepts findings of a waiting import. Its facts hold, without the refused rows, as soon as every finding that is an error was accepted.
    /// </summary>
    /// <param name="import">Its number.</param>
    /// <param name="findings">Numbers of the findings that are accepted; null for all.</param>
    /// <param name="by">Who accepts.</param>
    /// <param name="reason">Why.</param>
    /// <param name="version">Number of the last act that was seen; null when the act does not depend on it.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="KeyNotFoundException">There is no such import or finding.</exception>
    /// <exception cref="RefusedActException">It does not wait, no reason is given, or somebody acted since.</exception>
    public Task<StoredImport> AcceptAsync(
        long import, IReadOnlyCollection<int>? findings, Officer by, string reason, int? version, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            await BeginActAsync(session, import, version, ct);
            var before = await session.Facts.FindImportAsync(import, ct) ?? throw new KeyNotFoundException($"The store has no import {import}.");
            _ = ImportLife.Next(before.State, ImportActKind.Accepted);
            FactStore.MustGiveReason(reason);
            var errors = await session.Facts.FindingNumbersAsync(import, FindingSeverity.Error, ct);
            var accepted = await session.Context.Set<AcceptedFindingEntry>().Where(f => f.ImportId == import).Select(f => f.RowNo).ToListAsync(ct);
            if (findings?.Except(errors).ToArray() is { Length: > 0 } strangers)
                throw new RefusedActException("bad_findings", new(
                    $"编号 {string.Join('、', strangers)} 不是本次导入的错误。", $"No errors of this import: {string.Join(", ", strangers)}."));
            foreach (var number in (findings ?? errors).Distinct().Except(accepted))
            {
                session.Context.Add(new AcceptedFindingEntry { ImportId = import, RowNo = number, By = by.Id, At = Now, Reason = reason });
                accepted.Add(number);
            }

            await session.Context.SaveChangesAsync(ct);
            if (!errors.Except(accepted).Any()) return await session.Facts.AcceptImportAsync(import, by, Now, reason, ct);
            session.Record(by, "import.accepted_findings", Subject(import), JsonSerializer.Serialize(new { findings, reason }));
            return before;
        },
        ct);

    /// <summary>Refuses a waiting import: its facts never hold.</summary>
    /// <exception cref="KeyNotFoundException">There is no such import.</exception>
    /// <exception cref="RefusedActException">It does not wait, no reason is given, or somebody acted since.</exception>
    public Task<StoredImport> RefuseAsync(long import, Officer by, string reason, int? version, CancellationToken ct = default) =>
        ActAsync(import, version, facts => facts.RefuseImportAsync(import, by, Now, reason, ct), ct);

    /// <summary>Undoes an effective import: what it superseded holds again; what was known before the undoing can still be asked for.</summary>
    /// <exception cref="KeyNotFoundException">There is no such import.</exception>
    /// <exception cref="RefusedActException">Its facts do not hold, no reason is given, or somebody acted since.</exception>
    public Task<StoredImport> UndoAsync(long import, Officer by, string reason, int? version, CancellationToken ct = default) =>
        ActAsync(import, version, facts => facts.UndoImportAsync(import, by, Now, reason, ct), ct);

    /// <summary>Takes back an import that is not read yet, or being read.</summary>
    /// <exception cref="KeyNotFoundException">There is no such import.</exception>
    /// <exception cref="RefusedActException">It was read already.</exception>
    public Task<StoredImport> CancelAsync(long import, Officer by, string? reason, CancellationToken ct = default) =>
        ActAsync(import, null, facts => facts.EndUnreadAsync(import, ImportActKind.Cancelled, by, Now, reason, ct), ct);

    private Task<StoredImport> ActAsync(long import, int? version, Func<FactStore, Task<StoredImport>> act, CancellationToken ct) => store.WriteAsync(
        async session =>
        {
            await BeginActAsync(session, import, version, ct);
            return await act(session.Facts);
        },
        ct);

    private static async Task BeginActAsync(StoreSession session, long import, int? version, CancellationToken ct)
    {
        await session.LockAsync(Facts, ct);
        if (version is null) return;
        if (await session.Facts.ImportActsAsync(import, ct) is not [.., var last] || last.Number == version) return;
        throw new RefusedActException("stale_version", new(
            $"{last.By.Name} 已于 {last.At.UtcDateTime:yyyy-MM-dd HH:mm}（UTC）执行“{Words<ImportActKind>.Text(last.Act)}”，请重新载入。",
            $"{last.By.Name} did '{Words<ImportActKind>.Text(last.Act)}' at {last.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC: load it again."));
    }
}
