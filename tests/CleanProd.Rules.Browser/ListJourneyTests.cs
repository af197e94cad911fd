using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Lists;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Playwright;

namespace CleanProd.Rules.Browser;

/// <summary>From a screening to the published list and the printed notices, each step by another person at a browser of his own, and all of it by the keyboard alone.</summary>
public class ListJourneyTests
{
    [Fact]
    public async Task A_list_goes_from_county_to_province_is_refused_then_signed_published_notified_and_found_by_everybody()
    {
        // Under the Measures of 2004 the toxic part is determined jointly.
        await using var service = await TestService.StartAsync(StoreKind.Postgres, InventedRun.In2005);
        await service.RunAsync(InventedRun.Paper(InventedRun.Over, InventedRun.Toxic), InventedRun.Wood(InventedRun.Not("G1a")));

        await using (var officer = await ComeAsync(service, Role.Officer, "44"))
        {
            await officer.GoAsync("/lists");
            await officer.EnterAsync(officer.Page.Locator("summary", new() { HasText = "编制名单" }));
            await officer.EnterAsync("开始编制");
            await officer.Page.WaitForURLAsync("**/lists/1");
            await officer.SeesAsync("广东省2005年度第一批");
        }

        await DoAllAsync(service, Role.Officer, "440106", "提出");
        await DoAllAsync(service, Role.Approver, "4401", "审核");
        await DoAllAsync(service, Role.Approver, "44", "核定");

        await using (var signer = await ComeAsync(service, Role.Cosigner, "44", Department.Development))
        {
            await signer.GoAsync("/lists");
            await signer.Page.GetByText("“双有”部分（1 家）待会签").WaitForAsync();
            await signer.EnterAsync(signer.Page.Locator(".tasks a").First);
            await signer.EnterAsync("拒绝会签");
            // Without a reason nothing is refused.
            await signer.EnterInDialogAsync("拒绝会签");
            await signer.Page.GetByText("请写明理由。").WaitForAsync();
            await signer.TypeAsync(signer.Page.Locator(".mud-dialog textarea"), "有毒原料的用量须附台账");
            await signer.PictureAsync("journey-refuse");
            await signer.EnterInDialogAsync("拒绝会签");
            await signer.SeesAsync("拒绝会签（");
            await signer.SeesAsync("有毒原料的用量须附台账");
            await signer.EnterAsync("会签", exact: true);
            await signer.EnterInDialogAsync("会签");
            await signer.SeesAsync("已会签。");
        }

        await using (var publisher = await ComeAsync(service, Role.Approver, "44"))
        {
            await publisher.GoAsync("/lists/1");
            await publisher.SeesAsync("没有障碍，可以公布。");
            await publisher.TypeAsync(publisher.Page.GetByLabel("文号"), "粤环〔2005〕1号");
            await publisher.EnterAsync("公布", exact: true);
            await publisher.TypeAsync(publisher.Page.Locator(".mud-dialog input[type=text]"), "1");
            await publisher.PictureAsync("journey-publish");
            await publisher.EnterInDialogAsync("公布");
            await publisher.SeesAsync("已公布。");
        }

        await using (var officer = await ComeAsync(service, Role.Officer, "44"))
        {
            await officer.GoAsync("/lists/1");
            await officer.EnterAsync(officer.Page.GetByRole(AriaRole.Link, new() { Name = "制发通知书" }));
            await officer.EnterAsync(officer.Page.Locator("summary", new() { HasText = "登记发文机关" }));
            await officer.TypeAsync(officer.Page.GetByLabel("名称（中文）"), "广东省环境保护局");
            await officer.TypeAsync(officer.Page.GetByLabel("机关代字").First, "粤环清审");
            await officer.EnterAsync("登记", exact: true);
            await officer.SeesAsync("1 家企业，其中 1 家尚无通知书");
            await officer.EnterAsync(officer.Page.GetByRole(AriaRole.Link, new() { Name = "预览" }));
            await officer.Page.Locator(".paper").GetByText("广州南粤纸业有限公司").First.WaitForAsync();
            await officer.EnterAsync(officer.Page.GetByRole(AriaRole.Link, new() { Name = "返回通知书" }));
            await officer.EnterAsync("制发（1 家）");
            await officer.EnterInDialogAsync("制发");
            await officer.SeesAsync("全部完成：共 1 家");
            var zip = await officer.Page.RunAndWaitForDownloadAsync(() => officer.EnterAsync(officer.Page.GetByRole(AriaRole.Link, new() { Name = "下载全部（ZIP）" })));
            Assert.True(new FileInfo(await zip.PathAsync()).Length > 1000);
            await officer.EnterAsync(officer.Page.GetByRole(AriaRole.Link, new() { Name = "粤环清审〔2005〕1号" }));
            await officer.Page.Locator(".paper").GetByText("粤环清审〔2005〕1号").WaitForAsync();
            await officer.ChooseAsync(officer.Page.Locator("input[type=file]"), new FilePayload { Name = "送达回证.txt", MimeType = "text/plain", Buffer = "已送达"u8.ToArray() });
            await officer.Page.GetByText("送达回证.txt").WaitForAsync();
            await officer.EnterAsync("登记", exact: true);
            await officer.SeesAsync("已登记送达");
        }

        await using var anybody = await Visitor.ComeAsync(service.Address);
        await anybody.GoAsync("/?q=南粤");
        await anybody.SeesAsync("粤环〔2005〕1号");
    }

    private static async Task DoAllAsync(TestService service, Role role, string region, string act)
    {
        await using var person = await ComeAsync(service, role, region);
        await person.GoAsync("/lists");
        await person.Page.GetByText("2 项待办理").WaitForAsync();
        await person.EnterAsync(person.Page.Locator(".tasks a").First);
        await person.TickAsync(person.Page.GetByLabel("全选"));
        await person.EnterAsync($"{act}（2）");
        await person.EnterInDialogAsync(act);
        await person.SeesAsync($"{act}：已办理 2 项。");
    }

    private static async Task<Visitor> ComeAsync(TestService service, Role role, string region, Department department = Department.Environment)
    {
        var (_, name, password) = await service.EnrolAsync(role, region, department);
        var visitor = await Visitor.ComeAsync(service.Address);
        await visitor.SignInByKeyboardAsync(name, password);
        return visitor;
    }
}
