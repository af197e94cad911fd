using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Browser;

/// <summary>The way in and out, and who is kept out.</summary>
[Collection(ProvinceTests.Name)]
public class SigningInTests(Province province)
{
    [Fact]
    public async Task A_stranger_is_led_to_sign_in_and_then_to_where_he_wanted_to_go()
    {
        var (_, name, password) = await province.Service.EnrolAsync(Role.Officer);
        await using var visitor = await Visitor.ComeAsync(province.Service.Address);
        await visitor.GoAsync("/home?year=2024");
        Assert.Equal("/sign-in", new Uri(visitor.Page.Url).AbsolutePath);
        await visitor.Page.Locator("input[name=user_name]").FillAsync(name);
        await visitor.Page.Locator("input[name=password]").FillAsync("wrong-Password-1");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert).WaitForAsync();
        await visitor.Page.Locator("input[name=password]").FillAsync(password);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Locator(".funnel").WaitForAsync();
        Assert.EndsWith("/home?year=2024", visitor.Page.Url, StringComparison.Ordinal);

        await visitor.Page.Locator("summary").First.ClickAsync();
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "登录", Exact = true }).WaitForAsync();
        await visitor.GoAsync("/home");
        Assert.Equal("/sign-in", new Uri(visitor.Page.Url).AbsolutePath);
    }

    [Fact]
    public async Task A_role_that_may_not_see_a_page_is_told_so_and_is_not_offered_it()
    {
        await using var visitor = await province.VisitorAsync(Role.PolicyAuthor);
        var answer = await visitor.GoAsync("/home");
        Assert.Equal(403, answer!.Status);
        Assert.Contains("您的角色不允许此操作", await visitor.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_open_closes_when_its_session_is_ended_elsewhere()
    {
        var (client, name, password) = await province.Service.EnrolAsync(Role.Officer);
        await using var visitor = await Visitor.ComeAsync(province.Service.Address);
        await visitor.SignInAsync(name, password);
        await visitor.GoAsync("/home?year=2023");
        (await client.PostAsync("/api/v1/sessions/end-others", null)).EnsureSuccessStatusCode();
        // Within the connection that is still open: no request brings the news.
        await visitor.Page.Locator(".year-switch select").SelectOptionAsync("2024");
        await visitor.Page.Locator("form[action='/sign-in/enter']").WaitForAsync();
        Assert.Equal("?return=%2Fhome%3Fyear%3D2024", new Uri(visitor.Page.Url).Query);
    }
}
