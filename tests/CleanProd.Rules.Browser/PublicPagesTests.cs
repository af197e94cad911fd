namespace CleanProd.Rules.Browser;

/// <summary>What everybody may read, in a browser that runs no scripts at all.</summary>
[Collection(ProvinceTests.Name)]
public class PublicPagesTests(Province province)
{
    [Fact]
    public async Task A_published_list_is_found_searched_and_downloaded_without_scripts_and_nothing_else_is_shown()
    {
        var lists = await Lists.OfAsync(province);
        await using var context = await (await Chromium.AsyncInstance).NewContextAsync(new() { BaseURL = province.Service.Address.ToString(), JavaScriptEnabled = false, Locale = "zh-CN" });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.Locator("#q").FillAsync(lists.Facility);
        await page.Locator("form[role=search] button").ClickAsync();
        await page.Locator("td a[href*='/public/lists/']").First.ClickAsync();
        Assert.Contains(lists.Publication, page.Url, StringComparison.Ordinal);
        await page.GetByText(lists.Facility).First.WaitForAsync();
        Assert.Equal(1, await page.Locator("tbody tr").CountAsync());

        await page.Locator("input[name=q]").FillAsync("没有这家企业");
        await page.Locator("form[role=search] button").ClickAsync();
        await page.GetByText("本名单中没有“没有这家企业”").WaitForAsync();
        var csv = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href*='.csv']").First.ClickAsync());
        Assert.Contains(lists.Facility, await File.ReadAllTextAsync(await csv.PathAsync()), StringComparison.Ordinal);

        // The list under review has a second batch; no public page knows of it.
        await page.GotoAsync("/public/lists");
        var told = await page.Locator("body").InnerTextAsync();
        Assert.Contains("第一批", told, StringComparison.Ordinal);
        Assert.DoesNotContain("第二批", told, StringComparison.Ordinal);
    }
}
