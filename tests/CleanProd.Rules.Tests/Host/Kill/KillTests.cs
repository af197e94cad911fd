using System.Diagnostics;
using CleanProd.Rules.Storage;
using Xunit.Abstractions;

namespace CleanProd.Rules.Tests.Host.Kill;

/// <summary>
/// Hosts and their database are killed and frozen at random moments of screenings, publications, notices and e-mails; what is left behind is what
/// would have been without.
/// </summary>
public class KillTests(ITestOutputHelper output)
{
    private const int Shards = 72;

    private static readonly (string, string)[] SmallShards = [("CLEANPROD_ShardSize", "2")];

    [Theory]
    [InlineData(StoreKind.Postgres, 2, 11)]
    [InlineData(StoreKind.Sqlite, 1, 12)]
    public async Task After_kills_at_any_moment_all_is_judged_numbered_and_sent_exactly_once(StoreKind kind, int hosts, int seed)
    {
        await using var ground = await KillGround.MakeAsync(kind, hosts, SmallShards);
        using var bureau = await Bureau.OpenAsync(ground);
        var disturber = new Disturber(ground, new Random(seed));
        var (runs, began) = (new List<long>(), Stopwatch.StartNew());
        var rounds = Effort.KillRounds(kind);
        for (var round = 1; round <= rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var run = await bureau.ScreenAsync();
            runs.Add(run);
            var first = await disturber.DuringAsync(() => ground.EndAsync(run), Shards, () => ground.ShardsDoneAsync(run));
            var screened = watch.Elapsed;
            var list = await bureau.ReviewAsync(run, round);
            var reviewed = watch.Elapsed;
            var second = await disturber.DuringAsync(() => bureau.IssueAsync(list), 3 * await ground.ListedAsync(list), () => ground.NoticesDoneAsync(list));
            var issued = watch.Elapsed;
            await bureau.SettleMailAsync(ground.Mail);

            var what = $"{kind}, seed {seed}, round {round}: screening, {first}; notices, {second}";
            output.WriteLine($"{what}; {screened.TotalSeconds:0.0} / {reviewed.TotalSeconds:0.0} / {issued.TotalSeconds:0.0} / {watch.Elapsed.TotalSeconds:0.0} s");
            var traces = await ground.TracesAsync(runs);
            Assert.Equal((what, ""), (what, string.Join("; ", traces.Faults())));
            Assert.NotEmpty(traces.Listed[list]);
        }

        output.WriteLine($"{kind}, seed {seed}: {rounds} rounds in {began.Elapsed.TotalSeconds:0} s; {string.Join(", ", disturber.Done.Select(d => $"{d.Value} × {d.Key}"))}; {disturber.Struck} before the work was over");
        // A disturbance that comes after the work proves nothing.
        Assert.True(disturber.Struck * 2 > rounds, $"Only {disturber.Struck} disturbances of {rounds * 2} came in time.");
    }
}
