using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Policy;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Browser;

/// <summary>Who is kept out of the workbench, the administration and the sandbox of another.</summary>
[Collection(ProvinceTests.Name)]
public class LawRefusalTests(Province province)
{
    [Fact]
    public async Task Drafts_are_for_policy_staff_of_their_jurisdiction_and_a_forged_number_leads_nowhere()
    {
        var author = await province.Service.PolicyAsync(Role.PolicyAuthor);
        var draft = (await author.PostAsync("/api/v1/policy/drafts", new { copy_of = PolicyWorld.Pack }).JsonAsync()).GetProperty("draft").GetString();
        await using (var officer = await province.VisitorAsync(Role.Officer))
        {
            foreach (var path in new[] { "/workbench", $"/workbench/{draft}", "/workbench/999999" })
                Assert.Equal((path, 403), (path, (await officer.GoAsync(path))!.Status));
            await officer.GoAsync("/rules");
            Assert.Equal(0, await officer.Page.Locator("a[href^='/workbench']").CountAsync());
        }

        // A province does not read what the country drafts, and a number that nobody gave is none.
        await using (var provincial = await province.VisitorAsync(Role.PolicyAuthor))
        {
            Assert.Equal(403, (await provincial.GoAsync($"/workbench/{draft}"))!.Status);
            Assert.Equal(404, (await provincial.GoAsync("/workbench/999999"))!.Status);
            Assert.Equal(404, (await provincial.GoAsync("/workbench/1%20or%201=1"))!.Status);
        }

        await using var stranger = await province.VisitorAsync(null);
        await stranger.GoAsync($"/workbench/{draft}");
        Assert.Equal("/sign-in", new Uri(stranger.Page.Url).AbsolutePath);
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
