using System.Diagnostics;
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
public class ManyResultsTests(ITestOutputHelper told)
{
    [Fact]
    public async Task However_many_results_there_are_the_page_holds_a_screenful_and_reaches_the_last()
    {
        var times = Effort.Rounds > 1 ? 130 : 9;
        var all = SampleScreening.Enterprises * (times + 1);
        await using var service = await TestService.StartAsync(StoreKind.Sqlite, SampleScreening.Now);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now.AddDays(-20));
        var (officer, name, password) = await service.EnrolAsync(Role.Officer);
        await ManyResults.RepeatAsync(service.Store, (await officer.ScreenAsync()).GetProperty("id").GetInt64(), times);

        await using var visitor = await Visitor.ComeAsync(service.Address);
        await visitor.SignInAsync(name, password);
        var page = visitor.Page;
        foreach (var (what, path) in new[] { ("all", "/results?year=2024"), ("again", "/results?year=2024&sort=name"), ("initials", "/results?year=2024&q=gz"), ("missing", "/results?year=2024&missing=monitoring"), ("margin", "/results?year=2024&sort=margin") })
        {
            var begun = Stopwatch.GetTimestamp();
            await page.GotoAsync(path);
            await page.Locator(".results tbody tr td a").First.WaitForAsync();
            told.WriteLine($"{what}: first rows of {all} after {Stopwatch.GetElapsedTime(begun).TotalMilliseconds:0} ms");
        }

        await page.GotoAsync("/results?year=2024");
        await page.Locator(".results tbody tr td a").First.WaitForAsync();
        Assert.Contains(all.ToString("N0", System.Globalization.CultureInfo.InvariantCulture), await page.Locator(".chips").InnerTextAsync(), StringComparison.Ordinal);
        for (var part = 1; part <= 10; part++)
        {
            await page.EvaluateAsync("part => { const box = document.querySelector('.results'); box.scrollTop = box.scrollHeight * part / 10; }", part);
            await page.WaitForFunctionAsync("""() => { const box = document.querySelector('.results').getBoundingClientRect(); return [...document.querySelectorAll('.results tbody tr[aria-rowindex]')].some(r => { const at = r.getBoundingClientRect(); return at.bottom > box.top + 60 && at.top < box.bottom; }); }""");
            Assert.InRange(await page.Locator(".results tbody tr").CountAsync(), 1, 80);
        }

        await page.Locator($".results tr[aria-rowindex='{all + 1}']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }
}
