using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Policy;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Playwright;

namespace CleanProd.Rules.Browser;

/// <summary>From a threshold that somebody changes to the enterprises that are judged by it, each step by another person, in the browser.</summary>
public class PolicyJourneyTests
{
    private const string Condition = "monitoring.Any(m => m.ExceedanceCount > 0) or (indicators.Has(\"complaints\") and indicators.Value(\"complaints\") > 50)";

    [Fact]
    public async Task A_threshold_is_changed_foreseen_by_name_signed_by_another_and_screened_again()
    {
        await using var service = await PolicyWorld.ServiceAsync(StoreKind.Postgres);
        var officer = await service.EnrolAsync(Role.Officer);
        var first = await officer.Client.ScreenedAsync("2025-01-15");
        Assert.Equal("undetermined", first.Outcome);

        await using (var author = await ComeAsync(service, Role.PolicyAuthor))
        {
            await author.GoAsync("/workbench");
            await author.Page.GetByRole(AriaRole.Button, new() { Name = "以此起草" }).ClickAsync();
            await author.Page.Locator(".bench").WaitForAsync();

            // As text, in the editor, where a wrong word is told with its place.
            await author.Page.GetByRole(AriaRole.Button, new() { Name = "文本", Exact = true }).ClickAsync();
            await WriteAsync(author.Page, "monitoring.Any(m => m.ExceedanceCont > 0)");
            await author.Page.Locator(".mistakes", new() { HasText = "ExceedanceCount" }).First.WaitForAsync();
            await WriteAsync(author.Page, Condition);
            await author.Page.Locator(".painted", new() { HasText = "> 50" }).First.WaitForAsync();

            // The same as a form: the number is changed there.
            await author.Page.GetByRole(AriaRole.Button, new() { Name = "表单", Exact = true }).ClickAsync();
            await author.Page.Locator(".form-number").Last.FillAsync("30");
            await author.Page.Keyboard.PressAsync("Tab");
            await author.Page.Locator(".painted", new() { HasText = "> 30" }).First.WaitForAsync();
            await author.Page.Locator(".bench-cases", new() { HasText = "案例全部通过" }).WaitForAsync();

            // Work that was not saved outlives the page.
            author.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
            await author.Page.ReloadAsync();
            await author.ShownAsync();
            await author.Page.GetByText("找回了本浏览器中尚未保存的修改").WaitForAsync();
            await author.Page.Locator(".painted", new() { HasText = "> 30" }).First.WaitForAsync();

            await author.Page.Locator("section:has(#reach) select").SelectOptionAsync("44");
            await author.Page.Locator("section:has(#reach) input[type=number]").FillAsync("2024");
            await author.Page.GetByRole(AriaRole.Button, new() { Name = "预看影响" }).ClickAsync();
            await author.Page.Locator(".impact-kind", new() { HasText = "越秀染整厂" }).First.WaitForAsync();
            await author.PictureAsync("journey-policy-foreseen");

            await author.Page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
            await author.Page.GetByText("已保存为第 2 版").WaitForAsync();
            await author.Page.Locator("section:has(#steps) input[type=date]").First.FillAsync("2025-01-01");
            await author.Page.GetByRole(AriaRole.Button, new() { Name = "送审", Exact = true }).ClickAsync();
            await ConfirmAsync(author.Page, "送审");
            await author.Page.GetByText("已送审。签发人可以签发。").WaitForAsync();
            Assert.Equal(0, await author.Page.GetByRole(AriaRole.Button, new() { Name = "签发", Exact = true }).CountAsync());
        }

        await using (var releaser = await ComeAsync(service, Role.PolicyReleaser))
        {
            await releaser.GoAsync("/rules");
            await releaser.Page.GetByRole(AriaRole.Link, new() { Name = "草案 1 · 清洁生产审核办法（2016年）第八条" }).ClickAsync();
            var dossier = releaser.Page.Locator(".dossier");
            await dossier.GetByText("越秀染整厂").First.WaitForAsync();
            var hash = await dossier.Locator(".hash").First.InnerTextAsync();
            await releaser.Page.GetByRole(AriaRole.Button, new() { Name = "签发", Exact = true }).ClickAsync();
            await releaser.Page.Locator(".mud-dialog input[type=text]").FillAsync(hash[..8]);
            await releaser.PictureAsync("journey-policy-signing");
            await ConfirmAsync(releaser.Page, "签发");
            await releaser.Page.GetByText("已发布为第 2 版").WaitForAsync();
        }

        await using var visitor = await Visitor.ComeAsync(service.Address);
        await visitor.SignInAsync(officer.Name, officer.Password);
        await visitor.GoAsync("/rules");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "重新筛查" }).ClickAsync();
        await ConfirmAsync(visitor.Page, "重新筛查");
        await visitor.Page.GetByText("已安排第").WaitForAsync();
        await visitor.PictureAsync("journey-policy-again");
        await officer.Client.EndOfAsync(first.Run + 1);
        Assert.Equal("triggered", (await officer.Client.GetAsync($"/api/v1/screenings/{first.Run + 1}/determinations/{PolicyWorld.Loud}").JsonAsync()).GetProperty("outcome").GetString());
        await visitor.GoAsync("/rules");
        Assert.Equal(0, await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "重新筛查" }).CountAsync());
    }

    private static async Task<Visitor> ComeAsync(TestService service, Role role)
    {
        var (_, name, password) = await service.EnrolAsync(role, "", Department.None);
        var visitor = await Visitor.ComeAsync(service.Address);
        await visitor.SignInAsync(name, password);
        return visitor;
    }

    // What is typed letter by letter is completed; a whole text comes as if it were pasted.
    private static async Task WriteAsync(IPage page, string text)
    {
        await page.Locator(".editor-condition[data-ready] .monaco-editor .view-lines").ClickAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(text);
    }

    private static Task ConfirmAsync(IPage page, string act) => page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();
}
