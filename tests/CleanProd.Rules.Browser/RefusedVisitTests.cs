using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Browser;

/// <summary>Who is kept out of the pages of lists, notices, cases and enterprises: by address and by form.</summary>
[Collection(ProvinceTests.Name)]
public class RefusedVisitTests(Province province)
{
    [Fact]
    public async Task An_officer_of_another_region_is_refused_every_thing_of_this_one()
    {
        var lists = await Lists.OfAsync(province);
        await using var visitor = await province.VisitorAsync(Role.Officer, region: "33");
        foreach (var path in Paths(lists)) Assert.Equal((path, 403), (path, (await visitor.GoAsync(path))!.Status));
        foreach (var path in (string[])["/lists", "/notices", "/cases?tab=all", "/cases/objections", "/cases/reminders", "/statistics?year=2025"])
        {
            await visitor.GoAsync(path);
            var told = await visitor.Page.Locator("main").InnerTextAsync();
            Assert.DoesNotContain("2025年度第一批", told, StringComparison.Ordinal);
            Assert.DoesNotContain("样例", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Another_enterprise_is_refused_and_so_is_the_address_that_names_one()
    {
        var lists = await Lists.OfAsync(province);
        await using var visitor = await province.VisitorAsync(Role.Enterprise, facility: lists.Facility);
        foreach (var path in (string[])[$"/cases/{lists.Objected}", $"/cases/objections/{lists.Objection}", $"/notices/{lists.Served + 1}", $"/lists/{lists.Published}", $"/lists/{lists.Published}/entries/1", "/audit"])
            Assert.Equal((path, 403), (path, (await visitor.GoAsync(path))!.Status));
        await visitor.GoAsync($"/mine?facility={lists.Objector}");
        Assert.Contains("不在您的辖区或企业范围内", await visitor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_is_led_to_sign_in_and_an_address_of_nothing_leads_nowhere()
    {
        var lists = await Lists.OfAsync(province);
        await using (var stranger = await Visitor.ComeAsync(province.Service.Address))
        {
            foreach (var path in Paths(lists).Concat(["/lists", "/notices", "/cases", "/statistics", "/audit", "/mine"]))
            {
                await stranger.GoAsync(path);
                Assert.Equal((path, "/sign-in"), (path, new Uri(stranger.Page.Url).AbsolutePath));
            }

            // What is not published has no public address: neither the hash of another document nor one that nobody has.
            foreach (var path in (string[])[$"/public/lists/{new string('0', 64)}", "/public/lists/1"]) Assert.Equal((path, 404), (path, (await stranger.GoAsync(path))!.Status));
        }

        await using var officer = await province.VisitorAsync(Role.Officer);
        foreach (var path in (string[])["/lists/999999", "/lists/abc", $"/lists/{lists.Published}/entries/99999", "/notices/0", "/cases/-1", "/cases/objections/77777", "/notices/batches/99999"])
            Assert.Equal((path, 404), (path, (await officer.GoAsync(path))!.Status));
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

    private static string[] Paths(Lists lists) =>
    [
        $"/lists/{lists.Published}", $"/lists/{lists.UnderReview}/entries/1", $"/notices/{lists.Served}", $"/notices/batches/{lists.Batch}",
        $"/notices/preview/{lists.Published}?organ={lists.Organ}&facility={lists.Facility}", $"/cases/{lists.Accepted}", $"/cases/objections/{lists.Objection}",
    ];
}
