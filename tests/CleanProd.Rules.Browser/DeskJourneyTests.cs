using System.Text;
using CleanProd.Rules.Storage.People;
using Microsoft.Playwright;

namespace CleanProd.Rules.Browser;

/// <summary>From a file to a determination and back to the row, as an officer does it who never saw the program.</summary>
[Collection(ProvinceTests.Name)]
public class DeskJourneyTests(Province province)
{
    private const string Plant = "91460100YL0000009X";

    [Fact]
    public async Task An_officer_hands_data_in_settles_its_findings_screens_it_and_follows_a_number_back_to_its_row_by_keyboard_alone()
    {
        await using var visitor = await province.VisitorAsync(Role.Officer, region: "46");
        var page = visitor.Page;
        await visitor.GoAsync("/imports");
        await visitor.ChooseAsync(page.Locator("input[type=file]"),
        [
            File("facilities.csv", $"facility_id,name,region,industry\n{Plant},海口琼澜印染厂,460105,C1713\n"),
            File("outlets.csv", $"facility_id,outlet_id,medium,discharge\n{Plant},DW001,water,direct\n"),
            File("measurements.csv", $"facility_id,outlet_id,pollutant,at,window,value,unit,origin,limit_high\n{Plant},DW001,化学需氧量,2024-03-05,day,96.4,mg/L,self,80\n{Plant},DW001,化学需氧量,2024-04-05,day,九十,mg/L,self,80\n"),
        ]);
        await page.GetByText("measurements.csv").WaitForAsync();
        await visitor.TypeAsync(page.GetByLabel("说明（选填）"), "海口第一批");
        await visitor.EnterAsync("交送并检查");

        // What was found, beside the row it was found in.
        await page.GetByRole(AriaRole.Heading, new() { Name = "海口第一批" }).WaitForAsync();
        await page.Locator(".settle").WaitForAsync();
        await visitor.EnterAsync(page.GetByRole(AriaRole.Link, new() { Name = "measurements.csv · 第 3 行" }));
        Assert.Contains("九十", await page.Locator(".source-row tr.marked").InnerTextAsync(), StringComparison.Ordinal);
        await visitor.EnterAsync("全部接受并生效");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await visitor.EnterInDialogAsync("全部接受并生效");
        await dialog.GetByRole(AriaRole.Alert).WaitForAsync();
        await visitor.TypeAsync(dialog.Locator("textarea"), "笔误，企业另行补报");
        await visitor.EnterInDialogAsync("全部接受并生效");
        await page.Locator(".lead", new() { HasTextString = "已生效" }).WaitForAsync();

        await visitor.EnterAsync(page.Locator("nav.side").GetByRole(AriaRole.Link, new() { Name = "筛查", Exact = true }));
        await visitor.TypeAsync(page.GetByLabel("筛查年度"), "2024");
        await visitor.EnterAsync("立即筛查");
        await visitor.EnterInDialogAsync("立即筛查");
        await page.Locator(".lead", new() { HasTextString = "已完成" }).WaitForAsync();
        await visitor.EnterAsync(page.GetByRole(AriaRole.Link, new() { Name = "查看结果" }));
        await visitor.EnterAsync(page.GetByRole(AriaRole.Link, new() { Name = "海口琼澜印染厂" }));

        await page.Locator(".outcome-card .outcome-triggered").WaitForAsync();
        await Assertions.Expect(page.Locator(".chart-over")).ToHaveCountAsync(1);
        await visitor.EnterAsync(page.Locator(".reason-triggered").GetByRole(AriaRole.Link, new() { Name = "measurements.csv · 第 2 行" }));
        await page.Locator(".source-row", new() { HasTextString = "96.4" }).WaitForAsync();
    }

    [Fact]
    public async Task A_page_over_many_shows_nothing_of_elsewhere_whatever_its_address_asks()
    {
        await using var visitor = await province.VisitorAsync(Role.Officer, region: "45");
        foreach (var path in new[] { "/results?year=2024&region=44", $"/results?run={province.Run}", "/enterprises?q=样例", "/imports", "/screenings", $"/screenings?before={province.Run + 1}" })
        {
            await visitor.GoAsync(path);
            Assert.DoesNotContain("有限公司", await visitor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Equal((path, 0), (path, await visitor.Page.Locator($"a[href^='/screenings/{province.Run}'], a[href^='/imports/1']").CountAsync()));
        }
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };
}
