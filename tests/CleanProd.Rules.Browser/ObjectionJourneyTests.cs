using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Cases;
using CleanProd.Rules.Tests.Host.Lists;
using CleanProd.Rules.Tests.Host.Notices;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using CleanProd.Rules.Tests.Host.Year;
using Microsoft.Playwright;

namespace CleanProd.Rules.Browser;

/// <summary>An enterprise reads in a narrow window why it is listed, objects by keyboard alone, and is taken off by an amendment; everybody sees it.</summary>
public class ObjectionJourneyTests
{
    private static readonly DateTimeOffset Begin = new(2025, 2, 10, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_enterprise_reads_why_it_is_listed_objects_and_is_taken_off_by_an_amendment()
    {
        await using var service = await TestService.StartAsync(StoreKind.Postgres, Begin);
        var (officer, approver) = (await service.AsAsync(Role.Officer), await service.AsAsync(Role.Approver));
        await SampleScreening.ImportAsync(service.Store, Begin.AddDays(-20), "44", Plants.Of2024);
        var run = (await officer.ScreenAsync()).GetProperty("id").GetInt64();
        var list = await officer.OpenAsync(run, more: new { kind = "audit", run, batch = 1, classes = (string[])["double_over"] });
        await service.ReviewAsync(list);
        await (await approver.PublishAsync(list, "粤环函〔2025〕18号")).MustBeDoneAsync();
        await officer.EndedAsync(await officer.OrderAsync(list, await officer.OrganAsync()));
        await UntilAsync(async () => (await officer.ItemsAsync("/api/v1/cases")).Length > 0);

        var (_, name, password) = await service.EnrolAsync(Role.Enterprise, "", facility: Plants.Dyer);
        await using var plant = await Visitor.ComeAsync(service.Address, new("zh-CN", 390));
        await plant.SignInByKeyboardAsync(name, password);
        await plant.GoAsync("/mine");
        await plant.SeesAsync("应当实施清洁生产审核");
        await plant.SeesAsync("污染物排放超过国家或者地方规定的排放标准");
        await plant.SeesAsync("625");
        await plant.PictureAsync("journey-mine");
        await plant.EnterAsync(plant.Page.GetByRole(AriaRole.Link, new() { Name = "签收通知书" }));
        await plant.EnterAsync("签收");
        await plant.PictureAsync("journey-acknowledge");
        await plant.EnterInDialogAsync("签收");
        await plant.SeesAsync("已签收。");
        await plant.EnterAsync(plant.Page.GetByRole(AriaRole.Link, new() { Name = "异议", Exact = true }));
        await plant.TypeAsync(plant.Page.GetByLabel("哪些数据不正确"), "5月6日化学需氧量应为62.5，小数点错位");
        await plant.ChooseAsync(plant.Page.Locator("input[type=file]"), new FilePayload { Name = "监测报告.pdf", MimeType = "application/pdf", Buffer = [37, 80, 68, 70] });
        await plant.SeesAsync("监测报告.pdf");
        await plant.EnterAsync("提交异议");
        await plant.SeesAsync("异议已提交");

        await SampleScreening.ImportAsync(service.Store, service.Clock.GetUtcNow(), "44", Plants.Correction);
        var amendment = await UpholdAsync(service);
        await service.ReviewAsync(amendment);
        await (await approver.PublishAsync(amendment, "粤环函〔2025〕31号")).MustBeDoneAsync();
        await UntilAsync(async () => (await officer.ItemsAsync($"/api/v1/cases?facility={Plants.Dyer}&stage=withdrawn")).Length == 1);

        await plant.GoAsync("/mine");
        await plant.SeesAsync("移出名单，不再承担");
        await plant.GoAsync("/mine?tab=objections");
        await plant.SeesAsync("更正后未超标");

        await OverdueAsync(service);

        await using var anybody = await Visitor.ComeAsync(service.Address);
        await anybody.GoAsync($"/?q={Plants.Dyer}");
        await anybody.SeesAsync("已移出");
        await anybody.Page.GetByRole(AriaRole.Link, new() { Name = "粤环函〔2025〕18号" }).First.ClickAsync();
        await anybody.SeesAsync("本名单已经调整");
        await anybody.SeesAsync("已移出");
    }

    private static async Task<long> UpholdAsync(TestService service)
    {
        var (_, name, password) = await service.EnrolAsync(Role.Officer);
        await using var officer = await Visitor.ComeAsync(service.Address);
        await officer.SignInAsync(name, password);
        await officer.GoAsync("/cases/objections");
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "越秀染整厂" }).ClickAsync();
        var proof = await officer.Page.RunAndWaitForDownloadAsync(() => officer.Page.GetByRole(AriaRole.Link, new() { Name = "监测报告.pdf" }).ClickAsync());
        Assert.Equal("监测报告.pdf", proof.SuggestedFilename);
        await officer.ClickAsync("受理并重新判定");
        await officer.SeesAsync("重新筛查（2 号）已完成：不列入");
        await officer.ClickAsync("异议成立");
        await officer.Page.Locator(".mud-dialog textarea").FillAsync("更正后未超标");
        await officer.ConfirmAsync("异议成立");
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "调整名单" }).ClickAsync();
        await officer.SeesAsync("移出名单");
        return long.Parse(new Uri(officer.Page.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    // The other listed plant does nothing until its last day has passed: it stands first, and where to go on from it.
    private static async Task OverdueAsync(TestService service)
    {
        service.Clock.Advance(TimeSpan.FromDays(75));
        var (_, name, password) = await service.EnrolAsync(Role.Officer);
        await using var officer = await Visitor.ComeAsync(service.Address);
        await officer.SignInAsync(name, password);
        await officer.GoAsync("/cases");
        var overdue = officer.Page.Locator("section", new() { Has = officer.Page.Locator("#overdue") });
        await overdue.Locator(".late").First.WaitForAsync();
        await officer.PictureAsync("cases-overdue");
        await overdue.GetByRole(AriaRole.Link, new() { Name = "荔湾纸厂" }).First.ClickAsync();
        await officer.Page.WaitForURLAsync("**/cases/*");
        await officer.ShownAsync();
        await officer.Page.Locator(".late").First.WaitForAsync();
        await officer.PictureAsync("case-overdue");
        await officer.GoAsync("/home?year=2024");
        await officer.SeesAsync("荔湾纸厂");
    }

    private static async Task UntilAsync(Func<Task<bool>> come)
    {
        for (var left = 600; left > 0; left--)
        {
            if (await come()) return;
            await Task.Delay(100);
        }

        Assert.Fail("It did not come about.");
    }
}
