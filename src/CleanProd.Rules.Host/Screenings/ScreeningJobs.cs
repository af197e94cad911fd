using System.Diagnostics;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Host.Upkeep;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Screenings;
using Hangfire;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>
/// The steps of a screening. Each may be begun any number of times, by any process, and broken off anywhere: what counts is what the store
/// takes. None is repeated by the queue: what is left behind is found by <see cref="UnfinishedScreenings"/>.
/// </summary>
internal sealed partial class ScreeningJobs(
    ScreeningStore screenings, RosterMaker rosters, ShardJudge judge, ScreeningQueue queue, ServiceOptions options, Telemetry telemetry, ILogger<ScreeningJobs> log)
{
    // An error that judging a shard meets so often is no accident.
    private const int MostFaults = 3;

    private static readonly string Worker = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <summary>Draws up the roster and queues the shards.</summary>
    [Queue(Queues.Screening)]
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public async Task PrepareAsync(long run, CancellationToken ct)
    {
        if (await screenings.FindAsync(run, ct) is not { State: ScreeningState.Queued } head) return;
        try
        {
            if (head.Packs.Count == 0)
            {
                await screenings.FailAsync(run, $"没有规则包适用于判定日期 {head.AsOf:yyyy-MM-dd}。 No rule pack governs on that day.", ct);
                return;
            }

            var roster = await rosters.MakeAsync(head, ct);
            if (roster.Count == 0)
                await screenings.FailAsync(run, "所选地区在所选时间没有任何企业数据，请先导入。 No enterprise of the region was known at that time: import data first.", ct);
            else
                queue.Put(await screenings.PrepareAsync(run, roster, options.ShardSize, ct));
        }
        catch (Exception e) when (IsOfTheRun(e))
        {
            await FailAsync(run, e, ct);
        }
    }

    /// <summary>Judges a shard; whoever does the last one closes the run.</summary>
    [Queue(Queues.Screening)]
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public async Task JudgeAsync(long run, int shard, CancellationToken ct)
    {
        if (await screenings.ClaimAsync(run, shard, options.Lease, Worker, ct) is not { } claim) return;
        using var trace = Telemetry.Start("screening.shard")?.SetTag("run", run).SetTag("shard", shard);
        var watch = Stopwatch.StartNew();
        try
        {
            var head = (await screenings.FindAsync(run, ct))!;
            IReadOnlyList<Determination> judged;
            await using (var heart = Heartbeat.Start(screenings, claim, options.Lease, ct))
                judged = await judge.JudgeAsync(head, claim.Facilities, heart.Token);
            if (!await screenings.FinishAsync(claim, judged, ct)) return;
            Count(judged, watch.Elapsed);
        }
        catch (OperationCanceledException)
        {
            // The process stops, or the shard is somebody else's by now, or nobody's.
            await screenings.GiveBackAsync(claim, fault: false, CancellationToken.None);
            return;
        }
        catch (Exception e) when (IsOfTheRun(e))
        {
            Broken(log, run, shard, e);
            if (await screenings.GiveBackAsync(claim, fault: true, ct) >= MostFaults) await FailAsync(run, e, ct);
            return;
        }

        await CloseAsync(run, ct);
    }

    /// <summary>Closes a run whose shards are done.</summary>
    [Queue(Queues.Screening)]
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public async Task CloseAsync(long run, CancellationToken ct)
    {
        try
        {
            await screenings.CloseAsync(run, ct);
        }
        catch (Exception e) when (IsOfTheRun(e))
        {
            await FailAsync(run, e, ct);
        }
    }

    private async Task FailAsync(long run, Exception error, CancellationToken ct)
    {
        Failed(log, run, error);
        try
        {
            await screenings.FailAsync(run, error.Message, ct);
        }
        catch (RefusedActException)
        {
            // Another process said so first, or it was called off.
        }
    }

    private void Count(IReadOnlyList<Determination> judged, TimeSpan time)
    {
        telemetry.ShardsJudged.Add(1);
        telemetry.ShardDuration.Record(time.TotalSeconds);
        telemetry.RulesEvaluated.Add(judged.Sum(d => d.Rules.Count));
        foreach (var (outcome, facilities) in judged.CountBy(d => d.Outcome)) telemetry.FacilitiesJudged.Add(facilities, new KeyValuePair<string, object?>("outcome", outcome.Word()));
    }

    // A database that is away says nothing of the run, and a stopping process neither.
    private static bool IsOfTheRun(Exception e) => e is not OperationCanceledException && !Store.IsUnreachable(e);

    [LoggerMessage(Level = LogLevel.Error, Message = "Screening {Run}, shard {Shard}: judging broke off")]
    private static partial void Broken(ILogger log, long run, int shard, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Screening {Run} failed")]
    private static partial void Failed(ILogger log, long run, Exception error);
}
