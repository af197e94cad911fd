using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Tests.Host.Kill;
using Xunit.Abstractions;

namespace CleanProd.Rules.Tests.Host.Soak;

/// <summary>
/// Two hosts on one database at work for a long time: screenings, reviews, publications, notices and e-mails of one province, imports, corrections and
/// their undoing in another, and people who read. Whoever works rests for as long as the work took, so that about half a processor stays free.
/// </summary>
public partial class SoakTests(ITestOutputHelper output)
{
    private static readonly bool Long = Effort.Rounds > 1;

    // As in earnest, but that what is ordered is taken up at once.
    private static readonly (string, string)[] Settings = [("CLEANPROD_ShardSize", "20"), ("CLEANPROD_Lease", "00:02:00"), ("CLEANPROD_Supervise", "00:00:10"), ("CLEANPROD_Poll", "00:00:00.5")];

    [Fact]
    public async Task Hosts_long_at_work_break_no_promise_answer_everything_and_keep_their_memory()
    {
        await using var ground = await KillGround.MakeAsync(StoreKind.Postgres, 2, Settings);
        var record = new HostsInTurn.Record();
        using var bureau = await Bureau.OpenAsync(ground, () => new HostsInTurn(ground.Hosts, record));
        var neighbours = await Neighbours.OpenAsync(bureau);
        var (memory, runs, lists, faults, clock) = (new MemoryWatch(ground.Hosts), new List<long>(), new List<long>(), new List<string>(), Stopwatch.StartNew());
        using var over = new CancellationTokenSource();
        await Task.WhenAll(EachAsync(RoundAsync, least: Long ? 55 : 0), EachAsync(CorrectAsync, least: 10), EachAsync(ReadAsync, least: 2), EachAsync(ReadAsync, least: 2), EachAsync(LookAsync, least: Long ? 5 : 0.5));

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{clock.Elapsed.TotalMinutes:0.0} minutes: {runs.Count} rounds, each inspected; {runs.Count + neighbours.Runs} screenings, {neighbours.Imports} imports, {ground.Mail.Taken.Count} notices sent, {record.Requests} requests; {memory}"));
        if (Approved.IsWriting) await File.WriteAllTextAsync(Path.Combine(Repository.Root, "docs", "soak.svg"), MemoryChart.Svg(memory));
        faults.AddRange(record.Faults);
        faults.AddRange(ground.Hosts.SelectMany(h => h.Output.Split('\n')).Where(l => Trouble().IsMatch(l)));
        // A short form is over before everything is compiled.
        faults.AddRange(memory.Grown(Long ? 1.25 : 3));
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(50)));
        Assert.True(runs.Count > 0 && ground.Mail.Taken.Count > 0);

        async Task RoundAsync(Random random)
        {
            var run = await bureau.ScreenAsync();
            await ground.EndAsync(run);
            lock (runs) runs.Add(run);
            var list = await bureau.ReviewAsync(run, runs.Count);
            lock (lists) lists.Add(list);
            await bureau.IssueAsync(list);
            await bureau.SettleMailAsync(ground.Mail);
            var found = (await ground.TracesAsync(runs)).Faults().ToArray();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalMinutes:0.0} min: round {runs.Count}, {record.Requests} requests; {memory}"));
            Assert.Equal((runs.Count, ""), (runs.Count, string.Join("; ", found)));
        }

        async Task CorrectAsync(Random random) => Assert.Null(await neighbours.CorrectAsync(random));

        async Task ReadAsync(Random random)
        {
            using var answer = await bureau.Officer.GetAsync(Page(random));
            await answer.Content.CopyToAsync(Stream.Null);
        }

        async Task LookAsync(Random random) => await memory.LookAsync(bureau.Admin, clock.Elapsed);

        string Page(Random random)
        {
            string[] pages =
            [
                "/api/v1/enterprises?limit=100", "/api/v1/enterprises?search=%E5%8E%82", "/api/v1/screenings", "/api/v1/lists", "/api/v1/notices?limit=100", "/api/v1/mail",
                "/api/v1/public/lists", "/api/v1/cases", "/home", "/enterprises", "/results", "/lists", "/cases", "/statistics",
                .. Latest(runs).SelectMany(r => (string[])[$"/api/v1/screenings/{r}/determinations?limit=200", $"/api/v1/screenings/{r}/determinations.jsonl", $"/api/v1/screenings/{r}/workbook", $"/screenings/{r}"]),
                .. Latest(lists).SelectMany(l => (string[])[$"/api/v1/lists/{l}/entries", $"/api/v1/lists/{l}/export?format=csv", $"/lists/{l}"]),
            ];
            return pages[random.Next(pages.Length)];
        }

        // Again and again until the time is over; whoever finds something wrong ends the others too.
        async Task EachAsync(Func<Random, Task> act, double least)
        {
            var random = new Random(5);
            try
            {
                for (var first = true; first || (clock.Elapsed < Effort.Soak && !over.IsCancellationRequested); first = false)
                {
                    var began = Stopwatch.GetTimestamp();
                    await act(random);
                    var rest = TimeSpan.FromSeconds(Math.Max(Long ? Stopwatch.GetElapsedTime(began).TotalSeconds : 0, Long ? least - Stopwatch.GetElapsedTime(began).TotalSeconds : Math.Min(least, 0.3)));
                    if (clock.Elapsed + rest < Effort.Soak) await Task.Delay(rest, over.Token);
                }
            }
            catch (OperationCanceledException) when (over.IsCancellationRequested)
            {
                // Somebody else found something.
            }
            catch
            {
                await over.CancelAsync();
                throw;
            }
        }
    }

    private static IEnumerable<long> Latest(List<long> of)
    {
        lock (of) return of.Count == 0 ? [] : [of[^1]];
    }

    // Lines of the console above information; and what goes on below one of them.
    [GeneratedRegex("^\\S+Z (warn|fail|crit):")]
    private static partial Regex Trouble();
}
