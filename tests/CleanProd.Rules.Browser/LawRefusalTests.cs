using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Policy;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Browser;

/// <summary>Who is kept out of the workbench; by address that is told by <see cref="EveryRefusalTests"/>.</summary>
[Collection(ProvinceTests.Name)]
public class LawRefusalTests(Province province)
{
    [Fact]
    public async Task The_workbench_is_not_offered_to_those_who_may_not_draft()
    {
        await using var officer = await province.VisitorAsync(Role.Officer);
        await officer.GoAsync("/rules");
        Assert.Equal(0, await officer.Page.Locator("a[href^='/workbench']").CountAsync());
    }

    [Fact]
    public async Task A_session_that_lost_its_role_can_neither_save_nor_submit_what_is_open()
    {
        var (client, name, password) = await province.Service.EnrolAsync(Role.PolicyAuthor, "", Department.None);
        var draft = (await client.PostAsync("/api/v1/policy/drafts", new { copy_of = PolicyWorld.Pack }).JsonAsync()).GetProperty("draft").GetString();
        await using var visitor = await Visitor.ComeAsync(province.Service.Address);
        await visitor.SignInAsync(name, password);
        await visitor.GoAsync($"/workbench/{draft}");
        await visitor.Page.GetByText("案例全部通过").WaitForAsync();
        (await client.PostAsync("/api/v1/sessions/end-others", null)).EnsureSuccessStatusCode();
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "送审", Exact = true }).ClickAsync();
        await visitor.Page.Locator(".mud-dialog").GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "送审", Exact = true }).ClickAsync();
        await visitor.Page.Locator(".notice-error", new() { HasText = "请先登录" }).WaitForAsync();
        Assert.Equal("drafting", (await client.GetAsync($"/api/v1/policy/drafts/{draft}").JsonAsync()).GetProperty("draft").GetProperty("state").GetString());
    }
}
