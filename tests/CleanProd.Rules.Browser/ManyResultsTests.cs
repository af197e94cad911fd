using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using CleanProd.Rules.Tests.Storage;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace CleanProd.Rules.Browser;

/// <summary>The table of results over a whole province: every row can be reached, and the page holds no more of them than it shows.</summary>
[Collection(ProvinceTests.Name)]
public class ManyResultsTests(ITestOutputHelper told)
{
    private const string RowInView =
        "() => { const box = document.querySelector('.results').getBoundingClientRect(); return [...document.querySelectorAll('.results tbody tr[aria-rowindex]')].some(r => { const at = r.getBoundingClientRect(); return at.bottom > box.top + 60 && at.top < box.bottom; }); }";

    private static readonly (string What, string Path)[] Questions =
    [
        ("all", "/results?year=2024"), ("all again", "/results?year=2024&sort=name"), ("initials", "/results?year=2024&q=gz"), ("initials again", "/results?year=2024&q=gd"),
        ("missing fact", "/results?year=2024&missing=monitoring"), ("missing fact again", "/results?year=2024&missing=quotas"), ("by margin", "/results?year=2024&sort=margin"), ("changed", "/results?year=2024&change=changed"),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task However_many_results_there_are_the_page_holds_a_screenful_and_reaches_the_last(bool earlier)
    {
        var times = Effort.Rounds > 1 ? 130 : 9;
        var all = SampleScreening.Enterprises * (times + 1);
        await using var service = await TestService.StartAsync(StoreKind.Sqlite, SampleScreening.Now);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now.AddDays(-20));
        var (officer, name, password) = await service.EnrolAsync(Role.Officer);
        List<long> runs = [(await officer.ScreenAsync()).GetProperty("id").GetInt64()];
        if (earlier) runs.Add((await officer.ScreenAsync(new { region = "44", year = SampleScreening.Year - 1, as_of = "2024-01-15" })).GetProperty("id").GetInt64());
        await ManyResults.RepeatAsync(service.Store, times, runs);

        await using var visitor = await Visitor.ComeAsync(service.Address);
        await visitor.SignInAsync(name, password);
        var page = visitor.Page;
        var idle = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var (what, path) in Questions)
        {
            var begun = Stopwatch.GetTimestamp();
            await page.GotoAsync(path);
            await page.Locator(".results tbody tr td a, .empty").First.WaitForAsync();
            told.WriteLine($"{what}: first rows of {all} after {Since(begun)}, from the address");
        }

        // Within the connection, as whoever works here asks.
        foreach (var (what, path) in Questions)
        {
            await page.GotoAsync("/results?year=2024&outcome=not_triggered");
            await page.Locator(".results tbody tr td a").First.WaitForAsync();
            var begun = Stopwatch.GetTimestamp();
            // The table says how many it holds as soon as the new ones are counted, and that it reads until they are there.
            await page.EvaluateAsync("path => { window.__before = document.querySelector('.results table').ariaRowCount; Blazor.navigateTo(path); }", path);
            await page.WaitForFunctionAsync("() => document.querySelector('.empty') || (document.querySelector('.results table')?.ariaRowCount !== window.__before && !document.querySelector('.reading') && document.querySelector('.results tbody tr[aria-rowindex] td a'))");
            told.WriteLine($"{what}: rows of {all} after {Since(begun)}, within the connection");
        }

        await page.GotoAsync("/results?year=2024");
        await page.Locator(".results tbody tr td a").First.WaitForAsync();
        Assert.Contains(all.ToString("N0", CultureInfo.InvariantCulture), await page.Locator(".chips").InnerTextAsync(), StringComparison.Ordinal);
        var before = await PageMemory.OfAsync(page);
        var parts = Effort.Rounds > 1 ? 60 : 10;
        var waits = new List<double>();
        for (var part = 1; part <= parts; part++)
        {
            var begun = Stopwatch.GetTimestamp();
            await page.EvaluateAsync("part => { const box = document.querySelector('.results'); box.scrollTop = box.scrollHeight * part; }", part / (double)parts);
            await page.WaitForFunctionAsync(RowInView);
            waits.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            Assert.InRange(await page.Locator(".results tbody tr").CountAsync(), 1, 80);
        }

        await page.Locator($".results tr[aria-rowindex='{all + 1}']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        waits.Sort();
        told.WriteLine($"jumps through all rows: median {waits[waits.Count / 2]:0} ms, longest {waits[^1]:0} ms until rows are in view");
        told.WriteLine(await ScrolledAsync(page));
        var after = await PageMemory.OfAsync(page);
        told.WriteLine($"page before {before}; after reading through all {after}");
        told.WriteLine($"service: {(GC.GetTotalMemory(forceFullCollection: true) - idle) / 1048576d:0.0} MB of managed heap more than before the first question, the test's own part included; working set {Environment.WorkingSet / 1048576} MB");

        // What was passed is let go.
        Assert.InRange(after.Nodes, 1, before.Nodes * 2);
        Assert.InRange(after.Heap, 1, before.Heap * 2);
    }

    // Pixel by pixel from the top as a wheel does it: how long a frame takes at most, and how many of them show no row.
    private static async Task<string> ScrolledAsync(IPage page)
    {
        var seen = await page.EvaluateAsync<JsonElement>($$"""
            async () => {
              const box = document.querySelector('.results'), rowInView = {{RowInView}};
              box.scrollTop = 0;
              await new Promise(done => setTimeout(done, 500));
              let [frames, blank, last, gaps] = [0, 0, performance.now(), []];
              while (frames < 180) {
                box.scrollTop += 120;
                const now = await new Promise(requestAnimationFrame);
                gaps.push(now - last);
                last = now;
                frames++;
                if (!rowInView()) blank++;
              }
              gaps.sort((a, b) => a - b);
              return { blank, frames, usual: gaps[frames >> 1], longest: gaps[frames - 1] };
            }
            """);
        return $"scrolling 120 px a frame: {seen.GetProperty("frames")} frames, {seen.GetProperty("blank")} without a row, a frame takes {seen.GetProperty("usual").GetDouble():0} ms, at most {seen.GetProperty("longest").GetDouble():0} ms";
    }

    private static string Since(long begun) => $"{Stopwatch.GetElapsedTime(begun).TotalMilliseconds:0} ms";
}
