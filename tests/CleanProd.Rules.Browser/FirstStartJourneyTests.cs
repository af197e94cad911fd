using System.Text;
using System.Text.RegularExpressions;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Tests.Host;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Playwright;

namespace CleanProd.Rules.Browser;

/// <summary>From the first start on the embedded store to the first published list: nothing is there but the password on the console.</summary>
public partial class FirstStartJourneyTests
{
    private const string Plant = "91440103YL00001014";

    [Fact]
    public async Task A_bureau_starts_from_nothing_and_everybody_finds_its_first_list()
    {
        using var backups = new TemporaryFolder();
        await using var service = await TestService.StartAsync(StoreKind.Sqlite, new DateTimeOffset(2025, 2, 10, 2, 0, 0, TimeSpan.Zero), o => o.Backups = backups.Path);
        string officer, verifier, approver;
        await using (var admin = await FirstComeAsync(service, "admin", Printed().Match(service.Console).Groups[1].Value))
        {
            await admin.GoAsync("/administration/people");
            await admin.Page.Locator("summary", new() { HasText = "新建账号" }).ClickAsync();
            officer = await EnrolAsync(admin, "li-ming", "李明", "Officer");
            verifier = await EnrolAsync(admin, "chen-qiang", "陈强", "Approver");
            approver = await EnrolAsync(admin, "wang-fang", "王芳", "Approver");
            await BackUpAsync(admin);
        }

        await using (var li = await FirstComeAsync(service, "li-ming", officer))
        {
            await HandInAsync(li);
            await ScreenAsync(li);
            await li.GoAsync("/lists");
            await li.Page.Locator("summary", new() { HasText = "编制名单" }).ClickAsync();
            await li.ClickAsync("开始编制");
            await li.SeesAsync("广东省2025年度第一批");
            await DoAllAsync(li, "提出");
        }

        // Whoever verified does not also fix.
        await using (var chen = await FirstComeAsync(service, "chen-qiang", verifier))
        {
            await chen.GoAsync("/lists/1");
            await DoAllAsync(chen, "审核");
        }

        await using (var wang = await FirstComeAsync(service, "wang-fang", approver))
        {
            await wang.GoAsync("/lists/1");
            await DoAllAsync(wang, "核定");
            await wang.SeesAsync("没有障碍，可以公布。");
            await wang.Page.GetByLabel("文号").FillAsync("粤环函〔2025〕1号");
            await wang.ClickAsync("公布", exact: true);
            await wang.Page.Locator(".mud-dialog input[type=text]").FillAsync("1");
            await wang.ConfirmAsync("公布");
            await wang.SeesAsync("已公布。");
        }

        await using var anybody = await Visitor.ComeAsync(service.Address);
        await anybody.GoAsync($"/?q={Plant}");
        await anybody.SeesAsync("粤环函〔2025〕1号");
        await anybody.PictureAsync("journey-first-list");
    }

    // Whoever has a one-time password chooses an own one before anything else.
    private static async Task<Visitor> FirstComeAsync(TestService service, string name, string oneTime)
    {
        var visitor = await Visitor.ComeAsync(service.Address);
        await visitor.GoAsync("/");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "登录", Exact = true }).ClickAsync();
        await visitor.Page.Locator("input[name=user_name]").FillAsync(name);
        await visitor.Page.Locator("input[name=password]").FillAsync(oneTime);
        await visitor.Page.Locator("form[action='/sign-in/enter'] button[type=submit]").ClickAsync();
        await visitor.Page.GetByText("这是一次性密码").WaitForAsync();
        var own = $"{name}-Own-Password-1";
        await visitor.Page.GetByLabel("当前密码").FillAsync(oneTime);
        await visitor.Page.GetByLabel("新密码", new() { Exact = true }).FillAsync(own);
        await visitor.Page.GetByLabel("再次输入新密码").FillAsync(own);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await visitor.Page.GetByText("密码已修改").WaitForAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "继续" }).ClickAsync();
        return visitor;
    }

    private static async Task<string> EnrolAsync(Visitor admin, string name, string shown, string role)
    {
        var form = admin.Page.Locator("details", new() { HasText = "新建账号" });
        await form.GetByLabel("账号名").FillAsync(name);
        await form.GetByLabel("姓名").FillAsync(shown);
        await form.Locator("select").First.SelectOptionAsync(role);
        await form.GetByLabel("辖区").FillAsync("44");
        await admin.ClickAsync("新建", exact: true);
        var made = admin.Page.Locator(".notice", new() { HasText = name });
        await made.Or(admin.Page.Locator("main [role=alert]")).First.WaitForAsync();
        Assert.True(await made.IsVisibleAsync(), await admin.Page.Locator("main").InnerTextAsync());
        return OneTime().Match(await made.InnerTextAsync()).Groups[1].Value;
    }

    private static async Task BackUpAsync(Visitor admin)
    {
        await admin.GoAsync("/administration");
        await admin.ClickAsync("立即备份");
        await admin.ConfirmAsync("立即备份");
        await admin.SeesAsync("已安排备份");
        var whole = admin.Page.Locator("tbody tr", new() { HasText = "完整" });
        for (var left = 200; left > 0 && await whole.CountAsync() == 0; left--)
        {
            await Task.Delay(200);
            await admin.ClickAsync("刷新");
        }

        await whole.WaitForAsync();
    }

    private static async Task HandInAsync(Visitor officer)
    {
        await officer.GoAsync("/imports");
        await officer.Page.Locator("input[type=file]").SetInputFilesAsync(
        [
            File("facilities.csv", $"facility_id,name,region,industry,status\n{Plant},荔湾纸厂,440103,C2221,operating\n"),
            File("outlets.csv", $"facility_id,outlet_id,medium,discharge\n{Plant},DW001,water,direct\n"),
            File("permit_limits.csv", $"facility_id,outlet_id,pollutant,limit_high,unit,from,to\n{Plant},DW001,化学需氧量,90,mg/L,2022-01-01,2027-12-31\n"),
            File("measurements.csv", $"facility_id,outlet_id,pollutant,at,window,value,unit,origin\n{Plant},DW001,化学需氧量,2024-03-04,day,132,mg/L,self\n"),
        ]);
        await officer.Page.GetByText("measurements.csv").WaitForAsync();
        await officer.ClickAsync("交送并检查");
        await officer.Page.Locator(".lead", new() { HasTextString = "已生效" }).WaitForAsync();
    }

    private static async Task ScreenAsync(Visitor officer)
    {
        await officer.Page.Locator("nav.side").GetByRole(AriaRole.Link, new() { Name = "筛查", Exact = true }).ClickAsync();
        await officer.Page.GetByLabel("筛查年度").FillAsync("2024");
        await officer.ClickAsync("立即筛查");
        await officer.ConfirmAsync("立即筛查");
        await officer.Page.Locator(".lead", new() { HasTextString = "已完成" }).WaitForAsync();
    }

    private static async Task DoAllAsync(Visitor person, string act)
    {
        await person.Page.GetByLabel("全选").CheckAsync();
        await person.ClickAsync($"{act}（1）");
        await person.ConfirmAsync(act);
        await person.SeesAsync($"{act}：已办理 1 项。");
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };

    [GeneratedRegex("一次性密码 (\\S+)（")]
    private static partial Regex Printed();

    [GeneratedRegex("一次性密码：(\\S+)")]
    private static partial Regex OneTime();
}
