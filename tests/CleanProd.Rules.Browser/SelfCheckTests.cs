using CleanProd.Rules.Storage.People;
using Microsoft.Playwright;

namespace CleanProd.Rules.Browser;

/// <summary>An enterprise tries this year's values out, in a sandbox of its own.</summary>
[Collection(ProvinceTests.Name)]
public class SelfCheckTests(Province province)
{
    [Fact]
    public async Task An_enterprise_fills_values_in_sees_each_ground_its_distance_and_what_would_change_it_and_nothing_is_kept()
    {
        var facility = await province.FirstListedAsync();
        await using var plant = await province.VisitorAsync(Role.Enterprise, new("zh-CN", 390), facility: facility);
        var page = plant.Page;
        await plant.GoAsync("/self-check");
        await plant.ClickAsync("自查", exact: true);
        await page.GetByText("请先填写一行或选择文件。").WaitForAsync();

        await CheckAsync(plant, "96.4", "40");
        await page.Locator(".self-outcome .outcome-triggered").WaitForAsync();
        await page.Locator(".way-off").First.WaitForAsync();
        await page.Locator("tbody tr", new() { HasText = "2.41" }).First.WaitForAsync();
        await plant.PictureAsync("journey-self-check");

        // The same with a value within its limit: another answer, and still no trace of either.
        await page.Locator(".sheet-row input[inputmode=decimal]").First.FillAsync("12.5");
        await plant.ClickAsync("自查", exact: true);
        await page.Locator(".self-outcome .outcome-undetermined, .self-outcome .outcome-not_triggered").WaitForAsync();
        await plant.GoAsync("/self-check");
        await plant.SeesAsync("还没有填写。");
    }

    private static async Task CheckAsync(Visitor plant, string value, string limit)
    {
        var page = plant.Page;
        await plant.ClickAsync("加一行");
        var row = page.Locator(".sheet-row").First;
        foreach (var (label, text) in new[] { ("排放口编号", "DW001"), ("污染物", "化学需氧量"), ("监测时间", "2025-01-06"), ("监测值", value), ("单位", "mg/L"), ("限值上限", limit) }) await row.GetByLabel(label).First.FillAsync(text);
        await row.GetByLabel("统计时段").SelectOptionAsync("day");
        await plant.ClickAsync("自查", exact: true);
    }
}
