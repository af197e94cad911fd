using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Playwright;

namespace CleanProd.Rules.Browser;

/// <summary>What administrators do, and officers with what is theirs to keep.</summary>
[Collection(ProvinceTests.Name)]
public class AdministrationActsTests(Province province)
{
    [Fact]
    public async Task An_administrator_makes_a_person_gives_and_takes_a_role_resets_a_password_and_shuts_an_account()
    {
        await using var admin = await province.VisitorAsync(Role.Admin, region: "");
        var page = admin.Page;
        await admin.GoAsync("/administration/people");
        var form = page.Locator("details", new() { HasText = "新建账号" });
        await form.Locator("summary").ClickAsync();
        await form.GetByLabel("账号名").FillAsync("zhao-lei");
        await form.GetByLabel("姓名").FillAsync("赵磊");
        await form.Locator("select").First.SelectOptionAsync("Cosigner");
        await form.GetByLabel("辖区").FillAsync("4401");
        await admin.ClickAsync("新建", exact: true);
        await page.GetByText("一次性密码：").WaitForAsync();
        await page.Locator(".notice a", new() { HasText = "zhao-lei" }).ClickAsync();
        await admin.SeesAsync("待改密码");

        await page.Locator("section", new() { HasText = "授予角色" }).Locator("select").First.SelectOptionAsync("Officer");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "辖区" }).FillAsync("440103");
        await admin.ClickAsync("授予角色");
        await page.Locator("tbody tr").Nth(1).WaitForAsync();
        await page.Locator("tbody tr", new() { HasText = "荔湾" }).GetByRole(AriaRole.Button).ClickAsync();
        await page.Locator(".mud-dialog textarea").FillAsync("调离");
        await admin.ConfirmAsync("撤销");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await admin.ClickAsync("重置密码");
        await admin.ConfirmAsync("重置密码");
        await page.GetByText("一次性密码：").WaitForAsync();
        await admin.ClickAsync("停用账号");
        await page.Locator(".mud-dialog textarea").FillAsync("调离");
        await admin.ConfirmAsync("停用账号");
        await admin.SeesAsync("已停用");
    }

    [Fact]
    public async Task An_officer_adds_a_schedule_switches_it_off_and_tries_a_template_before_it_is_used()
    {
        var api = await province.Service.AsAsync(Role.Officer);
        await api.PostAsync("/api/v1/notice-organs", new { region = "4403", name_zh = "深圳市生态环境局", name_en = "Ecology and Environment Bureau of Shenzhen", word = "深环审" }).JsonAsync();
        await using var officer = await province.VisitorAsync(Role.Officer, region: "4403");
        var page = officer.Page;
        await officer.GoAsync("/administration/schedules");
        await page.GetByLabel("名称").FillAsync("深圳年度筛查");
        await page.GetByLabel("月", new() { Exact = true }).FillAsync("3");
        await officer.ClickAsync("新增", exact: true);
        var line = page.Locator("tbody tr", new() { HasText = "深圳年度筛查" });
        await line.GetByText("每年 3 月 15 日 2 时").WaitForAsync();
        await line.GetByRole(AriaRole.Button, new() { Name = "停用" }).ClickAsync();
        await officer.ConfirmAsync("停用");
        await line.GetByRole(AriaRole.Button, new() { Name = "启用" }).WaitForAsync();

        await officer.GoAsync("/administration/templates");
        var organ = page.Locator("section", new() { HasText = "深圳市生态环境局" });
        // What cannot be filled is refused before it is kept; what can is shown filled.
        await organ.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "坏.docx", MimeType = "application/vnd.openxmlformats", Buffer = [80, 75, 3, 4] });
        await page.Locator(".notice-error").WaitForAsync();
        await organ.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "通知书.docx", MimeType = "application/vnd.openxmlformats", Buffer = await File.ReadAllBytesAsync(Shipped.PathOf("data/templates/notice.zh-CN.docx")) });
        await page.GetByText("试填成功。").WaitForAsync();
        await page.Locator(".sheet").GetByText("清洁生产审核").First.WaitForAsync();
        var sample = await page.RunAndWaitForDownloadAsync(() => officer.ClickAsync("下载预览"));
        Assert.Equal("notice-preview.docx", sample.SuggestedFilename);
        await officer.ClickAsync("采用", exact: true);
        await officer.ConfirmAsync("采用");
        await organ.GetByText("自有模板").WaitForAsync();
    }
}
