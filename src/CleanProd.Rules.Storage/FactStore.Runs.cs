using System.Text.Json;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage;

public sealed partial class FactStore
{
    /// <summary>Begins a run.</summary>
    /// <returns>Its number.</returns>
    public async Task<long> StartRunAsync(RunStart start, CancellationToken ct = default)
    {
        var entry = new RunEntry
        {
            ImportId = start.ImportId,
            Year = start.Year,
            AsOf = start.AsOf,
            Packs = JsonSerializer.Serialize(start.Packs),
            ReferenceHash = start.ReferenceHash,
            State = Words<RunState>.Text(RunState.Running),
        };
        try
        {
            _context.Runs.Add(entry);
            await _context.SaveChangesAsync(ct);
            return entry.Id;
        }
        finally
        {
            _context.ChangeTracker.Clear();
        }
    }

    /// <summary>Appends a batch to a run: all of it or, when anything fails, none of it.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    /// <exception cref="InvalidOperationException">The run is finished.</exception>
    public async Task AppendDeterminationsAsync(long run, IReadOnlyList<StoredDetermination> determinations, CancellationToken ct = default)
    {
        await using var transaction = await _context.Database.BeginTransactionAsync(ct);
        await CheckRunningAsync(run, ct);
        var next = await _context.Set<Dictionary<string, object>>(RunTables.Determinations.Name)
            .Where(d => (long)d["run_id"] == run).MaxAsync(d => (int?)d["row_no"], ct) + 1 ?? 0;
        await WriteAsync(
            RunTables.Determinations, determinations.Select((d, i) => (new object[] { run, next + i }, d)), ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Closes a run: nothing can be appended any more.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    /// <exception cref="InvalidOperationException">The run is finished already.</exception>
    public async Task FinishRunAsync(long run, string resultHash, CancellationToken ct = default)
    {
        var running = Words<RunState>.Text(RunState.Running);
        var finished = Words<RunState>.Text(RunState.Finished);
        // One statement, so that of two who finish the run at once only one does.
        var closed = await _context.Runs.Where(r => r.Id == run && r.State == running)
            .ExecuteUpdateAsync(r => r.SetProperty(e => e.State, finished).SetProperty(e => e.ResultHash, resultHash), ct);
        if (closed == 0) await CheckRunningAsync(run, ct);
    }

    /// <summary>What the store knows of a run; null when there is none of that number.</summary>
    public async Task<StoredRun?> FindRunAsync(long run, CancellationToken ct = default) =>
        await _context.Runs.AsNoTracking().SingleOrDefaultAsync(r => r.Id == run, ct) is { } entry
            ? new StoredRun(
                entry.Id,
                new RunStart(entry.ImportId, entry.Year, entry.AsOf, JsonSerializer.Deserialize<string[]>(entry.Packs)!, entry.ReferenceHash),
                Words<RunState>.Member(entry.State),
                entry.ResultHash)
            : null;

    /// <summary>The determinations of a run, in the order they were appended.</summary>
    public IAsyncEnumerable<StoredDetermination> ReadDeterminationsAsync(long run, CancellationToken ct = default) =>
        ReadAsync(RunTables.Determinations, run, ct);

    private async Task CheckRunningAsync(long run, CancellationToken ct)
    {
        var stored = await FindRunAsync(run, ct) ?? throw new KeyNotFoundException($"The store has no run {run}.");
        if (stored.State != RunState.Running) throw new InvalidOperationException($"Run {run} is finished: start another one.");
    }
}
