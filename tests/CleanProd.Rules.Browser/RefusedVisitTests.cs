using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests;

namespace CleanProd.Rules.Browser;

/// <summary>Who is kept out of the pages of lists, notices, cases and enterprises: by address and by form.</summary>
[Collection(ProvinceTests.Name)]
public class RefusedVisitTests(Province province)
{
    [Fact]
    public async Task A_list_over_many_shows_an_officer_of_another_region_nothing_of_this_one()
    {
        await Lists.OfAsync(province);
        await using var visitor = await province.VisitorAsync(Role.Officer, region: "33");
        foreach (var path in (string[])["/lists", "/notices", "/cases?tab=all", "/cases/objections", "/cases/reminders", "/statistics?year=2025"])
        {
            await visitor.GoAsync(path);
            var told = await visitor.Page.Locator("main").InnerTextAsync();
            Assert.DoesNotContain("2025年度第一批", told, StringComparison.Ordinal);
            Assert.DoesNotContain("样例", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_enterprise_is_not_shown_another_by_an_address_that_names_it()
    {
        var lists = await Lists.OfAsync(province);
        await using var visitor = await province.VisitorAsync(Role.Enterprise, facility: lists.Facility);
        await visitor.GoAsync($"/mine?facility={lists.Objector}");
        Assert.Contains("不在您的辖区或企业范围内", await visitor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_names_what_lies_elsewhere_is_refused_with_the_reason()
    {
        var lists = await Lists.OfAsync(province);
        // A county may put up by hand, but only one of its own.
        await using var county = await province.VisitorAsync(Role.Officer, region: "445381");
        await county.GoAsync($"/lists/{lists.UnderReview}");
        await county.Page.GetByText("人工增列企业").ClickAsync();
        await county.Page.GetByLabel("统一社会信用代码").FillAsync(lists.Facility);
        await county.Page.Locator("details textarea").FillAsync("据群众举报");
        await county.Page.Locator("input[type=file]").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "举报.txt", MimeType = "text/plain", Buffer = [1] });
        await county.SeesAsync("举报.txt");
        await county.ClickAsync("增列", exact: true);
        await county.Page.Locator(".notice-error").First.WaitForAsync();
        Assert.Contains("不在您的辖区", await county.Page.Locator(".notice-error").First.InnerTextAsync(), StringComparison.Ordinal);

        // An import that does not exist, written into the choice by hand.
        await using var officer = await province.VisitorAsync(Role.Officer);
        await officer.GoAsync($"/cases/objections/{lists.Objection}");
        await officer.Page.Locator("form select").First.EvaluateAsync("s => { s.options[0].value = '99999'; s.options[0].selected = true; s.dispatchEvent(new Event('change', { bubbles: true })); }");
        await officer.ClickAsync("受理并重新判定");
        await officer.Page.Locator(".notice-error").First.WaitForAsync();
        Assert.Contains("99999", await officer.Page.Locator(".notice-error").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_the_administration_that_names_what_lies_elsewhere_is_refused_and_changes_nothing()
    {
        await using (var admin = await province.VisitorAsync(Role.Admin))
        {
            await admin.GoAsync("/administration/people");
            await admin.Page.Locator("summary", new() { HasText = "新建账号" }).ClickAsync();
            await admin.Page.GetByLabel("账号名").FillAsync("forged-1");
            await admin.Page.GetByLabel("姓名").FillAsync("外省经办");
            await admin.Page.Locator("details select").First.SelectOptionAsync("Officer");
            await admin.Page.Locator("details").GetByLabel("辖区").FillAsync("33");
            await admin.ClickAsync("新建", exact: true);
            await RefusedAsync(admin);
            await admin.GoAsync("/administration/people?name=forged-1");
            await admin.SeesAsync("没有符合条件的账号");

            await admin.GoAsync("/administration/schedules");
            await admin.Page.GetByLabel("名称").FillAsync("外省计划");
            await admin.Page.GetByLabel("辖区").FillAsync("33");
            await admin.ClickAsync("新增", exact: true);
            await RefusedAsync(admin);
        }

        await using var officer = await province.VisitorAsync(Role.Officer);
        await officer.GoAsync("/administration/maps");
        await officer.Page.GetByLabel("辖区").FillAsync("33");
        await officer.Page.Keyboard.PressAsync("Tab");
        await officer.Page.Locator("input[type=file]").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "forged.json", MimeType = "application/json", Buffer = await File.ReadAllBytesAsync(Shipped.PathOf("data/maps/us-npdes-dmr.json")) });
        await RefusedAsync(officer);
        await officer.GoAsync("/administration/maps");
        Assert.Equal(0, await officer.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "forged", Exact = true }).CountAsync());
    }

    private static async Task RefusedAsync(Visitor visitor)
    {
        await visitor.Page.Locator(".notice-error").First.WaitForAsync();
        Assert.Contains("辖区", await visitor.Page.Locator(".notice-error").First.InnerTextAsync(), StringComparison.Ordinal);
    }
}
