using System.Diagnostics;
using CleanProd.Rules.Storage.Enterprises;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace CleanProd.Rules.Browser.Circuits;

/// <summary>Many people with pages open at once, each of whom clicks now and then: everybody is answered with what was asked for, and a page costs little.</summary>
[Collection(ProvinceTests.Name)]
public class ManyCircuitsTests(Province province, ITestOutputHelper told)
{
    private const int MostBytes = 2 * 1024 * 1024;

    [Fact]
    public async Task Everybody_with_a_page_open_is_answered_however_many_there_are()
    {
        var isLong = Effort.Rounds > 1;
        var (circuits, clicks, pause) = isLong ? (200, 6, 40_000) : (10, 3, 200);
        var found = await province.Service.Services.GetRequiredService<EnterpriseStore>().FindAsync(new() { Year = 2024 }, null, 100);
        (string Path, string Shows)[] links =
        [
            .. found.SelectMany(e => new[]
            {
                ($"/enterprises/{e.Facility.Id.Value}", "outcome-card"), ("/home?year=2024", "funnel"), ("/results?year=2024", "aria-rowindex"), ("/lists", "all-lists"),
            }),
        ];
        await Lists.OfAsync(province);
        var people = new List<(HttpClient Client, System.Net.CookieContainer Cookies)>();
        for (var i = 0; i < Math.Min(circuits, 20); i++)
        {
            var (_, name, password) = await province.Service.EnrolAsync(Role.Officer);
            people.Add(await Circuit.SignInAsync(province.Service.Address, name, password));
        }

        // Alone, once everything has been asked for once.
        await using (var alone = await Circuit.OpenAsync(people[0].Client, people[0].Cookies, "/enterprises", "page-head"))
        {
            await ClickAsync(alone, links, 0, 8, 0);
            told.WriteLine(Told("one circuit", await ClickAsync(alone, links, 0, isLong ? 100 : 8, 0)));
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (begun, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var open = new List<Circuit>();
        for (var i = 0; i < circuits; i++) open.Add(await Circuit.OpenAsync(people[i % people.Count].Client, people[i % people.Count].Cookies, links[4 * (i % found.Count)].Path, "outcome-card"));
        var opened = Stopwatch.GetElapsedTime(begun);
        told.WriteLine($"{circuits} pages opened one after the other in {opened.TotalSeconds:0.0} s, {(Environment.CpuUsage.TotalTime - worked).TotalMilliseconds / circuits:0} ms of processor time each");

        await using var visitor = await province.VisitorAsync(Role.Officer);
        await visitor.GoAsync("/results?year=2024");
        (begun, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var clicking = Task.WhenAll(open.Select((c, i) => Task.Run(() => ClickAsync(c, links, 4 * i, clicks, pause))));
        var seen = await LookAsync(visitor.Page, clicking, isLong ? 40 : 3);
        var answers = (await clicking).SelectMany(a => a).ToArray();
        var took = Stopwatch.GetElapsedTime(begun);
        told.WriteLine(Told($"{circuits} circuits, {answers.Length / took.TotalSeconds:0.0} clicks a second", answers));
        told.WriteLine($"{(Environment.CpuUsage.TotalTime - worked).TotalMilliseconds / answers.Length:0} ms of processor time a click, {open.Sum(c => c.Rendered) / (answers.Length + circuits) / 1024.0:0} kB rendered");
        told.WriteLine(Told("the same seen by a browser among them", seen));

        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / circuits;
        told.WriteLine($"{each / 1024.0:0} kB of managed heap for each circuit, the client's own part included; working set {Environment.WorkingSet / 1048576} MB");
        foreach (var circuit in open) await circuit.DisposeAsync();
        open.Clear();
        foreach (var (client, _) in people) client.Dispose();
        if (isLong) Assert.InRange(each, 0, MostBytes);
    }

    // One after the other, with a while of reading between them.
    private static async Task<List<TimeSpan>> ClickAsync(Circuit circuit, (string Path, string Shows)[] links, int first, int clicks, int pause)
    {
        var reading = new Random(first);
        var answers = new List<TimeSpan>();
        for (var i = 1; i <= clicks; i++)
        {
            await Task.Delay(reading.Next(pause + 1));
            var (path, shows) = links[(first + i) % links.Length];
            answers.Add(await circuit.FollowAsync(path, shows));
        }

        return answers;
    }

    private static async Task<List<TimeSpan>> LookAsync(IPage page, Task others, int most)
    {
        var answers = new List<TimeSpan>();
        while (answers.Count < most && (answers.Count == 0 || !others.IsCompleted))
        {
            var begun = Stopwatch.GetTimestamp();
            await page.Locator(".results tbody tr td a").Nth(answers.Count % 5).ClickAsync();
            await page.Locator(".outcome-card").WaitForAsync();
            answers.Add(Stopwatch.GetElapsedTime(begun));
            await page.GoBackAsync();
            await page.Locator(".results tbody tr td a").First.WaitForAsync();
            await Task.Delay(300);
        }

        return answers;
    }

    private static string Told(string what, IReadOnlyCollection<TimeSpan> answers)
    {
        var ordered = answers.Select(a => a.TotalMilliseconds).Order().ToArray();
        return $"{what}: {ordered.Length} clicks answered, p50 {ordered[ordered.Length / 2]:0} ms, p99 {ordered[Math.Min(ordered.Length - 1, ordered.Length * 99 / 100)]:0} ms, longest {ordered[^1]:0} ms";
    }
}
